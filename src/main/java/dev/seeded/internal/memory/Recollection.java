package dev.seeded.internal.memory;

import dev.seeded.Seed;
import java.util.Collection;
import java.util.List;

/** Keeps a memory true while tests end. */
public final class Recollection {

    private final Memory memory;

    /** What was kept at the start, so that a test that passes costs no look at the file. */
    private final FailedSeeds known;

    /** Looks up what the memory keeps now. */
    public Recollection(Memory memory) {
        this.memory = memory;
        this.known = memory.read();
    }

    /** Tells whether any test failed with this seed, so that there may be something to forget. */
    public boolean knows(Seed runSeed) {
        return known.byIdentity().values().stream().anyMatch(seeds -> seeds.contains(runSeed));
    }

    /** Returns the run seeds that a test failed with, or one of its invocations, or a class around it. */
    public List<Seed> seedsOf(String identity) {
        return known.concerning(identity).distinct();
    }

    /** Keeps that a test failed. */
    public void failed(String identity, Seed runSeed) {
        memory.update(seeds -> seeds.with(identity, runSeed));
    }

    /** Keeps that these tests failed, with one look at the file. */
    public void failed(Collection<String> identities, Seed runSeed) {
        if (!identities.isEmpty()) {
            memory.update(seeds -> seeds.withAll(identities, runSeed));
        }
    }

    /** Forgets that a test, an invocation or a class failed with this seed. */
    public void passed(String identity, Seed runSeed) {
        if (known.contains(identity, runSeed)) {
            memory.update(seeds -> seeds.without(identity, runSeed));
        }
    }

    /** Forgets that a test, its invocations or the classes around it failed with this seed. */
    public void passedWhole(String identity, Seed runSeed) {
        FailedSeeds concerned = known.concerning(identity);
        if (concerned.distinct().contains(runSeed)) {
            memory.update(seeds -> concerned.byIdentity().keySet().stream()
                    .reduce(seeds, (left, key) -> left.without(key, runSeed), (left, unused) -> left));
        }
    }
}
