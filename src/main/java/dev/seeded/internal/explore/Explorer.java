package dev.seeded.internal.explore;

import dev.seeded.internal.UserError;
import dev.seeded.internal.config.Run;
import dev.seeded.internal.config.Validated;
import dev.seeded.internal.declared.ContextSeed;
import dev.seeded.internal.execution.Jupiter;
import dev.seeded.internal.export.ReportFile;
import dev.seeded.internal.memory.MemoryUpdates;
import dev.seeded.internal.memory.RunningSeed;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.platform.engine.EngineExecutionListener;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestExecutionResult;

/** Explores class after class in the way that is wanted. Where a setting is wrong, each test fails for that. */
record Explorer(
        Validated<Mode> mode,
        Validated<Run> run,
        Jupiter jupiter,
        MemoryUpdates memory,
        RunningSeed running,
        EngineExecutionListener listener,
        ReportFile report) {

    /** Explores all classes below the engine. */
    void explore(TestDescriptor engine) {
        ExploredDescriptor.classes(engine).forEach(this::explore);
        mode.value().ifPresent(Mode::end);
    }

    private void explore(ExploredDescriptor type) {
        listener.executionStarted(type);
        List<ExploredDescriptor> tests = ExploredDescriptor.tests(type);
        if (!tests.isEmpty()) {
            explore(tests);
        }
        ExploredDescriptor.classes(type).forEach(this::explore);
        listener.executionFinished(type, TestExecutionResult.successful());
    }

    private void explore(List<ExploredDescriptor> tests) {
        Mode wanted;
        List<ExploredDescriptor> left = new ArrayList<>();
        try {
            wanted = mode.get();
            run.get();
        } catch (UserError mistake) {
            tests.forEach(test -> fail(test, mistake));
            return;
        }
        for (ExploredDescriptor test : tests) {
            try {
                ContextSeed.inForce(run.get(), test.pin());
                left.add(test);
            } catch (UserError forbidden) {
                fail(test, forbidden);
            }
        }
        if (!left.isEmpty()) {
            wanted.explore(explored(left));
        }
    }

    private ClassExploration explored(List<ExploredDescriptor> tests) {
        Run known = run.get();
        return new ClassExploration(
                tests.stream()
                        .map(test -> new TestExploration(test, known, listener, report))
                        .toList(),
                known,
                jupiter,
                memory,
                running);
    }

    private void fail(ExploredDescriptor test, UserError mistake) {
        listener.executionStarted(test);
        listener.executionFinished(
                test,
                TestExecutionResult.failed(UserError.shown(new ExtensionConfigurationException(mistake.getMessage()))));
    }
}
