package dev.seeded.check;

import static dev.seeded.check.Checks.check;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seeded.Seeded;
import dev.seeded.testing.Fixtures;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What {@code seed.check} promises of a test that now passes and now fails, where no field can be why. */
class UnseededCheckTests {

    @Test
    void promisesNoReplay() {
        assertThat(Fixtures.onlyFailure(check(ChanceTestCase.class)))
                .hasMessageEndingWith(": something that is not seeded decides")
                .satisfies(failure -> assertThat(failure.getSuppressed()[0])
                        .hasMessageContaining(
                                "replay  cannot be promised: with the same seed it does not always fail"));
    }

    @Seeded
    static class ChanceTestCase {

        @Test
        void passesOnce(Random random) {
            Fixtures.log("drawn", random.nextInt());
            assertThat(Fixtures.logged("drawn")).hasSize(1);
        }
    }
}
