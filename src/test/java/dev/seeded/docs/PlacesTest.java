package dev.seeded.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seeded.Seeded;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Seeded
class PlacesTest {

    @Seeded
    static Random ofTheClass;

    @Seeded
    Random ofTheTest;

    PlacesTest(Random random) {}

    @BeforeAll
    static void prepare(Random random) {
        assertThat(random).isSameAs(ofTheClass);
    }

    @BeforeEach
    void prepareEach(Random random) {
        assertThat(random).isSameAs(ofTheTest);
    }

    @Test
    void sharesOneGenerator(Random random) {
        assertThat(random).isSameAs(ofTheTest);
    }

    @RepeatedTest(10)
    void hasOtherNumbersEachTime(Random random) {}

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void takesArgumentsFirst(int size, Random random) {}
}
