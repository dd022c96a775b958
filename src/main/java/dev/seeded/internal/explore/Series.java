package dev.seeded.internal.explore;

import static java.util.Objects.requireNonNull;

import dev.seeded.Seed;
import dev.seeded.internal.config.Exploration;
import dev.seeded.internal.config.PinPolicy;
import dev.seeded.internal.config.Run;
import dev.seeded.internal.console.StandardError;
import dev.seeded.internal.declared.ContextSeed;
import dev.seeded.internal.draws.DrawComparison;
import dev.seeded.internal.draws.DrawRecord;
import dev.seeded.internal.draws.DrawRecord.Difference;
import dev.seeded.internal.draws.DrawSession;
import dev.seeded.internal.execution.Jupiter;
import dev.seeded.internal.execution.RunResult;
import dev.seeded.internal.execution.RunResults;
import dev.seeded.internal.explore.Check.Place;
import dev.seeded.internal.memory.MemoryUpdates;
import dev.seeded.internal.note.Given;
import dev.seeded.internal.note.Reproduction;
import dev.seeded.internal.note.Reproduction.PinForm;
import dev.seeded.internal.note.SeedNote;
import dev.seeded.internal.note.SeedReport;
import dev.seeded.internal.replay.Host;
import dev.seeded.internal.replay.Replay;
import dev.seeded.internal.replay.Replay.Property;
import dev.seeded.internal.replay.Selection;
import dev.seeded.internal.secondjvm.Question;
import dev.seeded.internal.secondjvm.SecondJvm;
import dev.seeded.internal.seed.Derivation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.EngineExecutionListener;

/** The tests of one class, run together again and again. */
final class Series {

    /** Failures of one test that are worth a change of the file. */
    private static final int REMEMBERED = 10;

    private final List<ExploredTest> subjects;
    private final Exploration exploration;
    private final Run run;
    private final Jupiter jupiter;
    private final SecondJvm secondJvm;
    private final MemoryUpdates recollection;

    Series(
            List<ExploredDescriptor> tests,
            Exploration exploration,
            Run run,
            Jupiter jupiter,
            SecondJvm secondJvm,
            MemoryUpdates recollection,
            EngineExecutionListener listener) {
        this.subjects = tests.stream()
                .map(test -> new ExploredTest(
                        test, run.pins() == PinPolicy.IGNORE ? Optional.empty() : test.pin(), listener))
                .toList();
        this.exploration = exploration;
        this.run = run;
        this.jupiter = jupiter;
        this.secondJvm = secondJvm;
        this.recollection = recollection;
    }

    /** Runs the tests as often as the budget allows, each time with another seed, and reports what that shows. */
    void explore(Budget.Share budget) {
        Interruption interruption = Interruption.announcing(
                () -> subjects.stream().map(this::summary).collect(Collectors.joining("\n")));
        List<ExploredTest> open = new ArrayList<>(subjects);
        try (Progress progress = Progress.ofThisJvm(subjects.get(0).className(), budget)) {
            for (long number = 0; !open.isEmpty() && budget.allows(number); number++) {
                runOnce(open, seed(number));
                progress.count(
                        number + 1,
                        subjects.stream()
                                .mapToLong(subject -> subject.tally().failures())
                                .sum());
                List<ExploredTest> decided =
                        open.stream().filter(this::isDecided).toList();
                if (!decided.isEmpty()) {
                    progress.clear();
                    decided.forEach(this::finish);
                    open.removeAll(decided);
                }
            }
        }
        interruption.revoke();
        open.forEach(this::finish);
    }

    /** Runs each test with the seeds that it failed with, or else with the run's. */
    void replay() {
        Map<Seed, List<ExploredTest>> runs = new LinkedHashMap<>();
        for (ExploredTest subject : subjects) {
            List<Seed> known = recollection.seedsOf(subject.identity());
            for (Seed seed : known.isEmpty() ? List.of(run.seed()) : known) {
                runs.computeIfAbsent(seed, unused -> new ArrayList<>()).add(subject);
            }
        }
        runs.forEach((seed, some) -> runOnce(some, seed));
        for (ExploredTest subject : subjects) {
            List<Seed> known = recollection.seedsOf(subject.identity());
            if (!known.isEmpty()) {
                StandardError.print(Summary.ofReplay(subject.title(), known, subject.tally()));
            }
            subject.finish();
        }
    }

    /** Runs each test again with its seed, here and in a second JVM, and compares; judges those that fail. */
    void check() {
        DrawRecord record = new DrawRecord();
        long start = System.nanoTime();
        Map<ExploredTest, RunResult> firsts = new LinkedHashMap<>();
        DrawSession.to(record, () -> firsts.putAll(runOnce(subjects, run.seed())));
        List<ExploredTest> failed =
                subjects.stream().filter(ExploredTest::hasFailed).toList();
        if (passed().findAny().isPresent()) {
            DrawComparison comparison = new DrawComparison(record);
            Map<ExploredTest, RunResult> seconds = new LinkedHashMap<>();
            DrawSession.to(comparison, () -> seconds.putAll(attempt(subjects, settings(run.seed()))));
            List<Difference> differences = comparison.differences();
            passed().toList()
                    .forEach(subject -> compare(subject, Place.THIS_JVM, firsts, seconds.get(subject), differences));
        }
        if (passed().findAny().isPresent()) {
            Duration patience =
                    Duration.ofNanos(System.nanoTime() - start).multipliedBy(10).plusMinutes(1);
            List<String> tests = subjects.stream().map(ExploredTest::id).toList();
            secondJvm
                    .ask(new Question(tests, run.seed().toString(), record), patience)
                    .ifPresent(answer -> passed().toList()
                            .forEach(subject -> answer.result(subject.id())
                                    .ifPresent(result ->
                                            compare(subject, Place.SECOND_JVM, firsts, result, answer.differences()))));
        }
        failed.forEach(this::judge);
        subjects.forEach(ExploredTest::finish);
    }

    private Stream<ExploredTest> passed() {
        return subjects.stream().filter(ExploredTest::hasPassed);
    }

    private void compare(
            ExploredTest subject,
            Place place,
            Map<ExploredTest, RunResult> firsts,
            @Nullable RunResult second,
            List<Difference> differences) {
        Optional<Difference> first = differences.stream()
                .filter(difference -> subject.hasGenerator(difference.generator()))
                .findFirst();
        RunResult before = requireNonNull(firsts.get(subject));
        Check.failure(subject.title(), run.seed(), place, before, requireNonNull(second), first)
                .ifPresent(failure -> {
                    note(subject).attachTo(failure);
                    subject.add(run.seed(), RunResult.failed(failure));
                    recollection.failed(subject.identity(), run.seed());
                });
    }

    /** Says how to have a test checked again; a pin would not show what the check shows. */
    private SeedNote note(ExploredTest subject) {
        Replay replay = Host.ofThisJvm().replay(run.command());
        Given given = subject.pin().isEmpty() ? Given.DERIVED : Given.PINNED;
        return new SeedNote(SeedReport.of(
                subject.name(),
                run,
                ContextSeed.of(run, subject.pin(), subject.id()),
                new Reproduction(
                        subject.isPartOfWhole() ? Selection.CLASS : Selection.TEST,
                        given == Given.DERIVED,
                        PinForm.NONE),
                List.of(),
                (target, properties) -> replay.command(
                        target,
                        Stream.concat(properties.stream(), Stream.of(new Property("seed.check", "true")))
                                .toList())));
    }

    private void judge(ExploredTest subject) {
        FailureShape shape = FailureShape.of(subject.tally().firstFailure().orElseThrow());
        int alike = 0;
        for (int again = 0; again < exploration.same(); again++) {
            boolean isAlike = attempt(subject, settings(run.seed()))
                    .filter(failure -> FailureShape.of(failure).hasSameOrigin(shape))
                    .isPresent();
            alike += isAlike ? 1 : 0;
        }
        int failed = 0;
        for (int other = 1; other <= exploration.others(); other++) {
            Map<String, String> settings = new LinkedHashMap<>(settings(seed(other)));
            if (subject.pin().isPresent()) {
                settings.put("seed.pins", "ignore");
            }
            failed += attempt(subject, settings).isPresent() ? 1 : 0;
        }
        subject.judge(Verdict.of(exploration.same(), alike, exploration.others(), failed));
    }

    private Optional<Throwable> attempt(ExploredTest subject, Map<String, String> settings) {
        return Stream.ofNullable(attempt(whole(List.of(subject)), settings).get(subject))
                .filter(result -> result.outcome() == RunResult.Outcome.FAILED)
                .flatMap(result -> Stream.ofNullable(result.throwable()))
                .findFirst();
    }

    private Map<ExploredTest, RunResult> runOnce(List<ExploredTest> open, Seed seed) {
        Map<ExploredTest, RunResult> results = attempt(whole(open), settings(seed));
        for (ExploredTest subject : open) {
            RunResult result = requireNonNull(results.get(subject));
            subject.add(seed, result);
            remember(subject, seed, result);
        }
        return results;
    }

    /** Returns what has to run so that the runs of these tests are those of their seeds. */
    private List<ExploredTest> whole(List<ExploredTest> some) {
        return some.stream().anyMatch(ExploredTest::isPartOfWhole) ? subjects : some;
    }

    private Map<ExploredTest, RunResult> attempt(List<ExploredTest> some, Map<String, String> settings) {
        Map<String, ExploredTest> tests = new LinkedHashMap<>();
        some.forEach(subject -> tests.put(subject.id(), subject));
        RunResults results = new RunResults(
                tests.keySet(), test -> requireNonNull(tests.get(test)).start());
        try {
            jupiter.run(some.stream().map(ExploredTest::selector).toList(), settings, results);
        } catch (RuntimeException failure) {
            results.failAll(failure);
        }
        Map<ExploredTest, RunResult> bySubject = new LinkedHashMap<>();
        results.byTest().forEach((test, result) -> bySubject.put(requireNonNull(tests.get(test)), result));
        return bySubject;
    }

    private Seed seed(long number) {
        return number == 0 ? run.seed() : Seed.of(Derivation.runSeed(run.seed().value(), number));
    }

    private static Map<String, String> settings(Seed seed) {
        return Map.of("seed", seed.toString());
    }

    private void remember(ExploredTest subject, Seed seed, RunResult result) {
        switch (result.outcome()) {
            case PASSED -> recollection.passedWhole(subject.identity(), seed);
            case FAILED -> {
                if (subject.tally().failures() <= REMEMBERED) {
                    recollection.failed(subject.identity(), seed);
                }
            }
            case ABORTED, SKIPPED -> {
                // Neither says anything of the seed.
            }
        }
    }

    private boolean isDecided(ExploredTest subject) {
        return subject.isOver()
                || subject.pin().isPresent()
                || (subject.tally().failures() > 0 && !exploration.keepGoing());
    }

    private void finish(ExploredTest subject) {
        if (!subject.isOver()) {
            StandardError.print(summary(subject));
            subject.finish();
        }
    }

    private String summary(ExploredTest subject) {
        return Summary.of(subject.title(), subject.tally(), exploration, subject.pin());
    }
}
