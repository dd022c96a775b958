package dev.seeded.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seeded.Seed;
import dev.seeded.Seeded;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

@Seeded
class StreamsTest {

    @Test
    void addsAColumnWithoutMovingTheOthers(
            @Seeded(stream = "names") Random names, @Seeded(stream = "ages") Random ages) {}

    @Test
    void givesEachThreadItsOwn(Seed seed) {
        List<Integer> drawn = IntStream.range(0, 8)
                .parallel()
                .mapToObj(thread -> seed.stream(thread).random().nextInt())
                .toList();
        assertThat(drawn).doesNotHaveDuplicates();
    }

    @TestFactory
    List<DynamicTest> givesEachDynamicTestItsOwn(Seed seed) {
        return IntStream.range(0, 3)
                .mapToObj(number -> DynamicTest.dynamicTest("case " + number, () -> {
                    Random random = seed.stream(number).random();
                    assertThat(random.nextInt(10)).isBetween(0, 9);
                }))
                .toList();
    }
}
