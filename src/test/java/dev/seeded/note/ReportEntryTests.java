package dev.seeded.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.testkit.engine.EventType.REPORTING_ENTRY_PUBLISHED;

import dev.seeded.Seeded;
import dev.seeded.testing.ErrorOutput;
import dev.seeded.testing.NotedFailure;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.testkit.engine.EngineExecutionResults;

/** A failed test publishes its seed and its replay line, for tools that keep JUnit's report entries. */
@ResourceLock(Resources.SYSTEM_ERR)
class ReportEntryTests {

    @Test
    void isPublishedOnceWhateverElseFails() {
        assertThat(published(NotedFailure.fixtures().run(FailingTestCase.class)))
                .containsExactly(entry(FailingTestCase.class, "fails"));
    }

    @Test
    void isPublishedOfAClass() {
        assertThat(published(NotedFailure.fixtures().run(FailingClassTestCase.class)))
                .containsExactly(entry(FailingClassTestCase.class, "'*'"));
    }

    @Test
    void isPublishedOfEachDynamicTest() {
        Map<String, String> entry = entry(DynamicTestTestCase.class, "makesTests");

        assertThat(published(NotedFailure.fixtures().run(DynamicTestTestCase.class)))
                .containsExactly(entry, entry);
    }

    @Test
    @Tag("slow")
    @Tag("long")
    void isPublishedOnceOfManyRuns() {
        AtomicReference<EngineExecutionResults> results = new AtomicReference<>();
        ErrorOutput.of(() -> results.set(NotedFailure.fixtures()
                .with("seed.runs", 5)
                .with("seed.keepGoing", true)
                .explore(FailingTestCase.class)));

        assertThat(published(results.get())).containsExactly(entry(FailingTestCase.class, "fails"));
    }

    private static Map<String, String> entry(Class<?> fixture, String selected) {
        return Map.of("seed", "42", "replay", "again '" + fixture.getName() + "' " + selected + " 42");
    }

    private static List<Map<String, String>> published(EngineExecutionResults results) {
        return results.allEvents().stream()
                .filter(event -> event.getType() == REPORTING_ENTRY_PUBLISHED)
                .map(event -> event.getRequiredPayload(ReportEntry.class).getKeyValuePairs())
                .toList();
    }

    @Seeded
    static class FailingTestCase {

        @Test
        void fails(Random random) {
            throw new IllegalStateException("drew " + random.nextInt());
        }

        @Test
        void passes(Random random) {
            assertThat(random).isNotNull();
        }

        @AfterEach
        void failsAsWell(TestInfo test) {
            if (test.getDisplayName().startsWith("fails")) {
                throw new IllegalStateException("after each");
            }
        }
    }

    @Seeded
    static class FailingClassTestCase {

        @BeforeAll
        static void fails(Random random) {
            throw new IllegalStateException("drew " + random.nextInt());
        }

        @Test
        void isNotRun() {}
    }

    @Seeded
    static class DynamicTestTestCase {

        @TestFactory
        Stream<DynamicTest> makesTests(Random random) {
            return Stream.of("one", "two")
                    .map(name -> DynamicTest.dynamicTest(name, () -> {
                        throw new IllegalStateException(name + random.nextInt());
                    }));
        }
    }
}
