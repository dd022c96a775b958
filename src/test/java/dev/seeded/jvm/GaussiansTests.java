package dev.seeded.jvm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seeded.testing.AgentJvm;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Generators with a seed draw what they draw without the agent; those without one keep nothing from test to test. */
@Tag("jdk")
class GaussiansTests {

    @ParameterizedTest
    @ValueSource(strings = {"", "late"})
    void keepNothingFromTestToTestAndLeaveSeedsAlone(String tampering) {
        assertThat(new AgentJvm()
                        .withAgent(TamperedAgent.class, tampering)
                        .run(Gaussians.class)
                        .success()
                        .lines())
                .containsExactly(
                        "true",
                        "true",
                        "true",
                        "true",
                        "true",
                        "[]",
                        "true",
                        "true",
                        "java.lang.UnsupportedOperationException");
    }
}
