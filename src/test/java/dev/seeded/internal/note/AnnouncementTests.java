package dev.seeded.internal.note;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seeded.Seed;
import dev.seeded.internal.config.Exploration;
import dev.seeded.internal.config.GivenSetting;
import dev.seeded.internal.config.GivenSetting.Source;
import dev.seeded.internal.config.JvmPolicy;
import dev.seeded.internal.config.Misspelling;
import dev.seeded.internal.config.PinPolicy;
import dev.seeded.internal.config.Run;
import dev.seeded.internal.config.Settings;
import dev.seeded.internal.surroundings.WantedSurroundings;
import dev.seeded.internal.surroundings.WantedSurroundings.Wanted;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnnouncementTests {

    @Test
    void saysThatASeedIsFresh() {
        assertThat(Announcement.lines(run(Optional.empty(), true), Map.of(), List.of()))
                .containsExactly("Seeded: run seed 42 (fresh); replay with -Dseed=42");
    }

    @ParameterizedTest
    @CsvSource({
        "SYSTEM_PROPERTY,seed,system property seed",
        "CONFIGURATION_PARAMETER,seed,JUnit configuration parameter seed",
        "ENVIRONMENT_VARIABLE,JUNIT_SEED,environment variable JUNIT_SEED",
    })
    void saysWhereASeedComesFrom(Source source, String name, String origin) {
        assertThat(Announcement.lines(
                        run(Optional.of(new GivenSetting("0x2A", source, name)), true), Map.of(), List.of()))
                .containsExactly("Seeded: run seed 42 (from " + origin + "); replay with -Dseed=42");
    }

    @Test
    void namesTheLocaleAndTheZone() {
        WantedSurroundings both = new WantedSurroundings(
                WantedSurroundings.parseLocale("tr-tr").orElseThrow(),
                WantedSurroundings.parseZone("asia/kolkata").orElseThrow());
        WantedSurroundings zone = new WantedSurroundings(Wanted.nothing(), both.zone());

        assertThat(Announcement.lines(run(Optional.empty(), true, both), Map.of(), List.of()))
                .containsExactly("Seeded: run seed 42 (fresh), locale tr-TR, zone Asia/Kolkata;"
                        + " replay with -Dseed=42 -Dseed.locale=tr-TR -Dseed.zone=Asia/Kolkata");
        assertThat(Announcement.lines(run(Optional.empty(), true, zone), Map.of(), List.of()))
                .containsExactly("Seeded: run seed 42 (fresh), zone Asia/Kolkata;"
                        + " replay with -Dseed=42 -Dseed.zone=Asia/Kolkata");
    }

    @Test
    void namesAllSettingsThatDecide() {
        Run run = Run.read(
                settings(Map.of("seed.clock", "2024-02-29T23:59:59Z", "seed.global", "seed")), () -> Seed.of(42));

        assertThat(Announcement.lines(run, Map.of(), List.of()))
                .containsExactly("Seeded: run seed 42 (fresh);"
                        + " replay with -Dseed=42 -Dseed.global=seed -Dseed.clock=2024-02-29T23:59:59Z");
    }

    @Test
    void namesNoLocaleOfManyRunsThatChooseTheirs() {
        WantedSurroundings any = new WantedSurroundings(new Wanted<>(true, Optional.empty()), Wanted.nothing());

        assertThat(Announcement.lines(
                        run(Optional.empty(), true, any),
                        Exploration.settings(settings(Map.of("seed.runs", "200", "seed.locale", "any"))),
                        List.of()))
                .containsExactly("Seeded: run seed 42 (fresh);"
                        + " repeat this run with -Dseed=42 -Dseed.runs=200 -Dseed.locale=any");
    }

    @Test
    void isSilentWhereItShallBe() {
        assertThat(Announcement.lines(run(Optional.empty(), false), Map.of(), List.of()))
                .isEmpty();
    }

    @Test
    void warnsOfMisspellingsWhereItIsSilentToo() {
        assertThat(Announcement.lines(
                        run(Optional.empty(), false),
                        Map.of(),
                        List.of(
                                new Misspelling("-Dseed.anounce", Optional.of("-Dseed.announce")),
                                new Misspelling("-Dseed.pin\n", Optional.of("-Dseed.pins")),
                                new Misspelling("JUNIT_SEED_ITERATIONS", Optional.empty()))))
                .containsExactly(
                        "Seeded: warning: -Dseed.anounce is not a setting and has no effect: did you mean -Dseed.announce?",
                        "Seeded: warning: -Dseed.pin\\u000A is not a setting and has no effect: did you mean -Dseed.pins?",
                        "Seeded: warning: JUNIT_SEED_ITERATIONS is not a setting and has no effect: there are "
                                + "seed.pins, seed.announce, seed.command, seed.memory, seed.report, seed.runs, seed.keepGoing,"
                                + " seed.jobs, seed.check, seed.check.jvm, seed.check.same, seed.check.others, seed.timeout, seed.shrink,"
                                + " seed.draws, seed.global, seed.strict, seed.clock, seed.unordered, seed.edgeCases,"
                                + " seed.locale, seed.zone, seed.bisect, seed.after");
    }

    @Test
    void saysWhatRepeatsAnExploration() {
        Settings settings = settings(Map.of(
                "seed.check",
                "true",
                "seed.check.same",
                "3",
                "seed.keepGoing",
                "false",
                "seed.timeout",
                "5s",
                "seed.report",
                "r.jsonl"));

        assertThat(Announcement.lines(Run.read(settings, () -> Seed.of(42)), Exploration.settings(settings), List.of()))
                .containsExactly("Seeded: run seed 42 (fresh); repeat this run with"
                        + " -Dseed=42 -Dseed.timeout=5s -Dseed.check=true -Dseed.check.same=3");
    }

    private static Settings settings(Map<String, String> given) {
        return new Settings(given::get, unused -> null, unused -> null);
    }

    private static Run run(Optional<GivenSetting> given, boolean announced) {
        return run(given, announced, WantedSurroundings.NONE);
    }

    private static Run run(Optional<GivenSetting> given, boolean announced, WantedSurroundings wanted) {
        return new Run(
                Seed.of(42),
                given,
                PinPolicy.OBEY,
                announced,
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
}
