package dev.seeded.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seeded.Seeded;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

@Seeded
class LetterTest {

    @Test
    void picksALetterOfEachName(Random random) {
        for (String name : Set.of("Ada", "Grace")) {
            char letter = name.charAt(random.nextInt(name.length()));
            assertThat(name).contains(String.valueOf(letter));
        }
    }
}
