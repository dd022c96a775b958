package dev.seeded.internal.execution;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FailureShapeTests {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '|',
            value = {
                "expected 5 but was -17, expected # but was #",
                "x530133229 of 1_000.5e3, x# of #e#",
                "no user \"Ann\" in 'a b', no user \"…\" in \"…\"",
                "two   blanks, two blanks",
            })
    void leavesOutWhatVariesWithTheSeed(String message, String shape) {
        assertThat(FailureShape.of(new AssertionError(message)).message()).isEqualTo(shape);
    }

    @Test
    void showsAMessageAsItWasOnOneLine() {
        FailureShape shape =
                FailureShape.of(new AssertionError("expected: 00:00\n but was: 01:00\u202e" + "x".repeat(999)));

        assertThat(shape.message()).startsWith("expected: #:# but was: #:#");
        assertThat(shape.example())
                .startsWith("expected: 00:00 but was: 01:00\\u202Exxx")
                .endsWith("x…")
                .hasSize(201);
    }

    @Test
    void isEqualToOthersWhateverTheirExamples() {
        FailureShape one = FailureShape.of(thrown("drew 7"));

        assertThat(one)
                .isEqualTo(FailureShape.of(thrown("drew 8")))
                .hasSameHashCodeAs(FailureShape.of(thrown("drew 8")));
        assertThat(one).isNotEqualTo(FailureShape.of(thrown("drew nothing")));
    }

    @Test
    void isThatOfATypeWhoseMethodsThrow() {
        FailureShape shape = FailureShape.of(new IllegalStateException() {
            @Override
            public String getMessage() {
                throw new UnsupportedOperationException();
            }

            @Override
            public StackTraceElement[] getStackTrace() {
                throw new UnsupportedOperationException();
            }
        });

        assertThat(shape.message()).isEmpty();
        assertThat(shape.place()).isEmpty();
    }

    @Test
    void isThatOfTheFirstFrameInTheUsersCode() {
        FailureShape shape = FailureShape.of(thrown(
                "7", frame("java.util.List", "of", 3), frame("com.acme.A", "a", 17), frame("com.acme.B", "b", 4)));

        assertThat(shape).hasToString("java.lang.IllegalStateException: 7 at com.acme.A.a(A.java:17)");
        assertThat(FailureShape.of(thrown("7", frame("java.util.List", "of", 3))))
                .hasToString("java.lang.IllegalStateException: 7");
    }

    @Test
    void hasTheOriginOfOthersOfItsTypeAndPlace() {
        FailureShape shape = new FailureShape("E", "a", "A.a(A.java:17)", "a");

        assertThat(shape.hasSameOrigin(new FailureShape("E", "b", "A.a(A.java:17)", "b")))
                .isTrue();
        assertThat(shape.hasSameOrigin(new FailureShape("F", "a", "A.a(A.java:17)", "a")))
                .isFalse();
        assertThat(shape.hasSameOrigin(new FailureShape("E", "a", "A.a(A.java:18)", "a")))
                .isFalse();
    }

    private static Throwable thrown(String message, StackTraceElement... frames) {
        Throwable thrown = new IllegalStateException(message);
        thrown.setStackTrace(frames);
        return thrown;
    }

    private static StackTraceElement frame(String type, String method, int line) {
        return new StackTraceElement(type, method, type.substring(type.lastIndexOf('.') + 1) + ".java", line);
    }
}
