package com.acme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.seeded.Seeded;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Seeded
class EveryKindTest {

    @ParameterizedTest
    @ValueSource(strings = "it's $HOME")
    void parameterized(String text, Random random) {
        assertEquals(text, text + random.nextLong());
    }

    @RepeatedTest(2)
    void repeated(Random random) {
        assertEquals(0, random.nextLong());
    }

    @TestFactory
    Stream<DynamicTest> dynamic(Random random) {
        return Stream.of("first", "second")
                .map(name -> dynamicTest(name, () -> assertEquals(name, name + random.nextLong())));
    }

    @Nested
    class Inner {

        @Test
        void nested(Random random) {
            assertEquals(0, random.nextLong());
        }
    }
}
