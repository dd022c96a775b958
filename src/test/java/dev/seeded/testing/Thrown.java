package dev.seeded.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What fixtures throw, as it is before an extension can change it. */
public final class Thrown {

    private static final Map<Throwable, Thrown> KEPT = Collections.synchronizedMap(new IdentityHashMap<>());

    private final String message;
    private final @Nullable Throwable cause;
    private final List<StackTraceElement> stack;
    private final List<Throwable> suppressed;

    private Thrown(Throwable failure) {
        message = messageOf(failure);
        cause = failure.getCause();
        stack = List.of(failure.getStackTrace());
        suppressed = List.of(failure.getSuppressed());
    }

    /** Called by fixtures: returns a failure with a cause to throw. */
    public static IllegalStateException failure() {
        return kept(new IllegalStateException("as it was", new IOException("the cause")));
    }

    /** Called by fixtures: keeps what a failure is like, and returns it to throw it. */
    public static <T extends Throwable> T kept(T failure) {
        KEPT.put(failure, new Thrown(failure));
        return failure;
    }

    /** Asserts that a fixture threw this very failure, and that it is as it was but for what it suppresses now. */
    public static void assertUnchanged(Throwable failure) {
        assertThat(KEPT.keySet().stream().filter(thrown -> thrown == failure)).hasSize(1);
        Thrown before = KEPT.get(failure);
        Thrown after = new Thrown(failure);
        assertThat(after.message).isEqualTo(before.message);
        // Not even AssertJ can print each of them.
        assertThat(after.cause == before.cause).isTrue();
        assertThat(after.stack).isEqualTo(before.stack);
        assertThat(after.suppressed.subList(0, before.suppressed.size()).equals(before.suppressed))
                .isTrue();
    }

    /** Returns the message of a failure that may throw another when it is asked for it. */
    public static String messageOf(Throwable failure) {
        try {
            return String.valueOf(failure.getMessage());
        } catch (RuntimeException hostile) {
            return "(throws)";
        }
    }
}
