package dev.seeded.internal;

import org.junit.platform.commons.JUnitException;

/**
 * A mistake in something that a user wrote: a setting, an annotation, what is registered, how the JVM was started. The
 * message is a whole sentence, which names the element, the value, its place and the fix; whoever shows it adds nothing.
 *
 * <p>Any other {@link IllegalArgumentException} is a defect, of ours or of foreign code, and keeps its stack.
 */
public final class UserError extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    /** Creates a mistake from its sentence. */
    public UserError(String message) {
        super(message);
    }

    /** Creates a mistake from its sentence and what it was noticed by. */
    public UserError(String message, Throwable cause) {
        super(message, cause);
    }

    /** Returns a failure that shows a mistake, without a stack, which would be ours alone. */
    public static <T extends Throwable> T shown(T failure) {
        failure.setStackTrace(new StackTraceElement[0]);
        return failure;
    }

    /** Returns whether a failure shows a mistake. */
    public static boolean isShown(Throwable failure) {
        return failure instanceof JUnitException && failure.getStackTrace().length == 0;
    }
}
