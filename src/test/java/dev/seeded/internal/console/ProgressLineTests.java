package dev.seeded.internal.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When and how it is said how far some work is. */
class ProgressLineTests {

    private final List<String> said = new ArrayList<>();
    private int second;

    @Test
    void comesEveryTenSecondsInALogAndEverLessOften() {
        pass(3_600, line(false));

        assertThat(said)
                .hasSize(34)
                .startsWith("10", "20", "30", "40", "50", "60", "70", "81", "94")
                .endsWith("3496");
    }

    @Test
    void neverPausesLongerThanFiveMinutes() {
        pass(36_000, line(false));

        for (int at = 1; at < said.size(); at++) {
            assertThat(Integer.parseInt(said.get(at)) - Integer.parseInt(said.get(at - 1)))
                    .isBetween(10, 300);
        }
        assertThat(36_000 - Integer.parseInt(said.get(said.size() - 1))).isLessThan(300);
    }

    @Test
    void comesEverySecondInATerminal() {
        pass(3, line(true));

        assertThat(said).containsExactly("\r1", "\r2", "\r3");
    }

    @Test
    void takesNoColumnsForColours() {
        try (ProgressLine line =
                new ProgressLine(() -> said.isEmpty() ? "\u001B[31m123\u001B[0m4" : "1", true, said::add)) {
            line.show();
            line.show();
        }

        assertThat(said).containsExactly("\r\u001B[31m123\u001B[0m4", "\r1   ", "\r \r");
    }

    @ParameterizedTest
    @CsvSource({"xterm,, true", "xterm, '', true", "xterm, 1, false", "dumb,, false", ",, false"})
    void hasColoursWhereTheTerminalHasAndTheUserWantsThem(String type, String noColour, boolean expected) {
        assertThat(Terminal.hasColours(type, noColour)).isEqualTo(expected);
    }

    private ProgressLine line(boolean interactive) {
        return new ProgressLine(() -> "" + second, interactive, said::add);
    }

    private void pass(int seconds, ProgressLine line) {
        for (second = 1; second <= seconds; second++) {
            line.passSecond();
        }
    }
}
