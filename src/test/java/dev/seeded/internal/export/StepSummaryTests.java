package dev.seeded.internal.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seeded.internal.note.FailedRun;
import dev.seeded.internal.note.FailureBlock;
import dev.seeded.internal.note.SeedReport;
import dev.seeded.internal.replay.Selection;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StepSummaryTests {

    private final FailureBlock block = new FailureBlock();

    @Test
    void listsFailedTests() {
        block.add(report("a", "A.a(Random)", "mvn test -Dseed=42", "@Seeded(-7L)"));
        block.add(report("b", "B.b()", "mvn test -Dseed=42", null));

        assertThat(StepSummary.table(block.listing())).isEqualTo("""

                ### Seeded: 2 seeded tests failed

                | test | seed | replay | pin |
                | --- | --- | --- | --- |
                | <code>A.a(Random)</code> | 42 | <code>mvn test -Dseed=42</code> | <code>&#64;Seeded(-7L)</code> |
                | <code>B.b()</code> | 42 | <code>mvn test -Dseed=42</code> | |

                """);
    }

    @Test
    void saysWhyMoreThanTheTestRuns() {
        block.add(new SeedReport(
                "a",
                new FailedRun("A.a()", "42", "42", "1", "", Selection.CLASS),
                "mvn test",
                "needs the tests before it, as x may",
                "threads race",
                null,
                List.of(),
                "",
                null));

        assertThat(StepSummary.table(block.listing())).endsWith("""
                | <code>A.a()</code> | 42 | cannot be promised&#58; threads race<br><code>mvn test</code>\
                <br>needs the tests before it, as x may | |

                """);
    }

    @Test
    void hasAColumnForVerdictsWhereThereAreAny() {
        block.add(report("a", "A.a()", "mvn test", null));
        block.judge("b", "B.b()", "fails with every seed: not a matter of seeds (1 of 1)");

        assertThat(StepSummary.table(block.listing())).endsWith("""
                | test | seed | replay | pin | verdict |
                | --- | --- | --- | --- | --- |
                | <code>A.a()</code> | 42 | <code>mvn test</code> | | |
                | B&#46;b() failed (uses no seeded generator) | | | | fails with every seed&#58; not a matter of seeds (1 of 1) |

                """.replace("&#46;", "."));
    }

    @Test
    void keepsNamesFromBeingMarkup() {
        block.add(report("a", "A.`a|b` <b>*_[x](y)&amp; @me #1 $x$ \\|", "run 'a|\n\t b'", "\u202e"));

        String row = StepSummary.table(block.listing()).lines().toList().get(5);

        assertThat(row)
                .isEqualTo("| <code>A.&#96;a&#124;b&#96; &#60;b&#62;&#42;&#95;&#91;x&#93;(y)&#38;amp; &#64;me &#35;1"
                        + " &#36;x&#36; &#92;&#124;</code> | 42"
                        + " | <code>run 'a&#124;<br>&#9; b'</code> | <code>&#8238;</code> |");
    }

    @Test
    void countsWhatItDoesNotList() {
        IntStream.rangeClosed(1, 60).forEach(i -> block.add(report("" + i, "A.a" + i, "mvn", null)));

        assertThat(StepSummary.table(block.listing()).lines())
                .contains("### Seeded: 60 seeded tests failed, of which these are the first 50:".replaceFirst(":$", ""))
                .hasSize(6 + 50 - 1 + 1);
    }

    private static SeedReport report(String id, String test, String replay, String pin) {
        return new SeedReport(id, new FailedRun(test, "42", "42", "1", "", Selection.TEST), replay, pin, List.of());
    }
}
