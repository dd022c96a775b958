package dev.seeded.etna;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.seeded.Seeded;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Tests of reduction, as one writes them with nothing but {@link Random}; those of the fault fail. */
@Seeded
class ReductionTests {

    private final ReductionProperties properties =
            new ReductionProperties(new Reduction(Reduction.Mutant.valueOf(System.getProperty("etna.mutant", "NONE"))));

    @Test
    void singlePreserve(Random random) {
        assertTrue(properties.singlePreserve(new Terms(random::nextInt).closed()));
    }

    @Test
    void multiPreserve(Random random) {
        assertTrue(properties.multiPreserve(new Terms(random::nextInt).closed()));
    }
}
