package dev.seeded.check;

import dev.seeded.testing.ErrorOutput;
import dev.seeded.testing.Fixtures;
import org.junit.platform.testkit.engine.EngineExecutionResults;

/** Runs fixtures under {@code seed.check}. */
final class Checks {

    private Checks() {}

    static EngineExecutionResults check(Class<?>... classes) {
        EngineExecutionResults[] results = new EngineExecutionResults[1];
        ErrorOutput.of(
                () -> results[0] = Fixtures.withSeed(1).with("seed.check", true).explore(classes));
        return results[0];
    }
}
