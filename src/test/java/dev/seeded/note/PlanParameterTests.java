package dev.seeded.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.seeded.Seeded;
import dev.seeded.testing.ErrorOutput;
import dev.seeded.testing.FreshJvm;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.suite.api.ConfigurationParameter;
import org.junit.platform.suite.api.SelectClasses;
import org.junit.platform.suite.api.Suite;

/** Parameters of JUnit that the build or a suite sets, and a command cannot. */
@ResourceLock(Resources.SYSTEM_ERR)
class PlanParameterTests {

    private static final String TEST = SometimesFailingTestCase.class.getName();

    @Test
    void replaceTheSeedThatExploringFinds() {
        assertThat(writtenBy(Map.of("seed", "0x2A", "seed.runs", "50"), SometimesFailingTestCase.class))
                .contains("replay  cannot be promised: the build sets JUnit's parameter seed=0x2A, which wins over the"
                        + " seed of the command\n    try     again '" + TEST + "' fails ");
    }

    @Test
    void haveTheSeedOfTheFailureItself() {
        assertThat(writtenBy(Map.of("seed", "0x2A"), AlwaysFailingTestCase.class))
                .contains("    replay  again ");
    }

    @Test
    void giveWayWhereTheyAreSystemProperties() throws IOException {
        Process jvm = FreshJvm.start(
                List.of(
                        "-Dseed=42",
                        "-Dseed.runs=50",
                        "-Dseed.memory=target/seeds-of-fixtures",
                        "-Dseed.command=again {class} {method} {seed}"),
                SometimesFailingTestCase.class);

        assertThat(new String(jvm.getErrorStream().readAllBytes(), StandardCharsets.UTF_8))
                .contains("    replay  again '" + TEST + "' fails ");
    }

    @Test
    void ofASuiteAreNoneOfItsTestsAlone() {
        assertThat(writtenBy(Map.of("seed", "42"), OrderedSuite.class))
                .contains(
                        "second(Random) ran with seed 42\n    replay  cannot be promised: the suite sets"
                                + " junit.jupiter.testmethod.order.default, and the command runs the test outside of the suite\n")
                .contains("alone(Random) ran with seed 42\n    replay  again ");
    }

    private static String writtenBy(Map<String, String> parameters, Class<?> type) {
        return ErrorOutput.of(() -> {
            try (LauncherSession session = LauncherFactory.openSession()) {
                session.getLauncher()
                        .execute(LauncherDiscoveryRequestBuilder.request()
                                .selectors(selectClass(type))
                                .enableImplicitConfigurationParameters(false)
                                .configurationParameter("seed.command", "again {class} {method} {seed}")
                                .configurationParameter("seed.memory", "target/seeds-of-fixtures")
                                .configurationParameters(parameters)
                                .build());
            }
        });
    }

    @Seeded
    static class SometimesFailingTestCase {

        @Test
        void fails(Random random) {
            assertThat(random.nextInt(10)).isPositive();
        }
    }

    @Seeded
    static class AlwaysFailingTestCase {

        @Test
        void alone(Random random) {
            assertThat(random.nextInt()).isNull();
        }
    }

    @Seeded
    static class KeepingTestCase {

        private static int tests;

        @Test
        void first(Random random) {
            tests++;
        }

        @Test
        void second(Random random) {
            assertThat(tests).isZero();
        }
    }

    @Suite
    @SelectClasses({KeepingTestCase.class, AlwaysFailingTestCase.class})
    @ConfigurationParameter(
            key = MethodOrderer.DEFAULT_ORDER_PROPERTY_NAME,
            value = "org.junit.jupiter.api.MethodOrderer$MethodName")
    static class OrderedSuite {}
}
