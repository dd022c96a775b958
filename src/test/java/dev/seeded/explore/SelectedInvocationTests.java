package dev.seeded.explore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectIteration;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectUniqueId;

import dev.seeded.Seeded;
import dev.seeded.testing.ErrorOutput;
import dev.seeded.testing.Fixtures;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.engine.DiscoverySelector;

/** What is explored where some invocations of a test are selected. */
@ResourceLock(Resources.SYSTEM_ERR)
class SelectedInvocationTests {

    private static final String CLASS = "[engine:junit-jupiter]/[class:" + TemplatesTestCase.class.getName() + "]";

    @Test
    void areExploredAlone() {
        assertThat(
                        explored(
                                selectUniqueId(
                                        CLASS
                                                + "/[test-template:parameterized(java.lang.String, java.util.Random)]/[test-template-invocation:#2]")))
                .containsExactly(Map.entry("two", 5));
        assertThat(explored(selectUniqueId(CLASS + "/[test-factory:dynamic(java.util.Random)]/[dynamic-test:#1]")))
                .containsExactly(Map.entry("dynamic one", 5));
    }

    @Test
    void areExploredAloneByTheirIterations() {
        assertThat(explored(selectIteration(
                        selectMethod(TemplatesTestCase.class, "parameterized", String.class, Random.class), 0, 2)))
                .containsExactlyInAnyOrderEntriesOf(Map.of("one", 5, "three", 5));
        assertThat(explored(selectIteration(selectMethod(TemplatesTestCase.class, "dynamic", Random.class), 1)))
                .containsExactly(Map.entry("dynamic two", 5));
    }

    @Test
    void areExploredWithAllOthersWhereTheirTestIsSelectedToo() {
        assertThat(explored(
                        selectUniqueId(CLASS + "/[test-factory:dynamic(java.util.Random)]/[dynamic-test:#1]"),
                        selectClass(TemplatesTestCase.class)))
                .isEqualTo(Map.of("one", 5, "two", 5, "three", 5, "dynamic one", 5, "dynamic two", 5));
    }

    @Test
    @EnabledIf("dev.seeded.testing.Fixtures#parameterizedClassesExist")
    void areExploredAloneWhereTheyAreOfAClass() {
        String invocation = "[engine:junit-jupiter]/[class-template:" + ClassTestCase.class.getName()
                + "]/[class-template-invocation:#2]";

        assertThat(explored(selectUniqueId(invocation))).isEqualTo(Map.of("first of b", 5, "second of b", 5));
        assertThat(explored(selectUniqueId(invocation + "/[method:second(java.util.Random)]")))
                .isEqualTo(Map.of("second of b", 5));
        assertThat(explored(selectIteration(selectClass(ClassTestCase.class), 0)))
                .isEqualTo(Map.of("first of a", 5, "second of a", 5));
    }

    private static Map<String, Integer> explored(DiscoverySelector... selectors) {
        ErrorOutput.of(() -> Fixtures.withSeed(1).with("seed.runs", 5).explore(List.of(selectors)));
        return Fixtures.logged().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().size()));
    }

    @Seeded
    static class TemplatesTestCase {

        @ParameterizedTest
        @ValueSource(strings = {"one", "two", "three"})
        void parameterized(String name, Random random) {
            Fixtures.log(name, random.nextInt());
        }

        @TestFactory
        Stream<DynamicTest> dynamic(Random random) {
            return Stream.of("dynamic one", "dynamic two")
                    .map(name -> DynamicTest.dynamicTest(name, () -> Fixtures.log(name, random.nextInt())));
        }
    }

    @Seeded
    @ParameterizedClass
    @ValueSource(strings = {"a", "b"})
    static class ClassTestCase {

        @Parameter
        String letter;

        @Test
        void first(Random random) {
            Fixtures.log("first of " + letter, random.nextInt());
        }

        @Test
        void second(Random random) {
            Fixtures.log("second of " + letter, random.nextInt());
        }
    }
}
