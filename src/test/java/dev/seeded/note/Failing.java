package dev.seeded.note;

import static dev.seeded.testing.Thrown.failure;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** A test that is given a generator and fails; fixtures say how. */
abstract class Failing {

    @Test
    void fails(Random random) {
        throw failure();
    }
}
