package dev.seeded.note;

import static dev.seeded.testing.Thrown.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;
import static org.junit.platform.launcher.EngineFilter.includeEngines;

import dev.seeded.Seeded;
import dev.seeded.internal.JvmState;
import dev.seeded.internal.explore.ExploringEngine;
import dev.seeded.internal.note.EarlierTests;
import dev.seeded.internal.surroundings.JvmDefaults;
import dev.seeded.testing.ChildJvm;
import dev.seeded.testing.Counter;
import dev.seeded.testing.ErrorOutput;
import dev.seeded.testing.NotedFailure;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.engine.JupiterTestEngine;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** What a note says where tests of other classes, which ran before in the same JVM, may be the reason of a failure. */
@ResourceLock(Resources.SYSTEM_ERR)
@ResourceLock(Resources.SYSTEM_PROPERTIES)
@ResourceLock(Resources.LOCALE)
class LeftByOthersTests {

    private static final String MODE = "left.by.others.mode";

    private static final LauncherConfig JUPITER_FIRST = LauncherConfig.builder()
            .enableTestEngineAutoRegistration(false)
            .addTestEngines(new JupiterTestEngine(), new ExploringEngine())
            .build();

    private final JvmDefaults defaults = JvmDefaults.ofThisJvm();

    @AfterEach
    void restore() {
        System.clearProperty(MODE);
        defaults.set();
    }

    @Test
    void promisesNothingWhereATestLeftASystemProperty() {
        String test = NoModeTestCase.class.getName();

        assertThat(note(SettingTestCase.class, NoModeTestCase.class).lines())
                .containsExactly(
                        test + ".fails(Random) ran with seed 42",
                        "\t  replay  cannot be promised: system property " + MODE + " changed while "
                                + SettingTestCase.class.getName() + ".sets ran",
                        "\t  try     again '" + test + "' fails 42");
    }

    @Test
    void namesTheClassThatPreparesASystemProperty() {
        assertThat(note(SettingBeforeAllTestCase.class, NoModeTestCase.class))
                .contains("system property " + MODE + " changed while " + SettingBeforeAllTestCase.class.getName()
                        + " ran\n");
    }

    @ParameterizedTest
    @ValueSource(
            classes = {PlainTestCase.class, RestoringTestCase.class, RestoringLaterTestCase.class, LibraryTestCase.class
            })
    void promisesAReplayWhereNoSystemPropertyOfTheProjectIsLeft(Class<?> before) {
        assertThat(note(before, NoModeTestCase.class))
                .contains("\t  replay  again '" + NoModeTestCase.class.getName() + "' fails 42\n\t  pin     @Seeded(");
    }

    @Test
    void promisesAReplayOfATestThatDoesNotReadTheSystemProperty() {
        assertThat(note(SettingTestCase.class, UsesCodesTestCase.class))
                .contains(
                        "\t  replay  again '" + UsesCodesTestCase.class.getName() + "' fails 42\n\t  pin     @Seeded(");
    }

    @Test
    void promisesAReplayWhereTheSuperclassSetsTheSystemProperty() {
        assertThat(note(PreparedTestCase.class, AlsoPreparedTestCase.class))
                .contains("\t  replay  again '" + AlsoPreparedTestCase.class.getName() + "' fails 42\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "$PlainTestCase"})
    void selectsTheClassWhereItsOwnTestLeftASystemProperty(String after) {
        String test = SettingAndFailingTestCase.class.getName();
        Map<String, String> settings =
                after.isEmpty() ? Map.of() : Map.of("seed.after", LeftByOthersTests.class.getName() + after);

        assertThat(notes(settings, SettingAndFailingTestCase.class))
                .singleElement()
                .asString()
                .contains("\t  replay  again '" + test + "' '*' 42")
                .contains("\t  reason  needs the tests before it, as system property " + MODE
                        + " may keep state from earlier tests")
                .doesNotContain("pin");
    }

    @Test
    void selectsTheClassWhereATestWithoutSeedLeftSomething() {
        String test = UnseededFirstTestCase.class.getName();

        assertThat(note(PlainTestCase.class, UnseededFirstTestCase.class).lines())
                .containsExactly(
                        test + ".second(Random) ran with seed 42",
                        "\t  replay  again '" + test + "' '*' 42",
                        "\t  reason  needs the tests before it, as the static field " + test
                                + ".left may keep state from earlier tests");
        assertThat(notes(Map.of(), selectMethod(UnseededFirstTestCase.class, "second", "java.util.Random")))
                .singleElement()
                .asString()
                .contains("\t  replay  again '" + test + "' second 42");
        assertThat(notes(Map.of("seed.after", PlainTestCase.class.getName()), CountsInvocationsTestCase.class))
                .singleElement()
                .asString()
                .contains("\t  replay  again '" + CountsInvocationsTestCase.class.getName() + "' '*' 42");
    }

    @Test
    @Tag("slow")
    void promisesNothingWhereATestPassedBecauseOfOthersAndFailsInASecondJvm() {
        assertThat(notes(Map.of("seed.check", "true"), InstallsTestCase.class, NeedsInstalledTestCase.class))
                .singleElement()
                .asString()
                .contains("\t  replay  cannot be promised: the static field " + Installed.class.getName()
                        + ".limit may keep state from other tests, and no other JVM has confirmed it\n");
    }

    /** Such as where a suite selects it as well, or an IDE runs its tests again. */
    @Test
    @Tag("slow")
    void promisesNothingWhereTheClassRanBefore() {
        String test = RunsTwiceTestCase.class.getName();

        ChildJvm.Result result = new ChildJvm()
                .property("seed.command", "again {class} {method} {seed}")
                .plans(2)
                .run(RunsTwiceTestCase.class);

        assertThat(result.exitCode()).isOne();
        assertThat(String.join("\n", result.err()))
                .contains("    replay  cannot be promised: the static field " + test
                        + ".runs may keep state from an earlier run of the class\n    try     again '" + test
                        + "' '*' ");
    }

    /** What has no note is listed at the end. */
    @Test
    void looksForThemWhereTheSeedChoosesTheLocaleOfTestsThatAreNotSeeded() {
        Map<String, String> settings = Map.of("seed.zone", "any");

        assertThat(listed(settings, UnseededSharingTestCase.class))
                .contains("again '" + UnseededSharingTestCase.class.getName() + "' '*' 42")
                .contains("needs the tests before it, as the field " + UnseededSharingTestCase.class.getName()
                        + ".left may keep state from earlier tests");
        assertThat(listed(settings, SettingTestCase.class, UnseededAbsentModeTestCase.class))
                .contains("cannot be promised: system property " + MODE + " changed while "
                        + SettingTestCase.class.getName() + ".sets ran\n");
        assertThat(listed(settings, PlainTestCase.class, UnseededAloneTestCase.class))
                .contains("    replay  again '" + UnseededAloneTestCase.class.getName() + "' fails 42");
    }

    @Test
    void selectsTheClassWhereTheFailedTestSetsTheSystemPropertyOfAnEarlierOneAgain() {
        assertThat(note(CountingInPropertyTestCase.class).lines())
                .contains("\t  reason  needs the tests before it, as system property " + MODE
                        + " may keep state from earlier tests");
    }

    @Test
    void promisesNothingWhereATestLeftADefaultLocaleThatTheTestUses() {
        assertThat(note(LeavesLocaleTestCase.class, FormatsTestCase.class))
                .contains("\t  replay  cannot be promised: the default locale changed while "
                        + LeavesLocaleTestCase.class.getName() + ".sets ran\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en-US", "any"})
    void promisesNothingWhereATestChangedTheDefaultLocaleOfTheRun(String given) {
        Map<String, String> settings = Map.of("seed.locale", given, "seed.zone", "UTC");

        assertThat(notes(settings, LeavesLocaleTestCase.class, FormatsTestCase.class))
                .singleElement()
                .asString()
                .contains("\t  replay  cannot be promised: the default locale changed while "
                        + LeavesLocaleTestCase.class.getName() + ".sets ran\n");
        assertThat(notes(settings, PlainTestCase.class, FormatsTestCase.class))
                .singleElement()
                .asString()
                .contains("\t  replay  again '");
    }

    @Test
    void looksForNoSystemPropertyOfOtherTestsInAFreshJvm() {
        assertThat(notes(
                        Map.of("seed.runs", "1", "seed.shrink", "1s"), SettingTestCase.class, AbsentModeTestCase.class))
                .singleElement()
                .asString()
                .contains("\t  replay  cannot be promised: with the same seed it passes in a fresh JVM");
    }

    @Test
    void promisesAReplayWhereTheDefaultLocaleIsRestoredOrNotUsed() {
        assertThat(note(RestoresLocaleTestCase.class, FormatsTestCase.class))
                .contains("\t  replay  again '" + FormatsTestCase.class.getName());
        assertThat(note(LeavesLocaleTestCase.class, UsesCodesTestCase.class))
                .contains("\t  replay  again '" + UsesCodesTestCase.class.getName());
    }

    @Test
    void selectsTheClassWhereItsOwnTestLeftADefaultLocale() {
        assertThat(note(LeavesLocaleAndFailsTestCase.class))
                .contains("again '" + LeavesLocaleAndFailsTestCase.class.getName() + "' '*' 42")
                .contains("as the default locale may keep state from earlier tests");
    }

    @ParameterizedTest
    @MethodSource("testsWithASuperclass")
    void promisesNothingWhereASuperclassKeepsWhatOthersLeft(Class<?> before, Class<?> fixture, String selected) {
        String line = "again '" + fixture.getName() + "' " + selected + " 42";

        assertThat(note(before, fixture))
                .contains("\t  replay  cannot be promised: the static field "
                        + fixture.getSuperclass().getName()
                        + ".table may keep state from tests of other classes\n\t  try     "
                        + line);
        assertThat(note(fixture)).contains("\t  replay  " + line);
    }

    static Stream<Arguments> testsWithASuperclass() {
        return Stream.of(
                arguments(FillsTableTestCase.class, UsesTableTestCase.class, "fails"),
                arguments(FillsTableBeforeAllTestCase.class, UsesTableBeforeAllTestCase.class, "'*'"),
                arguments(CountsTestCase.class, UsesCountTestCase.class, "fails"));
    }

    @Test
    void promisesAReplayWhereASuperclassKeepsNothingThatTheTestReads() {
        assertThat(note(PassingConstantsTestCase.class, UsesConstantsTestCase.class))
                .contains("\t  replay  again '" + UsesConstantsTestCase.class.getName() + "' fails 42");
        assertThat(note(CountsTestCase.class, UsesCodesTestCase.class))
                .contains("\t  replay  again '" + UsesCodesTestCase.class.getName() + "' fails 42");
    }

    @Test
    void promisesNothingWhereEachThreadKeepsAValue() {
        assertThat(note(PassingThreadLocalTestCase.class, UsesThreadLocalTestCase.class))
                .contains("cannot be promised: the static field " + ThreadLocalBase.class.getName()
                        + ".user may keep state from tests of other classes\n");
    }

    @ParameterizedTest
    @ValueSource(classes = {UsesCacheTestCase.class, OfNestedTestCase.class})
    void promisesNothingWhereAUsedClassKeepsState(Class<?> fixture) {
        assertThat(note(FillsCacheTestCase.class, fixture))
                .contains("cannot be promised: the static field " + Cache.class.getName()
                        + ".ENTRIES may keep state from tests of other classes\n")
                .doesNotContain("pin");
    }

    @Test
    void selectsTheClassWhereAUsedClassKeepsState() {
        String test = UsesCacheTwiceTestCase.class.getName();

        assertThat(note(UsesCacheTwiceTestCase.class).lines())
                .containsExactly(
                        test + ".second(Random) ran with seed 42",
                        "\t  replay  again '" + test + "' '*' 42",
                        "\t  reason  needs the tests before it, as the static field " + Cache.class.getName()
                                + ".ENTRIES may keep state from earlier tests");
    }

    @Test
    void findsWhatAUsedClassReadWhileItWasInitialized() {
        String kept = "the static field " + Limits.class.getName() + ".MOST may keep state from ";

        assertThat(note(RestoresAndUsesLimitsTestCase.class))
                .contains("again '" + RestoresAndUsesLimitsTestCase.class.getName() + "' '*' 42")
                .contains("as " + kept + "earlier tests");
        assertThat(note(RestoresAndUsesLimitsTestCase.Passing.class, UsesLimitsTestCase.class))
                .contains("cannot be promised: " + kept + "tests of other classes\n");
        assertThat(note(PlainTestCase.class, UsesLimitsTestCase.class))
                .contains("\t  replay  again '" + UsesLimitsTestCase.class.getName() + "' fails 42");
    }

    @Test
    void promisesNothingWhereWhatAUsedClassUsesCounts() {
        assertThat(note(CountsNumbersTestCase.class, UsesNumberedTestCase.class))
                .contains("cannot be promised: the static field " + Numbers.class.getName()
                        + ".next may keep state from tests of other classes\n");
        assertThat(note(PlainTestCase.class, UsesNumberedTestCase.class))
                .contains("\t  replay  again '" + UsesNumberedTestCase.class.getName() + "' fails 42");
    }

    @Test
    void selectsTheClassWhereWhatAUsedClassUsesCounts() {
        assertThat(note(UsesNumberedTwiceTestCase.class))
                .contains("again '" + UsesNumberedTwiceTestCase.class.getName() + "' '*' 42")
                .contains("as the static field " + Numbers.class.getName() + ".next may keep state from earlier tests");
    }

    @Test
    void selectsTheClassWhereAClassInItUsesAClassThatKeepsState() {
        assertThat(note(UsesCacheInFixtureTestCase.class))
                .contains("again '" + UsesCacheInFixtureTestCase.class.getName() + "' '*' 42")
                .contains(
                        "as the static field " + Cache.class.getName() + ".ENTRIES may keep state from earlier tests");
    }

    @Test
    void selectsTheClassWhereWhatAnAnnotationNamesKeepsState() {
        assertThat(note(IsCountedTestCase.class))
                .contains("again '" + IsCountedTestCase.class.getName() + "' '*' 42")
                .contains("as the static field " + CountingExtension.class.getName()
                        + ".COUNT may keep state from earlier tests");
    }

    @Test
    void promisesNothingWhereAClassIsUsedByItsName() {
        String doubt = "cannot be promised: the static field " + Numbers.class.getName()
                + ".next may keep state from tests of other classes\n";

        assertThat(note(CountsNumbersTestCase.class, CallsNumbersTestCase.class))
                .contains(doubt);
        assertThat(notes(Map.of(), CallsNumbersTestCase.class, UsesNumberedTestCase.class))
                .last()
                .asString()
                .contains(doubt);
    }

    @Test
    void promisesAReplayWhereWhatAUsedClassUsesKeepsWhatItOnceFound() {
        assertThat(note(FillsCacheTestCase.class, UsesSizesTestCase.class))
                .contains("\t  replay  again '" + UsesSizesTestCase.class.getName() + "' fails 42");
    }

    @Test
    void needsTheTestForWhichAClassCouldNotBeInitialized() {
        String broken = "class " + Broken.class.getName() + ", which could not be initialized, may keep state from ";

        List<String> notes = notes(Map.of(), UsesBrokenTestCase.class, UsesBrokenLaterTestCase.class);

        assertThat(notes).hasSize(3);
        assertThat(notes.get(1))
                .contains("again '" + UsesBrokenTestCase.class.getName() + "' '*' 42")
                .contains("\t  reason  needs the tests before it, as " + broken + "earlier tests");
        assertThat(notes.get(2)).contains("\t  replay  cannot be promised: " + broken + "tests of other classes\n");
    }

    @Test
    void promisesAReplayAfterATestThatPrints() {
        assertThat(note(PrintingTestCase.class))
                .contains(
                        "\t  replay  again '" + PrintingTestCase.class.getName() + "' second 42\n\t  pin     @Seeded(");
    }

    @ParameterizedTest
    @ValueSource(classes = {UsesCacheTestCase.class, OfNestedTestCase.class})
    void promisesAReplayWhereTheOtherClassesDoNotLeadToWhatTheTestUses(Class<?> fixture) {
        assertThat(note(PlainTestCase.class, fixture)).contains("\t  replay  again '" + fixture.getName());
    }

    @Test
    void promisesNothingWhereAnotherSelectedClassRanBetween() {
        assertThat(notes(
                        Map.of("seed.after", PlainTestCase.class.getName()),
                        FillsCacheTestCase.class,
                        UsesCacheTestCase.class))
                .singleElement()
                .asString()
                .contains("cannot be promised: the static field " + Cache.class.getName()
                        + ".ENTRIES may keep state from tests of other classes\n");
    }

    @Test
    void promisesAReplayWhereOnlyTestsRanBeforeThatItRepeats() {
        assertThat(notes(Map.of("seed.after", FillsCacheTestCase.class.getName()), UsesCacheTestCase.class))
                .singleElement()
                .asString()
                .contains("\t  replay  again '" + UsesCacheTestCase.class.getName() + "' fails 42");
    }

    @Test
    void promisesNothingWhereTestsOfTheClassRanBeforeAnotherClass() {
        assertThat(notes(
                        Map.of("seed.after", UsesCacheTwiceTestCase.class.getName()),
                        PlainTestCase.class,
                        UsesCacheTwiceTestCase.class))
                .singleElement()
                .asString()
                .contains(
                        "cannot be promised: seed.after names tests of this class, which ran before those of another class");
    }

    @Test
    void selectsTheClassWhereMoreOfItsTestsRanThanThoseThatItRepeats() {
        String test = UsesCacheTwiceTestCase.class.getName();

        assertThat(notes(Map.of("seed.after", PlainTestCase.class.getName()), UsesCacheTwiceTestCase.class))
                .singleElement()
                .asString()
                .contains("\t  replay  again '" + test + "' '*' 42");
        assertThat(notes(
                        Map.of("seed.after", test + "#first"),
                        selectMethod(UsesCacheTwiceTestCase.class, "second", "java.util.Random")))
                .singleElement()
                .asString()
                .contains("\t  replay  again '" + test + "' second 42");
    }

    @ParameterizedTest
    @ValueSource(classes = {UsesHeldTestCase.class, UsesCodecTestCase.class, UsesConstantTestCase.class})
    void promisesNothingWhereAnObjectOfAUsedClassKeepsState(Class<?> fixture) {
        assertThat(note(UsesAllTestCase.class, fixture))
                .contains("\t  replay  cannot be promised: the static field " + LeftByOthersTests.class.getName())
                .contains(" may keep state from tests of other classes\n\t  try     again '" + fixture.getName()
                        + "' fails 42")
                .doesNotContain("pin");
        assertThat(note(fixture))
                .contains("\t  replay  again '" + fixture.getName() + "' fails 42\n\t  pin     @Seeded(");
    }

    @Test
    void promisesNothingWhereAnObjectOfASuperclassKeepsState() {
        assertThat(note(CountsInObjectTestCase.class, UsesCountInObjectTestCase.class))
                .contains("cannot be promised: the static field " + CounterBase.class.getName()
                        + ".COUNTER may keep state from tests of other classes\n");
    }

    @Test
    void selectsTheClassWhereAnObjectOfAStaticFieldKeepsState() {
        String test = UsesObjectTwiceTestCase.class.getName();

        assertThat(note(UsesObjectTwiceTestCase.class))
                .contains("again '" + test + "' '*' 42")
                .contains("as the static field " + test + ".COUNTER may keep state from earlier tests");
    }

    @Test
    void promisesNothingWhereTheClassHasTestsThatDidNotRun() {
        String test = UsesCacheTwiceTestCase.class.getName();

        assertThat(notes(
                        Map.of(),
                        selectMethod(test + "#first(java.util.Random)"),
                        selectMethod(test + "#second(java.util.Random)")))
                .singleElement()
                .asString()
                .contains("\t  replay  again '" + test + "' '*' 42");
        assertThat(notes(
                        Map.of(),
                        selectMethod(test + "$WithAnother#first(java.util.Random)"),
                        selectMethod(test + "$WithAnother#second(java.util.Random)")))
                .singleElement()
                .asString()
                .contains("\t  replay  cannot be promised: some tests of the class did not run; leave them out again\n"
                        + "\t  try     again '" + test + "$WithAnother' '*' 42\n");
    }

    @Test
    void promisesNothingOfWhatAnotherReplayedClassLeftInASuperclass(@TempDir Path memory) {
        Class<?>[] classes = {FillsTableAndFailsTestCase.class, UsesTableTestCase.class};
        String doubt = "cannot be promised: the static field " + TableBase.class.getName()
                + ".table may keep state from tests of other classes\n";

        assertThat(notes(Map.of("seed.memory", memory.toString()), classes))
                .last()
                .asString()
                .contains(doubt);
        assertThat(notes(Map.of("seed", "last", "seed.memory", memory.toString()), classes))
                .hasSize(2)
                .last()
                .asString()
                .contains(doubt);
    }

    @Test
    void promisesNothingUnderACheckWithoutASecondJvm() {
        JvmDefaults defaults = JvmDefaults.ofThisJvm();
        try {
            assertThat(notes(
                            Map.of("seed.check", "true", "seed.check.jvm", "false"),
                            SeededLeavesLocaleTestCase.class,
                            FormatsTestCase.class))
                    .singleElement()
                    .asString()
                    .contains("cannot be promised: the default locale changed while "
                            + SeededLeavesLocaleTestCase.class.getName() + ".sets ran\n");
        } finally {
            defaults.set();
        }
    }

    @Test
    void promisesAReplayWhereNoTestRanBefore() {
        assertThat(note(UsesCacheTestCase.class))
                .contains(
                        "\t  replay  again '" + UsesCacheTestCase.class.getName() + "' fails 42\n\t  pin     @Seeded(");
    }

    @Test
    void promisesAReplayOfAnOrderWhichRunsTheOthersAgain() {
        assertThat(notes(
                        Map.of("junit.jupiter.testclass.order.default", "dev.seeded.SeededOrder$Classes"),
                        PlainTestCase.class,
                        UsesCacheTestCase.class))
                .singleElement()
                .asString()
                .contains("\t  replay  again '*' '*' 42");
    }

    private static String note(Class<?>... classes) {
        List<String> notes = notes(Map.of(), classes);
        assertThat(notes).hasSize(1);
        return notes.get(0);
    }

    private static List<String> notes(Map<String, String> settings, Class<?>... classes) {
        return notes(
                settings, Arrays.stream(classes).map(type -> selectClass(type)).toArray(DiscoverySelector[]::new));
    }

    private static List<String> notes(Map<String, String> settings, DiscoverySelector... selected) {
        List<String> notes = new ArrayList<>();
        TestExecutionListener listener = new TestExecutionListener() {
            @Override
            public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                result.getThrowable()
                        .map(thrown -> new NotedFailure(test.getUniqueId(), test.getDisplayName(), thrown, List.of()))
                        .ifPresent(failed -> notes.add(failed.note()));
            }
        };
        run(settings, listener, selected);
        return notes;
    }

    private static String listed(Map<String, String> settings, Class<?>... classes) {
        return run(
                settings,
                new TestExecutionListener() {},
                Arrays.stream(classes).map(type -> selectClass(type)).toArray(DiscoverySelector[]::new));
    }

    private static String run(
            Map<String, String> settings, TestExecutionListener listener, DiscoverySelector... selected) {
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selected)
                .filters(includeEngines("junit-jupiter", "seeded"))
                .configurationParameters(Map.of(
                        "seed", "42",
                        "seed.command", "again {class} {method} {seed}",
                        "seed.announce", "false"))
                .configurationParameters(settings)
                .build();
        return ErrorOutput.of(() -> JvmState.EARLIER_TESTS
                .holding(EarlierTests.class)
                .during(new EarlierTests(), () -> {
                    try (LauncherSession session = LauncherFactory.openSession(JUPITER_FIRST)) {
                        session.getLauncher().execute(request, listener);
                    }
                    return true;
                }));
    }

    static class PlainTestCase {
        @Test
        void passes() {}
    }

    @Seeded
    static class RunsTwiceTestCase {

        private static int runs;

        @Test
        void isFirst(Random random) {
            assertThat(runs++).isZero();
        }
    }

    @TestMethodOrder(MethodOrderer.MethodName.class)
    static class UnseededFirstTestCase {

        private static final List<String> left = new ArrayList<>();

        @Test
        void first() {
            left.add("first");
        }

        @Test
        @Seeded
        void second(Random random) {
            throw failure();
        }
    }

    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    @TestMethodOrder(MethodOrderer.MethodName.class)
    static class UnseededSharingTestCase {

        private final List<String> left = new ArrayList<>();

        @Test
        void first() {
            left.add("first");
        }

        @Test
        void second() {
            assertThat(left).isEmpty();
        }
    }

    static class Installed {
        private static int limit;

        static void install() {
            limit = 10;
        }

        static int limit() {
            return limit;
        }
    }

    static class InstallsTestCase {
        @Test
        void installs() {
            Installed.install();
        }
    }

    @Seeded
    static class NeedsInstalledTestCase {
        @Test
        void isBelow(Random random) {
            assertThat(random.nextInt(9)).isLessThan(Installed.limit());
        }
    }

    static class UnseededAbsentModeTestCase {
        @Test
        void failsAfterOthers() {
            assertThat(System.getProperty(MODE)).isNull();
        }
    }

    static class UnseededAloneTestCase {
        @Test
        void fails() {
            throw failure();
        }
    }

    static class SettingTestCase {
        @Test
        void sets() {
            System.setProperty(MODE, "fast");
        }
    }

    static class SettingBeforeAllTestCase extends PlainTestCase {
        @BeforeAll
        static void set() {
            System.setProperty(MODE, "fast");
        }
    }

    static class RestoringTestCase {
        @Test
        void setsAndClears() {
            System.setProperty(MODE, "fast");
            System.clearProperty(MODE);
        }
    }

    static class RestoringLaterTestCase extends SettingTestCase {
        @AfterAll
        static void restore() {
            System.clearProperty(MODE);
        }
    }

    /** Its code has no such text, as that of a project has none that a library sets. */
    static class LibraryTestCase {
        @Test
        void sets() {
            System.setProperty(String.join(".", "of", "a", "library"), "1");
        }

        @AfterAll
        static void note() {}
    }

    @Seeded
    static class NoModeTestCase {
        @Test
        void fails(Random random) {
            random.nextInt();
            assertThat(System.getProperty(MODE)).isNull();
            throw failure();
        }
    }

    @Seeded
    static class AbsentModeTestCase {
        @Test
        void failsAfterOthers(Random random) {
            assertThat(System.getProperty(MODE)).isNull();
        }
    }

    static class LeavesLocaleTestCase {
        @Test
        void sets() {
            Locale.setDefault(Locale.forLanguageTag("tr"));
        }
    }

    @Seeded
    static class SeededLeavesLocaleTestCase extends LeavesLocaleTestCase {}

    static class RestoresLocaleTestCase extends LeavesLocaleTestCase {
        private final JvmDefaults defaults = JvmDefaults.ofThisJvm();

        @AfterEach
        void restore() {
            defaults.set();
        }
    }

    @Seeded
    static class FormatsTestCase {
        @Test
        void fails(Random random) {
            throw new AssertionError(String.format("%.2f", random.nextDouble()));
        }
    }

    @Seeded
    @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
    static class LeavesLocaleAndFailsTestCase extends LeavesLocaleTestCase {
        @Test
        @Order(Order.DEFAULT + 1)
        void fails(Random random) {
            throw new AssertionError("i".toUpperCase() + random.nextInt());
        }
    }

    abstract static class PreparedBase {
        @BeforeAll
        static void set() {
            System.setProperty(MODE, "fast");
        }
    }

    static class PreparedTestCase extends PreparedBase {
        @Test
        void passes() {}
    }

    static class AlsoPreparedTestCase extends PreparedBase {
        @Test
        @Seeded
        void fails(Random random) {
            assertThat(System.getProperty(MODE)).isEqualTo("fast");
            throw failure();
        }
    }

    @Seeded
    @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
    static class SettingAndFailingTestCase {
        @Test
        @Order(1)
        void first(Random random) {
            System.setProperty(MODE, "fast" + random.nextInt());
        }

        @Test
        @Order(2)
        void second(Random random) {
            throw failure();
        }
    }

    @Seeded
    abstract static class TableBase {
        static int[] table;

        @BeforeEach
        void fill(Random random) {
            if (table == null) {
                table = random.ints(3).toArray();
            }
        }
    }

    static class FillsTableTestCase extends TableBase {
        @Test
        void passes() {}
    }

    static class FillsTableAndFailsTestCase extends TableBase {
        @Test
        void fails() {
            throw failure();
        }
    }

    static class UsesTableTestCase extends TableBase {
        @AfterAll
        static void forget() {
            table = null;
        }

        @Test
        void fails() {
            assertThat(table).hasSize(3);
            throw failure();
        }
    }

    @Seeded
    abstract static class TableBeforeAllBase {
        private static int[] table;

        @BeforeAll
        static void fill(Random random) {
            if (table == null) {
                table = random.ints(3).toArray();
            }
        }

        static void forgetTable() {
            table = null;
        }
    }

    static class FillsTableBeforeAllTestCase extends TableBeforeAllBase {
        @Test
        void passes() {}
    }

    static class UsesTableBeforeAllTestCase extends TableBeforeAllBase {
        @AfterAll
        static void forget() {
            forgetTable();
        }

        @Test
        @Seeded
        void fails(Random random) {
            throw failure();
        }
    }

    abstract static class CountBase {
        static final AtomicInteger table = new AtomicInteger();
    }

    static class CountsTestCase extends CountBase {
        @Test
        void counts() {
            table.incrementAndGet();
        }
    }

    @Seeded
    static class UsesCountTestCase extends CountBase {
        @Test
        void fails(Random random) {
            table.get();
            throw failure();
        }
    }

    abstract static class ConstantsBase {
        private static final Map<String, Integer> SIZES = new HashMap<>(Map.of("a", 1));
        private static final int[] sizes = {1, 2};
        private static Object client;

        @BeforeAll
        static void connect() {
            client = new Object();
        }

        static int sum() {
            List<Integer> all = new ArrayList<>();
            for (int size : SIZES.values()) {
                all.add(size + sizes[0]);
            }
            return all.size() + client.hashCode();
        }
    }

    static class PassingConstantsTestCase extends ConstantsBase {
        @Test
        void passes() {
            sum();
        }
    }

    @Seeded
    static class UsesConstantsTestCase extends ConstantsBase {
        @Test
        void fails(Random random) {
            sum();
            throw failure();
        }
    }

    abstract static class ThreadLocalBase {
        static final ThreadLocal<String> user = new ThreadLocal<>();
    }

    static class PassingThreadLocalTestCase extends ThreadLocalBase {
        @Test
        void passes() {}
    }

    @Seeded
    static class UsesThreadLocalTestCase extends ThreadLocalBase {
        @Test
        void fails(Random random) {
            assertThat(user.get()).isNull();
            throw failure();
        }
    }

    @Seeded
    static class UsesCodesTestCase extends CountBase {
        private static final Map<String, Integer> CODES = new HashMap<>(Map.of("a", 1));

        @Test
        void fails(Random random) {
            assertThat(CODES.get("a")).isEqualTo(random.nextInt(2, 9));
        }
    }

    static final class Cache {
        private static final Map<String, Integer> ENTRIES = new HashMap<>();

        private Cache() {}

        static int of(String key) {
            return ENTRIES.computeIfAbsent(key, String::length);
        }
    }

    static final class Limits {
        static final int MOST = most();

        private Limits() {}

        private static int most() {
            return Integer.getInteger(MODE, 10);
        }
    }

    static class RestoresAndUsesLimitsTestCase extends SecondFailsBase {
        @Test
        @Order(1)
        void first(Random random) {
            System.setProperty(MODE, "5");
            assertThat(Limits.MOST).isPositive();
            System.clearProperty(MODE);
        }

        static class Passing extends RestoringTestCase {
            @Test
            void uses() {
                assertThat(Limits.MOST).isPositive();
            }
        }
    }

    @Seeded
    static class UsesLimitsTestCase {
        @Test
        void fails(Random random) {
            assertThat(Limits.MOST).isNegative();
        }
    }

    static final class CountingExtension implements BeforeEachCallback {
        private static final AtomicInteger COUNT = new AtomicInteger();

        @Override
        public void beforeEach(ExtensionContext context) {
            COUNT.incrementAndGet();
        }
    }

    @ExtendWith(CountingExtension.class)
    static class IsCountedTestCase extends SecondFailsBase {
        @Test
        @Order(1)
        void first(Random random) {}
    }

    static final class Broken {
        static final int SIZE = Integer.parseInt("x");

        private Broken() {}
    }

    @Seeded
    @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
    static class UsesBrokenTestCase {
        @Test
        @Order(1)
        void first(Random random) {
            assertThat(Broken.SIZE).isEqualTo(random.nextInt());
        }

        @Test
        @Order(2)
        void second(Random random) {
            assertThat(Broken.SIZE).isEqualTo(random.nextInt());
        }
    }

    @Seeded
    static class UsesBrokenLaterTestCase {
        @Test
        void fails(Random random) {
            assertThat(Broken.SIZE).isEqualTo(random.nextInt());
        }
    }

    @Seeded
    @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
    abstract static class SecondFailsBase {
        @Test
        @Order(2)
        void second(Random random) {
            throw failure();
        }
    }

    static final class Numbers {
        private static int next;

        private Numbers() {}

        static int next() {
            return ++next;
        }
    }

    static final class Numbered {
        private final int number = Numbers.next();

        int number() {
            return number;
        }
    }

    static final class Sizes {
        private Sizes() {}

        static int of(String key) {
            return Cache.of(key);
        }
    }

    @Seeded
    static class CallsNumbersTestCase {
        @Test
        void fails(Random random) throws ReflectiveOperationException {
            Object next = Class.forName("dev.seeded.note.LeftByOthersTests$Numbers")
                    .getDeclaredMethod("next")
                    .invoke(null);
            assertThat(next).isEqualTo(random.nextInt(-9, 0));
        }
    }

    static class CountsNumbersTestCase {
        @Test
        void counts() {
            Numbers.next();
        }
    }

    @Seeded
    static class UsesNumberedTestCase {
        @Test
        void fails(Random random) {
            assertThat(new Numbered().number()).isEqualTo(random.nextInt(-9, 0));
        }
    }

    static class UsesNumberedTwiceTestCase extends SecondFailsBase {
        @Test
        @Order(1)
        void first(Random random) {
            new Numbered();
        }
    }

    static class UsesCacheInFixtureTestCase extends SecondFailsBase {

        private static final class Fixture {
            private final int size = Cache.of("fixture");
        }

        @Test
        @Order(1)
        void first(Random random) {
            new Fixture();
        }
    }

    @Seeded
    static class UsesSizesTestCase {
        @Test
        void fails(Random random) {
            assertThat(Sizes.of("key")).isEqualTo(random.nextInt(-10, 0));
        }
    }

    static final class Held {
        private int count;

        private Held() {}

        static Held get() {
            return Holder.INSTANCE;
        }

        int count() {
            return ++count;
        }

        private static final class Holder {
            static final Held INSTANCE = new Held();
        }
    }

    static final class Codec {
        private static final ByteBuffer BYTES = ByteBuffer.allocate(100);

        private Codec() {}

        static byte next() {
            return BYTES.get();
        }
    }

    interface Codes {
        Map<String, Integer> SIZES = new HashMap<>();
    }

    static class UsesAllTestCase implements Codes {
        @Test
        void passes() {
            SIZES.put("a", Held.get().count() + Codec.next());
        }
    }

    @Seeded
    static class UsesHeldTestCase {
        @Test
        void fails(Random random) {
            assertThat(Held.get().count()).isEqualTo(random.nextInt(-9, 0));
        }
    }

    @Seeded
    static class UsesCodecTestCase {
        @Test
        void fails(Random random) {
            assertThat(Codec.next()).isEqualTo((byte) random.nextInt(1, 9));
        }
    }

    @Seeded
    static class UsesConstantTestCase implements Codes {
        @Test
        void fails(Random random) {
            assertThat(SIZES.get("b")).isEqualTo(random.nextInt());
        }
    }

    abstract static class CounterBase {
        static final Counter COUNTER = new Counter();
    }

    static class CountsInObjectTestCase extends CounterBase {
        @Test
        void counts() {
            COUNTER.next();
        }
    }

    @Seeded
    static class UsesCountInObjectTestCase extends CounterBase {
        @Test
        void fails(Random random) {
            assertThat(COUNTER.next()).isEqualTo(random.nextInt(-9, 0));
        }
    }

    @Seeded
    @TestMethodOrder(MethodOrderer.MethodName.class)
    static class PrintingTestCase {

        @Test
        void first(Random random) {
            System.out.print("" + random.nextInt(1));
        }

        @Test
        void second(Random random) {
            throw failure();
        }
    }

    static class FillsCacheTestCase {
        @Test
        void fills() {
            Cache.of("filled");
        }
    }

    @Seeded
    @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
    static class CountingInPropertyTestCase {

        @Test
        @Order(1)
        void first(Random random) {
            count();
        }

        @Test
        @Order(2)
        void second(Random random) {
            assertThat(count()).isEqualTo(1);
        }

        private static int count() {
            int count = Integer.getInteger(MODE, 0) + 1;
            System.setProperty(MODE, "" + count);
            return count;
        }
    }

    @Seeded
    @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
    static class UsesObjectTwiceTestCase {
        private static final Counter COUNTER = new Counter();

        @Test
        @Order(1)
        void first(Random random) {
            COUNTER.next();
        }

        @Test
        @Order(2)
        void second(Random random) {
            assertThat(COUNTER.next()).isEqualTo(random.nextInt(-9, 0));
        }
    }

    @Seeded
    static class UsesCacheTestCase {
        @Test
        void fails(Random random) {
            assertThat(Cache.of("key")).isEqualTo(random.nextInt(-10, 0));
        }
    }

    static class OfNestedTestCase {

        @BeforeEach
        void fill() {
            Cache.of("a");
        }

        @Nested
        @Seeded
        class InnerTestCase {
            @Test
            void fails(Random random) {
                throw failure();
            }
        }
    }

    @Seeded
    static class CountsInvocationsTestCase {
        private static int invocations;

        @RepeatedTest(3)
        void fails(Random random) {
            if (++invocations == 3) {
                throw failure();
            }
        }
    }

    @Seeded
    @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
    static class UsesCacheTwiceTestCase {
        @Test
        @Order(1)
        void first(Random random) {
            Cache.of("" + random.nextInt());
        }

        @Test
        @Order(2)
        void second(Random random) {
            throw failure();
        }

        static class WithAnother extends UsesCacheTwiceTestCase {
            @Test
            void another() {}
        }
    }
}
