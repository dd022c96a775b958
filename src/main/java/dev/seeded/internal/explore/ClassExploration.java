package dev.seeded.internal.explore;

import static java.util.Objects.requireNonNull;

import dev.seeded.Seed;
import dev.seeded.internal.code.TestCode;
import dev.seeded.internal.config.Run;
import dev.seeded.internal.config.Setting;
import dev.seeded.internal.declared.KeptState;
import dev.seeded.internal.execution.Jupiter;
import dev.seeded.internal.execution.RunResult;
import dev.seeded.internal.execution.RunResults;
import dev.seeded.internal.execution.TestSelection;
import dev.seeded.internal.export.ReportLine;
import dev.seeded.internal.export.ReportLine.How;
import dev.seeded.internal.export.ReportLine.Kind;
import dev.seeded.internal.memory.FailedSeeds;
import dev.seeded.internal.memory.KeptSeed;
import dev.seeded.internal.memory.MemoryUpdates;
import dev.seeded.internal.memory.RunningSeed;
import dev.seeded.internal.note.EarlierTests;
import dev.seeded.internal.replay.Replay.Property;
import dev.seeded.internal.replay.Selection;
import dev.seeded.internal.secondjvm.OwnClasses;
import dev.seeded.internal.seed.Derivation;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.platform.commons.support.ReflectionSupport;

/** The tests of one class, which run together. */
final class ClassExploration {

    /**
     * A run that goes on, or has failed and is not confirmed.
     *
     * @param title what a person calls the test or, where there are several, the class
     * @param failed the tests that have failed, if it has ended
     */
    record Running(String title, Seed seed, boolean hasFailed, Map<TestExploration, RunResult> failed) {

        /** Creates one of which no more is known. */
        Running(String title, Seed seed, boolean hasFailed) {
            this(title, seed, hasFailed, Map.of());
        }

        /** Returns it as the end of a line of progress. */
        String progress() {
            return (hasFailed ? "; confirming a failure with run seed " : ", now with run seed ") + seed;
        }

        /** Returns it as the middle of a sentence that begins with an interruption. */
        @Override
        public String toString() {
            return hasFailed
                    ? "; " + title + " failed, not yet confirmed, with run seed " + seed
                    : " while " + title + " ran with run seed " + seed;
        }
    }

    private final List<TestExploration> tests;
    private final Run run;
    private final Jupiter jupiter;
    private final MemoryUpdates memory;
    private final RunningSeed running;

    /** What is kept of runs that are not counted yet. */
    private final Set<KeptSeed> early = ConcurrentHashMap.newKeySet();

    private volatile Optional<Running> runningNow = Optional.empty();
    private boolean isUnconfirmed;

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

    /** Returns these tests which failed, or all where the line of one selects them all. */
    List<TestExploration> around(List<TestExploration> failed, Map<TestExploration, RunResult> results) {
        boolean needAll = failed.stream()
                .anyMatch(test -> requireNonNull(results.get(test)).selection() != Selection.TEST);
        return needAll ? tests : around(failed);
    }

    /** Returns the static field of a class around, or of one that it extends, in which others may have left something. */
    Optional<String> keptAround() {
        return type().flatMap(type -> KeptState.keptIn(
                Stream.concat(Stream.<Class<?>>ofNullable(type.getSuperclass()), around(type.getEnclosingClass())),
                List.of()));
    }

    /** Returns what its tests use, or JUnit keeps for them, in which any test may have left something. */
    Optional<String> keptInUsed() {
        return found(code -> code.keptInUsed().or(code::keptByOthersThanFields));
    }

    /** Returns the static field of a class that its tests use, in which tests of other classes may have left something. */
    Optional<String> keptByOthers() {
        return found(TestCode::keptByOthers);
    }

    private Optional<String> found(Function<TestCode, Optional<String>> look) {
        return type().flatMap(type -> {
            List<Class<?>> classes = around(type).toList();
            List<String> others = EarlierTests.ofThisJvm().besides(tests.get(0).outermostClass());
            try {
                return look.apply(TestCode.of(classes, others));
            } catch (RuntimeException | LinkageError unreadable) {
                // A class file that no compiler wrote.
                return Optional.empty();
            }
        });
    }

    /** Returns the static field of its class, or of one around, that may hold what a run has left. */
    Optional<String> kept() {
        return type().flatMap(type -> KeptState.keptIn(around(type), List.of()));
    }

    /** Returns whether a static field of its class, or of one around, may hold what a run has left. */
    boolean keepsState() {
        return kept().isPresent();
    }

    /** Returns whether a static field of its classes, or of one that its tests use, may hold what a run has left. */
    boolean mayKeepState() {
        return keepsState() || keptInUsed().isPresent();
    }

    /** Returns the class, if it can be loaded. */
    Optional<Class<?>> type() {
        return ReflectionSupport.tryToLoadClass(name()).toOptional().map(type -> type);
    }

    private static Stream<Class<?>> around(@Nullable Class<?> innermost) {
        return Stream.iterate(innermost, found -> found != null, Class::getEnclosingClass);
    }

    /** Returns whether its classes can be loaded anew, so that their static state is that of the start. */
    boolean hasOwnClasses() {
        return type().filter(OwnClasses::include).isPresent();
    }

    /**
     * Returns why the line of a failure does not show it as it was; empty where it does. What tests have left may show in
     * messages.
     *
     * @param there how the test failed in a fresh JVM
     */
    Optional<String> difference(TestExploration test, RunResult failure, RunResult there) {
        if (!there.hasFailedLike(failure)) {
            return Optional.of(Judgement.FAILS_DIFFERENTLY_THERE);
        }
        return !there.saysTheSameAs(failure) && mayShowWhatOthersLeft(test, failure)
                ? Optional.of(Judgement.SAYS_OTHERWISE_THERE)
                : Optional.empty();
    }

    private boolean mayShowWhatOthersLeft(TestExploration test, RunResult failure) {
        return test.needsWholeClass()
                || failure.selection() != Selection.TEST
                || !EarlierTests.ofThisJvm().leftValues().isEmpty()
                || mayKeepState();
    }

    /** Has the line of a failure select all invocations of a test where the one that it selects does not fail alone. */
    void confirmInvocation(TestExploration test, Seed seed, RunResult failure, FreshRuns freshRuns) {
        test.selectedInvocation(failure)
                .flatMap(alone -> freshRuns.run(alone, seed, hasOwnClasses()))
                .filter(result -> !failure.hasFailedLike(result))
                .ifPresent(other -> test.selectAllInvocations(failure));
    }

    /** Returns the run that goes on, if there is one. */
    Optional<Running> runningNow() {
        return runningNow;
    }

    /** Returns the seed of a run: the run seed that was given first, then those derived from it. */
    Seed seed(long number) {
        return number == 0 ? run.seed() : Seed.of(Derivation.runSeed(run.seed().value(), number));
    }

    /**
     * Runs tests once, counts what becomes of them, and remembers the seed that they failed with.
     *
     * @param settings hold in this run, beside the seed
     */
    Map<TestExploration, RunResult> run(List<TestExploration> some, Seed seed, Map<String, String> settings) {
        Map<TestExploration, RunResult> results = tryOut(some, seed, settings);
        some.forEach(test -> count(test, seed, results.get(test)));
        List<TestExploration> left = left(some, results);
        if (!left.isEmpty()) {
            results.putAll(run(left, seed, settings));
        }
        return results;
    }

    /** Returns the tests that did not run, as another hung before. */
    static List<TestExploration> left(List<TestExploration> some, Map<TestExploration, RunResult> results) {
        List<TestExploration> left =
                some.stream().filter(test -> !results.containsKey(test)).toList();
        return left.size() < some.size() ? left : List.of();
    }

    /** Runs tests as they failed; counts nothing. */
    Map<TestExploration, RunResult> tryOut(List<TestExploration> some, Seed seed, How how, Companions companions) {
        return of(runNow(some, seed, settings(how, Jupiter.REPLAYED), selected(some, how, companions)));
    }

    /** Returns what runs so that tests run as they failed. */
    static Collection<TestSelection> selected(List<TestExploration> some, How how, Companions companions) {
        return companions.around(selected(some), how.selection());
    }

    /** Runs all tests as they ran when some of them failed, those of other classes among them; counts nothing. */
    Map<String, RunResult> runAll(Companions companions, Seed seed, How how) {
        return runNow(tests, seed, settings(how, Jupiter.WHOLE), companions.around(selected(tests), how.selection()));
    }

    private static Map<String, String> settings(How how, String explored) {
        Map<String, String> settings = new LinkedHashMap<>(how.settings());
        settings.put(Jupiter.EXPLORED, explored);
        return settings;
    }

    /** Counts what became of tests when all ran, and remembers the seed that they failed with. */
    void take(List<TestExploration> some, Seed seed, How how, Map<String, RunResult> results) {
        some.forEach(test -> count(test, seed, how, results.get(test.id())));
    }

    private static List<TestSelection> selected(List<TestExploration> some) {
        return some.stream().map(TestExploration::selected).toList();
    }

    private Map<TestExploration, RunResult> of(Map<String, RunResult> byId) {
        Map<TestExploration, RunResult> results = new LinkedHashMap<>();
        for (TestExploration test : tests) {
            RunResult result = byId.get(test.id());
            if (result != null) {
                results.put(test, result);
            }
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
            add(test, run.seed(), null, requireNonNull(results.get(test.id())));
        }
        return results;
    }

    /**
     * Counts what became of a test, and remembers the seed that it failed with.
     *
     * @param result null where it did not run, as another of the class hung before
     */
    void count(TestExploration test, Seed seed, @Nullable RunResult result) {
        count(test, seed, null, result);
    }

    /**
     * Counts what became of a test, and remembers the seed that it failed with, or forgets the one that it passed with.
     *
     * @param how it ran; null where it did as the run's settings say
     */
    void count(TestExploration test, Seed seed, @Nullable How how, @Nullable RunResult result) {
        if (result != null) {
            // What is counted may be printed at any time.
            remember(test, seed, how, result);
            add(test, seed, how, result);
        }
    }

    private void add(TestExploration test, Seed seed, @Nullable How how, RunResult result) {
        noteUnlessDone(test, seed, how, result);
        test.add(seed, result);
    }

    /** Says in a failure how to have it again, where the extension may not have done so. */
    void noteUnlessDone(TestExploration test, Seed seed, RunResult result) {
        noteUnlessDone(test, seed, null, result);
    }

    private void noteUnlessDone(TestExploration test, Seed seed, @Nullable How how, RunResult result) {
        // Neither a run that was ended nor a test whose order or surroundings alone are seeded has a note of the
        // extension's.
        boolean mayLackNote = test.needsWholeClass() || run.wanted().areFromSeed();
        if (result.throwable() instanceof TimeoutException || (result.hasFailed() && mayLackNote)) {
            if (how == null) {
                note(test, seed, result);
            } else {
                note(test, seed, how, result);
            }
        }
        if (how != null
                && how.selection() != Selection.TEST
                && result.hasFailed()
                && result.selection() == Selection.TEST) {
            test.selectAsRan(run.with(seed), how, result);
        }
    }

    /** Says in a failure how to have it again, with all that ran besides. */
    void note(TestExploration test, Seed seed, How how, RunResult failure) {
        test.note(run.with(seed), how, failure).attachTo(requireNonNull(failure.throwable()));
    }

    /** Says in a failure how to have it again. */
    void note(TestExploration test, Seed seed, RunResult failure) {
        test.note(run.with(seed), failure).attachTo(requireNonNull(failure.throwable()));
    }

    /**
     * Runs tests once, and all others of the class where it takes them all; counts nothing.
     *
     * @param settings hold in this run, beside the seed
     */
    Map<TestExploration, RunResult> tryOut(List<TestExploration> some, Seed seed, Map<String, String> settings) {
        return of(runNow(some, seed, settings, selected(around(some))));
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
                        List.of(test),
                        seed,
                        () -> limit.isEmpty()
                                ? jupiter.run(List.of(selected), settings, started)
                                : jupiter.run(selected, limit.get(), settings, started))
                .get(selected.id());
        return result == null ? RunResult.failed(new TimeoutException("it hangs")) : result;
    }

    /**
     * Remembers the seed of a test that failed, now.
     *
     * @param more what has to be set besides
     */
    void keep(TestExploration test, Seed seed, Property more) {
        keep(test, seed, how(test, seed).with(more));
    }

    /** Remembers the seed of a test that failed, now, until its run is counted. */
    void keepEarly(TestExploration test, Seed seed) {
        How how = how(test, seed);
        KeptSeed kept = new KeptSeed(test.identity(), seed, how);
        // What an earlier JVM has kept is not dropped.
        if (!memory.seedsOf(test.identity()).contains(kept)) {
            early.add(kept);
        }
        keep(test, seed, how);
    }

    /** Forgets a seed if it was kept early. */
    void dropEarly(TestExploration test, Seed seed) {
        List<KeptSeed> dropped = early.stream()
                .filter(kept -> kept.identity().equals(test.identity())
                        && kept.runSeed().equals(seed))
                .toList();
        dropped.forEach(memory::drop);
        early.removeAll(Set.copyOf(dropped));
    }

    private void keep(TestExploration test, Seed seed, How how) {
        memory.failed(new KeptSeed(test.identity(), seed, how));
        memory.keep();
    }

    /**
     * Forgets a seed that was kept of a test.
     *
     * @param more what was set besides
     */
    void forget(TestExploration test, Seed seed, Property more) {
        if (memory.knows(seed)) {
            memory.passedWhole(test.identity(), seed, how(test, seed).with(more));
        }
    }

    /** Has the failure of tests be what this JVM leaves if it is killed, until {@link #settle}. */
    void suspect(Map<TestExploration, RunResult> failed, Seed seed) {
        write(List.copyOf(failed.keySet()), seed, failed);
        isUnconfirmed = true;
    }

    /** Says that no failure is left that is neither counted nor kept. */
    void settle() {
        isUnconfirmed = false;
        idle();
    }

    private Map<String, RunResult> runNow(
            List<TestExploration> some, Seed seed, Map<String, String> settings, Collection<TestSelection> selected) {
        Map<String, TestExploration> byId = new LinkedHashMap<>();
        tests.forEach(test -> byId.put(test.id(), test));
        Map<String, String> all = settings(seed, settings);
        Consumer<String> started = id -> Optional.ofNullable(byId.get(id)).ifPresent(TestExploration::start);
        // Tests that others need may hang each time: those after them run nevertheless.
        return runNow(
                some,
                seed,
                () -> selected.size() > some.size()
                        ? jupiter.runTogether(selected, all, started)
                        : jupiter.run(selected, all, started));
    }

    private Map<String, RunResult> runNow(List<TestExploration> some, Seed seed, Supplier<RunResults> run) {
        write(some, seed, Map.of());
        Map<String, RunResult> results = run.get().byTest();
        idle();
        return results;
    }

    private void write(List<TestExploration> some, Seed seed, Map<TestExploration, RunResult> failed) {
        if (isUnconfirmed) {
            return;
        }
        boolean hasFailed = !failed.isEmpty();
        TestExploration first = some.get(0);
        boolean isOne = some.size() == 1;
        String title = isOne ? first.title() : name();
        running.write(ReportLine.of(
                hasFailed ? Kind.KEPT : Kind.RUNNING,
                title,
                isOne ? first.identity() : first.classIdentity(),
                seed,
                how(first, seed)));
        runningNow = Optional.of(new Running(title, seed, hasFailed, failed));
    }

    private void idle() {
        if (!isUnconfirmed) {
            runningNow = Optional.empty();
            running.idle();
        }
    }

    private How how(TestExploration test, Seed seed) {
        return How.of(test.selection(), run.with(seed));
    }

    /** Returns the settings of a run with a seed. */
    static Map<String, String> settings(Seed seed, Map<String, String> more) {
        Map<String, String> all = new LinkedHashMap<>(more);
        all.put(Setting.SEED.property(), seed.toString());
        return all;
    }

    private void remember(TestExploration test, Seed seed, @Nullable How known, RunResult result) {
        switch (result.outcome()) {
            case PASSED -> {
                dropEarly(test, seed);
                if (memory.knows(seed)) {
                    How how = known == null ? how(test, seed) : known;
                    // Other classes than this request selects may have run before it when it failed.
                    if (how.selection() != Selection.RUN) {
                        memory.passedWhole(test.identity(), seed, how);
                    }
                }
            }
            case FAILED -> {
                FailedHere.add(test.identity(), seed);
                if (test.tally().isUnseeded()) {
                    dropEarly(test, seed);
                } else if (test.tally().failures() < FailedSeeds.LIMIT) {
                    How needed = test.needsWholeClass() ? how(test, seed) : How.of(result.selection(), run.with(seed));
                    memory.failed(new KeptSeed(test.identity(), seed, known == null ? needed : known));
                    if (test.tally().failures() == 0) {
                        memory.keep();
                    }
                }
            }
            case ABORTED, SKIPPED -> {
                // Neither says anything of the seed.
            }
        }
    }
}
