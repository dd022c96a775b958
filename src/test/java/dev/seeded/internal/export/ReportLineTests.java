package dev.seeded.internal.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.seeded.Seed;
import dev.seeded.internal.execution.FailureShape;
import dev.seeded.internal.export.ReportLine.Counts;
import dev.seeded.internal.export.ReportLine.First;
import dev.seeded.internal.export.ReportLine.Group;
import dev.seeded.internal.export.ReportLine.How;
import dev.seeded.internal.export.ReportLine.Interval;
import dev.seeded.internal.export.ReportLine.Kind;
import dev.seeded.internal.export.ReportLine.Origin;
import dev.seeded.internal.export.ReportLine.Search;
import dev.seeded.internal.labels.Label;
import dev.seeded.internal.note.NotedDraws;
import dev.seeded.internal.replay.Selection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportLineTests {

    private static final String IDENTITY = "/[class:com.acme.ATest]/[method:a(java.util.Random)]";

    private static final ReportLine FULL = new ReportLine(
            Kind.EXPLORED,
            "com.acme.ATest.a(Random)",
            IDENTITY,
            new How(Selection.CLASS, Map.of("seed.locale", "tr-TR")),
            Optional.of(new First(
                    Seed.of(7),
                    Optional.of(Seed.of(-8)),
                    "7, Turkish",
                    "mvn test \\\n -Dseed=7",
                    "its class keeps state",
                    "threads race",
                    "threads in com.acme.ATest",
                    Optional.of("@Seeded(-8L)"),
                    Optional.of("draws"),
                    List.of(
                            new NotedDraws.Row(2, "nextInt(6) = 5", "A.java:3"),
                            new NotedDraws.Row(1, "any nextInt()", "")),
                    "mvn test -Dseed=7")),
            Optional.of(new Counts(
                    Optional.of(new Search(Seed.of(5), Optional.of("@Seeded(-8) on A"))),
                    500,
                    94,
                    3,
                    "chance decides",
                    1,
                    Optional.of(new Interval(0.15, 0.25)),
                    List.of(
                            new Group(
                                    new FailureShape("E", "drew #", "A.a(A.java:9)", "drew 7"),
                                    93,
                                    List.of(Seed.of(7), Seed.of(9))),
                            new Group(new FailureShape("F", "", "", ""), 1, List.of(Seed.of(7)))),
                    true,
                    0,
                    Map.of("empty", new Label(false, 12), "collision", new Label(true, 0)),
                    "one too many",
                    120,
                    40,
                    7)),
            Optional.of("fails with this seed"),
            Optional.of(new Origin("2026-11-29T01:00:00Z", "Java 17", Map.of("seed.runs", "500"))));

    @Test
    void isReadAsItWasWritten() {
        assertThat(ReportLine.read(FULL.text())).isEqualTo(FULL);
        assertThat(ReportLine.read(FULL.text()).text()).isEqualTo(FULL.text());
        assertThat(FULL.runSeeds()).containsExactly(Seed.of(7), Seed.of(9));
        ReportLine kept = ReportLine.of(Kind.KEPT, "", IDENTITY, Seed.of(3), How.ALONE);
        assertThat(ReportLine.read(kept.text())).isEqualTo(kept);
        assertThat(kept.runSeeds()).containsExactly(Seed.of(3));
        ReportLine quiet = new ReportLine(
                Kind.EXPLORED,
                "A.a",
                IDENTITY,
                How.ALONE,
                Optional.empty(),
                Optional.of(new Counts(
                        Optional.empty(),
                        5,
                        0,
                        0,
                        "",
                        0,
                        Optional.empty(),
                        List.of(),
                        false,
                        0,
                        Map.of(),
                        "",
                        0,
                        0,
                        0)),
                Optional.empty(),
                Optional.empty());
        assertThat(ReportLine.read(quiet.text())).isEqualTo(quiet);
        assertThat(quiet.runSeeds()).isEmpty();
    }

    @Test
    void mayHaveFieldsOfALaterVersion() {
        assertThat(ReportLine.read(FULL.text().replaceFirst("\\{", "{\"new\":[{}],")))
                .isEqualTo(FULL);
    }

    @Test
    void cannotMoveACursor() {
        String hostile =
                FULL.text().replace("a(Random)", "a\\u001b[2J\\u202e\\n").replace("mvn test", "mvn\\u001b[2J");

        ReportLine read = ReportLine.read(hostile);

        assertThat(read.test()).isEqualTo("com.acme.ATest.a\\u001B[2J\\u202E\\u000A");
        assertThat(read.first().orElseThrow().replay()).isEqualTo("mvn\\u001B[2J \\\n -Dseed=7");
    }

    @Test
    void isRefusedIfItIsCut() {
        for (int length = 0; length < FULL.text().length(); length++) {
            String cut = FULL.text().substring(0, length);
            assertThatIllegalArgumentException().isThrownBy(() -> ReportLine.read(cut));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|it is not a line of a report",
                "[1]|it is not a line of a report",
                "null|it is not a line of a report",
                "{\"format\":2}|its format is 2, and this version of Seeded reads 1",
                "{\"format\":\"x\"}|its format is x, and this version of Seeded reads 1",
                "{\"format\":1}|it has no id of a test",
                "{\"format\":1,\"kind\":\"other\"}|it has an unknown kind",
                "{\"format\":1,\"id\":\"/[class:A]\",\"select\":\"all\"}|it has an unknown select"
            })
    void isRefusedWithAReason(String line, String reason) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ReportLine.read(line))
                .withMessage(reason);
    }
}
