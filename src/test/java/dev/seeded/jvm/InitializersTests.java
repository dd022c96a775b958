package dev.seeded.jvm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seeded.testing.AgentJvm;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a static initializer draws depends on the run seed and its class, whoever lets it, and shifts nobody's draws. */
@Tag("jdk")
class InitializersTests {

    @Test
    void drawTheSameWhoeverComesFirst() {
        List<String> inside = run("1", "1", "inside");

        assertThat(run("1", "2", "inside").get(0)).isEqualTo(inside.get(0));
        assertThat(run("1", "1", "after").subList(0, 2)).isEqualTo(inside.subList(0, 2));
        assertThat(run("2", "1", "inside").get(0)).isNotEqualTo(inside.get(0));
        assertThat(inside.subList(2, inside.size())).containsExactly("true");
    }

    @Test
    void areDetected() {
        assertThat(run("1", "1", "detected"))
                .anyMatch(line -> line.contains(" at dev.seeded.jvm.Initializers$Helper.<clinit>(Initializers.java:"))
                .anyMatch(line -> line.contains(" at dev.seeded.jvm.Initializers$Singleton.<init>(Initializers.java:"))
                .anyMatch(line -> line.contains(" at dev.seeded.jvm.Initializers$Constants.<init>(Initializers.java:"));
    }

    private static List<String> run(String... arguments) {
        return new AgentJvm()
                .run(Initializers.class, arguments)
                .success()
                .lines()
                .toList();
    }
}
