package dev.seeded;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectUniqueId;

import dev.seeded.testing.Fixtures;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator.SplittableGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.suite.api.SelectClasses;
import org.junit.platform.suite.api.Suite;
import org.junit.platform.testkit.engine.EngineExecutionResults;

/** A test draws the same with one run seed, whatever else runs, and other values with another. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class ReproductionTests {

    private static final Class<?>[] FIXTURES = {
        CatalogueTestCase.class,
        LeftTestCase.class,
        RightTestCase.class,
        PerClassTestCase.class,
        One.SameTestCase.class,
        Other.SameTestCase.class
    };
    private static final int TESTS = 19;

    @Test
    void twoRunsWithOneSeedDrawTheSame() {
        assertThat(draws(Fixtures.withSeed(1234))).isEqualTo(draws(Fixtures.withSeed(1234)));
    }

    @Test
    void runsWithOtherSeedsShareNothing() {
        Collection<Object> values = new ArrayList<>();
        for (String seed : List.of("1234", "1235", "0", "-1", "-9223372036854775808")) {
            draws(Fixtures.withSeed(seed)).values().forEach(values::addAll);
        }

        assertThat(values).hasSizeGreaterThan(5 * TESTS).doesNotHaveDuplicates();
    }

    @Test
    void noTwoContextsOfARunShareAValue() {
        Map<String, List<Object>> draws = draws(Fixtures.withSeed(1234));

        assertThat(draws).hasSizeGreaterThan(TESTS);
        assertThat(draws.values().stream().flatMap(Collection::stream)).doesNotHaveDuplicates();
    }

    @Test
    void theOrderOfTestsPlaysNoPart() {
        Map<String, List<Object>> draws = draws(Fixtures.withSeed(1234));

        for (int order = 0; order < 3; order++) {
            assertThat(draws(Fixtures.withSeed(1234)
                            .with("junit.jupiter.testmethod.order.default", MethodOrderer.Random.class.getName())
                            .with("junit.jupiter.testclass.order.default", ClassOrderer.Random.class.getName())
                            .with("junit.jupiter.execution.order.random.seed", order)))
                    .isEqualTo(draws);
        }
    }

    @Test
    void testsInParallelDrawWhatTheyDrawOneByOne() {
        Map<String, List<Object>> draws = draws(Fixtures.withSeed(1234));

        for (int run = 0; run < 5; run++) {
            assertThat(draws(Fixtures.withSeed(1234).inParallel())).isEqualTo(draws);
        }
    }

    @Test
    void testsInASuiteDrawWhatTheyDrawAlone() {
        Map<String, List<Object>> draws = draws(Fixtures.withSeed(1234));

        for (Class<?> suite : List.of(AllTestCases.class, SuiteOfSuites.class)) {
            Fixtures.withSeed(1234)
                    .runSuite(suite)
                    .testEvents()
                    .assertStatistics(stats -> stats.started(TESTS).succeeded(TESTS));
            assertThat(Fixtures.logged()).isEqualTo(draws);
        }
    }

    @Suite
    @SelectClasses({
        CatalogueTestCase.class,
        LeftTestCase.class,
        RightTestCase.class,
        PerClassTestCase.class,
        One.SameTestCase.class,
        Other.SameTestCase.class
    })
    static class AllTestCases {}

    @Suite
    @SelectClasses(AllTestCases.class)
    static class SuiteOfSuites {}

    @Test
    void eachTestAloneDrawsWhatItDrawsWithTheOthers() {
        EngineExecutionResults results = Fixtures.withSeed(1234).run(FIXTURES);
        Map<String, List<Object>> draws = Fixtures.logged();
        List<UniqueId> ids = results.testEvents().started().stream()
                .map(event -> event.getTestDescriptor().getUniqueId())
                .toList();
        assertThat(ids).hasSize(TESTS);

        for (UniqueId id : ids) {
            Fixtures.withSeed(1234)
                    .run(List.of(selectUniqueId(id)))
                    .testEvents()
                    .assertStatistics(stats -> stats.started(1).succeeded(1));
            assertThat(Fixtures.logged()).as(id.toString()).isNotEmpty();
            assertThat(draws).as(id.toString()).containsAllEntriesOf(Fixtures.logged());
        }
    }

    @Test
    void aSubsetDrawsWhatItDrawsWithTheOthers() {
        Map<String, List<Object>> draws = draws(Fixtures.withSeed(1234));

        Fixtures.withSeed(1234)
                .run(List.of(
                        selectMethod(CatalogueTestCase.class, "plain", "java.util.Random"),
                        selectMethod(LeftTestCase.class, "inherited", "java.util.Random")))
                .testEvents()
                .assertStatistics(stats -> stats.started(2).succeeded(2));
        assertThat(Fixtures.logged())
                .containsOnlyKeys(
                        "CatalogueTestCase before all",
                        "CatalogueTestCase after all",
                        "CatalogueTestCase plain",
                        "LeftTestCase inherited");
        assertThat(draws).containsAllEntriesOf(Fixtures.logged());
    }

    /** Golden values: they change if a version of JUnit forms other unique ids, and then for every user. */
    @Test
    void drawsAreThoseOfEveryVersion() {
        assertThat(firstOf(draws(Fixtures.withSeed(1234))))
                .containsOnly(
                        entry("CatalogueTestCase after all", 3686444695776875887L),
                        entry("CatalogueTestCase before all", -2878381804986699597L),
                        entry("CatalogueTestCase dynamic 0", 3334110392398943334L),
                        entry("CatalogueTestCase dynamic 1", 7863803131946949645L),
                        entry("CatalogueTestCase dynamic 2", 1742143065649288656L),
                        entry("CatalogueTestCase factory", -1422091669038340123L),
                        entry("CatalogueTestCase from method 1", 296265103795977051L),
                        entry("CatalogueTestCase from method 2", -3203634322328268194L),
                        entry("CatalogueTestCase inner before all", 8353483354218827555L),
                        entry("CatalogueTestCase inner plain", -422656098824853349L),
                        entry("CatalogueTestCase overloaded", 2948674444343767995L),
                        entry("CatalogueTestCase overloaded, other generators", 3264846024962070758L),
                        entry("CatalogueTestCase overloaded, seed", -8921978675998010063L),
                        entry("CatalogueTestCase parameterized 1", 7888363551458986302L),
                        entry("CatalogueTestCase parameterized 2", 8073079119127619199L),
                        entry("CatalogueTestCase plain", 7719147116871707433L),
                        entry("CatalogueTestCase repeated 1", 323235112504167068L),
                        entry("CatalogueTestCase repeated 2", -9223154825074927685L),
                        entry("CatalogueTestCase source", -6410382879346329316L),
                        entry("CatalogueTestCase splittable", -8364702920916881457L),
                        entry("CatalogueTestCase stream", 7206132594149493746L),
                        entry("LeftTestCase inherited", -7475038125534034057L),
                        entry("One same", 4571485323122726054L),
                        entry("Other same", 6491566753862336042L),
                        entry("PerClassTestCase before all", 5102053394859745809L),
                        entry("PerClassTestCase constructor", -3105033124978996293L),
                        entry("PerClassTestCase test", -7926983811774728813L),
                        entry("RightTestCase inherited", -8704168048227849147L));
    }

    @Test
    @EnabledIf("dev.seeded.testing.Fixtures#parameterizedClassesExist")
    void drawsOfParameterizedClassesAreThoseOfEveryVersion() {
        Fixtures.withSeed(1234).succeed(2, ParameterizedClassTestCase.class);

        assertThat(firstOf(Fixtures.logged()))
                .containsOnly(
                        entry("before all", 4666871688435740995L),
                        entry("source", -6073488658591638377L),
                        entry("test 1", 4459090680772708006L),
                        entry("test 2", 5938462811373373319L));
    }

    /** Runs all fixtures and returns what they drew in each place, in order. */
    private static Map<String, List<Object>> draws(Fixtures fixtures) {
        fixtures.succeed(TESTS, FIXTURES);
        return Fixtures.logged();
    }

    private static Map<String, Object> firstOf(Map<String, List<Object>> draws) {
        return draws.entrySet().stream()
                .collect(toMap(Map.Entry::getKey, place -> place.getValue().get(0), (one, other) -> one, TreeMap::new));
    }

    /** Keeps what one test draws, from its constructor to {@code @AfterEach}. */
    @Seeded
    static class RecordingTestCase {

        private final List<Long> drawn = new ArrayList<>();

        private String place = "";

        RecordingTestCase(Random random) {
            drawn.add(random.nextLong());
        }

        @BeforeEach
        void beforeEach(Random random) {
            drawn.add(random.nextLong());
        }

        void draw(String test, Random random) {
            place = getClass().getSimpleName() + " " + test;
            drawn.add(random.nextLong());
        }

        @AfterEach
        void afterEach(Random random) {
            drawn.add(random.nextLong());
            drawn.forEach(value -> Fixtures.log(place, value));
        }
    }

    static class CatalogueTestCase extends RecordingTestCase {

        @Seeded
        private static Random ofClass;

        @Seeded
        private Random field;

        CatalogueTestCase(Random random) {
            super(random);
        }

        @BeforeAll
        static void beforeAll(Random random) {
            Fixtures.log("CatalogueTestCase before all", random.nextLong());
            Fixtures.log("CatalogueTestCase before all", ofClass.nextLong());
        }

        @Test
        void plain(Random random) {
            draw("plain", field);
        }

        @Test
        void overloaded(Random random) {
            draw("overloaded", random);
        }

        @Test
        void overloaded(Random random, Seed seed) {
            draw("overloaded, seed", random);
        }

        @Test
        void overloaded(Random random, SplittableGenerator other, @Seeded(stream = "own") Random own) {
            draw("overloaded, other generators", random);
            Fixtures.log("CatalogueTestCase splittable", other.nextLong());
            Fixtures.log("CatalogueTestCase stream", own.nextLong());
        }

        @RepeatedTest(2)
        void repeated(RepetitionInfo repetition, Random random) {
            draw("repeated " + repetition.getCurrentRepetition(), random);
        }

        @ParameterizedTest
        @ValueSource(ints = {1, 2})
        void parameterized(int value, Random random) {
            draw("parameterized " + value, random);
        }

        static IntStream values(Random random) {
            Fixtures.log("CatalogueTestCase source", random.nextLong());
            return IntStream.of(1, 2);
        }

        @ParameterizedTest
        @MethodSource("values")
        void fromMethod(int value, Random random) {
            draw("from method " + value, random);
        }

        @TestFactory
        Stream<DynamicTest> factory(Random random, Seed seed) {
            draw("factory", random);
            return IntStream.range(0, 3)
                    .mapToObj(index -> dynamicTest(
                            "dynamic",
                            () -> Fixtures.log(
                                    "CatalogueTestCase dynamic " + index,
                                    seed.stream(index).random().nextLong())));
        }

        @Nested
        class Inner {

            @BeforeAll
            static void beforeAll(Random random) {
                Fixtures.log("CatalogueTestCase inner before all", random.nextLong());
            }

            @Test
            void plain(Random random) {
                draw("inner plain", random);
            }
        }

        @AfterAll
        static void afterAll(Random random) {
            Fixtures.log("CatalogueTestCase after all", random.nextLong());
        }
    }

    static class InheritedTestCase extends RecordingTestCase {

        InheritedTestCase(Random random) {
            super(random);
        }

        @Test
        void inherited(Random random) {
            draw("inherited", random);
        }
    }

    static class LeftTestCase extends InheritedTestCase {

        LeftTestCase(Random random) {
            super(random);
        }
    }

    static class RightTestCase extends InheritedTestCase {

        RightTestCase(Random random) {
            super(random);
        }
    }

    @Seeded
    @TestInstance(Lifecycle.PER_CLASS)
    static class PerClassTestCase {

        PerClassTestCase(Random random) {
            Fixtures.log("PerClassTestCase constructor", random.nextLong());
        }

        @BeforeAll
        void beforeAll(Random random) {
            Fixtures.log("PerClassTestCase before all", random.nextLong());
        }

        @Test
        void test(Random random) {
            Fixtures.log("PerClassTestCase test", random.nextLong());
        }
    }

    static class One {

        @Seeded
        static class SameTestCase {

            @Test
            void same(Random random) {
                Fixtures.log("One same", random.nextLong());
            }
        }
    }

    static class Other {

        @Seeded
        static class SameTestCase {

            @Test
            void same(Random random) {
                Fixtures.log("Other same", random.nextLong());
            }
        }
    }

    @Seeded
    @ParameterizedClass
    @MethodSource("values")
    static class ParameterizedClassTestCase {

        private final int value;

        ParameterizedClassTestCase(int value) {
            this.value = value;
        }

        static IntStream values(Random random) {
            Fixtures.log("source", random.nextLong());
            return IntStream.of(1, 2);
        }

        @BeforeAll
        static void beforeAll(Random random) {
            Fixtures.log("before all", random.nextLong());
        }

        @Test
        void test(Random random) {
            Fixtures.log("test " + value, random.nextLong());
        }
    }
}
