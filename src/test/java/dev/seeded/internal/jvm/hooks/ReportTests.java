package dev.seeded.internal.jvm.hooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReportTests {

    private final List<String> told = new ArrayList<>();

    @Test
    void tellsOfTheFirstDrawsFromEachApiAndThenOfFewer() {
        RunningScope test = enter(false);
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

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void tellsOnceOfAllThatOneCallOfNextBytesDraws(boolean seeds) {
        Random drawing = new Random(42) {
            @Override
            public int nextInt() {
                DrawHooks.local();
                DrawHooks.math();
                return super.nextInt();
            }
        };
        byte[] bytes = new byte[999];
        byte[] expected = bytes.clone();
        new Random(42).nextBytes(expected);
        RunningScope test = enter(seeds);
        try {
            assertThat(DrawHooks.bytes(drawing, bytes)).isTrue();
            assertThat(bytes).isEqualTo(expected);
            assertThat(told).containsExactly(TaskStreams.LOCAL, TaskStreams.MATH);

            DrawHooks.bytes(drawing, bytes);
            DrawHooks.math();

            assertThat(told)
                    .containsExactly(
                            TaskStreams.LOCAL, TaskStreams.MATH, TaskStreams.LOCAL, TaskStreams.MATH, TaskStreams.MATH);
        } finally {
            RunningScopes.exit(test);
        }
    }

    private RunningScope enter(boolean seeds) {
        return RunningScopes.enter(
                new RunningScope(1, seeds, true, 0, null, null, null, (api, seeded) -> told.add(api), null));
    }
}
