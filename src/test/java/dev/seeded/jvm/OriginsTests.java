package dev.seeded.jvm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seeded.testing.AgentJvm;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a task draws depends on where it comes from, not on what else runs, nor on how it gets to its thread. */
@Tag("jdk")
class OriginsTests {

    @Test
    void decideWhatTasksDraw() {
        assertThat(new AgentJvm().run(Origins.class).success()).isEqualTo("[]%n".formatted());
    }
}
