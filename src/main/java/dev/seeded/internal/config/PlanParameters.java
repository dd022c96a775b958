package dev.seeded.internal.config;

import dev.seeded.internal.JvmState;
import dev.seeded.internal.JvmState.Slot;
import dev.seeded.internal.UserError;
import dev.seeded.internal.seed.SeedText;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.TestInstance;
import org.junit.platform.engine.ConfigurationParameters;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;

/**
 * The parameters of JUnit that the tool gives the plan that runs. A suite may give its tests others, which a command that
 * selects its tests alone lacks; and the tool may give a run seed that no command replaces.
 */
public final class PlanParameters {

    private static final Slot<ConfigurationParameters> OF_PLAN =
            JvmState.PLAN_PARAMETERS.holding(ConfigurationParameters.class);

    /** Those that decide which tests run, and after which others. */
    private static final List<String> DECIDING = List.of(
            MethodOrderer.DEFAULT_ORDER_PROPERTY_NAME,
            ClassOrderer.DEFAULT_ORDER_PROPERTY_NAME,
            MethodOrderer.Random.RANDOM_SEED_PROPERTY_NAME,
            TestInstance.Lifecycle.DEFAULT_LIFECYCLE_PROPERTY_NAME,
            "junit.jupiter.extensions.autodetection.enabled");

    private PlanParameters() {}

    /** Returns the parameters of JUnit that have another value here than in the plan. */
    static List<String> ofSuite(Function<String, Optional<String>> parameters) {
        return OF_PLAN.find().stream()
                .flatMap(plan ->
                        DECIDING.stream().filter(name -> !parameters.apply(name).equals(plan.get(name))))
                .toList();
    }

    /**
     * Returns the run seed that the tool gives JUnit, if it wins over that of a command.
     *
     * @param isVariable whether the command sets a variable of the environment, not a system property
     */
    public static Optional<String> otherSeed(Run run, boolean isVariable) {
        String seed = Setting.SEED.property();
        return OF_PLAN.find()
                .flatMap(plan -> plan.get(seed))
                .filter(given -> !isOf(run, given))
                .filter(given -> !Optional.of(given)
                        .equals(isVariable ? Optional.ofNullable(System.getProperty(seed)) : ofNoRequest(seed)));
    }

    /** Returns what a system property gives, or else a file, over which a system property wins. */
    private static Optional<String> ofNoRequest(String parameter) {
        return LauncherDiscoveryRequestBuilder.request()
                .build()
                .getConfigurationParameters()
                .get(parameter);
    }

    private static boolean isOf(Run run, String given) {
        try {
            return SeedText.parse(given, "") == run.seed().value();
        } catch (UserError word) {
            return run.given().isPresent();
        }
    }
}
