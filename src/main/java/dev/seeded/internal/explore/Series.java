package dev.seeded.internal.explore;

import dev.seeded.Seed;
import dev.seeded.internal.config.Exploration;
import dev.seeded.internal.config.PinPolicy;
import dev.seeded.internal.config.Run;
import dev.seeded.internal.explore.DrawRecord.Difference;
import dev.seeded.internal.generator.Recording;
import dev.seeded.internal.memory.Recollection;
import dev.seeded.internal.report.StandardError;
import dev.seeded.internal.seed.Derivation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.platform.engine.EngineExecutionListener;

/** The tests of one class, run together again and again. */
final class Series {

    /** Failures of one test that are worth a change of the file. */
    private static final int REMEMBERED = 10;

    private final List<Subject> subjects;
    private final Exploration exploration;
    private final Run run;
    private final Jupiter jupiter;
    private final Recollection recollection;

    Series(
            List<Mirror> tests,
            Exploration exploration,
            Run run,
            Jupiter jupiter,
            Recollection recollection,
            EngineExecutionListener listener) {
        this.subjects = tests.stream()
                .map(test ->
                        new Subject(test, run.pins() == PinPolicy.IGNORE ? Optional.empty() : test.pin(), listener))
                .toList();
        this.exploration = exploration;
        this.run = run;
        this.jupiter = jupiter;
        this.recollection = recollection;
    }

    /** Runs the tests as often as the budget allows, each time with another seed, and reports what that shows. */
    void explore(Budget.Share budget) {
        Progress progress = Progress.ofThisJvm(subjects.get(0).className(), budget);
        Interruption interruption = Interruption.announcing(
                () -> subjects.stream().map(this::summary).collect(Collectors.joining("\n")));
        List<Subject> open = new ArrayList<>(subjects);
        for (long number = 0; !open.isEmpty() && budget.allows(number); number++) {
            runOnce(open, seed(number));
            progress.show(
                    number + 1,
                    subjects.stream()
                            .mapToLong(subject -> subject.tally().failures())
                            .sum());
            open.removeIf(this::isDecided);
        }
        progress.end();
        interruption.revoke();
        open.forEach(this::finish);
    }

    /** Runs each test with the seeds that it failed with, or else with the run's. */
    void replay() {
        Map<Seed, List<Subject>> runs = new LinkedHashMap<>();
        for (Subject subject : subjects) {
            List<Seed> known = recollection.seedsOf(subject.identity());
            for (Seed seed : known.isEmpty() ? List.of(run.seed()) : known) {
                runs.computeIfAbsent(seed, unused -> new ArrayList<>()).add(subject);
            }
        }
        runs.forEach((seed, some) -> runOnce(some, seed));
        for (Subject subject : subjects) {
            List<Seed> known = recollection.seedsOf(subject.identity());
            if (!known.isEmpty()) {
                StandardError.print(Summary.ofReplay(subject.title(), known, subject.tally()));
            }
            subject.finish();
        }
    }

    /** Runs each test twice with one seed and compares; judges those that fail. */
    void check() {
        DrawRecord record = new DrawRecord();
        Recording.to(record, () -> runOnce(subjects, run.seed()));
        compare(subjects.stream().filter(Subject::hasPassed).toList(), record);
        subjects.stream()
                .filter(subject -> subject.tally().runs() == 1)
                .filter(Subject::hasFailed)
                .forEach(this::judge);
        subjects.forEach(Subject::finish);
    }

    private void compare(List<Subject> passed, DrawRecord record) {
        if (passed.isEmpty()) {
            return;
        }
        DrawComparison comparison = new DrawComparison(record);
        Map<Subject, RunResult> seconds = new LinkedHashMap<>();
        Recording.to(comparison, () -> seconds.putAll(attempt(passed, settings(run.seed()))));
        List<Difference> differences = comparison.differences();
        seconds.forEach((subject, second) -> {
            Optional<Difference> first = differences.stream()
                    .filter(difference -> subject.hasGenerator(difference.generator()))
                    .findFirst();
            Check.failure(subject.title(), run.seed(), second, first)
                    .ifPresent(failure -> subject.add(run.seed(), RunResult.failed(failure)));
        });
    }

    private void judge(Subject subject) {
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

    private Optional<Throwable> attempt(Subject subject, Map<String, String> settings) {
        return attempt(List.of(subject), settings).values().stream()
                .filter(result -> result.outcome() == RunResult.Outcome.FAILED)
                .flatMap(result -> Stream.ofNullable(result.throwable()))
                .findFirst();
    }

    private void runOnce(List<Subject> open, Seed seed) {
        attempt(open, settings(seed)).forEach((subject, result) -> {
            subject.add(seed, result);
            remember(subject, seed, result);
        });
    }

    private Map<Subject, RunResult> attempt(List<Subject> some, Map<String, String> settings) {
        RunResults results = new RunResults(some);
        try {
            jupiter.run(some.stream().map(Subject::selector).toList(), settings, results);
        } catch (RuntimeException failure) {
            results.failAll(failure);
        }
        return results.bySubject();
    }

    private Seed seed(long number) {
        return number == 0 ? run.seed() : Seed.of(Derivation.runSeed(run.seed().value(), number));
    }

    private static Map<String, String> settings(Seed seed) {
        return Map.of("seed", seed.toString());
    }

    private void remember(Subject subject, Seed seed, RunResult result) {
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

    private boolean isDecided(Subject subject) {
        boolean decided = subject.isOver()
                || subject.pin().isPresent()
                || (subject.tally().failures() > 0 && !exploration.keepGoing());
        if (decided) {
            finish(subject);
        }
        return decided;
    }

    private void finish(Subject subject) {
        if (!subject.isOver()) {
            StandardError.print(summary(subject));
            subject.finish();
        }
    }

    private String summary(Subject subject) {
        return Summary.of(subject.title(), subject.tally(), exploration, subject.pin());
    }
}
