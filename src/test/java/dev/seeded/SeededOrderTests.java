package dev.seeded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import dev.seeded.testing.Fixtures;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.Event;

class SeededOrderTests {

    private static final String METHODS = "junit.jupiter.testmethod.order.default";
    private static final String CLASSES = "junit.jupiter.testclass.order.default";

    @Test
    void ordersMethodsByTheRunSeed() {
        // Pinned: whoever changes this order, changes that of every user.
        assertThat(methods(Fixtures.withSeed(1).run(OrderedTestCase.class)))
                .containsExactly("three(Random)", "two()", "four()", "one()", "five()");
        assertThat(methods(Fixtures.withSeed(2).run(OrderedTestCase.class)))
                .containsExactly("two()", "four()", "one()", "three(Random)", "five()");
    }

    @Test
    void takesEveryOrderOfThreeMethodsSoonerOrLater() {
        assertThat(IntStream.range(0, 60)
                        .mapToObj(seed -> methods(Fixtures.withSeed(seed)
                                .with(METHODS, SeededOrder.Methods.class.getName())
                                .run(ATestCase.class)))
                        .distinct())
                .hasSize(6);
    }

    @Test
    void keepsTheOrderOfTheWholeInEverySubset() {
        List<String> whole = methods(Fixtures.withSeed(1).run(OrderedTestCase.class));

        List<DiscoverySelector> subset = Stream.of("five", "two", "four")
                .map(name -> (DiscoverySelector) selectMethod(OrderedTestCase.class, name))
                .toList();

        assertThat(methods(Fixtures.withSeed(1).run(subset)))
                .hasSize(3)
                .isEqualTo(whole.stream()
                        .filter(name -> name.matches("(five|two|four)\\(\\)"))
                        .toList());
    }

    @Test
    void ordersClassesByTheRunSeedWhateverOrderTheyWereFoundIn() {
        List<DiscoverySelector> found = new ArrayList<>(List.of(
                selectClass(ATestCase.class), selectClass(BTestCase.class), selectClass(OrderedTestCase.class)));

        List<List<String>> orders = new ArrayList<>();
        for (int shuffles = 0; shuffles < 4; shuffles++) {
            Collections.shuffle(found, new Random(shuffles));
            orders.add(classes(Fixtures.withSeed(5)
                    .with(CLASSES, SeededOrder.Classes.class.getName())
                    .run(found)));
        }

        assertThat(orders)
                .containsOnly(List.of(
                        "SeededOrderTests$BTestCase",
                        "SeededOrderTests$ATestCase",
                        "SeededOrderTests$OrderedTestCase"));
    }

    @Test
    void leavesTheOrderAloneAndFailsTheSeededTestsWhereTheSeedIsBad() {
        EngineExecutionResults results = Fixtures.withSeed("abc")
                .with(CLASSES, SeededOrder.Classes.class.getName())
                .run(OrderedTestCase.class, BTestCase.class);

        results.testEvents()
                .assertStatistics(stats -> stats.started(7).failed(1).succeeded(6));
        assertThat(Fixtures.onlyFailure(results)).hasMessageContaining("'abc'");
    }

    @Test
    void offersNoPinAndSelectsTheClass() {
        EngineExecutionResults results = Fixtures.withSeed(7).run(FailingTestCase.class);

        assertThat(Fixtures.onlyFailure(results).getSuppressed()[0].getMessage())
                .contains("-Dtest='" + FailingTestCase.class.getName() + "' ", " -Dseed=7")
                .doesNotContain("pin ");
    }

    private static List<String> methods(EngineExecutionResults results) {
        return results.testEvents().started().stream()
                .map(event -> event.getTestDescriptor().getDisplayName())
                .toList();
    }

    private static List<String> classes(EngineExecutionResults results) {
        return results.containerEvents().started().stream()
                .map(Event::getTestDescriptor)
                .skip(1)
                .map(descriptor -> descriptor.getDisplayName())
                .toList();
    }

    @TestMethodOrder(SeededOrder.Methods.class)
    static class OrderedTestCase {

        @Test
        void one() {}

        @Test
        void two() {}

        @Test
        void three(@Seeded Random random) {}

        @Test
        void four() {}

        @Test
        void five() {}
    }

    static class ATestCase {

        @Test
        void one() {}

        @Test
        void two() {}

        @Test
        void three() {}
    }

    static class BTestCase {

        @Test
        void one() {}

        @Test
        void two(TestInfo info) {}
    }

    @Seeded
    @TestMethodOrder(SeededOrder.Methods.class)
    static class FailingTestCase {

        @Test
        void fails(Random random) {
            throw new IllegalStateException("drew " + random.nextInt());
        }
    }
}
