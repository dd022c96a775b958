package dev.seeded.internal.report;

import dev.seeded.Seed;
import java.util.Optional;

/** Writes the command that runs one test again. */
@FunctionalInterface
public interface Replay {

    /**
     * Returns a command for a POSIX shell.
     *
     * @param test the test to select
     * @param seed the run seed to set; empty where the test does not depend on it
     */
    String command(TestName test, Optional<Seed> seed);
}
