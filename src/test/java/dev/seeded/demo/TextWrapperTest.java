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

    @Test
    void noLetterIsLost(Random random) {
        String text = text(random);

        String wrapped = String.join("", new TextWrapper(30).wrap(text));

        assertThat(wrapped.replace(" ", "")).isEqualTo(text.replace(" ", ""));
    }

    private static String text(Random random) {
        return IntStream.range(0, 4 + random.nextInt(12))
                .mapToObj(word -> "x".repeat(1 + random.nextInt(12)))
                .collect(Collectors.joining(" "));
    }
}
