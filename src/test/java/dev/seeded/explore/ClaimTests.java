package dev.seeded.explore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.seeded.explore.ExploringTests.ClassWithParametersTestCase;
import dev.seeded.explore.ExploringTests.KindsTestCase;
import dev.seeded.explore.ExploringTests.RareTestCase;
import dev.seeded.internal.config.Claim;
import dev.seeded.testing.ErrorOutput;
import dev.seeded.testing.Fixtures;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.platform.launcher.EngineFilter;
import org.junit.platform.launcher.TagFilter;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** Which tests the exploring engine takes from Jupiter. */
@ResourceLock(Resources.SYSTEM_ERR)
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class ClaimTests {

    @Test
    @EnabledIf("dev.seeded.testing.Fixtures#parameterizedClassesExist")
    void takesAClassWithParametersFromJupiter() {
        assertThat(launch(request -> {}, ClassWithParametersTestCase.class).getTestsFoundCount())
                .isEqualTo(1);
        assertThat(Fixtures.logged("parameter 1")).hasSize(3);
    }

    @Test
    void takesTheTestsFromJupiter() {
        TestExecutionSummary summary = launch(request -> {}, KindsTestCase.class, UnseededTestCase.class);

        assertThat(summary.getTestsFoundCount()).isEqualTo(9);
        assertThat(Fixtures.logged().get("plain")).hasSize(3);
        assertThat(Fixtures.logged().get("unseeded")).hasSize(1);
    }

    @Test
    void leavesThemToJupiterWhereNothingIsToBeExplored() {
        launch(request -> {}, UnseededTestCase.class);
        TestExecutionSummary summary =
                launch(request -> request.configurationParameter("seed.runs", ""), RareTestCase.class);

        assertThat(summary.getTestsFoundCount()).isEqualTo(1);
        assertThat(Fixtures.logged().get("rare")).hasSize(1);
    }

    @Test
    void obeysFiltersThatAreAppliedAfterDiscovery() {
        TestExecutionSummary summary =
                launch(request -> request.filters(TagFilter.includeTags("slow")), KindsTestCase.class);

        assertThat(summary.getTestsFoundCount()).isEqualTo(1);
        assertThat(Fixtures.logged()).containsOnlyKeys("before all", "before each", "plain");
    }

    @ParameterizedTest
    @CsvSource({"seed.runs, 3", "seed.check, true", "seed, last"})
    void failsWhereItTakesNoPart(String setting, String value) {
        leavesToJupiter();

        assertThat(Fixtures.onlyFailure(
                        Fixtures.withSeed(1).with(setting, value).run(RareTestCase.class)))
                .hasMessage(setting + "=" + value + " needs the test engine \"seeded\", which is not part of"
                        + " this run: include it beside junit-jupiter, or remove " + setting);
    }

    @Test
    void failsWhereTheEngineIsExcludedOrNotIncluded() {
        for (EngineFilter filter :
                List.of(EngineFilter.excludeEngines("seeded"), EngineFilter.includeEngines("junit-jupiter"))) {
            leavesToJupiter();

            assertThat(launch(request -> request.filters(filter), RareTestCase.class)
                            .getFailures())
                    .singleElement()
                    .extracting(failure -> failure.getException().getMessage())
                    .isEqualTo("seed.runs=3 needs the test engine \"seeded\", which is not part of this run:"
                            + " include it beside junit-jupiter, or remove seed.runs");
        }
    }

    /** As the filter of engines that a user may set would. */
    private static void leavesToJupiter() {
        Claim.release();
    }

    static TestExecutionSummary launch(Consumer<LauncherDiscoveryRequestBuilder> refinement, Class<?>... classes) {
        LauncherDiscoveryRequestBuilder request = LauncherDiscoveryRequestBuilder.request()
                .selectors(Stream.of(classes).map(type -> selectClass(type)).toList())
                .configurationParameter("seed", "3")
                .configurationParameter("seed.runs", "3")
                .enableImplicitConfigurationParameters(false);
        refinement.accept(request);
        SummaryGeneratingListener summary = new SummaryGeneratingListener();
        Fixtures.clear();
        ErrorOutput.of(() -> LauncherFactory.create().execute(request.build(), summary));
        return summary.getSummary();
    }

    static class UnseededTestCase {

        @Test
        void unseeded() {
            Fixtures.log("unseeded", 1);
        }
    }
}
