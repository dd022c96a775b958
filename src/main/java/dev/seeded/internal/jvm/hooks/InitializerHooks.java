package dev.seeded.internal.jvm.hooks;

import dev.seeded.internal.seed.Derivation;
import org.jspecify.annotations.Nullable;

/**
 * What static initializers call. A class is initialized once, in whichever test comes first, and what it drew stays for
 * all: it has streams of its own, from the run seed and its name, so that it is the same whoever comes first.
 */
public final class InitializerHooks {

    /**
     * The run seed of the last test that began to seed; null before the first. Static, because a class may be initialized
     * on a thread that belongs to no test, and its values reach tests all the same.
     */
    private static volatile @Nullable Long latestRunSeed;

    /** Whether any drew from the run seed: from then on it may decide over every test that is seeded. */
    static volatile boolean drew;

    private InitializerHooks() {}

    static void entered(RunningScope test) {
        if (test.seeds && test.runSeed != null) {
            latestRunSeed = test.runSeed;
        }
    }

    /** A class is about to be initialized. */
    public static void begin(Class<?> type) {
        Long runSeed = latestRunSeed;
        if (runSeed == null && OpenScopes.drawing == 0 && OpenScopes.ordering == 0 && OpenScopes.timed == 0) {
            return;
        }
        ThreadStack stack = ThreadStack.ofThisThread();
        TaskStreams streams = ThreadStack.drawing();
        RunningScope around = streams == null ? null : streams.test;
        if (around != null && around.seeds) {
            runSeed = around.runSeed;
        }
        boolean detects = around != null && around.detects;
        if (runSeed == null && !detects) {
            stack.push(type, null);
            return;
        }
        long seed = around == null ? 0 : around.seed;
        if (runSeed != null) {
            seed = Derivation.stream(Derivation.stream(runSeed, "static initializer"), type.getName());
        }
        RunningScope initializer = new RunningScope(
                seed,
                runSeed != null,
                detects,
                // Whoever triggers it, what it keeps is the same.
                0,
                null,
                null,
                runSeed,
                around == null ? null : around.report,
                // It would be missed the next time.
                null);
        OpenScopes.enter(initializer);
        stack.push(type, initializer.streams);
    }

    /** A class was initialized, or failed. */
    public static void end(Class<?> type) {
        if (!OpenScopes.everAny) {
            return;
        }
        TaskStreams streams = ThreadStack.ofThisThread().pop(type);
        if (streams != null) {
            OpenScopes.leave(streams.test);
            TaskStreams around = ThreadStack.drawing();
            if (streams.test.isUsed()) {
                drew |= streams.test.seeds;
                if (around != null) {
                    around.test.asked = true;
                }
            }
        }
    }
}
