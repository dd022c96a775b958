package dev.seeded.internal.jvm.hooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportTests {

    private final List<String> told = new ArrayList<>();

    /** One call of {@code nextBytes} draws a number for every four bytes. */
    @Test
    void tellsOfTheFirstDrawsFromEachApiAndThenOfFewer() {
        RunningScope test = new RunningScope(1, false, true, 0, null, null, null, (api, seeded) -> told.add(api), null);
        RunningScopes.enter(test);
        try {
            for (int draw = 0; draw < 100; draw++) {
                DrawHooks.local();
            }
            assertThat(told).hasSize(100);
            for (int draw = 0; draw < 1_000_000; draw++) {
                DrawHooks.local();
            }
            assertThat(told).hasSizeBetween(900, 1_200);

            DrawHooks.math();

            assertThat(told).last().isEqualTo("java.lang.Math.random");
        } finally {
            RunningScopes.exit(test);
        }
    }
}
