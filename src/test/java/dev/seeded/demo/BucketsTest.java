package dev.seeded.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seeded.Seeded;
import java.util.Random;
import org.junit.jupiter.api.Test;

@Seeded
class BucketsTest {

    @Test
    void eachHashHasABucket(Random random) {
        for (int number = 0; number < 5; number++) {
            int hash = random.nextInt();
            assertThat(Buckets.of(hash)).as("bucket of %s", hash).isBetween(0, 11);
        }
    }
}
