package dev.seeded.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seeded.Seed;
import dev.seeded.Seeded;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

@Seeded
class TypesTest {

    @Test
    void drawsFromManyTypes(
            Random random,
            RandomGenerator sameObject,
            SplittableRandom splittable,
            RandomGenerator.SplittableGenerator splits,
            RandomGenerator.JumpableGenerator jumps,
            Seed seed,
            @Seeded(algorithm = "L128X256MixRandom") RandomGenerator named,
            @Seeded SecureRandom notSecure,
            @Seeded Clock clock) {
        assertThat(sameObject).isSameAs(random);
        assertThat(random.nextLong()).isEqualTo(new Random(seed.value()).nextLong());
        assertThat(clock.instant()).isEqualTo(clock.instant());
    }
}
