package dev.seeded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.seeded.internal.note.SeedNote;
import dev.seeded.internal.note.SeedReport;
import dev.seeded.internal.seed.Derivation;
import dev.seeded.internal.seed.Identity;
import dev.seeded.testing.ErrorOutput;
import dev.seeded.testing.Fixtures;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.BeforeTestExecutionCallback;
import org.junit.jupiter.api.extension.DynamicTestInvocationContext;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.LifecycleMethodExecutionExceptionHandler;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.junit.jupiter.api.extension.TestInstancePostProcessor;
import org.junit.jupiter.api.extension.TestInstancePreDestroyCallback;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.Event;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.MultipleFailuresError;

/** Whatever fails carries one seed note, and is otherwise as it was. */
@TestInstance(Lifecycle.PER_CLASS)
@ResourceLock(Resources.SYSTEM_ERR)
class FailureNoteTests {

    private static final long RUN_SEED = 4821093847561029L;

    /** Failures as the fixtures threw them. */
    private static final Map<Throwable, Before> BEFORE = Collections.synchronizedMap(new IdentityHashMap<>());

    private final Map<Mode, Catalogue> catalogues = new EnumMap<>(Mode.class);

    private enum Mode {
        SEQUENTIAL,
        PARALLEL
    }

    /**
     * What is to be found in the one failure of a fixture.
     *
     * @see Catalogue
     */
    @Retention(RetentionPolicy.RUNTIME)
    private @interface Noted {

        /** What follows the name of the fixture in the title. */
        String title();

        /** The method that is selected. */
        String method() default "'*'";

        /** Whether there is a pin line. */
        boolean pin() default true;

        /** Whether the failure takes no note, so that it is written. */
        boolean written() default false;

        /** The failure's type, if JUnit makes it. */
        Class<? extends Throwable> type() default Throwable.class;

        /** How the failure's message begins, if JUnit makes it. */
        String message() default "";
    }

    /** A throwable before an extension could change it. */
    private record Before(
            String message, @Nullable Throwable cause, List<StackTraceElement> stack, List<Throwable> suppressed) {

        static Before of(Throwable failure) {
            return new Before(
                    messageOf(failure),
                    failure.getCause(),
                    List.of(failure.getStackTrace()),
                    List.of(failure.getSuppressed()));
        }

        private static String messageOf(Throwable failure) {
            try {
                return String.valueOf(failure.getMessage());
            } catch (RuntimeException hostile) {
                return "(throws)";
            }
        }
    }

    /** All fixtures, run at once. */
    private record Catalogue(EngineExecutionResults results, String written) {

        static Catalogue of(Mode mode, Class<?>... fixtures) {
            AtomicReference<EngineExecutionResults> results = new AtomicReference<>();
            String written = ErrorOutput.of(() -> results.set(fixtures(mode).run(fixtures)));
            return new Catalogue(results.get(), written);
        }

        List<Event> failures(Class<?> fixture) {
            return results.allEvents().failed().stream()
                    .filter(event ->
                            event.getTestDescriptor().getUniqueId().toString().contains(":" + fixture.getName() + "]"))
                    .toList();
        }

        List<String> entries(Event failure) {
            return results.allEvents().reportingEntryPublished().stream()
                    .filter(event -> event.getTestDescriptor().equals(failure.getTestDescriptor()))
                    .map(event -> SeedReport.from(
                                    "",
                                    event.getRequiredPayload(ReportEntry.class).getKeyValuePairs())
                            .orElseThrow()
                            .text())
                    .toList();
        }
    }

    private static Fixtures fixtures(Mode mode) {
        return Fixtures.withSeed(RUN_SEED)
                .with("seed.command", "again {class} {method} {seed}")
                .with("seed.announce", false)
                .with("junit.platform.stacktrace.pruning.enabled", false)
                .with("junit.jupiter.execution.parallel.enabled", mode == Mode.PARALLEL)
                .with("junit.jupiter.execution.parallel.mode.default", "concurrent")
                .with("junit.jupiter.execution.parallel.config.strategy", "fixed")
                .with("junit.jupiter.execution.parallel.config.fixed.parallelism", 4);
    }

    @BeforeAll
    void runCatalogue() {
        Class<?>[] fixtures = kinds().toArray(Class<?>[]::new);
        for (Mode mode : Mode.values()) {
            catalogues.put(mode, Catalogue.of(mode, fixtures));
        }
    }

    private static Stream<Class<?>> kinds() {
        return Arrays.stream(FailureNoteTests.class.getDeclaredClasses())
                .filter(type -> type.isAnnotationPresent(Noted.class))
                .sorted(Comparator.comparing(Class::getName));
    }

    private static Stream<Arguments> kindsAndModes() {
        return kinds().flatMap(kind -> Arrays.stream(Mode.values()).map(mode -> Arguments.of(kind, mode)));
    }

    @ParameterizedTest
    @MethodSource("kindsAndModes")
    void carriesOneNoteAndIsOtherwiseAsItWas(Class<?> fixture, Mode mode) {
        Catalogue catalogue = catalogues.get(mode);
        Noted noted = fixture.getAnnotation(Noted.class);
        assertThat(catalogue.failures(fixture)).hasSize(1);
        Event event = catalogue.failures(fixture).get(0);
        Throwable failure = failure(event);
        String report = report(fixture.getName(), noted, event);

        if (noted.written()) {
            assertThat(notes(failure)).isEmpty();
            assertThat(catalogue.entries(event)).containsExactly(report);
            assertThat(catalogue.written()).containsOnlyOnce("Seed: " + report + System.lineSeparator());
        } else {
            assertThat(notes(failure)).extracting(Throwable::getMessage).containsExactly(report);
            assertThat(failure.getSuppressed()).containsOnlyOnce(notes(failure).get(0));
            assertThat(catalogue.entries(event)).isEmpty();
            assertThat(catalogue.written()).doesNotContain(fixture.getName());
        }
        if (noted.type() == Throwable.class) {
            assertUnchanged(failure);
        } else {
            assertThat(failure).isExactlyInstanceOf(noted.type());
            assertThat(String.valueOf(failure.getMessage())).startsWith(noted.message());
        }
    }

    @ParameterizedTest
    @EnumSource
    void printsNothingButTheNotesThatCannotBeCarried(Mode mode) {
        assertThat(catalogues.get(mode).written().lines().filter(line -> line.startsWith("Seed: ")))
                .hasSameSizeAs(
                        kinds().filter(kind -> kind.getAnnotation(Noted.class).written())
                                .toList());
        assertThat(catalogues.get(mode).written().lines())
                .allMatch(line -> line.startsWith("Seed: ") || line.startsWith("\t  "));
    }

    @Test
    void isReadWithTheStackTrace() {
        Event event =
                catalogues.get(Mode.SEQUENTIAL).failures(TestBodyTestCase.class).get(0);
        StringWriter trace = new StringWriter();
        failure(event).printStackTrace(new PrintWriter(trace));

        assertThat(trace.toString().lines().filter(line -> !line.startsWith("\tat ")))
                .containsExactly(
                        "java.lang.IllegalStateException: as it was",
                        "\tSuppressed: Seed: " + TestBodyTestCase.class.getName() + ".fails(Random) ran with seed "
                                + RUN_SEED,
                        "\t  replay  again '" + TestBodyTestCase.class.getName() + "' fails " + RUN_SEED,
                        "\t  pin     @Seeded(" + testSeed(event) + "L)",
                        "Caused by: java.io.IOException: the cause",
                        "\t... " + commonFrames(failure(event)) + " more");
    }

    @Test
    void keepsAfterEachBesideTheTest() {
        Event event = catalogues
                .get(Mode.SEQUENTIAL)
                .failures(TestAndAfterEachTestCase.class)
                .get(0);

        assertThat(failure(event).getSuppressed())
                .extracting(Throwable::getMessage)
                .startsWith("after each")
                .hasSize(2);
    }

    @ParameterizedTest
    @EnumSource
    void namesOnlyTheFirstTestInAnInstanceThatSeveralThrow(Mode mode) {
        SharedFailureTestCase.shared = new IllegalStateException("shared");
        Catalogue catalogue = Catalogue.of(mode, SharedFailureTestCase.class);
        List<Event> events = catalogue.failures(SharedFailureTestCase.class);
        List<String> reports = events.stream()
                .map(event -> report(
                        event,
                        SharedFailureTestCase.class.getName() + ".fails(Random) > "
                                + event.getTestDescriptor().getDisplayName(),
                        SharedFailureTestCase.class.getName(),
                        "fails",
                        true))
                .toList();

        assertThat(events).hasSize(20).allMatch(event -> failure(event) == SharedFailureTestCase.shared);
        assertThat(SharedFailureTestCase.shared.getSuppressed()).hasSize(1);
        String carried = SharedFailureTestCase.shared.getSuppressed()[0].getMessage();
        assertThat(reports).containsOnlyOnce(carried);
        for (int at = 0; at < events.size(); at++) {
            boolean first = reports.get(at).equals(carried);
            assertThat(catalogue.entries(events.get(at))).isEqualTo(first ? List.of() : List.of(reports.get(at)));
        }
        assertThat(catalogue.written().split("(?=Seed: )"))
                .containsExactlyInAnyOrderElementsOf(reports.stream()
                        .filter(report -> !report.equals(carried))
                        .map(report -> "Seed: " + report + System.lineSeparator())
                        .toList());
    }

    private static int commonFrames(Throwable failure) {
        List<StackTraceElement> own = new ArrayList<>(List.of(failure.getStackTrace()));
        List<StackTraceElement> cause =
                new ArrayList<>(List.of(failure.getCause().getStackTrace()));
        Collections.reverse(own);
        Collections.reverse(cause);
        int common = 0;
        while (common < Math.min(own.size(), cause.size()) && own.get(common).equals(cause.get(common))) {
            common++;
        }
        return common;
    }

    private static void assertUnchanged(Throwable failure) {
        assertThat(BEFORE.keySet().stream().filter(thrown -> thrown == failure)).hasSize(1);
        Before before = BEFORE.get(failure);
        Before after = Before.of(failure);
        assertThat(after.message).isEqualTo(before.message);
        assertThat(after.cause == before.cause).isTrue();
        assertThat(after.stack).isEqualTo(before.stack);
        assertThat(after.suppressed.subList(0, before.suppressed.size()).equals(before.suppressed))
                .isTrue();
    }

    /** Returns the notes in a failure, its causes and what they suppressed. */
    private static List<Throwable> notes(Throwable failure) {
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Throwable> open = new ArrayDeque<>(List.of(failure));
        List<Throwable> notes = new ArrayList<>();
        while (!open.isEmpty()) {
            Throwable next = open.pop();
            if (seen.add(next)) {
                if (next instanceof SeedNote) {
                    notes.add(next);
                }
                open.addAll(List.of(next.getSuppressed()));
                Stream.ofNullable(next.getCause()).forEach(open::add);
            }
        }
        return notes;
    }

    private static Throwable failure(Event event) {
        return event.getRequiredPayload(TestExecutionResult.class)
                .getThrowable()
                .orElseThrow();
    }

    private static String report(String fixture, Noted noted, Event event) {
        String className = fixture + noted.title().replaceFirst("[ .].*", "");
        boolean isWholeClass = !noted.pin() && noted.method().equals("'*'");
        return report(event, fixture + noted.title(), isWholeClass ? fixture : className, noted.method(), noted.pin());
    }

    private static String report(Event event, String title, String className, String method, boolean pin) {
        return title + " ran with seed " + RUN_SEED + "\n\t  replay  again '" + className + "' " + method + " "
                + RUN_SEED + (pin ? "\n\t  pin     @Seeded(" + testSeed(event) + "L)" : "");
    }

    /** Returns the seed of a context; a dynamic test has its factory's. */
    private static long testSeed(Event event) {
        String uniqueId = event.getTestDescriptor().getUniqueId().toString().replaceFirst("/\\[dynamic-.*", "");
        return Derivation.testSeed(RUN_SEED, Identity.of(uniqueId));
    }

    private static IllegalStateException failure() {
        return kept(new IllegalStateException("as it was", new IOException("the cause")));
    }

    private static <T extends Throwable> T kept(T failure) {
        BEFORE.put(failure, Before.of(failure));
        return failure;
    }

    // Tests and their instances

    @Noted(title = ".fails(Random)", method = "fails")
    @Seeded
    static class TestBodyTestCase {

        @Test
        void fails(Random random) {
            throw failure();
        }
    }

    @Noted(title = ".fails(Seed)", method = "fails")
    @Seeded
    static class SeedAloneTestCase {

        @Test
        void fails(Seed seed) {
            throw failure();
        }
    }

    @Noted(title = ".fails(Random)", method = "fails")
    static class SeededMethodTestCase {

        @Test
        @Seeded
        void fails(Random random) {
            throw failure();
        }
    }

    @Noted(title = ".fails(Random)", method = "fails")
    static class SeededParameterTestCase {

        @Test
        void fails(@Seeded Random random) {
            throw failure();
        }
    }

    @Noted(title = ".fails()", method = "fails")
    static class SeededFieldTestCase {

        @Seeded
        Random random;

        @Test
        void fails() {
            throw failure();
        }
    }

    @Noted(title = "")
    @Seeded
    @TestInstance(Lifecycle.PER_CLASS)
    static class PerClassConstructorTestCase {

        PerClassConstructorTestCase(Random random) {
            throw failure();
        }

        @Test
        void passes() {}
    }

    @Noted(title = ".fails(Random)", method = "fails")
    @Seeded
    @TestInstance(Lifecycle.PER_CLASS)
    static class PerClassTestTestCase {

        @Test
        void fails(Random random) {
            throw failure();
        }
    }

    @Noted(title = ".fails(Random)", pin = false)
    @Seeded
    @TestInstance(Lifecycle.PER_CLASS)
    static class PerClassConstructorGivenTestCase {

        PerClassConstructorGivenTestCase(Random random) {}

        @Test
        void fails(Random random) {
            throw failure();
        }
    }

    @Noted(title = ".passes()", method = "passes")
    @Seeded
    static class ConstructorTestCase {

        ConstructorTestCase(Random random) {
            throw failure();
        }

        @Test
        void passes() {}
    }

    @Noted(title = ".passes()", method = "passes")
    @Seeded
    static class FieldInitialiserTestCase {

        final int drawn = drawnFrom(this);

        FieldInitialiserTestCase(Random random) {}

        private static int drawnFrom(Object instance) {
            throw failure();
        }

        @Test
        void passes() {}
    }

    @Noted(
            title = ".passes(Random, Thread)",
            method = "passes",
            type = ParameterResolutionException.class,
            message = "No ParameterResolver registered for parameter [")
    @Seeded
    static class UnresolvableParameterTestCase {

        @Test
        void passes(Random random, Thread thread) {}
    }

    // Lifecycle methods

    @Noted(title = ".passes()", method = "passes")
    @Seeded
    static class BeforeEachTestCase {

        @BeforeEach
        void prepare(Random random) {
            throw failure();
        }

        @Test
        void passes() {}
    }

    @Noted(title = ".passes()", method = "passes")
    @Seeded
    static class AfterEachTestCase {

        @AfterEach
        void cleanUp(Random random) {
            throw failure();
        }

        @Test
        void passes() {}
    }

    @Noted(title = ".fails(Random)", method = "fails")
    @Seeded
    static class TestAndAfterEachTestCase {

        @AfterEach
        void cleanUp() {
            throw new IllegalStateException("after each");
        }

        @Test
        void fails(Random random) {
            throw failure();
        }
    }

    @Noted(title = "")
    @Seeded
    static class BeforeAllTestCase {

        @BeforeAll
        static void prepare(Random random) {
            throw failure();
        }

        @Test
        void passes() {}
    }

    @Noted(title = "")
    @Seeded
    static class AfterAllTestCase {

        @AfterAll
        static void cleanUp(Random random) {
            throw failure();
        }

        @Test
        void passes() {}
    }

    @Noted(title = "")
    @Seeded
    static class BeforeAndAfterAllTestCase {

        @BeforeAll
        static void prepare(Random random) {
            throw failure();
        }

        @AfterAll
        static void cleanUp(Random random) {
            throw new IllegalStateException("after all");
        }

        @Test
        void passes() {}
    }

    @Noted(title = ".fails()", pin = false)
    static class StaticFieldTestCase {

        @Seeded
        static Random random;

        @Test
        void fails() {
            throw failure();
        }
    }

    @Noted(title = ".fails(Random)", pin = false)
    @Seeded
    static class BeforeAllGivenTestCase {

        @BeforeAll
        static void prepare(Random random) {}

        @Test
        void fails(Random random) {
            throw failure();
        }
    }

    // Nested classes

    @Noted(title = "$Inner.fails(Random)", method = "fails")
    @Seeded
    static class NestedTestCase {

        @Nested
        class Inner {

            @Test
            void fails(Random random) {
                throw failure();
            }
        }
    }

    @Noted(title = "$Inner.passes()", method = "passes")
    @Seeded
    static class NestedOuterBeforeEachTestCase {

        @BeforeEach
        void prepare(Random random) {
            throw failure();
        }

        @Nested
        class Inner {

            @Test
            void passes() {}
        }
    }

    @Noted(title = "$Inner.passes()", method = "passes")
    @Seeded
    static class NestedOuterConstructorTestCase {

        NestedOuterConstructorTestCase(Random random) {
            throw failure();
        }

        @Nested
        class Inner {

            @Test
            void passes() {}
        }
    }

    @Noted(title = "$Inner.fails()", pin = false)
    @Seeded
    static class NestedInGivenOuterTestCase {

        @BeforeAll
        static void prepare(Random random) {}

        @Nested
        class Inner {

            @Test
            void fails() {
                throw failure();
            }
        }
    }

    @Noted(title = "$Inner", pin = false)
    @Seeded
    static class NestedBeforeAllInGivenOuterTestCase {

        @BeforeAll
        static void prepare(Random random) {}

        @Nested
        @TestInstance(Lifecycle.PER_CLASS)
        class Inner {

            @BeforeAll
            void prepare() {
                throw failure();
            }

            @Test
            void passes() {}
        }
    }

    // Other extensions

    @Noted(title = ".passes()", method = "passes")
    @Seeded
    static class BeforeEachCallbackTestCase {

        @RegisterExtension
        static final BeforeEachCallback FAILING = context -> {
            throw failure();
        };

        BeforeEachCallbackTestCase(Random random) {}

        @Test
        void passes() {}
    }

    @Noted(title = ".passes(Random)", method = "passes")
    @Seeded
    static class AfterEachCallbackTestCase {

        @RegisterExtension
        static final AfterEachCallback FAILING = context -> {
            throw failure();
        };

        @Test
        void passes(Random random) {}
    }

    @Noted(title = ".passes()", method = "passes")
    @Seeded
    static class BeforeTestExecutionCallbackTestCase {

        @RegisterExtension
        static final BeforeTestExecutionCallback FAILING = context -> {
            throw failure();
        };

        @BeforeEach
        void prepare(Random random) {}

        @Test
        void passes() {}
    }

    @Noted(title = ".passes(Random)", method = "passes")
    @Seeded
    static class AfterTestExecutionCallbackTestCase {

        @RegisterExtension
        static final AfterTestExecutionCallback FAILING = context -> {
            throw failure();
        };

        @Test
        void passes(Random random) {}
    }

    @Noted(title = "")
    static class BeforeAllCallbackTestCase {

        @Seeded
        static Random random;

        @RegisterExtension
        static final BeforeAllCallback FAILING = context -> {
            throw failure();
        };

        @Test
        void passes() {}
    }

    @Noted(title = "")
    static class AfterAllCallbackTestCase {

        @Seeded
        static Random random;

        @RegisterExtension
        static final AfterAllCallback FAILING = context -> {
            throw failure();
        };

        @Test
        void passes() {}
    }

    @Noted(title = ".passes()", method = "passes")
    @Seeded
    static class PostProcessorTestCase {

        @RegisterExtension
        static final TestInstancePostProcessor FAILING = (instance, context) -> {
            throw failure();
        };

        PostProcessorTestCase(Random random) {}

        @Test
        void passes() {}
    }

    @Noted(title = ".passes(Random)", method = "passes")
    @Seeded
    static class PreDestroyCallbackTestCase {

        @RegisterExtension
        static final TestInstancePreDestroyCallback FAILING = context -> {
            throw failure();
        };

        @Test
        void passes(Random random) {}
    }

    @Noted(title = ".passes(Random, Thread)", method = "passes")
    @Seeded
    static class ParameterResolverTestCase {

        @RegisterExtension
        static final ParameterResolver FAILING = new ParameterResolver() {
            @Override
            public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
                return parameter.getParameter().getType() == Thread.class;
            }

            @Override
            public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
                throw kept(new ParameterResolutionException("no thread"));
            }
        };

        @Test
        void passes(Random random, Thread thread) {}
    }

    /** Lets every invocation pass and fails then. */
    static class FailingInterceptor implements InvocationInterceptor {

        @Override
        public void interceptTestMethod(
                Invocation<@Nullable Void> invocation,
                ReflectiveInvocationContext<Method> invocationContext,
                ExtensionContext context)
                throws Throwable {
            invocation.proceed();
            throw failure();
        }

        @Override
        public void interceptDynamicTest(
                Invocation<@Nullable Void> invocation,
                DynamicTestInvocationContext invocationContext,
                ExtensionContext context)
                throws Throwable {
            invocation.proceed();
            throw failure();
        }
    }

    @Noted(title = ".passes(Random)", method = "passes")
    @Seeded
    @ExtendWith(FailingInterceptor.class)
    static class InterceptorTestCase {

        @Test
        void passes(Random random) {}
    }

    @Noted(title = ".passes(Random)", method = "passes")
    @ExtendWith(FailingInterceptor.class)
    @Seeded
    static class InterceptorAroundTestCase {

        @Test
        void passes(Random random) {}
    }

    @Noted(title = ".makesTests(Random) > passes", method = "makesTests")
    @Seeded
    @ExtendWith(FailingInterceptor.class)
    static class DynamicTestInterceptorTestCase {

        @TestFactory
        DynamicTest makesTests(Random random) {
            return dynamicTest("passes", () -> {});
        }
    }

    @Noted(title = ".fails(Random)", method = "fails")
    @Seeded
    static class WrappingHandlerTestCase {

        @RegisterExtension
        static final TestExecutionExceptionHandler WRAPPING = (context, failure) -> {
            throw kept(new IllegalStateException("wrapped", failure));
        };

        @Test
        void fails(Random random) {
            throw failure();
        }
    }

    @Noted(title = ".passes()", method = "passes")
    @Seeded
    static class WrappingLifecycleHandlerTestCase {

        @RegisterExtension
        static final LifecycleMethodExecutionExceptionHandler WRAPPING =
                new LifecycleMethodExecutionExceptionHandler() {
                    @Override
                    public void handleBeforeEachMethodExecutionException(ExtensionContext context, Throwable failure) {
                        throw kept(new IllegalStateException("wrapped", failure));
                    }
                };

        @BeforeEach
        void prepare(Random random) {
            throw failure();
        }

        @Test
        void passes() {}
    }

    // Several invocations

    @Noted(title = ".fails(RepetitionInfo, Random) > repetition 2 of 3", method = "fails")
    @Seeded
    static class RepeatedTestCase {

        @RepeatedTest(3)
        void fails(RepetitionInfo repetition, Random random) {
            if (repetition.getCurrentRepetition() == 2) {
                throw failure();
            }
        }
    }

    @Noted(title = ".fails(int, Random) > with 7", method = "fails")
    @Seeded
    static class ParameterizedTestCase {

        @ParameterizedTest(name = "with {0}")
        @ValueSource(ints = {6, 7, 8})
        void fails(int value, Random random) {
            if (value == 7) {
                throw failure();
            }
        }
    }

    @Noted(title = ".fails(int) > with 7", method = "fails", pin = false)
    @Seeded
    static class ArgumentsFactoryGivenTestCase {

        @ParameterizedTest(name = "with {0}")
        @MethodSource("values")
        void fails(int value) {
            throw failure();
        }

        static Stream<Integer> values(Random random) {
            return Stream.of(7);
        }
    }

    static class TwoInvocations implements TestTemplateInvocationContextProvider {

        @Override
        public boolean supportsTestTemplate(ExtensionContext context) {
            return true;
        }

        @Override
        public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(ExtensionContext context) {
            return Stream.of("first", "second").map(name -> new TestTemplateInvocationContext() {
                @Override
                public String getDisplayName(int invocation) {
                    return name;
                }
            });
        }
    }

    @Noted(title = ".fails(Random, TestInfo) > second", method = "fails")
    @Seeded
    static class TemplateTestCase {

        @TestTemplate
        @ExtendWith(TwoInvocations.class)
        void fails(Random random, TestInfo info) {
            if (info.getDisplayName().equals("second")) {
                throw failure();
            }
        }
    }

    // Dynamic tests

    @Noted(title = ".makesTests(Random) > fails", method = "makesTests")
    @Seeded
    static class DynamicTestTestCase {

        @TestFactory
        Stream<DynamicTest> makesTests(Random random) {
            return Stream.of(dynamicTest("passes", () -> {}), dynamicTest("fails", () -> {
                throw failure();
            }));
        }
    }

    @Noted(title = ".makesTests(Random) > outer > inner > fails", method = "makesTests")
    @Seeded
    static class DynamicContainerTestCase {

        @TestFactory
        DynamicNode makesTests(Random random) {
            return dynamicContainer("outer", List.of(dynamicContainer("inner", List.of(dynamicTest("fails", () -> {
                throw failure();
            })))));
        }
    }

    @Noted(title = ".makesTests() > fails", method = "makesTests")
    static class DynamicTestWithFieldTestCase {

        @Seeded
        Random random;

        @TestFactory
        DynamicTest makesTests() {
            return dynamicTest("fails", () -> {
                throw failure();
            });
        }
    }

    @Noted(title = ".makesTests() > fails", pin = false)
    static class DynamicTestInGivenClassTestCase {

        @Seeded
        static Random random;

        @TestFactory
        DynamicTest makesTests() {
            return dynamicTest("fails", () -> {
                throw failure();
            });
        }
    }

    @Noted(title = ".makesTests(Random)", method = "makesTests")
    @Seeded
    static class TestFactoryTestCase {

        @TestFactory
        Stream<DynamicTest> makesTests(Random random) {
            throw failure();
        }
    }

    @Noted(title = ".makesTests(Random)", method = "makesTests")
    @Seeded
    static class TestFactoryStreamTestCase {

        @TestFactory
        Stream<DynamicTest> makesTests(Random random) {
            return Stream.of(1, 2).map(number -> {
                if (number == 2) {
                    throw failure();
                }
                return dynamicTest("passes", () -> {});
            });
        }
    }

    // Timeouts

    @Noted(
            title = ".fails(Random)",
            method = "fails",
            type = TimeoutException.class,
            message = "fails(java.util.Random) timed out after 50 milliseconds")
    @Seeded
    static class TimeoutTestCase {

        @Test
        @Timeout(value = 50, unit = TimeUnit.MILLISECONDS, threadMode = ThreadMode.SAME_THREAD)
        void fails(Random random) throws InterruptedException {
            new CountDownLatch(1 + random.nextInt(1)).await();
        }
    }

    @Noted(
            title = ".fails(Random)",
            method = "fails",
            type = TimeoutException.class,
            message = "fails(java.util.Random) timed out after 50 milliseconds")
    @Seeded
    static class TimeoutInSeparateThreadTestCase {

        @Test
        @Timeout(value = 50, unit = TimeUnit.MILLISECONDS, threadMode = ThreadMode.SEPARATE_THREAD)
        void fails(Random random) throws InterruptedException {
            new CountDownLatch(1 + random.nextInt(1)).await();
        }
    }

    @Noted(title = ".fails(Random)", method = "fails")
    @Seeded
    static class FailureInSeparateThreadTestCase {

        @Test
        @Timeout(value = 1, unit = TimeUnit.MINUTES, threadMode = ThreadMode.SEPARATE_THREAD)
        void fails(Random random) {
            random.nextInt();
            throw failure();
        }
    }

    @Noted(
            title = ".fails(Random)",
            method = "fails",
            type = AssertionFailedError.class,
            message = "execution timed out after 50 ms")
    @Seeded
    static class PreemptiveTimeoutTestCase {

        @Test
        void fails(Random random) {
            assertTimeoutPreemptively(Duration.ofMillis(50), () -> new CountDownLatch(1 + random.nextInt(1)).await());
        }
    }

    // Throwables

    @Noted(title = ".fails(Random)", method = "fails")
    @Seeded
    static class CheckedExceptionTestCase {

        @Test
        void fails(Random random) throws IOException {
            throw kept(new IOException("checked"));
        }
    }

    @Noted(title = ".fails(Random)", method = "fails")
    @Seeded
    static class AssertionErrorTestCase {

        @Test
        void fails(Random random) {
            throw kept(new AssertionError("an error"));
        }
    }

    @Noted(title = ".fails(Random)", method = "fails")
    @Seeded
    static class AssertionFailedTestCase {

        @Test
        void fails(Random random) {
            try {
                assertEquals("expected", "actual");
            } catch (AssertionFailedError failure) {
                throw kept(failure);
            }
        }
    }

    @Noted(title = ".fails(Random)", method = "fails")
    @Seeded
    static class AssertAllTestCase {

        @Test
        void fails(Random random) {
            try {
                assertAll(() -> assertEquals(1, 2), () -> assertEquals(3, 4));
            } catch (MultipleFailuresError failures) {
                throw kept(failures);
            }
        }
    }

    @Noted(title = ".fails(Random)", method = "fails")
    @Seeded
    @SuppressWarnings("serial")
    static class ThrowableTestCase {

        @Test
        void fails(Random random) throws Throwable {
            throw kept(new Throwable("neither error nor exception") {});
        }
    }

    /** The virtual machine makes this error without its constructor, hence without a list of the suppressed. */
    @Noted(
            title = ".fails(Random)",
            method = "fails",
            written = true,
            type = StackOverflowError.class,
            message = "null")
    @Seeded
    static class StackOverflowTestCase {

        @Test
        void fails(Random random) {
            fails(random);
        }
    }

    @Noted(title = ".fails(Random)", method = "fails")
    @Seeded
    @SuppressWarnings("serial")
    static class NoWritableStackTestCase {

        @Test
        void fails(Random random) {
            throw kept(new RuntimeException("no stack", null, true, false) {});
        }
    }

    @Noted(title = ".fails(Random)", method = "fails", written = true)
    @Seeded
    @SuppressWarnings("serial")
    static class NoSuppressionTestCase {

        @Test
        void fails(Random random) {
            throw kept(new RuntimeException("takes none", null, false, true) {});
        }
    }

    @Noted(title = "", written = true)
    @Seeded
    @SuppressWarnings("serial")
    static class NoSuppressionInBeforeAllTestCase {

        @BeforeAll
        static void prepare(Random random) {
            throw kept(new RuntimeException("takes none", null, false, false) {});
        }

        @Test
        void passes() {}
    }

    @Noted(title = ".makesTests(Random) > fails", method = "makesTests", written = true)
    @Seeded
    @SuppressWarnings("serial")
    static class NoSuppressionInDynamicTestTestCase {

        @TestFactory
        DynamicTest makesTests(Random random) {
            return dynamicTest("fails", () -> {
                throw kept(new RuntimeException("takes none", null, false, true) {});
            });
        }
    }

    @Noted(title = ".fails(Random)", method = "fails")
    @Seeded
    @SuppressWarnings("serial")
    static class HostileThrowableTestCase {

        @Test
        void fails(Random random) {
            throw kept(new RuntimeException() {
                @Override
                public String getMessage() {
                    throw new UnsupportedOperationException();
                }

                @Override
                public String toString() {
                    throw new UnsupportedOperationException();
                }

                @Override
                public int hashCode() {
                    throw new UnsupportedOperationException();
                }

                @Override
                public boolean equals(Object other) {
                    throw new UnsupportedOperationException();
                }
            });
        }
    }

    @Noted(title = ".fails(Random)", method = "fails")
    @Seeded
    static class CyclicCauseTestCase {

        @Test
        void fails(Random random) {
            IllegalStateException failure = new IllegalStateException("cyclic");
            failure.initCause(new IllegalStateException("cause", failure));
            throw kept(failure);
        }
    }

    @Noted(title = ".fails(Random)", method = "fails")
    @Seeded
    static class CyclicSuppressionTestCase {

        @Test
        void fails(Random random) {
            IllegalStateException failure = new IllegalStateException("cyclic");
            IllegalStateException suppressed = new IllegalStateException("suppressed");
            failure.addSuppressed(suppressed);
            suppressed.addSuppressed(failure);
            throw kept(failure);
        }
    }

    @Seeded
    static class SharedFailureTestCase {

        static volatile IllegalStateException shared = new IllegalStateException();

        @RepeatedTest(20)
        void fails(Random random) {
            throw shared;
        }
    }
}
