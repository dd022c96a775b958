package dev.seeded.internal.note;

import java.util.Arrays;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.opentest4j.TestAbortedException;

/** Tells failures from what only looks like one, and what they show. */
public final class Failures {

    private static final String JUNIT_4_ASSUMPTION = "org.junit.internal.AssumptionViolatedException";

    private Failures() {}

    /** Returns what an exception says of itself, or else a text in its place: its methods may throw, or return null. */
    public static String text(Supplier<@Nullable String> said, String otherwise) {
        try {
            return Objects.requireNonNullElse(said.get(), otherwise);
        } catch (RuntimeException | StackOverflowError resists) {
            return otherwise;
        }
    }

    /** Returns one frame of a failure whose stack is ours: without any, JUnit's ConsoleLauncher would not show its note. */
    public static StackTraceElement[] shortest(Throwable failure) {
        return Arrays.copyOf(failure.getStackTrace(), 1);
    }

    /** Returns whether an exception says that an assumption did not hold, as JUnit sees it. */
    public static boolean isAborted(Throwable exception) {
        if (exception instanceof TestAbortedException) {
            return true;
        }
        Class<?> type = exception.getClass();
        while (type != null && !type.getName().equals(JUNIT_4_ASSUMPTION)) {
            type = type.getSuperclass();
        }
        return type != null;
    }
}
