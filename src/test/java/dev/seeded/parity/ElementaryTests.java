package dev.seeded.parity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ElementaryTests {

    private static final int COUNT = 100_000;

    private final SplittableRandom random = new SplittableRandom(1);

    @Test
    void logarithmIsWithinAnUlpOfJavas() {
        for (int i = 0; i < COUNT; i++) {
            double x = Math.scalb(1 - random.nextDouble(), -random.nextInt(100));
            assertThat(Math.abs(Elementary.log(x) - StrictMath.log(x)))
                    .as("log(%s)", x)
                    .isLessThanOrEqualTo(Math.ulp(StrictMath.log(x)));
        }
        assertThat(Elementary.log(1)).isEqualTo(0.0);
    }

    @Test
    void sineAndCosineAreWithinAnUlpOfJavas() {
        for (int i = 0; i < COUNT; i++) {
            double nearAQuadrant = Math.scalb(random.nextDouble(), -random.nextInt(50));
            double angle = i % 2 == 0 ? 2 * Math.PI * random.nextDouble() : i % 5 * Math.PI / 2 + nearAQuadrant;
            assertThat(Math.abs(Elementary.sin(angle) - StrictMath.sin(angle)))
                    .as("sin(%s)", angle)
                    .isLessThanOrEqualTo(Math.ulp(StrictMath.sin(angle)));
            assertThat(Math.abs(Elementary.cos(angle) - StrictMath.cos(angle)))
                    .as("cos(%s)", angle)
                    .isLessThanOrEqualTo(Math.ulp(StrictMath.cos(angle)));
        }
        assertThat(Elementary.sin(0)).isEqualTo(0.0);
        assertThat(Elementary.cos(0)).isEqualTo(1.0);
    }
}
