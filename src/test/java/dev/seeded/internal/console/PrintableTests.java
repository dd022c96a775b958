package dev.seeded.internal.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PrintableTests {

    @Test
    void keepsWhatIsVisible() {
        assertThat(Printable.line("a 'b' \\ ٤ 漢 😀")).isEqualTo("a 'b' \\ ٤ 漢 😀");
    }

    @Test
    void escapesWhatWouldLeaveTheLineOrTurnIt() {
        assertThat(Printable.line("a\nb\r\tc\u001B[31md\u202Ee\u2028f\u0000g\u200Bh\u009Bi\uD800j"))
                .isEqualTo("a\\u000Ab\\u000D\\u0009c\\u001B[31md\\u202Ee\\u2028f\\u0000g\\u200Bh\\u009Bi\\uD800j");
    }

    @Test
    void escapesBeyondTheBasicPlaneUnitByUnit() {
        assertThat(Printable.line("\uDB40\uDC01")).isEqualTo("\\uDB40\\uDC01");
    }

    @Test
    void cutsLongText() {
        assertThat(Printable.line("x".repeat(200))).isEqualTo("x".repeat(200));
        assertThat(Printable.line("x".repeat(201))).isEqualTo("x".repeat(200) + "…");
    }

    @Test
    void cutsNoCharacterInTwo() {
        assertThat(Printable.line("x".repeat(199) + "😀😀")).isEqualTo("x".repeat(199) + "…");
        assertThat(Printable.line("x".repeat(198) + "😀😀")).isEqualTo("x".repeat(198) + "😀…");
    }

    @Test
    void quotes() {
        assertThat(Printable.quote("a\nb")).isEqualTo("'a\\u000Ab'");
    }
}
