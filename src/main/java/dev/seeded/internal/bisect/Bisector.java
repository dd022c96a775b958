package dev.seeded.internal.bisect;

import dev.seeded.internal.bisect.Conclusion.Relation;
import dev.seeded.internal.bisect.RunHistory.FailedTest;
import dev.seeded.internal.config.Run;
import dev.seeded.internal.config.Setting;
import dev.seeded.internal.config.Settings;
import dev.seeded.internal.console.Counted;
import dev.seeded.internal.console.ProgressLine;
import dev.seeded.internal.console.StandardError;
import dev.seeded.internal.declared.TestDeclarations;
import dev.seeded.internal.export.ReportFile;
import dev.seeded.internal.export.ReportLine;
import dev.seeded.internal.note.Announcement;
import dev.seeded.internal.note.Reproduction;
import dev.seeded.internal.replay.Host;
import dev.seeded.internal.replay.Replay;
import dev.seeded.internal.replay.Replay.Property;
import dev.seeded.internal.replay.Selection;
import dev.seeded.internal.replay.TestName;
import dev.seeded.internal.secondjvm.Answer;
import dev.seeded.internal.secondjvm.Question;
import dev.seeded.internal.secondjvm.SecondJvm;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.platform.engine.ConfigurationParameters;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestIdentifier;

/**
 * Sees what runs in this JVM and, at the end, finds for each failed test the fewest that must run before it. It belongs to
 * the JVM: some tools open a launcher session for each class.
 */
public final class Bisector {

    /** More failures than these have the same few reasons. */
    private static final int MOST = 10;

    /** A longer command would not be read. */
    private static final int WRITTEN = 20;

    private static final String REPLAY = "replay  ";

    private final RunHistory ran = new RunHistory();
    private final Set<FailedTest> done = new LinkedHashSet<>();
    private final Set<List<TestReference>> suspected = new LinkedHashSet<>();
    private final Optional<Run> run;
    private final ConfigurationParameters parameters;
    private final SecondJvm jvm;
    private Duration left;

    private Bisector(Duration time, Optional<Run> run, ConfigurationParameters parameters) {
        this.left = time;
        this.run = run;
        this.parameters = parameters;
        // Before any test runs, which may change the properties of the system.
        this.jvm = SecondJvm.alike(parameters, Setting.BISECT.property() + " ends");
    }

    /** Prepares for a run whose tests have not started. */
    public static Bisector of(Duration time, ConfigurationParameters parameters) {
        return new Bisector(time, Run.ofThisJvm(parameters::get).value(), parameters);
    }

    /** Called when anything starts. */
    public void started(TestIdentifier test) {
        ran.started(test);
    }

    /** Called when anything ends. */
    public void finished(TestIdentifier test, TestExecutionResult result) {
        ran.finished(test, result);
    }

    /** Looks at the tests that have failed, and says what was found. */
    public void end() {
        List<FailedTest> failed =
                ran.failed().stream().filter(test -> !done.contains(test)).toList();
        int most = Math.max(0, MOST - done.size());
        if (failed.isEmpty() || most == 0) {
            return;
        }
        List<FailedTest> first = failed.size() > most ? likeliest(failed, most) : failed;
        StandardError.print("Seeded: " + Setting.BISECT.property() + " runs "
                + (first.size() < failed.size() ? first.size() + " of " : "")
                + Counted.of(failed.size(), "failed test") + " in fresh JVMs, for " + time(left) + " at most");
        List<String> lines = new ArrayList<>();
        try {
            ReportFile report = ReportFile.of(Settings.ofThisJvm(parameters::get));
            for (FailedTest test : first) {
                Conclusion conclusion = find(test);
                List<String> commands = commands(test, conclusion);
                lines.add("  " + conclusion.text(test.test().title()));
                commands.forEach(command -> lines.add("    " + command));
                run.filter(unused -> report.isWanted())
                        .map(found -> line(test.test(), found, conclusion, commands))
                        .ifPresent(report::add);
            }
        } finally {
            jvm.close();
            done.addAll(failed);
        }
        StandardError.print("Seeded: " + Setting.BISECT.property() + " found:\n" + String.join("\n", lines));
    }

    /** Takes those first that pass without the others, all in one fresh JVM: these need another, and most do not. */
    private List<FailedTest> likeliest(List<FailedTest> failed, int most) {
        Question question = new Question(
                failed.stream().map(test -> test.test().selected()).toList(),
                run.map(Bisector::settings).orElse(Map.of()),
                false,
                null);
        Optional<Answer> answer = jvm.ask(question, left);
        Predicate<FailedTest> passes =
                test -> answer.flatMap(found -> found.result(test.test().id()))
                        .filter(result -> !result.hasFailed())
                        .isPresent();
        return Stream.concat(failed.stream().filter(passes), failed.stream().filter(passes.negate()))
                .limit(most)
                .toList();
    }

    private Conclusion find(FailedTest test) {
        long start = System.nanoTime();
        Duration before = left;
        FreshProber prober = new FreshProber(
                test,
                jvm,
                run.map(Bisector::settings).orElse(Map.of()),
                () -> before.minusNanos(System.nanoTime() - start));
        try (ProgressLine line = ProgressLine.ofThisJvm(() -> "Seeded: " + prober.progress())) {
            line.start();
            Conclusion conclusion = bisection(test, prober).find(suspected);
            if (conclusion.relation() == Relation.POLLUTED) {
                suspected.add(conclusion.others());
            }
            if (conclusion.isReplayable() && prober.hasSaidOtherwise(conclusion.replayed())) {
                return conclusion.because(
                        conclusion.isPolluted()
                                ? "it fails with another message then"
                                : "alone, it fails with another message");
            }
            return conclusion.relation() == Relation.PASSES_ALWAYS ? explained(conclusion) : conclusion;
        } finally {
            Duration after = before.minusNanos(System.nanoTime() - start);
            left = after.isNegative() ? Duration.ZERO : after;
        }
    }

    /** Where one test was selected alone, the choice is among those that are compiled together with it. */
    private Bisection bisection(FailedTest test, Prober prober) {
        List<TestReference> before = ran.before(test);
        List<TestReference> later = ran.later(test);
        Optional<TestFolder> module =
                before.isEmpty() && later.isEmpty() ? TestFolder.beside(test.test(), parameters) : Optional.empty();
        return new Bisection(
                test.test(),
                before,
                module.map(TestFolder::tests).orElse(later),
                module.map(found -> "in " + found.folder()).orElse("that ran in this JVM"),
                prober);
    }

    private Conclusion explained(Conclusion conclusion) {
        if (parameters.getBoolean(TestDeclarations.PARALLEL).orElse(false)) {
            return conclusion.because("tests ran at the same time, which cannot be repeated");
        }
        return ran.countForeign() > 0
                ? conclusion.because(
                        Counted.of(ran.countForeign(), "test") + " of engines other than Jupiter ran as well")
                : conclusion;
    }

    private static Map<String, String> settings(Run run) {
        return Map.of(Setting.SEED.property(), run.seed().toString());
    }

    private static ReportLine line(TestReference test, Run run, Conclusion conclusion, List<String> commands) {
        return ReportLine.bisected(
                test.title(),
                test.id(),
                run.seed(),
                commands.isEmpty() ? "" : commands.get(0).substring(REPLAY.length()),
                conclusion.text(test.title()));
    }

    private List<String> commands(FailedTest failed, Conclusion conclusion) {
        TestReference test = failed.test();
        List<String> lines = new ArrayList<>();
        if (conclusion.isReplayable() && conclusion.others().size() <= WRITTEN) {
            Property after = new Property(Setting.AFTER.property(), TestList.write(conclusion.others()));
            if (conclusion.isPolluted()) {
                lines.add(REPLAY + command(test, Stream.of(after)));
            } else {
                lines.add(REPLAY + command(test, Stream.of()));
                lines.add("passes  " + command(test, Stream.of(after)));
            }
        }
        return lines;
    }

    private String command(TestReference test, Stream<Property> more) {
        Replay replay = Host.ofThisJvm().replay(run.flatMap(Run::command));
        Stream<Property> properties =
                run.stream().flatMap(found -> Reproduction.settings(found, Announcement.isMade()).stream());
        return replay.command(
                new TestName(
                                test.title(),
                                test.className(),
                                Optional.of(test.method()).filter(name -> !name.isEmpty()),
                                test.id(),
                                test.className())
                        .target(Selection.TEST),
                Stream.concat(properties, more).toList());
    }

    private static String time(Duration time) {
        return time.toMinutes() > 1 ? time.toMinutes() + " min" : time.toSeconds() + " s";
    }
}
