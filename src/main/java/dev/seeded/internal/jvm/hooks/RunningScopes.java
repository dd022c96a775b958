package dev.seeded.internal.jvm.hooks;

import java.time.Instant;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import java.util.function.LongUnaryOperator;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Where tests come in and go. Other class loaders know the copy of this class by an interface of the JDK: the name of
 * what to do, and its arguments. What the agent leaves here is static, because it shares no object with the tests.
 */
public final class RunningScopes implements BiFunction<String, @Nullable Object[], @Nullable Object> {

    /** The hooks that don't work; null before they were tried. */
    private static volatile @Nullable String failed;

    /** Puts a hook in place as soon as a test asks for it; returns why it cannot, or nothing. */
    private static volatile @Nullable UnaryOperator<String> installer;

    /** Created by those who enter tests. */
    public RunningScopes() {}

    @Override
    @SuppressWarnings("unchecked") // the callers are ours
    public @Nullable Object apply(String what, @Nullable Object[] with) {
        return switch (what) {
            case "enter" ->
                enter(new RunningScope(
                        (Long) required(with[0]),
                        (Boolean) required(with[1]),
                        (Boolean) required(with[2]),
                        (Integer) required(with[3]),
                        (BooleanSupplier) with[4],
                        (Instant) with[5],
                        (Long) with[6],
                        (BiConsumer<String, Boolean>) with[7],
                        (BiFunction<String, String, LongUnaryOperator>) with[8]));
            case "exit" -> {
                exit((RunningScope) required(with[0]));
                yield null;
            }
            case "isUsed" -> ((RunningScope) required(with[0])).isUsed();
            case "initializersDrew" -> InitializerHooks.drew;
            case "current" -> current();
            case "installed" -> {
                failed = (String) with[0];
                yield null;
            }
            case "failed" -> failed;
            case "installer" -> {
                installer = (UnaryOperator<String>) with[0];
                yield null;
            }
            case "install" -> installer == null ? "there is no agent" : installer.apply((String) required(with[0]));
            case "waiting" -> TaskHooks.waiting();
            case "isIdle" -> ThreadStack.ofThisThread().streams() == null;
            default -> throw new IllegalArgumentException(what);
        };
    }

    private static Object required(@Nullable Object argument) {
        return Objects.requireNonNull(argument);
    }

    private static RunningScope enter(RunningScope test) {
        OpenScopes.enter(test);
        InitializerHooks.entered(test);
        ThreadStack.ofThisThread().push(test, test.streams);
        return test;
    }

    /** Leaves a test: its other threads, should they go on, draw unseeded from now on. */
    private static void exit(RunningScope test) {
        if (OpenScopes.leave(test)) {
            ThreadStack.ofThisThread().pop(test);
        }
    }

    /** Returns the seed of the test that this thread belongs to. */
    private static @Nullable Long current() {
        TaskStreams streams = OpenScopes.all == 0 ? null : ThreadStack.open();
        if (streams == null) {
            return null;
        }
        streams.test.asked = true;
        return streams.test.seed;
    }
}
