package com.acme;

import dev.seeded.Seeded;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

@Seeded
class NamesakeTest {

    @Test
    void test(Random random) {
        Draws.write("namesake", List.of(random.nextLong()));
    }

    @Test
    void test(Random random, TestInfo overload) {
        Draws.write("overload", List.of(random.nextLong()));
    }
}
