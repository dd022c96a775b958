package dev.seeded.internal.execution;

import dev.seeded.internal.console.Printable;
import dev.seeded.internal.draws.UserCode;
import dev.seeded.internal.note.Failures;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What failures for different seeds have in common.
 *
 * @param type the exception's class
 * @param message its message on one line, numbers and quoted text left out
 * @param place the first frame in the user's code; empty where there is none
 * @param example the message of one of them on one line, numbers and all, which is for people to read: shapes that differ
 *     in nothing else are equal
 */
public record FailureShape(String type, String message, String place, String example) implements Serializable {

    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"|'[^']*'");
    private static final Pattern NUMBER = Pattern.compile("[-+]?\\d+(?:[.,_]\\d+)*");
    private static final Pattern HASH_CODE = Pattern.compile("@[0-9a-f]{1,8}\\b");
    private static final Pattern BLANK = Pattern.compile("\\s+");
    private static final int LENGTH = 120;

    /** Returns what a failure has in common with others. */
    public static FailureShape of(Throwable failure) {
        String message = Failures.text(failure::getMessage, "");
        String start = message.length() > 1_000 ? message.substring(0, 1_000) : message;
        return new FailureShape(
                failure.getClass().getName(),
                shape(start),
                Failures.text(() -> place(failure), ""),
                Printable.line(oneLine(start)));
    }

    /** Returns whether a failure is of the same type and comes from the same place. */
    public boolean hasSameOrigin(FailureShape other) {
        return type.equals(other.type) && place.equals(other.place);
    }

    /** Returns whether a failure has the same message, but for the hash codes of objects. */
    public boolean saysTheSameAs(FailureShape other) {
        return HASH_CODE
                .matcher(example)
                .replaceAll("")
                .equals(HASH_CODE.matcher(other.example).replaceAll(""));
    }

    private static String shape(String message) {
        String unquoted = QUOTED.matcher(message).replaceAll("\"…\"");
        String shape = Printable.line(oneLine(NUMBER.matcher(unquoted).replaceAll("#")));
        return shape.length() > LENGTH ? shape.substring(0, LENGTH) + "…" : shape;
    }

    private static String oneLine(String message) {
        return BLANK.matcher(message).replaceAll(" ").trim();
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

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof FailureShape shape && hasSameOrigin(shape) && message.equals(shape.message);
    }

    @Override
    public int hashCode() {
        return Objects.hash(type, message, place);
    }

    /** Returns the example in one line: "AssertionError: expected 6 at com.acme.DiceTest.rolls(DiceTest.java:17)". */
    @Override
    public String toString() {
        return type + (example.isEmpty() ? "" : ": " + example) + (place.isEmpty() ? "" : " at " + place);
    }
}
