package dev.seeded.internal.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seeded.internal.config.Setting.Source;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTests {

    private static final Map<String, String> NOTHING = Map.of();

    @Test
    void prefersParametersToTheEnvironment() {
        assertThat(settings(Map.of("seed", "1"), NOTHING, Map.of("JUNIT_SEED", "2"))
                        .find("seed"))
                .contains(new Setting("1", Source.CONFIGURATION_PARAMETER, "seed"));
    }

    @Test
    void readsTheEnvironmentWhereThereIsNoParameter() {
        assertThat(settings(NOTHING, NOTHING, Map.of("JUNIT_SEED", "2")).find("seed"))
                .contains(new Setting("2", Source.ENVIRONMENT_VARIABLE, "JUNIT_SEED"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t\n"})
    void takesBlankForNotGiven(String blank) {
        assertThat(settings(Map.of("seed", blank), NOTHING, Map.of("JUNIT_SEED", "2"))
                        .find("seed"))
                .contains(new Setting("2", Source.ENVIRONMENT_VARIABLE, "JUNIT_SEED"));
        assertThat(settings(Map.of("seed", blank), NOTHING, Map.of("JUNIT_SEED", blank))
                        .find("seed"))
                .isEmpty();
    }

    @Test
    void findsNothingWhereThereIsNothing() {
        assertThat(settings(NOTHING, NOTHING, NOTHING).find("seed")).isEmpty();
    }

    @Test
    void tellsASystemPropertyFromAnotherParameter() {
        assertThat(settings(Map.of("seed", "1"), Map.of("seed", "1"), NOTHING).find("seed"))
                .contains(new Setting("1", Source.SYSTEM_PROPERTY, "seed"));
        assertThat(settings(Map.of("seed", "1"), Map.of("seed", "2"), NOTHING).find("seed"))
                .contains(new Setting("1", Source.CONFIGURATION_PARAMETER, "seed"));
    }

    @Test
    void readsNoSystemPropertyThatIsNoParameter() {
        assertThat(settings(NOTHING, Map.of("seed", "1"), NOTHING).find("seed")).isEmpty();
    }

    @Test
    void keepsTheTextAsItWasWritten() {
        assertThat(settings(Map.of("seed", " 0x2A "), NOTHING, NOTHING).find("seed"))
                .map(Setting::text)
                .contains(" 0x2A ");
    }

    @ParameterizedTest
    @CsvSource({
        "seed,JUNIT_SEED",
        "seed.pins,JUNIT_SEED_PINS",
        "seed.announce,JUNIT_SEED_ANNOUNCE",
        "seed.command,JUNIT_SEED_COMMAND",
    })
    void hasOneVariableForEachProperty(String property, String variable) {
        assertThat(Settings.variable(property)).isEqualTo(variable);
        assertThat(settings(NOTHING, NOTHING, Map.of(variable, "x")).find(property))
                .contains(new Setting("x", Source.ENVIRONMENT_VARIABLE, variable));
    }

    @Test
    void namesTheOrigin() {
        assertThat(new Setting("1", Source.SYSTEM_PROPERTY, "seed").sourceText())
                .isEqualTo("system property seed");
        assertThat(new Setting("1", Source.CONFIGURATION_PARAMETER, "seed.pins").sourceText())
                .isEqualTo("JUnit configuration parameter seed.pins");
        assertThat(new Setting("1", Source.ENVIRONMENT_VARIABLE, "JUNIT_SEED").sourceText())
                .isEqualTo("environment variable JUNIT_SEED");
    }

    @Test
    void showsASettingAsItIsTyped() {
        assertThat(new Setting(" 1 ", Source.SYSTEM_PROPERTY, "seed").asTyped()).isEqualTo("-Dseed=1");
        assertThat(new Setting("1", Source.CONFIGURATION_PARAMETER, "seed").asTyped())
                .isEqualTo("seed=1");
        assertThat(new Setting("1", Source.ENVIRONMENT_VARIABLE, "JUNIT_SEED").asTyped())
                .isEqualTo("JUNIT_SEED=1");
    }

    private static Settings settings(
            Map<String, String> parameters, Map<String, String> systemProperties, Map<String, String> environment) {
        return new Settings(parameters::get, systemProperties::get, environment::get);
    }
}
