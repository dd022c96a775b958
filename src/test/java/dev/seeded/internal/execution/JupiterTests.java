package dev.seeded.internal.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.seeded.Seeded;
import dev.seeded.SeededOrder;
import dev.seeded.internal.execution.RunResult.Outcome;
import dev.seeded.testing.Fixtures;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.engine.ConfigurationParameters;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.opentest4j.TestAbortedException;

/** Runs of the same tests: what one leaves behind, and whether each is what it would be alone. */
class JupiterTests {

    @BeforeEach
    void clear() {
        Fixtures.clear();
    }

    @Test
    void discoversOnceWhereJupiterCopies() {
        // JUnit 5.13 has both.
        assertThat(template(KindsTestCase.class).isReusable()).isEqualTo(Fixtures.parameterizedClassesExist());
    }

    @ParameterizedTest
    @ValueSource(classes = {KindsTestCase.class, OfClassTestCase.class, OfNestedClassTestCase.class})
    void givesEachRunWhatTheSameSeedGivesToTestsThatAreDiscoveredAnew(Class<?> type) {
        assumeTrue(type == KindsTestCase.class || Fixtures.parameterizedClassesExist());
        List<TestSelection> tests = tests(type);
        try (Jupiter again = open(Map.of())) {
            for (int seed : new int[] {1, 2, 1}) {
                Map<String, String> settings = Map.of("seed", "" + seed);
                Map<String, String> results = outcomes(again.run(tests, settings, test -> {}));
                Map<String, List<Object>> logged = Fixtures.logged();
                Fixtures.clear();
                try (Jupiter anew = open(Map.of())) {
                    assertThat(outcomes(anew.runInOrder(tests, settings, test -> {})))
                            .isEqualTo(results);
                }
                assertThat(Fixtures.logged()).isEqualTo(logged).isNotEmpty();
                Fixtures.clear();
            }
        }
    }

    @Test
    void runsWhatIsSelectedEachTime() {
        List<TestSelection> all = tests(ManyTestCase.class);
        try (Jupiter jupiter = open(Map.of())) {
            for (int[] selected : new int[][] {{0, 1, 2, 3, 4, 5, 6}, {1, 3, 5}, {3}, {0, 6}, {0, 1, 2, 3, 4, 5, 6}}) {
                List<TestSelection> some =
                        Arrays.stream(selected).mapToObj(all::get).toList();
                List<String> started = new ArrayList<>();

                Map<String, RunResult> results =
                        jupiter.run(some, Map.of("seed", "1"), started::add).byTest();

                assertThat(results.keySet())
                        .containsExactlyElementsOf(started)
                        .containsExactlyElementsOf(
                                some.stream().map(TestSelection::id).toList());
                assertThat(results.values()).allMatch(result -> result.outcome() == Outcome.PASSED);
                assertThat(Fixtures.logged("ran")).hasSize(selected.length);
                Fixtures.clear();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(classes = {SeededOrderTestCase.class, ComposedOrderTestCase.class, AroundTestCase.class})
    void ordersByTheSeedOfEachRun(Class<?> type) {
        Set<List<Object>> orders = new HashSet<>();
        try (Jupiter jupiter = open(Map.of())) {
            for (int seed = 0; seed < 10; seed++) {
                jupiter.run(tests(type), Map.of("seed", "" + seed), test -> {});
                List<Object> order = Fixtures.logged("order");
                Fixtures.withSeed(seed).run(type);
                assertThat(order).isEqualTo(Fixtures.logged("order")).hasSize(4);
                orders.add(order);
                Fixtures.clear();
            }
        }
        assertThat(orders).hasSizeGreaterThan(2);
    }

    @Test
    void ordersByTheSeedWhereAParameterSaysSo() {
        Map<String, String> order =
                Map.of(MethodOrderer.DEFAULT_ORDER_PROPERTY_NAME, SeededOrder.Methods.class.getName());
        Set<List<Object>> orders = new HashSet<>();
        try (Jupiter jupiter = open(order)) {
            for (int seed = 0; seed < 10; seed++) {
                jupiter.run(tests(NoOrderTestCase.class), Map.of("seed", "" + seed), test -> {});
                orders.add(Fixtures.logged("order"));
                Fixtures.clear();
            }
        }
        assertThat(orders).hasSizeGreaterThan(2);
    }

    @Test
    void keepsTheOrderOfTestsInParallel() {
        Map<String, String> parallel = Map.of(
                "junit.jupiter.execution.parallel.enabled", "true",
                "junit.jupiter.execution.parallel.mode.default", "concurrent");
        try (Jupiter jupiter = open(parallel)) {
            for (int run = 0; run < 20; run++) {
                jupiter.run(tests(WrittenOrderTestCase.class), Map.of("seed", "" + run), test -> {});
                assertThat(Fixtures.logged("order")).containsExactly("d", "c", "b", "a");
                Fixtures.clear();
            }
        }
    }

    @Test
    void runsTestsInParallelEachTime() {
        Map<String, String> parallel = Map.of(
                "junit.jupiter.execution.parallel.enabled", "true",
                "junit.jupiter.execution.parallel.mode.default", "concurrent");
        List<TestSelection> tests = tests(ManyTestCase.class);
        try (Jupiter jupiter = open(parallel)) {
            for (int run = 0; run < 20; run++) {
                assertThat(jupiter.run(tests, Map.of("seed", "" + run), test -> {})
                                .byTest()
                                .values())
                        .allMatch(result -> result.outcome() == Outcome.PASSED);
                assertThat(Fixtures.logged("ran")).hasSize(tests.size());
                Fixtures.clear();
            }
        }
    }

    @Test
    void heedsASettingOfJupitersThatOneRunHas() {
        List<TestSelection> tests = tests(DisabledTestCase.class);
        String deactivated = "junit.jupiter.conditions.deactivate";
        try (Jupiter jupiter = open(Map.of())) {
            for (boolean active : new boolean[] {true, false, true, false}) {
                Map<String, String> settings = active ? Map.of() : Map.of(deactivated, "*");
                assertThat(jupiter.run(tests, settings, test -> {}).byTest().values())
                        .extracting(RunResult::outcome)
                        .containsExactly(active ? Outcome.SKIPPED : Outcome.PASSED);
            }
        }
    }

    @Test
    void goesOnAfterARunThatHangs() {
        List<TestSelection> tests = tests(HangingTestCase.class);
        try (Jupiter jupiter = open(Map.of(), Optional.of(Duration.ofSeconds(1)))) {
            List<List<Outcome>> outcomes = IntStream.range(0, 3)
                    .mapToObj(run -> jupiter.run(tests, Map.of("seed", "1"), test -> {}).byTest().values().stream()
                            .map(RunResult::outcome)
                            .toList())
                    .toList();
            HangingTestCase.END.countDown();
            assertThat(outcomes)
                    .containsExactly(List.of(Outcome.PASSED), List.of(Outcome.FAILED), List.of(Outcome.PASSED));
        }
    }

    @Test
    void failsATestThatHangsInTheSecondInvocationOfItsClass() {
        assumeTrue(Fixtures.parameterizedClassesExist());
        List<TestSelection> tests = tests(HangingInvocationTestCase.class);
        try (Jupiter jupiter = open(Map.of(), Optional.of(Duration.ofSeconds(1)))) {
            Map<String, RunResult> results =
                    jupiter.run(tests, Map.of("seed", "1"), test -> {}).byTest();

            assertThat(results).hasSize(1);
            assertThat(results.values().iterator().next().throwable()).isInstanceOf(TimeoutException.class);
        }
    }

    @Test
    void endsWithAnErrorThatEndsJupiter() {
        List<TestSelection> tests = tests(OutOfMemoryTestCase.class);
        try (Jupiter jupiter = open(Map.of(), Optional.of(Duration.ofSeconds(10)))) {
            assertThatExceptionOfType(OutOfMemoryError.class)
                    .isThrownBy(() -> jupiter.run(tests, Map.of("seed", "1"), test -> {}));
        }
    }

    /** Invocations that run at the same time end in any order. */
    @Test
    void showsTheInvocationWithTheLowestNumberWhicheverFailsFirst() {
        UniqueId test = UniqueId.forEngine("junit-jupiter").append("class", "A").append("test-template", "a()");
        TestDescriptor template = new Described(test, TestDescriptor.Type.CONTAINER);
        RunResults results = new RunResults(List.of(test.toString()), started -> {});
        results.identify(Map.of(test, test.toString()));

        for (int number : new int[] {2, 10, 1}) {
            TestDescriptor invocation =
                    new Described(test.append("test-template-invocation", "#" + number), TestDescriptor.Type.TEST);
            template.addChild(invocation);
            results.executionFinished(invocation, TestExecutionResult.failed(new IllegalStateException("" + number)));
        }

        assertThat(results.byTest().values())
                .singleElement()
                .satisfies(result -> assertThat(result.throwable()).hasMessage("1"));
    }

    private static final class Described extends AbstractTestDescriptor {

        private final Type type;

        Described(UniqueId id, Type type) {
            super(id, id.toString());
            this.type = type;
        }

        @Override
        public Type getType() {
            return type;
        }
    }

    @Test
    void closesWhatARunKeepsWhenItEnds() {
        try (Jupiter jupiter = open(Map.of())) {
            for (int run = 0; run < 3; run++) {
                jupiter.run(tests(KeepingTestCase.class), Map.of("seed", "1"), test -> {});
                assertThat(Fixtures.logged("kept")).containsExactly("opened", "used", "closed");
                Fixtures.clear();
            }
        }
    }

    @Test
    void failsAllTestsOfAClassThatCannotBeFound() {
        try (Jupiter jupiter = open(Map.of())) {
            for (int run = 0; run < 2; run++) {
                RunResults results = jupiter.run(
                        List.of(new TestSelection("[engine:junit-jupiter]/[class:None]/[method:none()]")),
                        Map.of(),
                        test -> {});
                assertThat(results.byTest().values())
                        .extracting(RunResult::outcome)
                        .containsExactly(Outcome.FAILED);
            }
        }
    }

    @Test
    void failsAllTestsForWhatIsCriticalAtTheirDiscovery() {
        assumeTrue(Fixtures.parameterizedClassesExist(), "JUnit tells from 5.13 on");
        List<TestSelection> tests = tests(DoubtfulTestCase.class);
        try (Jupiter usual = open(Map.of());
                Jupiter strict = open(Map.of("junit.platform.discovery.issue.severity.critical", "warning"))) {
            assertThat(usual.run(tests, Map.of(), test -> {}).byTest().values())
                    .extracting(RunResult::outcome)
                    .containsExactly(Outcome.PASSED);
            for (int run = 0; run < 2; run++) {
                assertThat(strict.run(tests, Map.of(), test -> {}).byTest().values())
                        .singleElement()
                        .satisfies(result -> assertThat(result.throwable()).hasMessageContaining("Invalid tag syntax"));
            }
        }
    }

    private static Jupiter open(Map<String, String> parameters) {
        return open(parameters, Optional.empty());
    }

    private static Jupiter open(Map<String, String> parameters, Optional<Duration> timeout) {
        return new Jupiter(parameters(parameters), timeout);
    }

    private static ConfigurationParameters parameters(Map<String, String> parameters) {
        return LauncherDiscoveryRequestBuilder.request()
                .enableImplicitConfigurationParameters(false)
                .configurationParameters(parameters)
                .build()
                .getConfigurationParameters();
    }

    private static Template template(Class<?> type) {
        return new Template(Jupiter.engine(), tests(type), parameters(Map.of()), Map.of("seed", "1"), false);
    }

    private static List<TestSelection> tests(Class<?> type) {
        return Jupiter.discover(List.of(selectClass(type)), List.of(), parameters(Map.of())).getDescendants().stream()
                .filter(found -> found.getSource().orElse(null) instanceof MethodSource)
                .map(TestDescriptor::getUniqueId)
                .map(id -> new TestSelection(id.toString()))
                .toList();
    }

    private static Map<String, String> outcomes(RunResults results) {
        Map<String, String> outcomes = new TreeMap<>();
        results.byTest()
                .forEach((test, result) ->
                        outcomes.put(test, result.outcome() + " " + result.tests() + result.reason()));
        return outcomes;
    }

    @Seeded
    static class KindsTestCase {

        @BeforeAll
        static void beforeAll(Random random) {
            Fixtures.log("before all", random.nextInt());
        }

        @Test
        void plain(Random random) {
            Fixtures.log("plain", random.nextInt());
        }

        @Test
        void fails(Random random) {
            throw new AssertionError("drew " + random.nextInt());
        }

        @Test
        void aborted() {
            throw new TestAbortedException("no");
        }

        @Test
        @Disabled("not now")
        void disabled() {}

        @RepeatedTest(2)
        void repeated(Random random) {
            Fixtures.log("repeated", random.nextInt());
        }

        @ParameterizedTest
        @ValueSource(ints = {1, 2})
        void parameterized(int size, Random random) {
            Fixtures.log("parameterized", size * (long) random.nextInt());
        }

        @TestFactory
        List<DynamicNode> dynamic(Random random) {
            return List.of(
                    DynamicTest.dynamicTest("one", () -> Fixtures.log("dynamic", random.nextInt())),
                    DynamicContainer.dynamicContainer(
                            "two",
                            List.of(DynamicTest.dynamicTest(
                                    "three", () -> Fixtures.log("dynamic", random.nextInt())))));
        }

        @Nested
        class Inner {

            @Test
            void nested(Random random) {
                Fixtures.log("nested", random.nextInt());
            }
        }
    }

    @Seeded
    @ParameterizedClass
    @ValueSource(ints = {1, 2})
    static class OfClassTestCase {

        private final int parameter;

        OfClassTestCase(int parameter) {
            this.parameter = parameter;
        }

        @Test
        void plain(Random random) {
            Fixtures.log("plain", parameter * (long) random.nextInt());
        }

        @RepeatedTest(2)
        void repeated(Random random) {
            Fixtures.log("repeated", parameter * (long) random.nextInt());
        }

        @Nested
        class Inner {

            @Test
            void nested(Random random) {
                Fixtures.log("nested", parameter * (long) random.nextInt());
            }
        }
    }

    @Seeded
    static class OfNestedClassTestCase {

        @Test
        void plain(Random random) {
            Fixtures.log("plain", random.nextInt());
        }

        @Nested
        @ParameterizedClass
        @ValueSource(ints = {1, 2})
        class Inner {

            private final int parameter;

            Inner(int parameter) {
                this.parameter = parameter;
            }

            @Test
            void nested(Random random) {
                Fixtures.log("nested", parameter * (long) random.nextInt());
            }
        }
    }

    static class ManyTestCase {

        @Test
        void a() {
            Fixtures.log("ran", "a");
        }

        @Test
        void b() {
            Fixtures.log("ran", "b");
        }

        @Test
        void c() {
            Fixtures.log("ran", "c");
        }

        @Test
        void d() {
            Fixtures.log("ran", "d");
        }

        @Test
        void e() {
            Fixtures.log("ran", "e");
        }

        @Nested
        class Inner {

            @Test
            void f() {
                Fixtures.log("ran", "f");
            }

            @Test
            void g() {
                Fixtures.log("ran", "g");
            }
        }
    }

    static class NoOrderTestCase {

        @Test
        @Order(4)
        void a() {
            Fixtures.log("order", "a");
        }

        @Test
        @Order(3)
        void b() {
            Fixtures.log("order", "b");
        }

        @Test
        @Order(2)
        void c() {
            Fixtures.log("order", "c");
        }

        @Test
        @Order(1)
        void d() {
            Fixtures.log("order", "d");
        }
    }

    @TestMethodOrder(SeededOrder.Methods.class)
    static class SeededOrderTestCase extends NoOrderTestCase {}

    @Retention(RetentionPolicy.RUNTIME)
    @TestMethodOrder(SeededOrder.Methods.class)
    @interface BySeed {}

    @BySeed
    static class ComposedOrderTestCase extends NoOrderTestCase {}

    static class AroundTestCase {

        @Nested
        @BySeed
        class Inner extends NoOrderTestCase {}
    }

    @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
    static class WrittenOrderTestCase extends NoOrderTestCase {}

    static class DisabledTestCase {

        @Test
        @Disabled("not now")
        void passes() {}
    }

    static class HangingTestCase {

        static final CountDownLatch END = new CountDownLatch(1);
        private static int runs;

        @Test
        void hangsTheSecondTime() {
            runs++;
            boolean waits = runs == 2;
            while (waits) {
                try {
                    END.await();
                    waits = false;
                } catch (InterruptedException goesOn) {
                    // It hangs.
                }
            }
        }
    }

    @ParameterizedClass
    @ValueSource(ints = {1, 2})
    @TestMethodOrder(MethodOrderer.MethodName.class)
    static class HangingInvocationTestCase {

        private final int parameter;

        HangingInvocationTestCase(int parameter) {
            this.parameter = parameter;
        }

        @Test
        void hangsInTheSecond() throws InterruptedException {
            if (parameter == 2) {
                new CountDownLatch(1).await();
            }
        }

        @Test
        void wouldComeNext() {}
    }

    static class OutOfMemoryTestCase {

        @Test
        void fails() {
            throw new OutOfMemoryError("on purpose");
        }
    }

    @ExtendWith(Keeping.class)
    static class KeepingTestCase {

        @Test
        void uses() {
            Fixtures.log("kept", "used");
        }
    }

    static final class Keeping implements BeforeEachCallback {

        @Override
        public void beforeEach(ExtensionContext context) {
            context.getRoot().getStore(Namespace.create(Keeping.class)).getOrComputeIfAbsent("resource", unused -> {
                Fixtures.log("kept", "opened");
                return new Resource();
            });
        }
    }

    @SuppressWarnings("deprecation") // JUnit 5.12 closes nothing else
    static final class Resource implements CloseableResource, AutoCloseable {

        @Override
        public void close() {
            Fixtures.log("kept", "closed");
        }
    }

    static class DoubtfulTestCase {

        @Test
        @Tag("no, tag")
        void passes() {}
    }
}
