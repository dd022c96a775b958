package dev.seeded.internal.note;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seeded.Seed;
import dev.seeded.internal.config.Run;
import dev.seeded.internal.config.Settings;
import dev.seeded.internal.declared.TestOrder;
import dev.seeded.internal.note.Reproduction.Facts;
import dev.seeded.internal.note.Reproduction.PinForm;
import dev.seeded.internal.replay.Replay.Property;
import dev.seeded.internal.replay.Selection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The one decision on what a failure needs to come back, as a table. */
class NoteReproductionTests {

    private static final List<Property> SEED = List.of(new Property("seed", "42"));

    @ParameterizedTest
    @CsvSource(textBlock = """
            # test,   around,  outlives, order,    listed | selects, run seed, pin
            DERIVED,  NOTHING, false,    NATURAL,  false,   TEST,    true,     SEEDED
            DERIVED,  NOTHING, false,    NATURAL,  true,    TEST,    true,     SEEDED_TEST
            DERIVED,  DERIVED, false,    NATURAL,  false,   TEST,    true,     NONE
            DERIVED,  PINNED,  false,    NATURAL,  false,   TEST,    true,     NONE
            DERIVED,  DERIVED, true,     NATURAL,  false,   CLASS,   true,     NONE
            PINNED,   NOTHING, false,    NATURAL,  false,   TEST,    false,    NONE
            PINNED,   PINNED,  true,     NATURAL,  false,   CLASS,   true,     NONE
            PINNED,   DERIVED, false,    NATURAL,  false,   TEST,    true,     NONE
            PINNED,   DERIVED, true,     NATURAL,  false,   CLASS,   true,     NONE
            PINNED,   NOTHING, false,    NATURAL,  true,    TEST,    false,    NONE
            NOTHING,  DERIVED, false,    NATURAL,  false,   TEST,    true,     NONE
            NOTHING,  DERIVED, true,     NATURAL,  false,   CLASS,   true,     NONE
            NOTHING,  PINNED,  false,    NATURAL,  false,   TEST,    false,    NONE
            NOTHING,  PINNED,  true,     NATURAL,  false,   CLASS,   true,     NONE
            NOTHING,  NOTHING, false,    METHODS,  false,   CLASS,   true,     NONE
            DERIVED,  NOTHING, false,    METHODS,  false,   CLASS,   true,     NONE
            PINNED,   NOTHING, false,    METHODS,  false,   CLASS,   true,     NONE
            DERIVED,  DERIVED, true,     METHODS,  false,   CLASS,   true,     NONE
            NOTHING,  NOTHING, false,    CLASSES,  false,   RUN,     true,     NONE
            DERIVED,  NOTHING, false,    CLASSES,  true,    RUN,     true,     NONE
            PINNED,   PINNED,  true,     CLASSES,  false,   RUN,     true,     NONE
            """)
    void bringsBack(
            Given test,
            Given around,
            boolean outlives,
            TestOrder order,
            boolean isListed,
            Selection selection,
            boolean needsRunSeed,
            PinForm pin) {
        assertThat(Reproduction.of(facts(test, around, outlives, order, isListed), run(Map.of())))
                .contains(new Reproduction(
                        selection,
                        needsRunSeed ? SEED : List.of(),
                        pin,
                        outlives && order == TestOrder.NATURAL
                                ? "needs the tests before it, as its class may keep a generator from one test to the next"
                                : "",
                        ""));
    }

    @Test
    void isEmptyWhereSeedsHaveNoPart() {
        assertThat(Reproduction.of(Facts.of(TestOrder.NATURAL), run(Map.of()))).isEmpty();
        assertThat(Reproduction.of(Facts.of(TestOrder.NATURAL), run(Map.of("seed.locale", "tr-TR"))))
                .isEmpty();
    }

    @Test
    void hasNoRunSeedOfACommitWhereAPinDecides() {
        Map<String, String> settings = Map.of("seed", "commit");
        Run run = Run.read(
                new Settings(settings::get, settings::get, Map.of("GITHUB_SHA", "0123456789".repeat(4))::get),
                () -> Seed.of(42));
        Optional<Reproduction> found =
                Reproduction.of(facts(Given.PINNED, Given.NOTHING, false, TestOrder.NATURAL, false), run);

        assertThat(found.map(Reproduction::settings)).contains(List.of());
        assertThat(found.map(one -> one.withNumber(run)).map(Reproduction::settings))
                .contains(List.of(new Property("seed", run.seed().toString())));
    }

    @ParameterizedTest
    @CsvSource({"seed.shrink,3s,true", "seed.shrink,false,false", "seed.timeout,3s,false"})
    void isTypedSoThatNothingShrinksItAgain(String setting, String value, boolean isTurnedOff) {
        Property off = new Property("seed.shrink", "false");
        Map<String, String> settings = Map.of(setting, value);
        Run ofFile = Run.read(new Settings(settings::get, unused -> null, unused -> null), () -> Seed.of(42));
        Run typed = run(settings);

        assertThat(reproduction(ofFile).unshrunk(ofFile).settings().contains(off))
                .isEqualTo(isTurnedOff);
        assertThat(reproduction(typed).unshrunk(typed).settings()).doesNotContain(off);
    }

    private static Reproduction reproduction(Run run) {
        return Reproduction.of(facts(Given.DERIVED, Given.NOTHING, false, TestOrder.NATURAL, false), run)
                .orElseThrow();
    }

    @Test
    void offersNoPinForWhatNothingSeeds() {
        Facts detected =
                new Facts(Given.NOTHING, Given.NOTHING, false, TestOrder.NATURAL, true, PinForm.SEEDED, "", "", false);

        assertThat(Reproduction.of(detected, run(Map.of())))
                .contains(new Reproduction(Selection.TEST, List.of(), PinForm.NONE, "", ""));
    }

    @Test
    void concernsEachFailureWhereTheSeedChoosesTheLocale() {
        Run any = run(Map.of("seed.locale", "any"));

        for (Given given : List.of(Given.NOTHING, Given.PINNED)) {
            Optional<Reproduction> found =
                    Reproduction.of(facts(given, Given.NOTHING, false, TestOrder.NATURAL, false), any);
            assertThat(found.map(Reproduction::needsRunSeed)).contains(true);
            assertThat(found.map(Reproduction::pin)).contains(PinForm.NONE);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "seed.locale, tr-TR",
        "seed.zone, any",
        "seed.clock, any",
        "seed.unordered, true",
        "seed.after, com.acme.LoginTest"
    })
    void offersNoPinWhereTheUserSetsMoreForOneRun(String setting, String value) {
        Facts facts = facts(Given.DERIVED, Given.NOTHING, false, TestOrder.NATURAL, false);

        assertThat(Reproduction.of(facts, run(Map.of(setting, value))).map(Reproduction::pin))
                .contains(PinForm.NONE);
    }

    @Test
    void hasAllSettingsThatDecide() {
        Run run = run(Map.of(
                "seed.locale", "tr-TR",
                "seed.zone", "Asia/Kolkata",
                "seed.clock", "2024-02-29T23:59:59Z",
                "seed.unordered", "hash",
                "seed.global", "seed",
                "seed.strict", "true",
                "seed.pins", "ignore",
                "seed.timeout", "2m",
                "seed.after", "com.acme.LoginTest",
                "seed.draws", "text"));

        assertThat(Reproduction.settings(run, true))
                .extracting(Property::assignment)
                .containsExactly(
                        "seed=42",
                        "seed.locale=tr-TR",
                        "seed.zone=Asia/Kolkata",
                        "seed.global=seed",
                        "seed.strict=true",
                        "seed.unordered=hash",
                        "seed.clock=2024-02-29T23:59:59Z",
                        "seed.pins=ignore",
                        "seed.timeout=120s",
                        "seed.after=com.acme.LoginTest",
                        "seed.draws=text");
    }

    /** A pin holds for its test, and not for those that left what is kept. */
    @ParameterizedTest
    @EnumSource(names = {"DERIVED", "PINNED"})
    void runsTheClassWithItsSeedWhereItMayKeepState(Given given) {
        Facts kept = new Facts(
                given,
                Given.NOTHING,
                false,
                TestOrder.NATURAL,
                false,
                PinForm.SEEDED,
                "the static field A.table",
                "",
                false);

        assertThat(Reproduction.of(kept, run(Map.of())))
                .contains(new Reproduction(
                        Selection.CLASS,
                        SEED,
                        PinForm.NONE,
                        "needs the tests before it, as the static field A.table may keep state from earlier tests",
                        ""));
    }

    @Test
    void promisesNothingWhereThreadsRace() {
        Facts race = new Facts(
                Given.DERIVED, Given.NOTHING, false, TestOrder.NATURAL, false, PinForm.SEEDED, "", "a race", false);

        assertThat(Reproduction.of(race, run(Map.of())))
                .contains(new Reproduction(Selection.TEST, SEED, PinForm.NONE, "", "a race"));
    }

    private static Facts facts(Given test, Given around, boolean outlives, TestOrder order, boolean isListed) {
        return new Facts(
                test, around, outlives, order, false, isListed ? PinForm.SEEDED_TEST : PinForm.SEEDED, "", "", false);
    }

    private static Run run(Map<String, String> settings) {
        return Run.read(new Settings(settings::get, settings::get, unused -> null), () -> Seed.of(42));
    }

    @ParameterizedTest
    @EnumSource
    void countsTheRunSeedMost(Given one) {
        assertThat(one.and(Given.NOTHING)).isEqualTo(one);
        assertThat(one.and(Given.DERIVED)).isEqualTo(Given.DERIVED);
        assertThat(Given.PINNED.and(one)).isEqualTo(one == Given.DERIVED ? one : Given.PINNED);
    }
}
