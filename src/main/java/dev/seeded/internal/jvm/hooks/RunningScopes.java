package dev.seeded.internal.jvm.hooks;

import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Where tests come in and go. What the agent leaves here is static, because it shares no object with the tests.
 *
 * <p>These methods and the constructor of {@link RunningScope} are what other versions of the library may not call: whoever
 * changes one of them, or its meaning, raises the {@linkplain #VERSION version}.
 */
public final class RunningScopes {

    /** The version of what the library calls. */
    public static final int VERSION = 1;

    /** The hooks that don't work; null before they were tried. */
    private static volatile @Nullable String failed;

    /** Puts a hook in place as soon as a test asks for it; returns why it cannot, or nothing. */
    private static volatile @Nullable UnaryOperator<String> installer;

    private RunningScopes() {}

    public static RunningScope enter(RunningScope test) {
        OpenScopes.enter(test);
        InitializerHooks.entered(test);
        ThreadStack.ofThisThread().push(test, test.streams);
        return test;
    }

    /** Leaves a test: its other threads, should they go on, draw unseeded from now on. */
    public static void exit(RunningScope test) {
        if (OpenScopes.leave(test)) {
            ThreadStack.ofThisThread().pop(test);
        }
    }

    public static boolean haveInitializersDrawn() {
        return InitializerHooks.drew;
    }

    /** Returns the seed of the test that this thread belongs to. */
    public static @Nullable Long current() {
        TaskStreams streams = OpenScopes.all == 0 ? null : ThreadStack.open();
        if (streams == null) {
            return null;
        }
        streams.test.asked = true;
        return streams.test.seed;
    }

    public static void installed(String problems) {
        failed = problems;
    }

    public static @Nullable String failed() {
        return failed;
    }

    public static void onDemand(UnaryOperator<String> way) {
        installer = way;
    }

    public static String install(String hook) {
        return installer == null ? "there is no agent" : installer.apply(hook);
    }

    public static void iterateImmutable(long salt, boolean reverse) {
        OrderHooks.turn(salt, reverse);
    }

    public static int waiting() {
        return TaskHooks.waiting();
    }

    public static boolean isIdle() {
        return ThreadStack.ofThisThread().streams() == null;
    }
}
