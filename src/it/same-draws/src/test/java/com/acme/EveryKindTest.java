package com.acme;

import dev.seeded.Seed;
import dev.seeded.Seeded;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Seeded
class EveryKindTest {

    private final List<Long> draws = new ArrayList<>();

    @Seeded
    private Random field;

    EveryKindTest(Random random) {
        draw(random);
    }

    @BeforeAll
    static void beforeAll(Random random) {
        Draws.write("beforeAll", List.of(random.nextLong()));
    }

    @BeforeEach
    void beforeEach(Random random) {
        draw(random);
        draw(field);
    }

    @AfterEach
    void afterEach(Random random, TestInfo test) {
        draw(random);
        Draws.write(test.getTestMethod().orElseThrow().getName() + " " + test.getDisplayName(), draws);
    }

    @Test
    void test(Random random) {
        draw(random);
    }

    @RepeatedTest(2)
    void repeated(Random random) {
        draw(random);
    }

    @ParameterizedTest(name = "invocation {index}")
    @ValueSource(ints = {1, 2})
    void parameterized(int ignored, Random random) {
        draw(random);
    }

    @TestFactory
    Stream<DynamicTest> dynamic(Seed seed) {
        return Stream.of(1, 2)
                .map(i -> DynamicTest.dynamicTest("dynamic " + i, () -> {
                    draw(seed.stream(i).random());
                }));
    }

    @Nested
    class Inner {

        @Test
        void nested(Random random) {
            draw(random);
        }
    }

    private void draw(Random random) {
        draws.add(random.nextLong());
    }
}
