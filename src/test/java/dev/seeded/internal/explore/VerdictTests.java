package dev.seeded.internal.explore;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerdictTests {

    @ParameterizedTest
    @CsvSource({
        "3, 3, 10, 10, fails with every seed: not a matter of seeds",
        "3, 3, 10, 9, fails with this seed: replay it",
        "3, 3, 10, 0, fails with this seed: replay it",
        "3, 3, 0, 0, fails with this seed: replay it",
        "3, 2, 10, 10, does not reproduce: something that is not seeded decides",
        "3, 0, 10, 0, does not reproduce: something that is not seeded decides",
        "0, 0, 0, 0, fails with this seed: replay it",
    })
    void weighsRuns(int same, int alike, int others, int failed, String verdict) {
        assertThat(Verdict.of(same, alike, others, failed))
                .isEqualTo(verdict + " (" + alike + " of " + same + " runs with it, " + failed + " of " + others
                        + " with others)");
    }
}
