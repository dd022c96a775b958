package dev.seeded.internal.explore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClopperPearsonTests {

    /** The limits are those of R's {@code binom.test} and SciPy's {@code beta.ppf}. */
    @ParameterizedTest
    @CsvSource({
        "1, 10, 0.00252857854446, 0.445016117028",
        "5, 100, 0.0164318791821, 0.112834911105",
        "100, 2000, 0.0408642677183, 0.0604817220832",
        "1, 2000, 1.26588238686e-05, 0.00278263983466",
        "1999, 2000, 0.997217360165, 0.999987341176",
        "50, 100, 0.398321129503, 0.601678870497",
        "3, 1000000, 6.18672550191e-07, 8.76724778807e-06",
        "50000, 1000000, 0.0495736395473, 0.0504289693685",
        "5000, 100000, 0.0486572552073, 0.0513689208806"
    })
    void isExact(long failures, long runs, double lower, double upper) {
        ClopperPearson interval = ClopperPearson.of(failures, runs);

        assertThat(interval.lower()).isCloseTo(lower, within(lower * 1e-9));
        assertThat(interval.upper()).isCloseTo(upper, within(upper * 1e-9));
    }

    @Test
    void boundsARateThatWasNeverSeen() {
        assertThat(ClopperPearson.of(0, 2_000).upper()).isCloseTo(3 / 2_000.0, within(0.000_01));
    }
}
