package dev.seeded.internal.execution;

import dev.seeded.internal.note.SeedReport;
import dev.seeded.internal.seed.Identity;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

/** Collects what becomes of each test in one run: of its invocations, and of the classes around it. */
public final class RunResults implements TestExecutionListener {

    private final Map<String, Collected> collected = new LinkedHashMap<>();
    private final Consumer<String> started;
    private @Nullable RuntimeException problem;
    private boolean closed;

    RunResults(Collection<String> tests, Consumer<String> started) {
        tests.forEach(test -> collected.put(test, new Collected()));
        this.started = started;
    }

    /** Returns the result of each test. */
    public synchronized Map<String, RunResult> byTest() {
        Map<String, RunResult> results = new LinkedHashMap<>();
        collected.forEach((test, found) -> results.put(test, found.result()));
        return results;
    }

    /** Returns why Jupiter could not run the tests, all of which have failed then. */
    public Optional<RuntimeException> problem() {
        return Optional.ofNullable(problem);
    }

    synchronized void failAll(RuntimeException failure) {
        problem = failure;
        collected.values().forEach(found -> found.fail(failure));
    }

    /** Has the tests failed that do not end, and takes no notice of what becomes of them or of others. */
    synchronized void endAll(Duration time) {
        boolean isTestRunning = collected.values().stream().anyMatch(Collected::isRunning);
        for (Collected found : collected.values()) {
            Thread thread = found.thread;
            if (thread != null && (isTestRunning ? found.isRunning() : !found.ended)) {
                Throwable timeout = new TimeoutException(
                        "it ran longer than " + time.toSeconds() + " s, which seed.timeout allows");
                timeout.setStackTrace(thread.getStackTrace());
                found.fail(timeout);
                found.ended = true;
            }
        }
        collected.values().removeIf(found -> !found.ended);
        closed = true;
    }

    @Override
    public void executionStarted(TestIdentifier identifier) {
        String id = idOf(identifier);
        synchronized (this) {
            boolean isContainer = around(id).isEmpty();
            for (Collected found : concerned(id)) {
                found.thread = Thread.currentThread();
                found.begun |= !isContainer;
            }
        }
        if (collected.containsKey(id)) {
            started.accept(id);
        }
    }

    @Override
    public synchronized void executionSkipped(TestIdentifier identifier, String reason) {
        concerned(idOf(identifier)).forEach(found -> found.skip(reason));
    }

    @Override
    public synchronized void reportingEntryPublished(TestIdentifier identifier, ReportEntry entry) {
        SeedReport.from(identifier.getUniqueId(), entry.getKeyValuePairs())
                .ifPresent(report -> concerned(idOf(identifier)).forEach(found -> found.report(report)));
    }

    @Override
    public synchronized void executionFinished(TestIdentifier identifier, TestExecutionResult result) {
        if (closed) {
            return;
        }
        String id = idOf(identifier);
        Optional.ofNullable(collected.get(id)).ifPresent(found -> found.ended = true);
        boolean successful = result.getStatus() == Status.SUCCESSFUL;
        if (successful && !identifier.isTest() && !collected.containsKey(id)) {
            return;
        }
        for (Collected found : concerned(id)) {
            if (identifier.isTest()) {
                found.tests++;
            }
            if (successful) {
                found.pass(identifier.isTest());
            } else if (result.getStatus() == Status.ABORTED) {
                found.abort(throwable(identifier, result));
            } else {
                found.fail(throwable(identifier, result));
            }
        }
    }

    private static Throwable throwable(TestIdentifier identifier, TestExecutionResult result) {
        return result.getThrowable()
                .orElseGet(() -> new IllegalStateException(identifier.getDisplayName() + " says not why it failed"));
    }

    /** Returns the test that this id belongs to or lies in or, where it is a container's, all tests in that. */
    private Collection<Collected> concerned(String id) {
        Optional<Collected> around = around(id);
        return around.isPresent()
                ? List.of(around.get())
                : collected.entrySet().stream()
                        .filter(entry -> entry.getKey().startsWith(id + "/"))
                        .map(Map.Entry::getValue)
                        .toList();
    }

    private Optional<Collected> around(String id) {
        for (int end = id.length(); end > 0; end = id.lastIndexOf("/[", end - 1)) {
            Collected found = collected.get(id.substring(0, end));
            if (found != null) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }

    private static String idOf(TestIdentifier identifier) {
        return Identity.declared(identifier.getUniqueId());
    }

    /** What is known of one test, the first of each kind. */
    private static final class Collected {

        private @Nullable Throwable failure;
        private @Nullable Throwable aborted;
        private @Nullable String skipped;
        private @Nullable SeedReport report;
        private @Nullable Thread thread;
        private boolean begun;
        private boolean ended;
        private long tests;
        private boolean testPassed;
        private boolean over;

        void pass(boolean isTest) {
            testPassed |= isTest;
            over = true;
        }

        void fail(Throwable throwable) {
            failure = failure == null ? throwable : failure;
        }

        void abort(Throwable throwable) {
            aborted = aborted == null ? throwable : aborted;
        }

        void skip(String reason) {
            skipped = skipped == null ? reason : skipped;
        }

        void report(SeedReport published) {
            report = report == null ? published : report;
        }

        boolean isRunning() {
            return begun && !ended;
        }

        RunResult result() {
            if (failure != null) {
                return RunResult.failed(failure, tests, report);
            }
            if (testPassed) {
                return RunResult.passed(tests);
            }
            if (aborted != null) {
                return RunResult.aborted(aborted, tests);
            }
            if (over && skipped == null) {
                return RunResult.passed(tests);
            }
            return RunResult.skipped(skipped == null ? "Jupiter did not run it" : skipped, tests);
        }
    }
}
