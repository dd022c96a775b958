package dev.seeded.internal.launcher;

import dev.seeded.internal.config.Run;
import dev.seeded.internal.config.Setting;
import dev.seeded.internal.execution.FailureShape;
import dev.seeded.internal.execution.RunResult.Outcome;
import dev.seeded.internal.execution.TestSelection;
import dev.seeded.internal.note.FailureBlock;
import dev.seeded.internal.note.SeedReport;
import dev.seeded.internal.secondjvm.Answer;
import dev.seeded.internal.secondjvm.Question;
import dev.seeded.internal.secondjvm.SecondJvm;
import dev.seeded.internal.seed.Identity;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.platform.engine.ConfigurationParameters;

/**
 * Tells which tests that failed under {@code seed.unordered} pass in the natural order. All of them run together, once in
 * each order, in two fresh JVMs: the failures stay failures, whatever these say.
 */
final class NaturalOrder {

    /** More failures have the same few reasons. */
    private static final int MOST = 100;

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Run run;
    private final SecondJvm jvm;
    private final Map<String, FailedTest> failed = new LinkedHashMap<>();

    /** Prepares for a run whose tests have not started: they may change the properties of the system. */
    NaturalOrder(Run run, ConfigurationParameters parameters) {
        this.run = run;
        this.jvm = SecondJvm.alike(parameters, "it is not known which failed tests pass in natural order");
    }

    /** A failure in the order from the seed. */
    private record FailedTest(SeedReport report, FailureShape shape) {

        String id() {
            return Identity.method(report.uniqueId());
        }
    }

    /** Takes a failure of a test that ran once. */
    synchronized void failed(SeedReport report, Throwable failure) {
        if (failed.size() < MOST && report.uniqueId().startsWith(JupiterMethods.ENGINE)) {
            FailedTest test = new FailedTest(report, FailureShape.of(failure));
            failed.putIfAbsent(test.id(), test);
        }
    }

    /** Says of each failed test whether the order decides. */
    synchronized void judge(FailureBlock block) {
        if (failed.isEmpty()) {
            return;
        }
        try (jvm) {
            Optional<Answer> natural = ask(Map.of(Setting.UNORDERED.property(), "false"));
            jvm.renew();
            Optional<Answer> ordered = natural.flatMap(unused -> ask(Map.of()));
            ordered.ifPresent(answer -> failed.values().forEach(test -> {
                String id = test.report().uniqueId();
                block.judge(id, test.report().run().test(), verdict(test, natural.orElseThrow(), answer));
                if (passesAlone(test, answer)) {
                    block.doubt(id, "it passes alone in a fresh JVM");
                }
            }));
        }
    }

    private Optional<Answer> ask(Map<String, String> settings) {
        Map<String, String> all = new LinkedHashMap<>(settings);
        all.put("seed", run.seed().toString());
        List<TestSelection> tests =
                failed.keySet().stream().map(TestSelection::new).toList();
        return jvm.ask(new Question(tests, all, false, null), PATIENCE);
    }

    private static String verdict(FailedTest test, Answer natural, Answer ordered) {
        if (passesAlone(test, ordered)) {
            return "passes alone in this order too: the cause is a test before it, and " + Setting.BISECT.with("true")
                    + " finds that";
        }
        return natural.result(test.id())
                        .filter(result -> result.outcome() == Outcome.PASSED)
                        .isPresent()
                ? "assumes an order: it passes in natural order, in a fresh JVM; " + Setting.CHECK.with("true")
                        + " finds the place"
                : "fails in natural order too";
    }

    private static boolean passesAlone(FailedTest test, Answer ordered) {
        return ordered.result(test.id())
                .filter(result -> result.hasFailedAs(test.shape()))
                .isEmpty();
    }
}
