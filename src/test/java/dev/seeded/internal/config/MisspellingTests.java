package dev.seeded.internal.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MisspellingTests {

    /** They are in the scripts of users: a name may come, and none goes. */
    @Test
    void knowsEachSettingThatEverWas() {
        List<String> settings = List.of(
                "seed",
                "seed.announce",
                "seed.check",
                "seed.check.jvm",
                "seed.check.same",
                "seed.check.others",
                "seed.command",
                "seed.draws",
                "seed.global",
                "seed.keepGoing",
                "seed.memory",
                "seed.pins",
                "seed.report",
                "seed.runs",
                "seed.shrink",
                "seed.strict",
                "seed.timeout");

        assertThat(Misspelling.amongProperties(settings)).isEmpty();
        assertThat(Misspelling.amongVariables(
                        List.of("JUNIT_SEED", "JUNIT_SEED_KEEPGOING", "JUNIT_SEED_CHECK_JVM", "JUNIT_SEED_REPORT")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "seed.pin, seed.pins",
        "seed.pinss, seed.pins",
        "seed.psin, seed.pins",
        "seed.Pins, seed.pins",
        "seed.PIN, seed.pins",
        "SEED.pins, seed.pins",
        "seed.keepgoing, seed.keepGoing",
        "seed.anounce, seed.announce",
        "seed.annoucne, seed.announce",
        "seed.announced, seed.announce",
        "seed.comand, seed.command",
        "seed.commands, seed.command",
        "Seed, seed",
        "SEED, seed",
    })
    void namesThePropertyThatIsWithinTwoLetters(String written, String meant) {
        assertThat(Misspelling.amongProperties(List.of(written)))
                .containsExactly(new Misspelling("-D" + written, Optional.of("-D" + meant)));
    }

    @ParameterizedTest
    @CsvSource({
        "JUNIT_SEEDS, JUNIT_SEED",
        "JUNIT_SEED_PIN, JUNIT_SEED_PINS",
        "JUNIT_SEED_KEEP_GOING, JUNIT_SEED_KEEPGOING",
        "JUNIT_SEED_Runs, JUNIT_SEED_RUNS",
    })
    void namesTheVariableThatIsWithinTwoLetters(String written, String meant) {
        assertThat(Misspelling.amongVariables(List.of(written)))
                .containsExactly(new Misspelling(written, Optional.of(meant)));
    }

    @Test
    void findsWhatIsNearToNone() {
        assertThat(Misspelling.amongProperties(List.of("seed.iterations", "seed.announcement")))
                .containsExactly(
                        new Misspelling("-Dseed.announcement", Optional.empty()),
                        new Misspelling("-Dseed.iterations", Optional.empty()));
        assertThat(Misspelling.amongVariables(List.of("JUNIT_SEED_ITERATIONS")))
                .containsExactly(new Misspelling("JUNIT_SEED_ITERATIONS", Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "seed",
                "seed.pins",
                "seed.announce",
                "seed.command",
                "sed.pins",
                "seeds.pins",
                "seedpins",
                "user.dir",
                ""
            })
    void leavesTheRestAlone(String property) {
        assertThat(Misspelling.amongProperties(List.of(property))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"JUNIT_SEED", "JUNIT_SEED_PINS", "JUNIT_SEED_CHECK_JVM", "JUNIT_HOME", "SEED", "seed.pin"})
    void leavesOtherVariablesAlone(String variable) {
        assertThat(Misspelling.amongVariables(List.of(variable))).isEmpty();
    }

    @Test
    void listsThemInAlphabeticalOrder() {
        assertThat(Misspelling.amongProperties(
                        List.of("seed.pinz", "user.dir", "seed.comand", "seed.pins", "seed.anounce")))
                .extracting(Misspelling::written)
                .containsExactly("-Dseed.anounce", "-Dseed.comand", "-Dseed.pinz");
    }
}
