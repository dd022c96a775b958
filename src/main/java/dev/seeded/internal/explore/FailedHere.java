package dev.seeded.internal.explore;

import dev.seeded.Seed;
import dev.seeded.internal.config.Exploration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestDescriptor;

/**
 * The seeds that explored tests failed with in this JVM, for build tools that run failed tests again. Static, as that comes
 * as another plan, which has nothing in common with the first but the JVM.
 */
final class FailedHere {

    private static final Map<String, Seed> SEEDS = new ConcurrentHashMap<>();

    /** How the tests were explored that failed. */
    private static @Nullable Exploration explored;

    private FailedHere() {}

    /** Keeps the first seed that a test failed with. */
    static void add(String identity, Seed seed) {
        SEEDS.putIfAbsent(identity, seed);
    }

    /** Returns the first seed that a test failed with. */
    static Optional<Seed> seedOf(String identity) {
        return Optional.ofNullable(SEEDS.get(identity));
    }

    /** Returns whether these tests run because they failed before, when they were explored in the same way. */
    static synchronized boolean areAll(TestDescriptor engine, Exploration wanted) {
        if (!wanted.equals(explored)) {
            explored = wanted;
            SEEDS.clear();
        }
        return ExploredDescriptor.identities(engine).allMatch(SEEDS::containsKey);
    }
}
