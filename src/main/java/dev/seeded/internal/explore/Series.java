package dev.seeded.internal.explore;

import dev.seeded.Seed;
import dev.seeded.internal.config.Exploration;
import dev.seeded.internal.config.PinPolicy;
import dev.seeded.internal.config.Run;
import dev.seeded.internal.seed.Derivation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.platform.engine.EngineExecutionListener;

/** The tests of one class, run together again and again, each run with another seed. */
final class Series {

    private final List<Subject> subjects;
    private final Exploration exploration;
    private final Run run;
    private final Jupiter jupiter;

    Series(List<Mirror> tests, Exploration exploration, Run run, Jupiter jupiter, EngineExecutionListener listener) {
        this.subjects = tests.stream()
                .map(test -> new Subject(
                        test, run.pins() == PinPolicy.IGNORE ? Optional.empty() : test.pin(), exploration, listener))
                .toList();
        this.exploration = exploration;
        this.run = run;
        this.jupiter = jupiter;
    }

    /** Runs the tests as often as the budget allows, and reports each when its last run is over. */
    void run(Budget.Share budget) {
        Progress progress = Progress.ofThisJvm(subjects.get(0).className(), budget);
        Interruption interruption = Interruption.announcing(this::summary);
        List<Subject> open = new ArrayList<>(subjects);
        for (long number = 0; !open.isEmpty() && budget.allows(number); number++) {
            runOnce(open, number);
            progress.show(
                    number + 1, subjects.stream().mapToLong(Subject::failures).sum());
            open.removeIf(Subject::isDone);
        }
        progress.end();
        interruption.revoke();
        subjects.forEach(Subject::finish);
    }

    private void runOnce(List<Subject> open, long number) {
        Seed seed =
                number == 0 ? run.seed() : Seed.of(Derivation.runSeed(run.seed().value(), number));
        RunResults results = new RunResults(open);
        try {
            jupiter.run(open.stream().map(Subject::selector).toList(), seed, results);
        } catch (RuntimeException failure) {
            results.failAll(failure);
        }
        results.hand(seed);
    }

    private String summary() {
        return subjects.stream().map(Subject::summary).collect(Collectors.joining("\n"));
    }
}
