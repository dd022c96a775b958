package dev.seeded.internal.explore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seeded.internal.explore.Verdict.Evidence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerdictTests {

    @ParameterizedTest
    @CsvSource({
        "5, 4, 5, 5, NOT_REPRODUCED, NOT_REPRODUCED",
        "5, 0, 0, 0, NOT_REPRODUCED, NOT_REPRODUCED",
        "0, 0, 0, 0, UNDECIDED, UNDECIDED",
        "30, 30, 98, 98, UNDECIDED, UNDECIDED",
        "30, 30, 99, 99, UNDECIDED, MOST_SEEDS",
        "30, 30, 458, 458, UNDECIDED, MOST_SEEDS",
        "30, 30, 459, 459, EVERY_SEED, EVERY_SEED",
        "3, 3, 3, 0, UNDECIDED, UNDECIDED",
        "5, 5, 5, 0, THIS_SEED, THIS_SEED",
        "8, 8, 16, 8, UNDECIDED, UNDECIDED",
        "20, 20, 20, 10, THIS_SEED, THIS_SEED",
        "100, 100, 100, 99, UNDECIDED, UNDECIDED",
        "300, 300, 300, 285, THIS_SEED, THIS_SEED",
    })
    void isCertainOrNone(int same, int alike, int others, int failed, Verdict verdict, Verdict last) {
        Evidence evidence = new Evidence(same, alike, others, failed);

        assertThat(evidence.verdict()).isEqualTo(verdict);
        assertThat(evidence.lastVerdict()).isEqualTo(last);
    }

    @Test
    void saysThatMostOtherSeedsFailTooWhereThatIsSure() {
        assertThat(Verdict.THIS_SEED.of(new Evidence(117, 117, 117, 106), "").text())
                .isEqualTo("fails with this seed and with most others: replay it"
                        + " (117 of 117 runs with it, 106 of 117 with others)");
        assertThat(Verdict.THIS_SEED.of(new Evidence(20, 20, 20, 12), "").text())
                .isEqualTo("fails with this seed: replay it (20 of 20 runs with it, 12 of 20 with others)");
    }
}
