package dev.seeded.internal.jvm.hooks;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The time that a test is told: that at which its clock started, and what has gone since. */
public final class ClockHooks {

    private ClockHooks() {}

    /** What the JDK's clock gives. */
    public static Instant instant(Instant real) {
        Instant told = told();
        return told == null ? real : told;
    }

    /** What {@code System.currentTimeMillis} gives to the JDK. */
    public static long millis(long real) {
        Instant told = told();
        return told == null ? real : told.toEpochMilli();
    }

    /** What {@code System.currentTimeMillis} gives to other code. */
    public static long currentTimeMillis() {
        return millis(System.currentTimeMillis());
    }

    /** The time of a file is read by this method: it is real, whatever the test is told. */
    public static void timeOfFile(String method) {
        TaskStreams streams = OpenScopes.timed == 0 ? null : ThreadStack.open();
        if (streams != null && streams.test.clock != null) {
            streams.report(method, false);
        }
    }

    private static @Nullable Instant told() {
        TaskStreams streams = OpenScopes.timed == 0 ? null : ThreadStack.open();
        Instant start = streams == null ? null : streams.test.clock;
        if (streams == null || start == null) {
            return null;
        }
        streams.test.asked = true;
        return start.plusNanos(System.nanoTime() - streams.test.started);
    }
}
