package com.acme;

import dev.seeded.Seeded;
import java.util.Random;
import org.junit.jupiter.api.Test;

@Seeded
class ExitTest {

    @Test
    void endsTheJvmForOneSeedInTwenty(Random random) {
        if (random.nextInt(20) == 0) {
            Runtime.getRuntime().halt(1);
        }
    }
}
