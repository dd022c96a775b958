package dev.seeded.jvm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seeded.testing.AgentJvm;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Tag("jdk")
@Tag("slow")
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class StressTests {

    @Test
    @Tag("long")
    void mixesNoTestsAndLeavesNothingBehind() {
        assertThat(new AgentJvm().run(Stress.class, "20000").success())
                .isEqualTo("mixed 0, foreign 0, left 0%n".formatted());
    }
}
