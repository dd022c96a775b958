package dev.seeded.internal.bisect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.seeded.internal.bisect.RunHistory.FailedTest;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.suite.api.SelectClasses;
import org.junit.platform.suite.api.Suite;

/** What is seen of the tests that run in a JVM. */
class RunHistoryTests {

    @Test
    void areMethodsInTheirOrderAndWhatIsBelowThemCountsAsTheirs() {
        RunHistory ran = run(FirstTestCase.class, LastTestCase.class);

        assertThat(ran.failed())
                .extracting(failed -> simple(failed.test().title()))
                .containsExactly("FirstTestCase.bRepeated(TestInfo)", "FirstTestCase.cMakes()", "LastTestCase.fails()");
        assertThat(titles(ran.before(ran.failed().get(0)))).containsExactly("FirstTestCase.a()");
        assertThat(titles(ran.later(ran.failed().get(0))))
                .containsExactly(
                        "FirstTestCase.cMakes()", "FirstTestCase$InnerTestCase.nested()", "LastTestCase.fails()");
        assertThat(ran.before(ran.failed().get(0)))
                .extracting(
                        TestReference::id, TestReference::className, TestReference::method, TestReference::parameters)
                .containsExactly(tuple(
                        "[engine:junit-jupiter]/[class:" + FirstTestCase.class.getName() + "]/[method:a()]",
                        FirstTestCase.class.getName(),
                        "a",
                        ""));
    }

    @Test
    void areClassesWhereThoseCouldNotRun() {
        RunHistory ran = run(FirstTestCase.class, BeforeAllTestCase.class, AfterAllTestCase.class);
        List<FailedTest> failed = ran.failed();

        assertThat(failed)
                .extracting(found -> simple(found.test().title()))
                .endsWith("BeforeAllTestCase", "AfterAllTestCase");
        assertThat(titles(ran.before(failed.get(2)))).hasSize(4).doesNotContain("BeforeAllTestCase");
        assertThat(titles(ran.later(failed.get(2)))).containsExactly("AfterAllTestCase.passes()");
        // It is needed where it leaves something though it fails.
        assertThat(titles(ran.before(failed.get(3)))).hasSize(5).endsWith("BeforeAllTestCase");
        assertThat(ran.later(failed.get(3))).isEmpty();
    }

    @Test
    void areKnownByTheirIdsOutsideOfASuite() {
        RunHistory ran = run(LastSuite.class);

        assertThat(ran.failed())
                .singleElement()
                .extracting(failed -> failed.test().id())
                .isEqualTo("[engine:junit-jupiter]/[class:" + LastTestCase.class.getName() + "]/[method:fails()]");
        assertThat(ran.countForeign()).isZero();
    }

    @Test
    void haveAClassInWhichAllRunTogether() {
        RunHistory ran = run(FirstTestCase.class);

        assertThat(ran.later(ran.failed().get(0)))
                .extracting(TestReference::outermostClass)
                .hasSize(2)
                .containsOnly("[engine:junit-jupiter]/[class:" + FirstTestCase.class.getName() + "]");
    }

    private static RunHistory run(Class<?>... classes) {
        RunHistory ran = new RunHistory();
        LauncherFactory.create(LauncherConfig.builder()
                        .enableLauncherSessionListenerAutoRegistration(false)
                        .build())
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(Arrays.stream(classes)
                                        .map(DiscoverySelectors::selectClass)
                                        .toList())
                                .build(),
                        new TestExecutionListener() {
                            @Override
                            public void executionStarted(TestIdentifier test) {
                                ran.started(test);
                            }

                            @Override
                            public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                                ran.finished(test, result);
                            }
                        });
        return ran;
    }

    private static List<String> titles(List<TestReference> tests) {
        return tests.stream().map(test -> simple(test.title())).toList();
    }

    private static String simple(String title) {
        return title.replace(RunHistoryTests.class.getName() + "$", "");
    }

    @TestMethodOrder(MethodOrderer.MethodName.class)
    static class FirstTestCase {

        @Test
        void a() {}

        @RepeatedTest(2)
        void bRepeated(TestInfo test) {
            throw new IllegalStateException(test.getDisplayName());
        }

        @TestFactory
        List<DynamicTest> cMakes() {
            return List.of(dynamicTest("passes", () -> {}), dynamicTest("fails", () -> {
                throw new IllegalStateException();
            }));
        }

        @Test
        @Disabled
        void dIsDisabled() {}

        @Nested
        class InnerTestCase {

            @Test
            void nested() {}
        }
    }

    static class LastTestCase {

        @Test
        void fails() {
            throw new IllegalStateException();
        }
    }

    static class BeforeAllTestCase {

        @BeforeAll
        static void fails() {
            throw new IllegalStateException();
        }

        @Test
        void neverRuns() {}
    }

    static class AfterAllTestCase {

        @AfterAll
        static void fails() {
            throw new IllegalStateException();
        }

        @Test
        void passes() {}
    }

    @Suite
    @SelectClasses(LastTestCase.class)
    static class LastSuite {}
}
