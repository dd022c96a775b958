package dev.seeded.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seeded.Seeded;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OwnSourceTest {

    @ParameterizedTest
    @MethodSource("generators")
    void usesTheGeneratorOfItsSource(Random random) {
        assertThat(random.nextInt(6)).isBetween(0, 5);
    }

    static Stream<Random> generators() {
        return Stream.of(new Random(1), new Random(2));
    }

    @Seeded
    @ParameterizedTest
    @MethodSource("sizes")
    void drawsItsArguments(int size, Random random) {
        assertThat(size).isBetween(1, 100);
    }

    static Stream<Integer> sizes(Random random) {
        return Stream.generate(() -> 1 + random.nextInt(100)).limit(5);
    }
}
