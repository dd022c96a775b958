package dev.seeded.surroundings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.seeded.Seeded;
import dev.seeded.testing.ChildJvm;
import dev.seeded.testing.ErrorOutput;
import dev.seeded.testing.Fixtures;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.platform.commons.JUnitException;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.suite.api.ConfigurationParameter;
import org.junit.platform.suite.api.SelectClasses;
import org.junit.platform.suite.api.Suite;

/** The locale and time zone of a run. */
@ResourceLock(Resources.LOCALE)
@ResourceLock(Resources.TIME_ZONE)
@ResourceLock(Resources.SYSTEM_ERR)
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class SurroundingsTests {

    /** What run seed 1 chooses. */
    private static final String OF_SEED_1 = "locale en-GB, zone Australia/Lord_Howe";

    private static final String SETTINGS_OF_SEED_1 = "-Dseed.locale=en-GB -Dseed.zone=Australia/Lord_Howe";

    @BeforeEach
    void forget() {
        Fixtures.clear();
    }

    @Test
    @Tag("slow")
    void areThereBeforeAnyTestClassIsLoadedAndNamedInAnnouncementNoteAndBlock() {
        ChildJvm.Result result = new ChildJvm()
                .property("seed", "1")
                .property("seed.locale", "any")
                .property("seed.zone", "any")
                .property("user.language", "fr")
                .run(LoggingTestCase.class, UnseededTestCase.class);

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.out())
                .containsExactly("{initializer=[en-GB Australia/Lord_Howe], test=[en-GB Australia/Lord_Howe]}");
        assertThat(result.err())
                .containsExactly(
                        "Seeded: run seed 1 (from system property seed), " + OF_SEED_1 + "; replay with -Dseed=1 "
                                + SETTINGS_OF_SEED_1,
                        "Seeded: 2 seeded tests failed:",
                        "  " + LoggingTestCase.class.getName() + ".fails(Random) ran with seed 1, " + OF_SEED_1,
                        "    replay  -Dseed=1 " + SETTINGS_OF_SEED_1 + " (as VM options of the run configuration)",
                        "  " + UnseededTestCase.class.getName() + ".fails() ran with seed 1, " + OF_SEED_1,
                        "    replay  -Dseed=1 " + SETTINGS_OF_SEED_1 + " (as VM options of the run configuration)");
    }

    @Test
    @Tag("slow")
    void concernNoUnseededTestWhereTheUserNamesThem() {
        ChildJvm.Result result = new ChildJvm()
                .property("seed", "1")
                .environment("JUNIT_SEED_LOCALE", "TR-tr")
                .run(LoggingTestCase.class, UnseededTestCase.class);

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.out().get(0)).startsWith("{initializer=[tr-TR ");
        assertThat(result.err())
                .containsExactly(
                        "Seeded: run seed 1 (from system property seed), locale tr-TR;"
                                + " replay with -Dseed=1 -Dseed.locale=tr-TR",
                        "Seeded: 1 seeded test failed:",
                        "  " + LoggingTestCase.class.getName() + ".fails(Random) ran with seed 1, locale tr-TR",
                        "    replay  -Dseed=1 -Dseed.locale=tr-TR (as VM options of the run configuration)");
    }

    @Test
    void endTheRunBeforeAnyTestWhereASettingIsWrong() {
        Map<String, String> settings = Map.of("seed", "1", "seed.zone", "Asia/Atlantis");
        try (LauncherSession session = LauncherFactory.openSession()) {
            assertThatThrownBy(() -> run(session, settings, PassingUnseededTestCase.class))
                    .isInstanceOf(JUnitException.class)
                    .hasMessage(
                            "'Asia/Atlantis' (JUnit configuration parameter seed.zone) is not a value of seed.zone;"
                                    + " write 'any', an offset, or the id of a time zone that this JVM has, for example 'Asia/Kolkata'");
        }
        assertThat(Fixtures.logged("test")).isEmpty();
    }

    @Test
    void areThoseOfEachPlanAndSetBackWhenTheSessionEnds() {
        Locale locale = Locale.getDefault();
        ZoneId zone = ZoneId.systemDefault();
        ErrorOutput.of(() -> {
            try (LauncherSession session = LauncherFactory.openSession()) {
                run(session, Map.of("seed", "1", "seed.locale", "any", "seed.zone", "any"), StateTestCase.class);
                run(session, Map.of("seed", "2", "seed.locale", "any", "seed.zone", "any"), StateTestCase.class);
                run(session, Map.of("seed", "2", "seed.zone", "+05:30"), StateTestCase.class);
                try (LauncherSession inner = LauncherFactory.openSession()) {
                    run(inner, Map.of("seed", "1", "seed.locale", "any"), StateTestCase.class);
                }
                assertThat(ZoneId.systemDefault().getId()).isEqualTo("GMT+05:30");
                assertThat(Locale.getDefault()).isEqualTo(locale);
                run(session, Map.of("seed", "2"), StateTestCase.class);
            }
        });

        assertThat(Fixtures.logged("test"))
                .containsExactly(
                        "en-GB Australia/Lord_Howe",
                        "zh-Hans-CN Asia/Kathmandu",
                        locale.toLanguageTag() + " GMT+05:30",
                        "en-GB GMT+05:30",
                        locale.toLanguageTag() + " " + zone);
        assertThat(Locale.getDefault()).isEqualTo(locale);
        assertThat(ZoneId.systemDefault()).isEqualTo(zone);
    }

    @Test
    void areDemandedWhereNoLauncherHasSetThem() {
        assertThat(Fixtures.failures(
                        Fixtures.withSeed(1).with("seed.locale", "any").run(StateTestCase.class)))
                .singleElement()
                .asInstanceOf(InstanceOfAssertFactories.THROWABLE)
                .hasMessageStartingWith(
                        "seed.locale=any came too late for run seed 1: locale and zone are set before any"
                                + " test class is loaded, for all tests of a run of JUnit's Launcher. Write them, and the seed,")
                .hasNoSuppressedExceptions();
        assertThat(Fixtures.logged("test")).isEmpty();
    }

    @Test
    void comeTooLateAsParametersOfASuite() {
        ErrorOutput.of(() -> {
            try (LauncherSession session = LauncherFactory.openSession()) {
                run(session, Map.of("seed", "1"), SuiteTestCase.class);
            }
        });

        assertThat(Fixtures.logged("test")).isEmpty();
    }

    @Test
    void areEachRunsOwnWhileExploring() {
        Locale locale = Locale.getDefault();
        String written = ErrorOutput.of(() -> Fixtures.withSeed(1)
                .with("seed.runs", 40)
                .with("seed.locale", "any")
                .with("seed.zone", "any")
                .inParallel()
                .explore(RepeatedStateTestCase.class)
                .testEvents()
                .assertStatistics(stats -> stats.started(1).succeeded(1)));

        List<Object> states = Fixtures.logged("test");
        assertThat(states).hasSize(120).startsWith("en-GB Australia/Lord_Howe");
        // Tests of one run run at the same time, and have one locale.
        for (int run = 0; run < 40; run++) {
            assertThat(states.subList(3 * run, 3 * run + 3)).containsOnly(states.get(3 * run));
        }
        assertThat(states.stream().distinct()).hasSizeGreaterThan(30);
        assertThat(Locale.getDefault()).isEqualTo(locale);
        assertThat(written).containsOnlyOnce("Seeded: each run has the locale and zone that its own run seed chooses");
    }

    /** It did not run, so there is nothing to replay. */
    @Test
    void repeatNoTestWhoseAnnotationIsForbidden() {
        SummaryGeneratingListener listener = new SummaryGeneratingListener();
        String written = ErrorOutput.of(() -> {
            try (LauncherSession session = LauncherFactory.openSession()) {
                session.getLauncher().registerTestExecutionListeners(listener);
                run(session, Map.of("seed.zone", "any", "seed.pins", "fail"), ForbiddenPinTestCase.class);
            }
        });

        assertThat(listener.getSummary().getFailures())
                .singleElement()
                .satisfies(
                        failure -> assertThat(failure.getException()).hasMessageContaining("seed.pins=fail forbids"));
        assertThat(written).doesNotContain("replay");
    }

    @Test
    void areThoseOfTheFailedSeedInTheNoteWithoutAnAnnotation() {
        Throwable[] failure = new Throwable[1];
        ErrorOutput.of(() -> failure[0] = Fixtures.onlyFailure(Fixtures.withSeed(1)
                .with("seed.runs", 200)
                .with("seed.locale", "any")
                .explore(TurkishTestCase.class)));

        assertThat(failure[0].getSuppressed()[0].toString())
                .matches("(?s)Seed: .*TurkishTestCase\\.lowersTheTitle\\(\\) ran with seed \\d+, locale (tr|az)-\\S+\\n"
                        + "\\t  replay  .* -Dseed=\\d+ -Dseed.locale=(tr|az)-\\S+")
                .doesNotContain("pin");
    }

    private static void run(LauncherSession session, Map<String, String> parameters, Class<?> fixture) {
        session.getLauncher()
                .execute(LauncherDiscoveryRequestBuilder.request()
                        .selectors(selectClass(fixture))
                        .configurationParameters(parameters)
                        .build());
    }

    private static String state() {
        return Locale.getDefault().toLanguageTag() + " " + ZoneId.systemDefault();
    }

    @Seeded
    static class LoggingTestCase {

        static {
            Fixtures.log("initializer", state());
        }

        @Test
        void fails(Random random) {
            Fixtures.log("test", state());
            throw new IllegalStateException("drew " + random.nextInt());
        }
    }

    static class ForbiddenPinTestCase {

        @Test
        @Seeded(42)
        void isPinned(Random random) {
            random.nextInt();
        }
    }

    static class UnseededTestCase {

        @Test
        void fails() {
            throw new IllegalStateException();
        }
    }

    static class PassingUnseededTestCase {

        @Test
        void passes() {
            Fixtures.log("test", state());
        }
    }

    @Seeded
    static class StateTestCase {

        @Test
        void logs() {
            Fixtures.log("test", state());
        }
    }

    @Seeded
    static class RepeatedStateTestCase {

        @RepeatedTest(3)
        void logs() {
            Fixtures.log("test", state());
        }
    }

    static class TurkishTestCase {

        @Test
        void lowersTheTitle() {
            assertThat("TITLE".toLowerCase(Locale.getDefault())).isEqualTo("title");
        }
    }

    @Suite
    @SelectClasses(StateTestCase.class)
    @ConfigurationParameter(key = "seed.locale", value = "any")
    static class SuiteTestCase {}
}
