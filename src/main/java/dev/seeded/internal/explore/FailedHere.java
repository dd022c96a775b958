package dev.seeded.internal.explore;

import dev.seeded.Seed;
import dev.seeded.internal.JvmState;
import dev.seeded.internal.JvmState.Slot;
import dev.seeded.internal.config.Exploration;
import dev.seeded.internal.memory.KeptSeed;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestDescriptor;

/**
 * The seeds that explored tests failed with in this JVM, where a build tool runs failed tests again, as another plan.
 */
final class FailedHere {

    private static final Slot<FailedHere> OF_THIS_JVM = JvmState.FAILED_HERE.holding(FailedHere.class);

    private final Map<String, Seed> seeds = new ConcurrentHashMap<>();

    /** How the tests were explored that failed. */
    private @Nullable Exploration explored;

    private FailedHere() {}

    /** Keeps the first seed that a test failed with. */
    static void add(String identity, Seed seed) {
        seeds().putIfAbsent(identity, seed);
    }

    /** Returns the first seed that a test failed with. */
    static List<KeptSeed> seedsOf(String identity) {
        return Optional.ofNullable(seeds().get(identity)).stream()
                .map(seed -> new KeptSeed(identity, seed))
                .toList();
    }

    /** Returns whether these tests run because they failed before, when they were explored in the same way. */
    static boolean areAll(TestDescriptor engine, Exploration wanted) {
        FailedHere known = OF_THIS_JVM.orMake(FailedHere::new);
        synchronized (known) {
            if (!wanted.equals(known.explored)) {
                known.explored = wanted;
                known.seeds.clear();
            }
        }
        return ExploredDescriptor.identities(engine).allMatch(known.seeds::containsKey);
    }

    private static Map<String, Seed> seeds() {
        return OF_THIS_JVM.orMake(FailedHere::new).seeds;
    }
}
