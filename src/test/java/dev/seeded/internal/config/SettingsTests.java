package dev.seeded.internal.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import dev.seeded.internal.config.Exploration.Replay;
import dev.seeded.internal.config.Exploration.Search;
import dev.seeded.internal.config.GivenSetting.Source;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTests {

    private static final Map<String, String> NOTHING = Map.of();

    @Test
    void prefersParametersToTheEnvironment() {
        assertThat(settings(Map.of("seed", "1"), NOTHING, Map.of("JUNIT_SEED", "2"))
                        .find(Setting.SEED))
                .contains(new GivenSetting("1", Source.CONFIGURATION_PARAMETER, "seed"));
    }

    @Test
    void readsTheEnvironmentWhereThereIsNoParameter() {
        assertThat(settings(NOTHING, NOTHING, Map.of("JUNIT_SEED", "2")).find(Setting.SEED))
                .contains(new GivenSetting("2", Source.ENVIRONMENT_VARIABLE, "JUNIT_SEED"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t\n"})
    void takesBlankForNotGiven(String blank) {
        assertThat(settings(Map.of("seed", blank), NOTHING, Map.of("JUNIT_SEED", "2"))
                        .find(Setting.SEED))
                .contains(new GivenSetting("2", Source.ENVIRONMENT_VARIABLE, "JUNIT_SEED"));
        assertThat(settings(Map.of("seed", blank), NOTHING, Map.of("JUNIT_SEED", blank))
                        .find(Setting.SEED))
                .isEmpty();
    }

    @Test
    void findsNothingWhereThereIsNothing() {
        assertThat(settings(NOTHING, NOTHING, NOTHING).find(Setting.SEED)).isEmpty();
    }

    @Test
    void tellsASystemPropertyFromAnotherParameter() {
        assertThat(settings(Map.of("seed", "1"), Map.of("seed", "1"), NOTHING).find(Setting.SEED))
                .contains(new GivenSetting("1", Source.SYSTEM_PROPERTY, "seed"));
        assertThat(settings(Map.of("seed", "1"), Map.of("seed", "2"), NOTHING).find(Setting.SEED))
                .contains(new GivenSetting("1", Source.CONFIGURATION_PARAMETER, "seed"));
    }

    @Test
    void readsNoSystemPropertyThatIsNoParameter() {
        assertThat(settings(NOTHING, Map.of("seed", "1"), NOTHING).find(Setting.SEED))
                .isEmpty();
    }

    @Test
    void keepsTheTextAsItWasWritten() {
        assertThat(settings(Map.of("seed", " 0x2A "), NOTHING, NOTHING).find(Setting.SEED))
                .map(GivenSetting::text)
                .contains(" 0x2A ");
    }

    @ParameterizedTest
    @CsvSource({
        "SEED,JUNIT_SEED",
        "PINS,JUNIT_SEED_PINS",
        "CHECK_JVM,JUNIT_SEED_CHECK_JVM",
        "KEEP_GOING,JUNIT_SEED_KEEPGOING",
    })
    void hasOneVariableForEachProperty(Setting setting, String variable) {
        assertThat(Setting.variable(setting.property()))
                .isEqualTo(setting.variable())
                .isEqualTo(variable);
        assertThat(settings(NOTHING, NOTHING, Map.of(variable, "x")).find(setting))
                .contains(new GivenSetting("x", Source.ENVIRONMENT_VARIABLE, variable));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
        seed.check=true; seed=last; seed.check=true cannot be given with seed=last
        seed.check=true; seed.runs=2; seed.check=true cannot be given with seed.runs=2
        seed.shrink=5m; seed.check=true; seed.shrink=5m cannot be given with seed.check=true
        seed.draws=x; seed=last; seed.draws=x cannot be given with seed=last
        seed.bisect=true; seed.jobs=2; seed.bisect=true cannot be given with seed.jobs=2
        seed.check=true; seed.jobs=2; seed.check=true cannot be given with seed.jobs=2
        seed.check=true; seed.keepGoing=true; seed.check=true cannot be given with seed.keepGoing=true
        seed.bisect=true; seed.shrink=true; seed.bisect=true cannot be given with seed.shrink=true
        seed.after=A; seed.check=true; seed.after=A cannot be given with seed.check=true
        """)
    void refuseWhatCannotGoTogether(String one, String other, String sentence) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Exploration.read(given(one, other)))
                .withMessage(sentence + ": leave out one or the other");
    }

    @Test
    void nameAllThatCannotGoTogether() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Exploration.read(given("seed.bisect=true", "seed.runs=2", "seed.shrink=true")))
                .withMessage("seed.bisect=true cannot be given with seed.runs=2 and seed.shrink=true:"
                        + " leave out one or the other");
    }

    @Test
    void refuseWhatNeedsAnother() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Exploration.read(given("seed.keepGoing=true")))
                .withMessage("seed.keepGoing=true needs seed.runs (for example 2000 or 10m)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Exploration.read(given("seed.jobs=2")))
                .withMessage("seed.jobs=2 needs seed.runs (for example 2000 or 10m)");
    }

    @ParameterizedTest
    @CsvSource({
        "seed=42, seed.global=seed, without seed.runs",
        "seed=42, seed.check=true, without seed.runs",
        "seed=last, seed.memory=m, with seed=last",
        "seed=last, seed.runs=2, with seed=last",
        "seed.after=A, seed.runs=2, with seed.after",
        "seed=42, seed.after=A, with seed.after",
        "seed.draws=s1, seed.runs=2, with seed.draws"
    })
    void ofSearchesHaveNoEffectOnReplays(String one, String other, String why) {
        Settings settings = given(one, other, "seed.jobs=2", "seed.keepGoing=true");

        assertThatNoException().isThrownBy(settings::demandThatTheyFit);
        assertThat(settings.withoutEffect())
                .endsWith("seed.keepGoing=true has no effect " + why, "seed.jobs=2 has no effect " + why);
    }

    @ParameterizedTest
    @CsvSource({"seed=last, with seed=last", "seed.after=A, with seed.after"})
    void ofBisectingHasNoEffectOnReplays(String replay, String why) {
        Settings settings = given(replay, "seed.bisect=true");

        assertThatNoException().isThrownBy(settings::demandThatTheyFit);
        assertThat(settings.withoutEffect()).containsExactly("seed.bisect=true has no effect " + why);
    }

    @Test
    void ofSearchesDoNotExploreByThemselves() {
        for (String replay : List.of("seed=42", "seed.draws=s1")) {
            Settings settings = given(replay, "seed.jobs=2", "seed.keepGoing=true");
            assertThat(Exploration.wanted(settings)).as(replay).isEmpty();
            assertThat(Exploration.settings(settings)).as(replay).isEmpty();
        }
        assertThat(Exploration.read(given("seed=last", "seed.runs=2"))).isEqualTo(new Replay());
        assertThat(Exploration.read(given("seed.draws=s1", "seed.runs=2", "seed.shrink=true")))
                .isEqualTo(new Search(Runs.ONE, false, 1));
        assertThat(Exploration.shrinking(given("seed.after=A", "seed.shrink=true")))
                .isEmpty();
    }

    @Test
    void goTogetherWhereOneAsksForNothing() {
        assertThat(Exploration.read(given("seed.runs=2", "seed=42", "seed.check=false", "seed.bisect=FALSE")))
                .isEqualTo(new Search(Runs.parse("2").orElseThrow(), false, 1));
        assertThat(Exploration.read(given("seed.keepGoing=false"))).isEqualTo(new Search(Runs.ONE, false, 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "1000", "2.5", "all"})
    void refuseANumberOfJobsThatCannotBe(String jobs) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Exploration.read(given("seed.runs=2", "seed.jobs=" + jobs)))
                .withMessage(
                        "'" + jobs + "' (JUnit configuration parameter seed.jobs) is not a value of seed.jobs; write"
                                + " 'cores', or a number of JVMs up to 999, for example '4'");
    }

    @Test
    void countTheProcessorsForJobs() {
        assertThat(Exploration.read(given("seed.runs=2", "seed.jobs=Cores")))
                .isEqualTo(new Search(
                        Runs.parse("2").orElseThrow(),
                        false,
                        Runtime.getRuntime().availableProcessors()));
    }

    private static Settings given(String... settings) {
        Map<String, String> parameters = Stream.of(settings)
                .map(setting -> setting.split("=", 2))
                .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1]));
        return settings(parameters, NOTHING, NOTHING);
    }

    @Test
    void namesTheOrigin() {
        assertThat(new GivenSetting("1", Source.SYSTEM_PROPERTY, "seed").sourceText())
                .isEqualTo("system property seed");
        assertThat(new GivenSetting("1", Source.CONFIGURATION_PARAMETER, "seed.pins").sourceText())
                .isEqualTo("JUnit configuration parameter seed.pins");
        assertThat(new GivenSetting("1", Source.ENVIRONMENT_VARIABLE, "JUNIT_SEED").sourceText())
                .isEqualTo("environment variable JUNIT_SEED");
    }

    @Test
    void showsASettingAsItIsTyped() {
        assertThat(new GivenSetting(" 1 ", Source.SYSTEM_PROPERTY, "seed").asTyped())
                .isEqualTo("-Dseed=1");
        assertThat(new GivenSetting("1", Source.CONFIGURATION_PARAMETER, "seed").asTyped())
                .isEqualTo("seed=1");
        assertThat(new GivenSetting("1", Source.ENVIRONMENT_VARIABLE, "JUNIT_SEED").asTyped())
                .isEqualTo("JUNIT_SEED=1");
    }

    private static Settings settings(
            Map<String, String> parameters, Map<String, String> systemProperties, Map<String, String> environment) {
        return new Settings(parameters::get, systemProperties::get, environment::get);
    }
}
