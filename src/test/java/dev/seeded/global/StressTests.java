package dev.seeded.global;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seeded.testing.AgentJvm;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
class StressTests {

    @Test
    void mixesNoTestsAndLeavesNothingBehind() {
        assertThat(new AgentJvm().run(Stress.class, "50000").success())
                .isEqualTo("mixed 0, foreign 0, left 0%n".formatted());
    }
}
