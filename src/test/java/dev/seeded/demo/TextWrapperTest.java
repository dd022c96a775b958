package dev.seeded.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seeded.Seeded;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@Seeded
class TextWrapperTest {

    @Test
    void noLineIsTooLong(Random random) {
        for (String line : new TextWrapper(30).wrap(text(random))) {
            assertThat(line).hasSizeLessThanOrEqualTo(30);
        }
    }

    private static String text(Random random) {
        return IntStream.range(0, 1 + random.nextInt(8))
                .mapToObj(word -> "x".repeat(1 + random.nextInt(12)))
                .collect(Collectors.joining(" "));
    }
}
