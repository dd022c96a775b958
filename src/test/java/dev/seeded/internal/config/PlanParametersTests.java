package dev.seeded.internal.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seeded.Seed;
import dev.seeded.internal.JvmState;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.engine.ConfigurationParameters;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;

class PlanParametersTests {

    private static final String ORDER = "junit.jupiter.testmethod.order.default";

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void winOverTheSeedOfACommandUnlessTheyGiveTheSame(boolean isVariable) {
        assertThat(otherSeed(Map.of("seed", "0x5"), isVariable)).isEmpty();
        assertThat(otherSeed(Map.of("seed", "6"), isVariable)).contains("6");
        assertThat(otherSeed(Map.of("seed", "commit"), isVariable)).contains("commit");
        assertThat(otherSeed(Map.of(), isVariable)).isEmpty();
    }

    @Test
    void areOthersInASuiteThatSetsThem() {
        Map<String, String> ofPlan = Map.of(ORDER, "acme.Order");

        assertThat(during(ofPlan, () -> PlanParameters.ofSuite(name -> Optional.ofNullable(ofPlan.get(name)))))
                .isEmpty();
        assertThat(during(ofPlan, () -> PlanParameters.ofSuite(name -> Optional.empty())))
                .containsExactly(ORDER);
    }

    private static Optional<String> otherSeed(Map<String, String> ofPlan, boolean isVariable) {
        return during(ofPlan, () -> PlanParameters.otherSeed(Run.preset(Seed.of(5)), isVariable));
    }

    private static <T> T during(Map<String, String> ofPlan, Supplier<T> action) {
        ConfigurationParameters parameters = LauncherDiscoveryRequestBuilder.request()
                .enableImplicitConfigurationParameters(false)
                .configurationParameters(ofPlan)
                .build()
                .getConfigurationParameters();
        return JvmState.PLAN_PARAMETERS.holding(ConfigurationParameters.class).during(parameters, action);
    }
}
