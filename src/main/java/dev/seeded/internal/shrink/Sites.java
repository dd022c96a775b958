package dev.seeded.internal.shrink;

import dev.seeded.internal.draws.Draw.Site;
import dev.seeded.internal.draws.DrawRecord.Threads;
import dev.seeded.internal.draws.GeneratorName;
import java.util.HashMap;
import java.util.Map;

/** Names the places of draws. Each generator numbers the threads that draw from it. */
final class Sites {

    private final Map<GeneratorName, Threads> threads = new HashMap<>();

    /** Returns the place where this method of a generator is called from now. */
    Site here(GeneratorName generator, String method) {
        return Site.here(method, threads.computeIfAbsent(generator, unused -> new Threads()));
    }
}
