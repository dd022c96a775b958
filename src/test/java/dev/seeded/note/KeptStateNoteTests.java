package dev.seeded.note;

import static dev.seeded.testing.Thrown.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.seeded.Seeded;
import dev.seeded.internal.JvmState;
import dev.seeded.internal.note.EarlierTests;
import dev.seeded.internal.surroundings.JvmDefaults;
import dev.seeded.testing.Counter;
import dev.seeded.testing.NotedFailure;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TimeZone;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a note says where the line of the test alone would not bring its failure back, or nothing can promise that. */
class KeptStateNoteTests {

    @ParameterizedTest
    @ValueSource(classes = {TableTestCase.class, ListTestCase.class})
    void selectsTheClassWhereAStaticFieldKeepsWhatATestLeft(Class<?> fixture) {
        String test = fixture.getName();

        assertThat(NotedFailure.in(fixture).note().lines())
                .containsExactly(
                        test + ".second(Random) ran with seed 42",
                        "\t  replay  again '" + test + "' '*' 42",
                        "\t  reason  needs the tests before it, as the static field " + test
                                + ".table may keep state from earlier tests");
    }

    @Test
    void selectsTheClassWhereItsInstanceKeepsWhatATestLeft() {
        String test = SharedInstanceTestCase.class.getName();

        assertThat(NotedFailure.in(SharedInstanceTestCase.class).note().lines())
                .containsExactly(
                        test + ".second(Random) ran with seed 42",
                        "\t  replay  again '" + test + "' '*' 42",
                        "\t  reason  needs the tests before it, as the field " + test
                                + ".sum may keep state from earlier tests");
    }

    @ParameterizedTest
    @ValueSource(classes = {FirstTestCase.class, ConstantsTestCase.class, OwnInstanceTestCase.class})
    void selectsTheTestWhereNothingIsKept(Class<?> fixture) {
        assertThat(NotedFailure.in(fixture).note())
                .contains("\t  replay  again '" + fixture.getName() + "' fails 42\n\t  pin     @Seeded(");
    }

    @ParameterizedTest
    @ValueSource(classes = {CounterTestCase.class, RandomTestCase.class, AroundTestCase.class})
    void selectsTheClassWhereAnObjectMayKeepWhatATestLeft(Class<?> fixture) {
        assertThat(NotedFailure.in(fixture).note())
                .contains("\t  replay  again '" + fixture.getName() + "' '*' 42\n")
                .contains("as the ")
                .contains(".kept may keep state from earlier tests")
                .doesNotContain("pin");
    }

    @ParameterizedTest
    @ValueSource(classes = {CountsTestCase.class, GridTestCase.class, FillsTestCase.class})
    void selectsTheClassWhereATestFillsAnArrayInCapitals(Class<?> fixture) {
        assertThat(NotedFailure.in(fixture).note())
                .contains("\t  replay  again '" + fixture.getName() + "' '*' 42\n")
                .contains("as the static field " + fixture.getName() + ".KEPT may keep state from earlier tests")
                .doesNotContain("pin");
    }

    @ParameterizedTest
    @CsvSource({
        "CountingExtensionTestCase, the extension %s$Counting",
        "FieldOfExtensionTestCase, the extension %s$Storing",
        "StoringExtensionTestCase, the extension %s$Storing",
        "CountsFailuresTestCase, the failure count of RepetitionInfo",
        "SettingZoneTestCase, the default time zone",
        "SharedArgumentTestCase, the java.util.ArrayList that its invocations share",
        "SharedWithPreviousTestCase, the int[] that its invocations share",
        "SharedByTestsTestCase, the int[] that the tests of its class share"
    })
    void selectsTheClassWhereJUnitKeepsWhatMayChange(String fixture, String kept) throws Exception {
        String own = KeptStateNoteTests.class.getName();

        assertThat(NotedFailure.in(Class.forName(own + "$" + fixture)).note())
                .contains("\t  replay  again '" + own + "$" + fixture + "' '*' 42\n")
                .contains("\t  reason  needs the tests before it, as " + kept.replace("%s", own)
                        + " may keep state from earlier tests")
                .doesNotContain("pin");
    }

    @ParameterizedTest
    @ValueSource(classes = {OwnExtensionTestCase.class, OwnArgumentsTestCase.class, SharedConstantsTestCase.class})
    void selectsTheTestWhereJUnitKeepsNothingThatChanges(Class<?> fixture) {
        assertThat(NotedFailure.in(fixture).note())
                .contains("\t  replay  again '" + fixture.getName() + "' fails")
                .doesNotContain("reason");
    }

    @Test
    void selectsTheDynamicTestThatIsNotTheFirstOne() {
        assertThat(NotedFailure.in(SecondIsDynamicTestCase.class).note())
                .contains("\t  replay  again '" + SecondIsDynamicTestCase.class.getName() + "' second 42")
                .doesNotContain("reason");
    }

    @Test
    void promisesNothingWhereTheTestsBeforeComeInARandomOrder() {
        assertThat(NotedFailure.allIn(NotedFailure.fixtures().run(RandomOrderTestCase.class)))
                .singleElement()
                .satisfies(failed -> assertThat(failed.note())
                        .contains(
                                "\t  replay  cannot be promised: JUnit's Random order of the tests is another one each"
                                        + " time; junit.jupiter.execution.order.random.seed makes it repeatable\n\t  try     again '"
                                        + RandomOrderTestCase.class.getName() + "' '*' 42\n"));
        assertThat(NotedFailure.allIn(NotedFailure.fixtures()
                        .with("junit.jupiter.execution.order.random.seed", "1")
                        .run(RandomOrderTestCase.class)))
                .singleElement()
                .satisfies(failed -> assertThat(failed.note()).contains("\t  replay  again "));
        assertThat(NotedFailure.allIn(NotedFailure.fixtures()
                        .with("junit.jupiter.testmethod.order.default", "org.junit.jupiter.api.MethodOrderer$Random")
                        .run(FailsLastTestCase.class)))
                .singleElement()
                .satisfies(failed -> assertThat(failed.note()).contains("\t  replay  cannot be promised: JUnit's "));
    }

    @Test
    void promisesNothingWhereTheSeededOrderOfClassesHasARandomOneOfMethods() {
        assertThat(NotedFailure.allIn(NotedFailure.fixtures()
                        .with("junit.jupiter.testclass.order.default", "dev.seeded.SeededOrder$Classes")
                        .run(RandomOrderTestCase.class)))
                .singleElement()
                .satisfies(failed -> assertThat(failed.note()).contains("\t  replay  cannot be promised: JUnit's "));
    }

    @Test
    void promisesNothingWhereThreadsShareAGenerator() {
        String test = ThreadsTestCase.class.getName();

        assertThat(NotedFailure.in(ThreadsTestCase.class).note().lines())
                .containsExactly(
                        test + ".fails(Random) ran with seed 42",
                        "\t  replay  cannot be promised: threads share a generator, and may draw from it in a different order",
                        "\t  try     again '" + test + "' fails 42",
                        "\t  uncontrolled  threads in " + test
                                + ": no seed controls these, so the failure may not come back");
    }

    @Test
    void promisesAReplayWhereAGeneratorIsHandedOver() {
        assertThat(NotedFailure.in(HandedOverTestCase.class).note()).contains("\t  replay  again ");
    }

    @ParameterizedTest
    @ValueSource(classes = {SharedFieldTestCase.class, DynamicTestCase.class})
    void promisesNothingWhereConcurrentTestsShareAGenerator(Class<?> fixture) {
        List<NotedFailure> failures =
                NotedFailure.allIn(NotedFailure.fixtures().inParallel().run(fixture));

        assertThat(failures)
                .isNotEmpty()
                .allSatisfy(failed -> assertThat(failed.note())
                        .contains("\t  replay  cannot be promised: ")
                        .contains(" share a generator"));
    }

    @Test
    void promisesNothingWhereConcurrentTestsKeepState() {
        String fixture = SharedListTestCase.class.getName();

        assertThat(NotedFailure.allIn(NotedFailure.fixtures().inParallel().run(SharedListTestCase.class)))
                .anySatisfy(failed -> assertThat(failed.note())
                        .contains(
                                "\t  replay  cannot be promised: tests that run at the same time share the static field "
                                        + fixture + ".list\n\t  try     again '" + fixture + "' '*' 42\n"));
    }

    @Test
    void promisesNothingWhereConcurrentTestsSetSystemProperties() {
        String fixture = SettingPropertyTestCase.class.getName();

        assertThat(NotedFailure.in(SettingPropertyTestCase.class).note())
                .contains("\t  replay  again '" + fixture + "' fails 42\n");
        assertThat(NotedFailure.allIn(NotedFailure.fixtures().inParallel().run(SettingPropertyTestCase.class)))
                .singleElement()
                .satisfies(failed -> assertThat(failed.note())
                        .contains(
                                "\t  replay  cannot be promised: tests that run at the same time share system properties\n"
                                        + "\t  try     again '" + fixture + "' fails 42"));
        assertThat(NotedFailure.allIn(NotedFailure.fixtures().inParallel().run(LockingPropertyTestCase.class)))
                .singleElement()
                .satisfies(failed -> assertThat(failed.note()).doesNotContain("cannot be promised"));
    }

    @Test
    @ResourceLock(Resources.LOCALE)
    void promisesNothingWhereConcurrentTestsFindAnotherLocale() {
        JvmDefaults defaults = JvmDefaults.ofThisJvm();
        try {
            assertThat(NotedFailure.allIn(JvmState.EARLIER_TESTS
                            .holding(EarlierTests.class)
                            .during(
                                    new EarlierTests(),
                                    () -> NotedFailure.fixtures().inParallel().run(ChangingLocaleTestCase.class))))
                    .singleElement()
                    .satisfies(
                            failed -> assertThat(failed.note())
                                    .contains(
                                            "\t  replay  cannot be promised: tests that run at the same time share the default locale\n"));
        } finally {
            defaults.set();
        }
    }

    @Test
    void namesTheOnlyPinWhereNothingElseIsDrawn() {
        String test = PinnedParameterTestCase.class.getName();

        assertThat(NotedFailure.in(PinnedParameterTestCase.class).note().lines())
                .containsExactly(
                        test + ".fails(Random) ran with seed 7, pinned by @Seeded(7) on parameter random of " + test
                                + ".fails(Random); seed=42 did not apply",
                        "\t  replay  again '" + test + "' fails ''");
    }

    @ParameterizedTest
    @ValueSource(classes = {SleepingTestCase.class, LoopingTestCase.class, SleepingBeforeEachTestCase.class})
    void hasTheTimeOutThatEndsTheTest(Class<?> fixture) {
        List<NotedFailure> failures = NotedFailure.allIn(NotedFailure.fixtures()
                .with("seed.timeout", "1s")
                .with("seed.command", "again {method} {seed} {settings}")
                .run(fixture));

        assertThat(failures).hasSize(1);
        NotedFailure failed = failures.get(0);
        assertThat(failed.throwable())
                .isInstanceOf(TimeoutException.class)
                .hasMessage("it ran longer than 1 s, the limit that seed.timeout sets");
        assertThat(failed.throwable().getStackTrace())
                .anyMatch(frame -> frame.getClassName().equals(fixture.getName()));
        assertThat(failed.note()).contains("\t  replay  again hangs 42 -Dseed.timeout=1s");
    }

    @Seeded
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
    static class CounterTestCase {

        private final Counter kept = new Counter();

        @Test
        @Order(1)
        void first(Random random) {
            kept.next();
        }

        @Test
        @Order(2)
        void second(Random random) {
            throw failure();
        }
    }

    @Seeded
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    static class AroundTestCase {

        private final List<Counter> kept = List.of(new Counter());

        @Nested
        @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
        class InnerTestCase {

            @Test
            @Order(1)
            void first(Random random) {
                kept.get(0).next();
            }

            @Test
            @Order(2)
            void second(Random random) {
                throw failure();
            }
        }
    }

    @Seeded
    @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
    static class RandomTestCase {

        private static final Random kept = new Random(1);

        @Test
        @Order(1)
        void first(Random random) {
            kept.nextInt();
        }

        @Test
        @Order(2)
        void second(Random random) {
            throw failure();
        }
    }

    @TestMethodOrder(MethodOrderer.Random.class)
    static class RandomOrderTestCase extends FailsLastTestCase {}

    @Seeded
    static class ChangingLocaleTestCase {

        @Test
        void fails(Random random) {
            Locale.setDefault(Locale.forLanguageTag("tr"));
            throw new AssertionError(String.format("%.2f", random.nextDouble()));
        }
    }

    @Seeded
    static class FailsLastTestCase {

        private static final List<Integer> list = new ArrayList<>();

        @BeforeAll
        static void clear() {
            list.clear();
        }

        @Test
        void first(Random random) {
            end(random);
        }

        @Test
        void second(Random random) {
            end(random);
        }

        private static void end(Random random) {
            list.add(random.nextInt());
            if (list.size() > 1) {
                throw failure();
            }
        }
    }

    @ResourceLock(Resources.SYSTEM_PROPERTIES)
    static class LockingPropertyTestCase extends SettingPropertyTestCase {}

    @Seeded
    static class SettingPropertyTestCase {

        @Test
        void fails(Random random) {
            System.setProperty("dev.seeded.limit", "" + random.nextInt());
            System.clearProperty("dev.seeded.limit");
            throw failure();
        }
    }

    @Seeded
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
    static class SharedInstanceTestCase {

        private final List<String> none = new ArrayList<>();
        private int sum;

        @Test
        @Order(1)
        void first(Random random) {
            sum += 1 + random.nextInt(9);
        }

        @Test
        @Order(2)
        void second(Random random) {
            assertThat(none).isEmpty();
            throw failure();
        }
    }

    @Seeded
    @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
    static class OwnInstanceTestCase {

        private int sum;

        @Test
        @Order(1)
        void first(Random random) {}

        @Test
        @Order(2)
        void fails(Random random) {
            sum++;
            throw failure();
        }
    }

    @Seeded
    @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
    static class TableTestCase {

        private static int[] table;

        @BeforeEach
        void fill(Random random) {
            if (table == null) {
                table = random.ints(10).toArray();
            }
        }

        @Test
        @Order(1)
        void first(Random random) {}

        @Test
        @Order(2)
        void second(Random random) {
            throw failure();
        }
    }

    @Seeded
    @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
    static class ListTestCase {

        private static final List<Integer> table = new ArrayList<>();

        @Test
        @Order(1)
        void first(Random random) {
            table.add(random.nextInt());
        }

        @Test
        @Order(2)
        void second(Random random) {
            throw failure();
        }
    }

    @Seeded
    static class FirstTestCase {

        private static int[] table;

        @Test
        void fails(Random random) {
            table = random.ints(10).toArray();
            throw failure();
        }
    }

    @Seeded
    @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
    static class ConstantsTestCase {

        private static final int[] PRIMES = {2, 3, 5};
        private static final List<String> NAMES = List.of("a", "b");
        private static final String TEXT = "text";
        private static int unset;

        @Test
        @Order(1)
        void passes(Random random) {
            assertThat(PRIMES.length + NAMES.size() + TEXT.length() + unset).isPositive();
        }

        @Test
        @Order(2)
        void fails(Random random) {
            random.nextInt();
            throw failure();
        }
    }

    @Seeded
    @TestMethodOrder(MethodOrderer.MethodName.class)
    abstract static class ArrayTestCase {

        @Test
        void second(Random random) {
            throw failure();
        }
    }

    static class CountsTestCase extends ArrayTestCase {

        private static final int[] KEPT = new int[3];

        @Test
        void first(Random random) {
            KEPT[random.nextInt(3)]++;
        }
    }

    static class GridTestCase extends ArrayTestCase {

        private static final boolean[][] KEPT = new boolean[3][3];

        @Test
        void first(Random random) {
            KEPT[random.nextInt(3)][1] = true;
        }
    }

    static class FillsTestCase extends ArrayTestCase {

        private static final long[] KEPT = {1, 2};

        @Test
        void first(Random random) {
            Arrays.fill(KEPT, random.nextLong());
        }
    }

    @Seeded
    static class ThreadsTestCase {

        @Test
        void fails(Random random) throws Exception {
            CyclicBarrier start = new CyclicBarrier(2);
            List<Thread> threads = Stream.generate(() -> new Thread(() -> draw(random, start)))
                    .limit(2)
                    .toList();
            threads.forEach(Thread::start);
            for (Thread thread : threads) {
                thread.join();
            }
            throw failure();
        }

        private static void draw(Random random, CyclicBarrier start) {
            try {
                start.await();
            } catch (Exception impossible) {
                throw new IllegalStateException(impossible);
            }
            random.nextInt();
        }
    }

    @Seeded
    static class HandedOverTestCase {

        @Test
        void fails(Random random) throws Exception {
            random.nextInt();
            Thread thread = new Thread(random::nextInt);
            thread.start();
            thread.join();
            throw failure();
        }
    }

    static class SharedFieldTestCase {

        @Seeded
        private static Random random;

        @RepeatedTest(2)
        void fails() {
            random.nextInt();
            throw failure();
        }
    }

    @Seeded
    static class SharedListTestCase {

        private static final List<Integer> list = Collections.synchronizedList(new ArrayList<>());

        @RepeatedTest(4)
        void fails(Random random) {
            list.add(random.nextInt());
            throw failure();
        }
    }

    @Seeded
    static class DynamicTestCase {

        @TestFactory
        Stream<DynamicTest> makesTests(Random random) {
            return Stream.of("a", "b")
                    .map(name -> dynamicTest(name, () -> {
                        random.nextInt();
                        throw failure();
                    }));
        }
    }

    static class PinnedParameterTestCase {

        @Test
        void fails(@Seeded(7) Random random) {
            random.nextInt();
            throw failure();
        }
    }

    @Seeded
    static class SleepingTestCase {

        @Test
        void hangs(Random random) throws Exception {
            TimeUnit.MINUTES.sleep(random.nextInt(10, 20));
        }
    }

    @Seeded
    static class LoopingTestCase {

        @Test
        void hangs(Random random) {
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
            while (System.nanoTime() < end) {
                random.nextInt();
            }
        }
    }

    @Seeded
    static class SleepingBeforeEachTestCase {

        @BeforeEach
        void sleep(Random random) throws Exception {
            TimeUnit.MINUTES.sleep(random.nextInt(10, 20));
        }

        @Test
        void hangs() {}
    }

    static final class Counting implements BeforeEachCallback {
        private int tests;

        @Override
        public void beforeEach(ExtensionContext context) {
            tests++;
        }
    }

    static final class Storing implements BeforeAllCallback {
        @Override
        public void beforeAll(ExtensionContext context) {
            context.getStore(ExtensionContext.Namespace.GLOBAL).put("found", new ArrayList<>());
        }
    }

    @Seeded
    @TestMethodOrder(MethodOrderer.MethodName.class)
    abstract static class SecondFailsTestCase {
        @Test
        void another(Random random) {}

        @Test
        void fails(Random random) {
            throw failure();
        }
    }

    @ExtendWith(Counting.class)
    static class CountingExtensionTestCase extends SecondFailsTestCase {}

    static class FieldOfExtensionTestCase extends SecondFailsTestCase {
        @RegisterExtension
        static final Storing STORING = new Storing();
    }

    @ExtendWith(Storing.class)
    static class StoringExtensionTestCase extends SecondFailsTestCase {}

    /** Each test has its own. */
    static class OwnExtensionTestCase extends SecondFailsTestCase {
        @RegisterExtension
        final Counting counting = new Counting();
    }

    @Seeded
    static class CountsFailuresTestCase {
        @RepeatedTest(2)
        void fails(RepetitionInfo repetition, Random random) {
            assertThat(repetition.getCurrentRepetition() + repetition.getFailureCount())
                    .isEqualTo(1);
        }
    }

    static class SettingZoneTestCase extends SecondFailsTestCase {
        @Test
        void again(Random random) {
            TimeZone.setDefault(TimeZone.getDefault());
        }
    }

    @Seeded
    @TestMethodOrder(MethodOrderer.MethodName.class)
    static class SecondIsDynamicTestCase {
        @Test
        void first(Random random) {}

        @TestFactory
        DynamicTest second(Random random) {
            return DynamicTest.dynamicTest("fails", () -> {
                throw failure();
            });
        }
    }

    @Seeded
    abstract static class InvocationsTestCase {
        @ParameterizedTest
        @MethodSource("arguments")
        void fails(Object argument, int number, Random random) {
            if (argument instanceof List<?>) {
                @SuppressWarnings("unchecked")
                List<Integer> numbers = (List<Integer>) argument;
                numbers.add(number);
            }
            if (number == 3) {
                throw failure();
            }
        }
    }

    static class SharedArgumentTestCase extends InvocationsTestCase {
        static Stream<Arguments> arguments() {
            List<Integer> numbers = new ArrayList<>();
            return Stream.of(Arguments.of(numbers, 1), Arguments.of("", 2), Arguments.of(numbers, 3));
        }
    }

    static class SharedWithPreviousTestCase extends InvocationsTestCase {
        static Stream<Arguments> arguments() {
            int[] numbers = {1};
            return Stream.of(Arguments.of("", 1), Arguments.of(numbers, 2), Arguments.of(numbers, 3));
        }
    }

    /** Resolves the same array for all tests. */
    static final class Resolving implements ParameterResolver {
        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == int[].class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getRoot()
                    .getStore(ExtensionContext.Namespace.GLOBAL)
                    .getOrComputeIfAbsent("numbers", unused -> new int[1]);
        }
    }

    @Seeded
    @ExtendWith(Resolving.class)
    @TestMethodOrder(MethodOrderer.MethodName.class)
    static class SharedByTestsTestCase {
        @Test
        void another(int[] numbers, Random random) {
            numbers[0]++;
        }

        @Test
        void fails(int[] numbers, Random random) {
            assertThat(numbers[0]).isZero();
        }
    }

    static class OwnArgumentsTestCase extends InvocationsTestCase {
        static Stream<Arguments> arguments() {
            return Stream.of(
                    Arguments.of(new ArrayList<>(List.of(1)), 1), Arguments.of(new ArrayList<>(List.of(1)), 3));
        }
    }

    static class SharedConstantsTestCase extends InvocationsTestCase {
        static Stream<Arguments> arguments() {
            return Stream.of(Arguments.of("a", 1), Arguments.of(null, 2), Arguments.of("a", 3));
        }
    }
}
