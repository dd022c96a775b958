package dev.seeded.internal.launcher;

import dev.seeded.internal.config.Run;
import dev.seeded.internal.config.Settings;
import dev.seeded.internal.execution.FailureShape;
import dev.seeded.internal.explore.ExploringEngine;
import dev.seeded.internal.export.ReportFile;
import dev.seeded.internal.export.ReportLine;
import dev.seeded.internal.export.ReportLine.How;
import dev.seeded.internal.memory.KeptSeed;
import dev.seeded.internal.memory.Memory;
import dev.seeded.internal.memory.MemoryUpdates;
import dev.seeded.internal.note.FailureBlock;
import dev.seeded.internal.note.SeedReport;
import dev.seeded.internal.replay.Host;
import dev.seeded.internal.replay.Replay;
import dev.seeded.internal.replay.Selection;
import dev.seeded.internal.seed.Identity;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.ConfigurationParameters;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.launcher.TestIdentifier;

/** The run of one test plan, all of whose tests have one run seed, and what is remembered of it. */
final class PlanRun {

    private final Run run;
    private final Memory memory;
    private final MemoryUpdates updates;
    private final ReportFile report;

    /** Whether the run seed may be one that tests failed with, so that there is something to forget. */
    private final boolean replays;

    /** Where the run seed gives orders that nobody promised. */
    private final Optional<NaturalOrder> naturalOrder;

    private @Nullable Replay replay;

    private PlanRun(Run run, ConfigurationParameters parameters, boolean failedBefore) {
        Settings settings = Settings.ofThisJvm(parameters::get);
        this.run = run;
        naturalOrder =
                run.global().unordered().isEmpty() ? Optional.empty() : Optional.of(new NaturalOrder(run, parameters));
        memory = Memory.of(settings);
        report = ReportFile.of(settings);
        updates = new MemoryUpdates(memory);
        // A seed that was drawn for this session is not known before a test fails with it.
        replays = (failedBefore || run.given().isPresent()) && updates.knows(run.seed());
    }

    /**
     * Returns the run of a plan; empty where its settings are wrong.
     *
     * @param failedBefore whether a test has failed in this session
     */
    static Optional<PlanRun> of(ConfigurationParameters parameters, boolean failedBefore) {
        return Run.ofThisJvm(parameters::get).value().map(run -> new PlanRun(run, parameters, failedBefore));
    }

    Run run() {
        return run;
    }

    /** Returns the way to replay a test, which takes a look at files to find. */
    synchronized Replay replay() {
        Replay known = replay;
        if (known == null) {
            known = Host.ofThisJvm().replay(run.command());
            replay = known;
        }
        return known;
    }

    /** Asks for the unique id where it is needed only: its text is made when it is asked for. */
    void passed(TestIdentifier test, TestExecutionResult result) {
        if (replays && result.getStatus() == Status.SUCCESSFUL && !ExploringEngine.owns(test.getUniqueId())) {
            updates.passed(Identity.of(test.getUniqueId()), run.seed(), How.of(Selection.TEST, run));
        }
    }

    void failed(TestIdentifier test, SeedReport failed, Throwable failure) {
        How how = How.of(failed.run().selection(), run);
        updates.failed(new KeptSeed(Identity.of(test.getUniqueId()), run.seed(), how));
        naturalOrder.ifPresent(judge -> judge.failed(failed, failure));
        if (report.isWanted()) {
            report.add(ReportLine.failed(failed, FailureShape.of(failure), how));
        }
    }

    /** Returns the page that is to be made of the report. */
    Optional<Path> page() {
        return report.page();
    }

    /**
     * Writes what is not written yet, and judges failures whose order comes from the seed.
     *
     * @return where all failed seeds are kept; empty if they are not
     */
    Optional<Path> end(FailureBlock block) {
        naturalOrder.ifPresent(judge -> judge.judge(block));
        return updates.keep() ? memory.file().filter(Files::exists) : Optional.empty();
    }
}
