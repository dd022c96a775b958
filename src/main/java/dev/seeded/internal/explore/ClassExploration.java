package dev.seeded.internal.explore;

import static java.util.Objects.requireNonNull;

import dev.seeded.Seed;
import dev.seeded.internal.config.Run;
import dev.seeded.internal.config.Setting;
import dev.seeded.internal.execution.Jupiter;
import dev.seeded.internal.execution.RunResult;
import dev.seeded.internal.execution.RunResults;
import dev.seeded.internal.execution.TestSelection;
import dev.seeded.internal.memory.MemoryUpdates;
import dev.seeded.internal.memory.RunningSeed;
import dev.seeded.internal.secondjvm.OwnClasses;
import dev.seeded.internal.seed.Derivation;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.platform.commons.support.ReflectionSupport;

/** The tests of one class, which run together. */
final class ClassExploration {

    /** Failures of one test that are worth a change of the file. */
    private static final int REMEMBERED = 10;

    /**
     * A run that goes on.
     *
     * @param title what a person calls the test or, where there are several, the class
     */
    record Running(String title, Seed seed) {

        @Override
        public String toString() {
            return title + " ran with run seed " + seed;
        }
    }

    private final List<TestExploration> tests;
    private final Run run;
    private final Jupiter jupiter;
    private final MemoryUpdates memory;
    private final RunningSeed running;

    private volatile Optional<Running> runningNow = Optional.empty();

    ClassExploration(List<TestExploration> tests, Run run, Jupiter jupiter, MemoryUpdates memory, RunningSeed running) {
        this.tests = tests;
        this.run = run;
        this.jupiter = jupiter;
        this.memory = memory;
        this.running = running;
    }

    List<TestExploration> tests() {
        return tests;
    }

    Run run() {
        return run;
    }

    MemoryUpdates memory() {
        return memory;
    }

    String name() {
        return tests.get(0).className();
    }

    /** Returns these tests, or all where they are not what they were without the others. */
    List<TestExploration> around(List<TestExploration> some) {
        return some.stream().anyMatch(TestExploration::needsWholeClass) ? tests : some;
    }

    /** Returns whether its classes can be loaded anew, so that their static state is that of the start. */
    boolean hasOwnClasses() {
        return ReflectionSupport.tryToLoadClass(name())
                .toOptional()
                .filter(OwnClasses::include)
                .isPresent();
    }

    /** Returns the run that goes on, if there is one. */
    Optional<Running> runningNow() {
        return runningNow;
    }

    /** Returns the seed of a run: the run seed that was given first, then those derived from it. */
    Seed seed(long number) {
        return number == 0 ? run.seed() : Seed.of(Derivation.runSeed(run.seed().value(), number));
    }

    /** Runs tests once, counts what becomes of them, and remembers the seed that they failed with. */
    Map<TestExploration, RunResult> run(List<TestExploration> some, Seed seed) {
        Map<TestExploration, RunResult> results = tryOut(some, seed, Map.of());
        some.forEach(test -> count(test, seed, results.get(test)));
        List<TestExploration> left =
                some.stream().filter(test -> !results.containsKey(test)).toList();
        if (!left.isEmpty() && left.size() < some.size()) {
            // Another hung before.
            results.putAll(run(left, seed));
        }
        return results;
    }

    /**
     * Runs all tests once after others, all of them in one go, and counts what becomes of them. No seed is remembered, as it
     * would not bring a failure back without the others.
     *
     * @return what became of each test, the others included
     */
    Map<String, RunResult> runAfter(List<TestSelection> others) {
        Map<String, TestExploration> byId = new LinkedHashMap<>();
        tests.forEach(test -> byId.put(test.id(), test));
        Set<TestSelection> all = new LinkedHashSet<>(others);
        tests.forEach(test -> all.add(test.selected()));
        Map<String, RunResult> results = jupiter.runInOrder(
                        List.copyOf(all),
                        settings(run.seed(), Map.of()),
                        id -> Optional.ofNullable(byId.get(id)).ifPresent(TestExploration::start))
                .byTest();
        for (TestExploration test : tests) {
            add(test, run.seed(), requireNonNull(results.get(test.id())));
        }
        return results;
    }

    /**
     * Counts what became of a test, and remembers the seed that it failed with.
     *
     * @param result null where it did not run, as another of the class hung before
     */
    void count(TestExploration test, Seed seed, @Nullable RunResult result) {
        if (result == null) {
            return;
        }
        add(test, seed, result);
        remember(test, seed, result);
    }

    private void add(TestExploration test, Seed seed, RunResult result) {
        // Neither a run that was ended nor a test whose order or surroundings alone are seeded has a note of the
        // extension's.
        boolean mayLackNote = test.needsWholeClass() || run.wanted().areFromSeed();
        if (result.throwable() instanceof TimeoutException || (result.hasFailed() && mayLackNote)) {
            note(test, seed, result);
        }
        test.add(seed, result);
    }

    /** Says in a failure how to have it again. */
    void note(TestExploration test, Seed seed, RunResult failure) {
        test.note(run.with(seed), List.of()).attachTo(requireNonNull(failure.throwable()));
    }

    /**
     * Runs tests once, and all others of the class where it takes them all; counts nothing.
     *
     * @param settings hold in this run, beside the seed
     */
    Map<TestExploration, RunResult> tryOut(List<TestExploration> some, Seed seed, Map<String, String> settings) {
        Map<String, TestExploration> byId = new LinkedHashMap<>();
        around(some).forEach(test -> byId.put(test.id(), test));
        boolean isOne = some.size() == 1;
        TestExploration first = some.get(0);
        Map<TestExploration, RunResult> results = new LinkedHashMap<>();
        runNow(
                        isOne ? first.title() : name(),
                        isOne ? first.identity() : first.classIdentity(),
                        seed,
                        () -> jupiter.run(
                                byId.values().stream()
                                        .map(TestExploration::selected)
                                        .toList(),
                                settings(seed, settings),
                                test -> requireNonNull(byId.get(test)).start()))
                .forEach((test, result) -> results.put(requireNonNull(byId.get(test)), result));
        return results;
    }

    /**
     * Runs a test once, or some of its invocations; counts nothing. A run that hangs fails with a {@link TimeoutException}.
     *
     * @param limit the time after which the run is ended, and goes on in its own thread if that does not help
     */
    RunResult tryOut(TestExploration test, TestSelection selected, Seed seed, Optional<Duration> limit) {
        Map<String, String> settings = settings(seed, Map.of());
        Consumer<String> started = unused -> test.start();
        RunResult result = runNow(
                        test.title(),
                        test.identity(),
                        seed,
                        () -> limit.isEmpty()
                                ? jupiter.run(List.of(selected), settings, started)
                                : jupiter.run(selected, limit.get(), settings, started))
                .get(selected.id());
        return result == null ? RunResult.failed(new TimeoutException("it hangs")) : result;
    }

    private Map<String, RunResult> runNow(String title, String identity, Seed seed, Supplier<RunResults> run) {
        running.write(seed, identity, title);
        runningNow = Optional.of(new Running(title, seed));
        Map<String, RunResult> results = run.get().byTest();
        runningNow = Optional.empty();
        running.idle();
        return results;
    }

    /** Returns the settings of a run with a seed. */
    static Map<String, String> settings(Seed seed, Map<String, String> more) {
        Map<String, String> all = new LinkedHashMap<>(more);
        all.put(Setting.SEED.property(), seed.toString());
        return all;
    }

    private void remember(TestExploration test, Seed seed, RunResult result) {
        switch (result.outcome()) {
            case PASSED -> {
                if (!test.needsWholeRun()) {
                    memory.passedWhole(test.identity(), seed);
                }
            }
            case FAILED -> {
                FailedHere.add(test.identity(), seed);
                if (test.tally().failures() <= REMEMBERED && !test.tally().isUnseeded()) {
                    memory.failed(test.identity(), seed);
                }
            }
            case ABORTED, SKIPPED -> {
                // Neither says anything of the seed.
            }
        }
    }
}
