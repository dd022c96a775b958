package dev.seeded.internal.draws;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SplittableCountTests {

    @ParameterizedTest
    @ValueSource(longs = {0, 1, -1, 42, Long.MIN_VALUE, Long.MAX_VALUE, 0x9E3779B97F4A7C15L})
    void countsNumbers(long seed) {
        SplittableRandom random = new SplittableRandom(seed);

        for (int count = 0; count < 1_000; count++) {
            assertThat(SplittableCount.before(random, seed)).isEqualTo(count);
        }
    }

    @Test
    void countsASplitAsTwo() {
        SplittableRandom random = new SplittableRandom(7);
        random.split().nextInt();
        random.nextBoolean();

        assertThat(SplittableCount.before(random, 7)).isEqualTo(3);
    }
}
