package dev.seeded.internal.execution;

import dev.seeded.internal.console.Printable;
import dev.seeded.internal.draws.UserCode;
import dev.seeded.internal.note.Failures;
import java.io.Serializable;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What failures for different seeds have in common.
 *
 * @param type the exception's class
 * @param message its message on one line, numbers and quoted text left out
 * @param place the first frame in the user's code; empty where there is none
 */
public record FailureShape(String type, String message, String place) implements Serializable {

    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"|'[^']*'");
    private static final Pattern NUMBER = Pattern.compile("[-+]?\\d+(?:[.,_]\\d+)*");
    private static final Pattern BLANK = Pattern.compile("\\s+");
    private static final int LENGTH = 120;
    private static final String GAP = "…";

    /** Returns what a failure has in common with others. */
    public static FailureShape of(Throwable failure) {
        return new FailureShape(
                failure.getClass().getName(),
                shape(Failures.text(failure::getMessage, "")),
                Failures.text(() -> place(failure), ""));
    }

    /** Returns the shape of both this and another failure of the same type and place: what their messages begin and end with. */
    public FailureShape and(FailureShape other) {
        int longest = Math.min(message.length(), other.message.length());
        int start = 0;
        while (start < longest && message.charAt(start) == other.message.charAt(start)) {
            start++;
        }
        int end = 0;
        while (end < longest - start
                && message.charAt(message.length() - 1 - end)
                        == other.message.charAt(other.message.length() - 1 - end)) {
            end++;
        }
        String common = message.substring(0, start) + GAP + message.substring(message.length() - end);
        return message.equals(other.message) ? this : new FailureShape(type, common.replace(GAP + GAP, GAP), place);
    }

    /** Returns whether a failure is of the same type and comes from the same place. */
    public boolean hasSameOrigin(FailureShape other) {
        return type.equals(other.type) && place.equals(other.place);
    }

    private static String shape(String message) {
        String start = message.length() > 1_000 ? message.substring(0, 1_000) : message;
        String unquoted = QUOTED.matcher(start).replaceAll("\"…\"");
        String shape = Printable.line(BLANK.matcher(NUMBER.matcher(unquoted).replaceAll("#"))
                .replaceAll(" ")
                .trim());
        return shape.length() > LENGTH ? shape.substring(0, LENGTH) + "…" : shape;
    }

    private static String place(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(10)
                .flatMap(cause -> Arrays.stream(cause.getStackTrace()))
                .filter(frame -> UserCode.includes(frame.getClassName()))
                .findFirst()
                .map(FailureShape::place)
                .orElse("");
    }

    private static String place(StackTraceElement frame) {
        return frame.getClassName() + "." + frame.getMethodName() + "(" + frame.getFileName()
                + (frame.getLineNumber() > 0 ? ":" + frame.getLineNumber() : "") + ")";
    }

    /** Returns the shape in one line: "AssertionError: expected # at com.acme.DiceTest.rolls(DiceTest.java:17)". */
    @Override
    public String toString() {
        return type + (message.isEmpty() ? "" : ": " + message) + (place.isEmpty() ? "" : " at " + place);
    }
}
