package dev.seeded.internal.explore;

import dev.seeded.Seed;
import dev.seeded.internal.config.SurefireFork;
import dev.seeded.internal.memory.KeptSeed;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.platform.engine.TestDescriptor;

/**
 * The seeds that explored tests failed with in this JVM, where Surefire runs failed tests again. Static, as that comes as
 * another plan, which has nothing in common with the first but the JVM.
 */
final class FailedHere {

    private static final Map<String, Seed> SEEDS = new ConcurrentHashMap<>();

    private FailedHere() {}

    /** Keeps the first seed that a test failed with. */
    static void add(String identity, Seed seed) {
        SEEDS.putIfAbsent(identity, seed);
    }

    /** Returns the first seed that a test failed with. */
    static List<KeptSeed> seedsOf(String identity) {
        return Optional.ofNullable(SEEDS.get(identity)).stream()
                .map(seed -> new KeptSeed(identity, seed))
                .toList();
    }

    /** Returns whether these tests run because they failed before. */
    static boolean areAll(TestDescriptor engine) {
        return ExploredDescriptor.identities(engine).allMatch(SEEDS::containsKey)
                && SurefireFork.ofThisJvm().filter(fork -> fork.reruns() > 0).isPresent();
    }
}
