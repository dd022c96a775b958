package dev.seeded.internal.seed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.seeded.internal.console.Printable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SeedTextTests {

    @ParameterizedTest
    @CsvSource(
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "42,42",
                " 42 ,42",
                "42L,42",
                " 42L,42",
                "0x2A,42",
                "0X2a,42",
                "0x2AL,42",
                "0x000000000000002A,42",
                "0042,42",
                "0,0",
                "-0,0",
                "-1,-1",
                "-7345903845034L,-7345903845034",
                "9223372036854775807,9223372036854775807",
                "-9223372036854775808,-9223372036854775808",
                "-9223372036854775808L,-9223372036854775808",
                "0x8000000000000000,-9223372036854775808",
                "0xFFFFffffFFFFffff,-1",
                "'\t42\r\n',42",
            })
    void accepts(String text, long seed) {
        assertThat(SeedText.parse(text, "")).isEqualTo(seed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "abc", "+42", "٤٢", "４２", "0x11112222333344445", "1e5", "--1", "-", "", " ", "L", "-L", "0x", "0xL",
                "-0x2A", "+0x2A", "0xG", "x2A", "2A", "42LL", "42l", "42 L", "4 2", "1_000", "1,000", "1.0", "42f",
                        "#2A",
                "0b101010", "null", "last", "\u00A042"
            })
    void refusesWhatIsNoNumber(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SeedText.parse(text, "system property seed"))
                .withMessage(
                        "%s (system property seed) is not a seed; write 'commit', 'last' or a number (decimal, or"
                                + " 0x and up to 16 hex digits), for example 42 or 0x2A",
                        Printable.quote(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"9223372036854775808", "-9223372036854775809", "9223372036854775808L", "99999999999999999999"})
    void refusesWhatIsTooLarge(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SeedText.parse(text, "environment variable JUNIT_SEED"))
                .withMessage(
                        "'%s' (environment variable JUNIT_SEED) is not a seed: it does not fit into a long; write a"
                                + " number such as 42 or 0x2A",
                        text);
    }

    @Test
    void namesNoOriginWhereThereIsNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SeedText.parse("abc", ""))
                .withMessage(
                        "'abc' is not a seed; write a number (decimal, or 0x and up to 16 hex digits), for example 42 or 0x2A");
    }
}
