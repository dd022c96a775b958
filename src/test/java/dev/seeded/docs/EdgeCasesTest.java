package dev.seeded.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seeded.SeededTest;
import java.util.Random;

class EdgeCasesTest {

    @SeededTest(runs = 200, edgeCases = true)
    void isReadAsItWasWritten(Random random) {
        long number = random.nextLong();

        assertThat(Long.parseLong(Long.toString(number))).isEqualTo(number);
    }
}
