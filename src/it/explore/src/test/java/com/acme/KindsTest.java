package com.acme;

import dev.seeded.Seeded;
import dev.seeded.SeededTest;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Seeded
class KindsTest {

    @Test
    @Tag("slow")
    void plain(Random random) {
        random.nextInt();
    }

    @RepeatedTest(2)
    void repeated(Random random) {
        random.nextInt();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void parameterized(int bound, Random random) {
        random.nextInt(bound);
    }

    @SeededTest(runs = 2, seeds = 7)
    void seeded(Random random) {
        random.nextInt();
    }

    @Nested
    class Inner {

        @Test
        void nested(Random random) {
            random.nextInt();
        }
    }
}
