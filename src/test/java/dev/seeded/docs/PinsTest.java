package dev.seeded.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seeded.Seeded;
import java.util.Random;
import org.junit.jupiter.api.Test;

@Seeded
class PinsTest {

    @Test
    @Seeded(42)
    void drawsTheSameEachTime(Random random) {
        assertThat(random.nextInt(100)).isEqualTo(30);
        assertThat(random.nextInt(100)).isEqualTo(63);
    }

    @Test
    void keepsAStateOfItsOwn(Random random, @Seeded(90210) Random local) {
        random.nextInt();
        assertThat(local.nextInt()).isEqualTo(new Random(90210).nextInt());
    }
}
