package dev.seeded.internal.explore;

import static org.assertj.core.api.Assertions.assertThat;

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
}
