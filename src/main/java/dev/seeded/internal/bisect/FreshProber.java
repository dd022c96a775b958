package dev.seeded.internal.bisect;

import dev.seeded.internal.bisect.RunHistory.FailedTest;
import dev.seeded.internal.config.Setting;
import dev.seeded.internal.console.Counted;
import dev.seeded.internal.execution.RunResult;
import dev.seeded.internal.execution.TestSelection;
import dev.seeded.internal.secondjvm.Answer;
import dev.seeded.internal.secondjvm.Question;
import dev.seeded.internal.secondjvm.SecondJvm;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Runs a test after others in a JVM of its own each time. */
final class FreshProber implements Prober {

    private final FailedTest test;
    private final SecondJvm jvm;
    private final Map<String, String> settings;
    private final Supplier<Duration> left;
    private final Set<List<TestReference>> saidOtherwise = new HashSet<>();
    private int runs;

    /** Read by the thread that shows it. */
    private volatile String progress;

    /**
     * Creates what tries a test.
     *
     * @param settings hold in each run
     * @param left returns the time that is left
     */
    FreshProber(FailedTest test, SecondJvm jvm, Map<String, String> settings, Supplier<Duration> left) {
        this.test = test;
        this.jvm = jvm;
        this.settings = settings;
        this.left = left;
        this.progress = test.test().title();
    }

    @Override
    public Effect probe(List<TestReference> others) {
        runs++;
        progress = test.test().title() + ": run " + runs + " in a fresh JVM, after "
                + Counted.of(others.size(), "other test");
        List<TestSelection> selected =
                new ArrayList<>(others.stream().map(TestReference::selected).toList());
        selected.add(test.test().selected());
        stopAtTheEnd();
        jvm.renew();
        Optional<Answer> answer = jvm.ask(Question.inOrder(selected, settings), left.get());
        if (answer.isEmpty()) {
            stopAtTheEnd();
            throw new StoppedException("no fresh JVM gave an answer");
        }
        Optional<RunResult> result = answer.get().result(test.test().id());
        if (result.map(RunResult::shape)
                .filter(shape -> !shape.saysTheSameAs(test.shape()))
                .isPresent()) {
            saidOtherwise.add(others);
        }
        return result.map(this::effect).orElse(Effect.NOT_RUN);
    }

    /** Returns whether the test failed after these with another message: others may have had a part in that. */
    boolean hasSaidOtherwise(List<TestReference> others) {
        return saidOtherwise.contains(others);
    }

    /** Returns how far the work is. */
    String progress() {
        return progress;
    }

    private void stopAtTheEnd() {
        if (left.get().compareTo(Duration.ZERO) <= 0) {
            throw new StoppedException("the time is up: " + Setting.BISECT.with("30m") + ", for example, allows more");
        }
    }

    private Effect effect(RunResult result) {
        return switch (result.outcome()) {
            case PASSED -> Effect.PASSED;
            case ABORTED, SKIPPED -> Effect.NOT_RUN;
            case FAILED -> result.hasFailedAs(test.shape()) ? Effect.FAILED_ALIKE : Effect.FAILED_OTHERWISE;
        };
    }
}
