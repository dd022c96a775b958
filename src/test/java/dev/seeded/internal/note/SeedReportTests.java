package dev.seeded.internal.note;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seeded.Seed;
import dev.seeded.Seeded.Global;
import dev.seeded.internal.config.GivenSetting;
import dev.seeded.internal.config.GivenSetting.Source;
import dev.seeded.internal.config.JvmPolicy;
import dev.seeded.internal.config.PinPolicy;
import dev.seeded.internal.config.Run;
import dev.seeded.internal.declared.ContextSeed;
import dev.seeded.internal.declared.Pin;
import dev.seeded.internal.note.Reproduction.PinForm;
import dev.seeded.internal.replay.Replay;
import dev.seeded.internal.replay.Replay.Property;
import dev.seeded.internal.replay.Selection;
import dev.seeded.internal.replay.Target;
import dev.seeded.internal.replay.TestName;
import dev.seeded.internal.surroundings.WantedSurroundings;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SeedReportTests {

    private static final FailedRun RUN =
            new FailedRun("com.acme.CacheTest.fills()", "42", "42", "1", "", Selection.TEST);

    private static final TestName TEST = new TestName(
            "com.acme.ShuffleTest.keeps(Random)",
            "com.acme.ShuffleTest",
            Optional.of("keeps"),
            "[id]",
            "com.acme.ShuffleTest");
    private static final Optional<Pin> PIN = Optional.of(new Pin(-7, "com.acme.ShuffleTest"));

    private static final WantedSurroundings TURKISH = new WantedSurroundings(
            WantedSurroundings.parseLocale("tr-tr").orElseThrow(),
            WantedSurroundings.parseZone("asia/kolkata").orElseThrow());

    private static final Replay REPLAY = (test, properties) -> "run " + test.className()
            + properties.stream().map(Property::assignment).collect(Collectors.joining(" ", " ", ""));

    @Test
    void showsRunSeedReplayAndPin() {
        assertThat(report(run(PinPolicy.OBEY, Optional.empty()), Optional.empty(), true, true))
                .isEqualTo("com.acme.ShuffleTest.keeps(Random) ran with seed 42\n"
                        + "\t  replay  run com.acme.ShuffleTest seed=42\n"
                        + "\t  pin     @Seeded(-9223372036854775808L)");
    }

    @Test
    void showsNoPinThatIsNotEnough() {
        assertThat(report(run(PinPolicy.OBEY, Optional.empty()), Optional.empty(), false, true))
                .isEqualTo("com.acme.ShuffleTest.keeps(Random) ran with seed 42\n"
                        + "\t  replay  run com.acme.ShuffleTest seed=42");
    }

    @Test
    void showsThePinInForce() {
        assertThat(report(run(PinPolicy.OBEY, Optional.empty()), PIN, true, false))
                .isEqualTo("com.acme.ShuffleTest.keeps(Random) ran with seed -9223372036854775808,"
                        + " pinned by @Seeded(-7) on com.acme.ShuffleTest\n"
                        + "\t  replay  run com.acme.ShuffleTest ");
    }

    @Test
    void showsTheSeedThatDidNotApply() {
        Run property = run(PinPolicy.OBEY, Optional.of(new GivenSetting(" 0x2A ", Source.SYSTEM_PROPERTY, "seed")));
        Run variable =
                run(PinPolicy.OBEY, Optional.of(new GivenSetting("42", Source.ENVIRONMENT_VARIABLE, "JUNIT_SEED")));

        assertThat(report(property, PIN, true, false).lines().findFirst().orElseThrow())
                .endsWith(" pinned by @Seeded(-7) on com.acme.ShuffleTest; -Dseed=0x2A did not apply");
        assertThat(report(variable, PIN, true, false).lines().findFirst().orElseThrow())
                .endsWith(" pinned by @Seeded(-7) on com.acme.ShuffleTest; JUNIT_SEED=42 did not apply");
    }

    @Test
    void namesTheNumberOfACommitThatDidNotApply() {
        Run commit = run(
                PinPolicy.OBEY,
                Optional.of(new GivenSetting("commit", Source.SYSTEM_PROPERTY, "seed", "commit 0123456")));

        assertThat(report(commit, PIN, true, false))
                .endsWith(" pinned by @Seeded(-7) on com.acme.ShuffleTest; -Dseed=commit did not apply\n"
                        + "\t  replay  run com.acme.ShuffleTest seed=42");
    }

    @Test
    void replaysPinsAsTheRunDid() {
        assertThat(report(run(PinPolicy.IGNORE, Optional.empty()), Optional.empty(), true, true))
                .contains("\n\t  replay  run com.acme.ShuffleTest seed=42 seed.pins=ignore\n");
    }

    @Test
    void namesTheLocaleAndTheZone() {
        assertThat(report(run(PinPolicy.OBEY, Optional.empty(), TURKISH), Optional.empty(), false, true))
                .isEqualTo("com.acme.ShuffleTest.keeps(Random) ran with seed 42, locale tr-TR, zone Asia/Kolkata\n"
                        + "\t  replay  run com.acme.ShuffleTest seed=42 seed.locale=tr-TR seed.zone=Asia/Kolkata");
        assertThat(report(run(PinPolicy.OBEY, Optional.empty(), TURKISH), PIN, true, false))
                .isEqualTo("com.acme.ShuffleTest.keeps(Random) ran with seed -9223372036854775808, locale tr-TR,"
                        + " zone Asia/Kolkata, pinned by @Seeded(-7) on com.acme.ShuffleTest\n"
                        + "\t  replay  run com.acme.ShuffleTest seed.locale=tr-TR seed.zone=Asia/Kolkata");
    }

    @Test
    void replaysDrawsWhereTheCommandSelectsTheirTest() {
        assertThat(shrunk(REPLAY))
                .isEqualTo("com.acme.ShuffleTest.keeps(Random) ran with seed 42, shrunk\n"
                        + "\t  draws   nextInt() = 1\n"
                        + "\t  replay  run com.acme.ShuffleTest seed=42 seed.draws=Aiw\n"
                        + "\t  pin     @Seeded(value = -9223372036854775808L, draws = \"Aiw\")\n"
                        + "\t  first   run com.acme.ShuffleTest seed=42");
        assertThat(shrunk(new Replay() {
                    @Override
                    public String command(Target test, List<Property> properties) {
                        return REPLAY.command(test, properties);
                    }

                    @Override
                    public boolean selects(Selection selection) {
                        return false;
                    }
                }))
                .isEqualTo("com.acme.ShuffleTest.keeps(Random) ran with seed 42, shrunk\n"
                        + "\t  draws   nextInt() = 1\n"
                        + "\t  replay  run com.acme.ShuffleTest seed=42\n"
                        + "\t  pin     @Seeded(value = -9223372036854775808L, draws = \"Aiw\")");
    }

    @Test
    void promisesNoWholeRunOfACommandForOneTest() {
        Replay oneTest = new Replay() {
            @Override
            public String command(Target test, List<Property> properties) {
                return "one-test";
            }

            @Override
            public boolean selects(Selection selection) {
                return selection == Selection.TEST;
            }
        };
        assertThat(ofWholeRun(oneTest)).endsWith("""

                \t  replay  cannot be promised: the template in seed.command selects one test, but the failure needs the \
                whole run
                \t  try     one-test""");
        assertThat(ofWholeRun(REPLAY)).contains("\t  replay  run com.acme.ShuffleTest seed=42");
    }

    @Test
    void namesWhatNoSeedRepeats() {
        assertThat(new SeedReport("[id]", RUN, "run", null, List.of())
                        .referringTo("System.nanoTime in com.acme.Cache, threads in com.acme.CacheTest")
                        .doubted("why")
                        .text())
                .isEqualTo("com.acme.CacheTest.fills() ran with seed 42\n"
                        + "\t  replay  cannot be promised: why\n"
                        + "\t  try     run\n"
                        + "\t  uncontrolled  System.nanoTime in com.acme.Cache, threads in com.acme.CacheTest: no"
                        + " seed controls these, so the failure may not come back");
    }

    @Test
    void keepsWhatTheAnnotationSaysOfTheJvm() {
        Optional<NotedDraws> none = Optional.empty();

        assertThat(pin(-42, PinForm.SEEDED, none, Global.OFF)).isEqualTo("@Seeded(-42L)");
        assertThat(pin(-42, PinForm.SEEDED, none, Global.SEED))
                .isEqualTo("@Seeded(value = -42L, global = Global.SEED)");
        assertThat(pin(
                        1,
                        PinForm.SEEDED,
                        Optional.of(new NotedDraws("a-_", "nextInt() = 1", List.of(), "")),
                        Global.BOTH))
                .isEqualTo("@Seeded(value = 1L, draws = \"a-_\", global = Global.BOTH)");
        assertThat(pin(1, PinForm.SEEDED_TEST, none, Global.SEED)).isEqualTo("@SeededTest(seeds = {1L})");
    }

    private static @Nullable String pin(long seed, PinForm form, Optional<NotedDraws> draws, Global mode) {
        return SeedReport.of(
                        TEST,
                        run(PinPolicy.OBEY, Optional.empty()),
                        new ContextSeed(Seed.of(seed), Optional.empty()),
                        new Reproduction(Selection.TEST, List.of(), form, "", ""),
                        List.of(),
                        REPLAY,
                        draws,
                        mode)
                .pin();
    }

    private static String shrunk(Replay replay) {
        return report(
                run(PinPolicy.OBEY, Optional.empty()),
                Optional.empty(),
                true,
                true,
                replay,
                Optional.of(new NotedDraws("Aiw", "nextInt() = 1", List.of(), ", shrunk")));
    }

    private static String ofWholeRun(Replay replay) {
        Run run = run(PinPolicy.OBEY, Optional.empty());
        return SeedReport.of(
                        TEST,
                        run,
                        new ContextSeed(run.seed(), Optional.empty()),
                        new Reproduction(Selection.RUN, Reproduction.settings(run, true), PinForm.NONE, "", ""),
                        List.of(),
                        replay,
                        Optional.empty(),
                        Global.OFF)
                .text();
    }

    private static Run run(PinPolicy pins, Optional<GivenSetting> given) {
        return run(pins, given, WantedSurroundings.NONE);
    }

    private static Run run(PinPolicy pins, Optional<GivenSetting> given, WantedSurroundings wanted) {
        return new Run(
                Seed.of(42),
                given,
                pins,
                true,
                Optional.empty(),
                JvmPolicy.PRESET,
                Optional.empty(),
                Optional.empty(),
                wanted,
                Optional.empty(),
                false,
                false,
                List.of());
    }

    private static String report(Run run, Optional<Pin> pin, boolean selfContained, boolean runSeedMatters) {
        return report(run, pin, selfContained, runSeedMatters, REPLAY, Optional.empty());
    }

    private static String report(
            Run run,
            Optional<Pin> pin,
            boolean selfContained,
            boolean runSeedMatters,
            Replay replay,
            Optional<NotedDraws> draws) {
        return SeedReport.of(
                        TEST,
                        run,
                        new ContextSeed(Seed.of(Long.MIN_VALUE), pin),
                        new Reproduction(
                                Selection.TEST,
                                Reproduction.settings(run, runSeedMatters),
                                pin.isEmpty() && selfContained ? PinForm.SEEDED : PinForm.NONE,
                                "",
                                ""),
                        List.of(),
                        replay,
                        draws,
                        Global.OFF)
                .text();
    }
}
