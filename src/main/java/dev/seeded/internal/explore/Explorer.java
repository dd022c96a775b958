package dev.seeded.internal.explore;

import dev.seeded.internal.config.Exploration;
import dev.seeded.internal.config.Run;
import dev.seeded.internal.config.Runs;
import dev.seeded.internal.config.Validated;
import dev.seeded.internal.execution.Jupiter;
import dev.seeded.internal.memory.MemoryUpdates;
import dev.seeded.internal.secondjvm.SecondJvm;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.platform.engine.EngineExecutionListener;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestExecutionResult;

/** Explores class after class, and reports each test once. */
final class Explorer {

    private final Validated<Exploration> exploration;
    private final Validated<Run> run;
    private final Jupiter jupiter;
    private final SecondJvm secondJvm;
    private final MemoryUpdates recollection;
    private final EngineExecutionListener listener;

    Explorer(
            Validated<Exploration> exploration,
            Validated<Run> run,
            Jupiter jupiter,
            SecondJvm secondJvm,
            MemoryUpdates recollection,
            EngineExecutionListener listener) {
        this.exploration = exploration;
        this.run = run;
        this.jupiter = jupiter;
        this.secondJvm = secondJvm;
        this.recollection = recollection;
        this.listener = listener;
    }

    /** Explores what is below the engine. */
    void explore(TestDescriptor engine) {
        long classes = descendants(engine)
                .filter(type -> !ExploredDescriptor.tests(type).isEmpty())
                .count();
        Budget budget = Budget.of(exploration.value().map(Exploration::runs).orElse(Runs.ONE), classes);
        ExploredDescriptor.classes(engine).forEach(type -> explore(type, budget));
    }

    private void explore(ExploredDescriptor type, Budget budget) {
        listener.executionStarted(type);
        List<ExploredDescriptor> tests = ExploredDescriptor.tests(type);
        if (!tests.isEmpty()) {
            try {
                explore(tests, budget.share());
            } catch (IllegalArgumentException mistake) {
                tests.forEach(test -> fail(test, mistake));
            }
        }
        ExploredDescriptor.classes(type).forEach(nested -> explore(nested, budget));
        listener.executionFinished(type, TestExecutionResult.successful());
    }

    private void explore(List<ExploredDescriptor> tests, Budget.Share share) {
        Exploration wanted = exploration.get();
        Series series = new Series(tests, wanted, run.get(), jupiter, secondJvm, recollection, listener);
        if (wanted.last()) {
            series.replay();
        } else if (wanted.check()) {
            series.check();
        } else {
            series.explore(share);
        }
    }

    private void fail(ExploredDescriptor test, IllegalArgumentException mistake) {
        listener.executionStarted(test);
        listener.executionFinished(
                test, TestExecutionResult.failed(new ExtensionConfigurationException(mistake.getMessage(), mistake)));
    }

    private static Stream<ExploredDescriptor> descendants(TestDescriptor parent) {
        return ExploredDescriptor.classes(parent).stream()
                .flatMap(type -> Stream.concat(Stream.of(type), descendants(type)));
    }
}
