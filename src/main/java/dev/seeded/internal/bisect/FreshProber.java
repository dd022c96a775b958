package dev.seeded.internal.bisect;

import dev.seeded.internal.bisect.RanTests.Failed;
import dev.seeded.internal.console.Counted;
import dev.seeded.internal.execution.FailureShape;
import dev.seeded.internal.execution.RunResult;
import dev.seeded.internal.execution.SelectedTest;
import dev.seeded.internal.secondjvm.Answer;
import dev.seeded.internal.secondjvm.Question;
import dev.seeded.internal.secondjvm.SecondJvm;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs a test after others in a JVM of its own each time. */
final class FreshProber implements Prober {

    private final Failed test;
    private final SecondJvm jvm;
    private final Map<String, String> settings;
    private final Clock clock;
    private int runs;

    /** Read by the thread that shows it. */
    private volatile String progress;

    /** The time that is left. */
    @FunctionalInterface
    interface Clock {

        Duration left();
    }

    /** @param settings hold in each run */
    FreshProber(Failed test, SecondJvm jvm, Map<String, String> settings, Clock clock) {
        this.test = test;
        this.jvm = jvm;
        this.settings = settings;
        this.clock = clock;
        this.progress = test.test().title();
    }

    @Override
    public Outcome probe(List<RanTest> others) {
        runs++;
        progress = test.test().title() + ": run " + runs + " in a fresh JVM, after "
                + Counted.of(others.size(), "other test");
        List<SelectedTest> selected =
                new ArrayList<>(others.stream().map(RanTest::selected).toList());
        selected.add(test.test().selected());
        stopAtTheEnd();
        jvm.renew();
        Optional<Answer> answer = jvm.ask(Question.inOrder(selected, settings), clock.left());
        if (answer.isEmpty()) {
            stopAtTheEnd();
            throw new StoppedException("no fresh JVM gave an answer");
        }
        return answer.get().result(test.test().id()).map(this::outcome).orElse(Outcome.NOT_RUN);
    }

    /** Returns how far the work is. */
    String progress() {
        return progress;
    }

    private void stopAtTheEnd() {
        if (clock.left().isNegative() || clock.left().isZero()) {
            throw new StoppedException("the time is up, which seed.bisect=30m, say, extends");
        }
    }

    private Outcome outcome(RunResult result) {
        return switch (result.outcome()) {
            case PASSED -> Outcome.PASSED;
            case ABORTED, SKIPPED -> Outcome.NOT_RUN;
            case FAILED -> {
                FailureShape shape = result.shape();
                yield shape != null && shape.hasSameOrigin(test.shape())
                        ? Outcome.FAILED_ALIKE
                        : Outcome.FAILED_OTHERWISE;
            }
        };
    }
}
