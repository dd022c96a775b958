package dev.seeded.internal.explore;

import static java.util.Objects.requireNonNull;

import dev.seeded.Seed;
import dev.seeded.Seeded.Global;
import dev.seeded.internal.code.TestCode;
import dev.seeded.internal.config.PinPolicy;
import dev.seeded.internal.config.Run;
import dev.seeded.internal.config.Setting;
import dev.seeded.internal.console.StandardError;
import dev.seeded.internal.declared.Annotations;
import dev.seeded.internal.declared.ContextSeed;
import dev.seeded.internal.declared.Pin;
import dev.seeded.internal.draws.GeneratorName;
import dev.seeded.internal.edges.EdgeCases;
import dev.seeded.internal.edges.EdgeMix;
import dev.seeded.internal.execution.RunResult;
import dev.seeded.internal.execution.TestSelection;
import dev.seeded.internal.explore.ClassExploration.Running;
import dev.seeded.internal.export.ReportFile;
import dev.seeded.internal.export.ReportLine;
import dev.seeded.internal.export.ReportLine.How;
import dev.seeded.internal.note.FailureBlock;
import dev.seeded.internal.note.Failures;
import dev.seeded.internal.note.NotedDraws;
import dev.seeded.internal.note.Reproduction;
import dev.seeded.internal.note.Reproduction.PinForm;
import dev.seeded.internal.note.SeedNote;
import dev.seeded.internal.note.SeedReport;
import dev.seeded.internal.note.UnattachedReports;
import dev.seeded.internal.replay.Host;
import dev.seeded.internal.replay.Replay;
import dev.seeded.internal.replay.Replay.Property;
import dev.seeded.internal.replay.Selection;
import dev.seeded.internal.replay.TestName;
import dev.seeded.internal.seed.Identity;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.platform.engine.EngineExecutionListener;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.opentest4j.AssertionFailedError;

/** One test that is explored, which is reported as one, whatever the number of its runs. */
final class TestExploration {

    private enum State {
        NEW,
        STARTED,
        OVER
    }

    private static final String RACE = "tests of its class run at the same time, and share what the class keeps";

    /** What is said of a failure that needs the tests before it. */
    static final String NEEDS_OTHERS = Verdict.STATE.text(
            Judgement.PASSES_THERE + "; " + Setting.BISECT.with("true") + " finds what must run before");

    private final ExploredDescriptor test;
    private final String identity;
    private final Run run;
    private final Optional<Pin> pin;
    private final EngineExecutionListener listener;
    private final ReportFile report;
    private final boolean declaresEdgeCases;
    private final Tally tally = new Tally();

    /** Why failures may not come back whose throwable takes no note. */
    private final IdentityHashMap<SeedReport, String> doubts = new IdentityHashMap<>();

    private State state = State.NEW;
    private volatile boolean keepsState;
    private Optional<String> verdict = Optional.empty();
    private Optional<Throwable> mislabelled = Optional.empty();

    TestExploration(ExploredDescriptor test, Run run, EngineExecutionListener listener, ReportFile report) {
        this.test = test;
        this.run = run;
        this.identity = Identity.of(test.original().id());
        this.pin = run.pins() == PinPolicy.IGNORE ? Optional.empty() : test.pin();
        this.listener = listener;
        this.report = report;
        declaresEdgeCases = source().map(MethodSource::getJavaMethod)
                .filter(Annotations::hasEdgeCases)
                .isPresent();
    }

    private Optional<MethodSource> source() {
        return test.getSource().filter(MethodSource.class::isInstance).map(MethodSource.class::cast);
    }

    /** Returns the unique id of the test in Jupiter's engine. */
    String id() {
        return test.original().id();
    }

    /** Returns the test of Jupiter's engine, and what of it runs. */
    TestSelection selected() {
        return test.original();
    }

    String identity() {
        return identity;
    }

    /** Returns the identity of the class that the test is in. */
    String classIdentity() {
        return identity().substring(0, identity().lastIndexOf("/["));
    }

    /** Returns what a person calls the test. */
    String title() {
        return className() + "." + test.getLegacyReportingName();
    }

    String className() {
        return source().map(MethodSource::getClassName).orElse("");
    }

    /** Returns the pin because of which one run is as good as many. */
    Optional<Pin> pin() {
        return pin;
    }

    /** Returns whether all tests of its class have to run so that it is what it was. */
    boolean needsWholeClass() {
        return selection() != Selection.TEST;
    }

    /** Returns what has to run so that it is what it was. */
    Selection selection() {
        if (!keepsState || test.selection() != Selection.TEST) {
            return test.selection();
        }
        return className().equals(outermostClass()) ? Selection.CLASS : Selection.NESTED;
    }

    /** Has all tests of its class run with it from now on, as one of them leaves something. */
    void keepState() {
        keepsState = true;
        doubtOtherState();
    }

    /** Counts no failure as one of its seed if the tests that run with it may leave something else the next time. */
    void doubtOtherState() {
        String why = whyOtherState(true);
        if (!why.isEmpty()) {
            tally.doubt(why);
        }
    }

    /**
     * Returns why the tests of its class, where they run with it, may leave something else the next time; empty for nothing.
     *
     * @param needsState whether it needs what they leave
     */
    private String whyOtherState(boolean needsState) {
        if (needsState && test.isConcurrent()) {
            return RACE;
        }
        return (needsState || needsWholeClass()) && test.isInRandomOrder() ? Reproduction.RANDOM_ORDER : "";
    }

    /** Returns the name of the class around all others. */
    String outermostClass() {
        return UniqueId.parse(id()).getSegments().get(1).getValue();
    }

    /** Returns the name by which a report selects the test. */
    private TestName name(String outermostClass) {
        Optional<String> method = source().filter(unused -> !needsWholeClass()).map(MethodSource::getMethodName);
        return new TestName(title(), className(), method, id(), outermostClass);
    }

    /**
     * Says how to have the test run again as it failed; a pin would not show it.
     *
     * @param result what became of it
     */
    SeedNote note(Run run, RunResult result) {
        return note(run, new How(selection(), Map.of()), result);
    }

    /**
     * Says how to have the test run again as it failed, with all that ran besides.
     *
     * @param how it ran
     * @param result what became of it
     */
    SeedNote note(Run run, How how, RunResult result) {
        Stream<Property> settings =
                Reproduction.settings(run, pin.isEmpty() || how.selection() != Selection.TEST).stream();
        Stream<Property> more =
                how.settings().entrySet().stream().map(setting -> new Property(setting.getKey(), setting.getValue()));
        Replay replay = Host.ofThisJvm().replay(run.command());
        SeedReport made = SeedReport.of(
                name(how.selection() == Selection.NESTED ? className() : outermostClass()),
                run,
                ContextSeed.of(run, pin, identity()),
                new Reproduction(
                        how.selection(),
                        List.copyOf(Stream.concat(settings, more)
                                .collect(Collectors.toMap(
                                        Property::name,
                                        setting -> setting,
                                        (one, other) -> other,
                                        LinkedHashMap<String, Property>::new))
                                .values()),
                        PinForm.NONE,
                        keepsState ? "needs the tests before it, as its class keeps state from run to run" : "",
                        whyOtherState(keepsState)),
                List.of(),
                replay,
                hasEdgeCases(run.seed(), result)
                        ? Optional.of(new NotedDraws("", "", List.of(), EdgeCases.SAID))
                        : Optional.empty(),
                Global.OFF);
        return new SeedNote(
                made.referringTo(source().map(found -> uncontrolled(found, run)).orElse("")));
    }

    private static String uncontrolled(MethodSource source, Run run) {
        List<Class<?>> classes = Stream.<Class<?>>iterate(
                        source.getJavaClass(), type -> type != null, Class::getEnclosingClass)
                .toList();
        boolean seedsJvm = run.global()
                .mode()
                .or(() -> Annotations.global(source.getJavaMethod()))
                .or(() -> classes.stream()
                        .flatMap(type -> Annotations.global(type).stream())
                        .findFirst())
                .filter(mode -> mode != Global.OFF)
                .isPresent();
        return TestCode.uncontrolled(classes, seedsJvm);
    }

    /** Returns whether it drew edge cases in a run with this seed; one that hung, which tells nothing, may have. */
    private boolean hasEdgeCases(Seed seed, RunResult result) {
        return result.hasEdgeCases()
                || (result.throwable() instanceof TimeoutException
                        && pin.isEmpty()
                        && (declaresEdgeCases
                                || (run.edgeCases() && EdgeMix.of(seed).isPresent())));
    }

    Tally tally() {
        return tally;
    }

    boolean hasPassed() {
        return tally.runs() > 0 && !hasFailed() && tally.undecided() == 0;
    }

    boolean hasFailed() {
        return tally.failures() + tally.afterOthers() > 0;
    }

    /** Returns whether a generator belongs to the test, to one of its invocations, or to a class around it. */
    boolean owns(GeneratorName generator) {
        String context = Identity.declared(generator.context());
        return id().equals(context) || id().startsWith(context + "/") || context.startsWith(id() + "/");
    }

    /** Returns whether the test is reported as finished or skipped. */
    synchronized boolean isOver() {
        return state == State.OVER;
    }

    /** Reports the test as running. */
    synchronized void start() {
        if (state == State.NEW) {
            state = State.STARTED;
            listener.executionStarted(test);
        }
    }

    /** Takes the result of one more run. */
    synchronized void add(Seed seed, RunResult result) {
        if (state == State.NEW && result.outcome() == RunResult.Outcome.SKIPPED) {
            skip(result.reason());
            return;
        }
        start();
        tally.add(seed, result, hasEdgeCases(seed, result));
    }

    /** Takes the result of one more run, which failed after others and passes where nothing ran before it. */
    synchronized void addAfterOthers(Seed seed, RunResult failure) {
        start();
        tally.addAfterOthers(failure, hasEdgeCases(seed, failure));
        doubt(failure, Judgement.PASSES_THERE);
    }

    /** Returns whether the line of a failure is not promised to replay it. */
    boolean isDoubted(RunResult failure) {
        return report(failure).filter(found -> !found.doubt().isEmpty()).isPresent();
    }

    /** Takes the promise back that the line of a failure replays it. */
    void doubt(RunResult failure, String why) {
        SeedNote.of(requireNonNull(failure.throwable()))
                .ifPresent(note -> note.correct(note.report().doubted(why)));
        Optional.ofNullable(failure.report()).ifPresent(unattached -> doubts.put(unattached, why));
    }

    /** Returns the invocation that the line of a failure selects, if it selects one without the others. */
    Optional<TestSelection> selectedInvocation(RunResult failure) {
        return report(failure)
                .filter(SeedReport::selectsInvocation)
                .map(found -> new TestSelection(id(), List.of(found.uniqueId())));
    }

    /** Has the line of a failure select all tests of the class that it needs; returns whether its throwable has a note. */
    boolean selectClass(Seed seed, RunResult failure) {
        Optional<SeedNote> note = SeedNote.of(requireNonNull(failure.throwable()));
        note.ifPresent(found -> found.correct(note(run.with(seed), failure).report()));
        return note.isPresent();
    }

    /** Has the line of a failure select as much as ran, unless it is doubted: it may need a test that is not seeded. */
    void selectAsRan(Run failedRun, How how, RunResult failure) {
        SeedNote.of(requireNonNull(failure.throwable()))
                .filter(note -> note.report().doubt().isEmpty())
                .ifPresent(note -> note.correct(note(failedRun, how, failure).report()));
    }

    /** Has the line of a failure select all invocations of the test: the one that failed needs those before it. */
    void selectAllInvocations(RunResult failure) {
        Optional<SeedNote> note = SeedNote.of(requireNonNull(failure.throwable()));
        if (note.isPresent() && selected().invocations().isEmpty()) {
            note.get().correct(note.get().report().withAllInvocations());
        } else {
            doubt(failure, Judgement.PASSES_THERE);
        }
    }

    /** Has the test fail for what all its runs together have counted. */
    void mislabel(String text, Run run) {
        AssertionFailedError failure = new AssertionFailedError(title() + ": " + text);
        failure.setStackTrace(Failures.shortest(failure));
        How how = How.ofAll(selection(), run).with(new Property(Setting.RUNS.property(), "" + tally.runs()));
        note(run, how, RunResult.failed(failure)).attachTo(failure);
        mislabelled = Optional.of(failure);
    }

    private void skip(String reason) {
        state = State.OVER;
        listener.executionSkipped(test, reason);
    }

    /** Reports the result of runs that tell nothing of other seeds, unless that is done. */
    void finish() {
        finish(Optional.empty(), Optional.empty());
    }

    /** Reports the result of all runs of a search, unless that is done. */
    void finishSearch(boolean keepGoing) {
        finish(search(), Summary.interval(tally, keepGoing, pin.isPresent()));
    }

    private synchronized void finish(Optional<ReportLine.Search> search, Optional<ClopperPearson> rate) {
        if (state == State.NEW) {
            skip("it did not run, because another test of its class hung");
        }
        if (state == State.OVER) {
            return;
        }
        state = State.OVER;
        verdict().ifPresent(this::publish);
        tally.firstFailure()
                .flatMap(failure -> Optional.ofNullable(failure.report()))
                .ifPresent(this::leave);
        firstReport().map(SeedReport::entries).ifPresent(this::publish);
        addToReport(search, rate);
        listener.executionFinished(test, result());
    }

    private Optional<SeedReport> firstReport() {
        return tally.firstFailure().flatMap(TestExploration::report);
    }

    private void addToReport(Optional<ReportLine.Search> search, Optional<ClopperPearson> rate) {
        if (report.isWanted()) {
            report.add(ReportLine.explored(
                    title(), id(), How.ofAll(selection(), run), firstReport(), tally.counts(search, rate), verdict()));
        }
    }

    /**
     * Writes what is known of a search into the report, unless that is done, as somebody ends the JVM.
     *
     * @param failed a run that is not confirmed; where none is counted, it says more than those that passed
     */
    synchronized void interrupt(boolean keepGoing, Optional<Running> failed) {
        if (state == State.OVER || !report.isWanted()) {
            return;
        }
        state = State.OVER;
        if (!hasFailed() && failed.isPresent()) {
            Run found = run.with(failed.get().seed());
            RunResult result = requireNonNull(failed.get().failed().get(this));
            report.add(ReportLine.failed(
                    note(found, result).report().doubted("the run was interrupted before that was confirmed"),
                    requireNonNull(result.shape()),
                    How.of(selection(), found)));
        } else if (tally.runs() > 0) {
            addToReport(search(), Summary.interval(tally, keepGoing, pin.isPresent()));
        }
    }

    private Optional<ReportLine.Search> search() {
        return Optional.of(new ReportLine.Search(run.seed(), pin.map(Pin::toString)));
    }

    /** Shows the note that the failure could not take. */
    private void leave(SeedReport found) {
        String doubt = doubts.get(found);
        SeedReport known = doubt == null ? found : found.doubted(doubt);
        StandardError.print(new SeedNote(known).toString());
        UnattachedReports.leave(known.of(test.getUniqueId().toString()));
    }

    private static Optional<SeedReport> report(RunResult failure) {
        return Optional.ofNullable(failure.report())
                .or(() -> SeedNote.of(requireNonNull(failure.throwable())).map(SeedNote::report));
    }

    /** Has the block at the end of the run say whether the failure is a matter of seeds. */
    void judge(String found) {
        verdict = Optional.of(found);
    }

    /** Returns what is said of the failure that is reported: a fresh JVM may have confirmed it after others that it has not. */
    private Optional<String> verdict() {
        return verdict.or(
                () -> Optional.of(NEEDS_OTHERS).filter(unused -> tally.afterOthers() > 0 && tally.failures() == 0));
    }

    private void publish(String found) {
        publish(Map.of(FailureBlock.VERDICT_TITLE, title(), FailureBlock.VERDICT, found));
    }

    private void publish(Map<String, String> entries) {
        listener.reportingEntryPublished(test, ReportEntry.from(entries));
    }

    private TestExecutionResult result() {
        return tally.firstFailure()
                .map(RunResult::throwable)
                .or(() -> mislabelled)
                .map(TestExecutionResult::failed)
                .or(() -> tally.onlyAborted().map(TestExecutionResult::aborted))
                .orElseGet(TestExecutionResult::successful);
    }
}
