package dev.seeded.internal.explore;

import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.EngineDescriptor;

/** The root of the explored tests, which knows what runs with them. */
final class ExploredEngine extends EngineDescriptor {

    private Companions companions = Companions.NONE;

    ExploredEngine(UniqueId id) {
        super(id, "Seeded");
    }

    void accompany(Companions found) {
        companions = found;
    }

    Companions companions() {
        return companions;
    }
}
