package dev.seeded.internal.execution;

import dev.seeded.internal.execution.RunResult.Outcome;
import dev.seeded.internal.note.SeedReport;
import dev.seeded.internal.seed.Identity;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    /**
     * Creates results that are not there yet.
     *
     * @param tests the unique ids of the tests
     * @param started is told that a test has started
     */
    public RunResults(Collection<String> tests, Consumer<String> started) {
        tests.forEach(test -> collected.put(test, new Collected()));
        this.started = started;
    }

    /** Returns the result of each test. */
    public synchronized Map<String, RunResult> byTest() {
        Map<String, RunResult> results = new LinkedHashMap<>();
        collected.forEach((test, found) -> results.put(test, found.result()));
        return results;
    }

    /** Has all tests failed that have not failed otherwise. */
    public synchronized void failAll(Throwable failure) {
        collected.values().forEach(found -> found.fail(failure));
    }

    @Override
    public void executionStarted(TestIdentifier identifier) {
        String id = idOf(identifier);
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
        String id = idOf(identifier);
        boolean successful = result.getStatus() == Status.SUCCESSFUL;
        if (successful && !identifier.isTest() && !collected.containsKey(id)) {
            return;
        }
        for (Collected found : concerned(id)) {
            if (identifier.isTest()) {
                found.count();
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
        for (int end = id.length(); end > 0; end = id.lastIndexOf("/[", end - 1)) {
            Collected found = collected.get(id.substring(0, end));
            if (found != null) {
                return List.of(found);
            }
        }
        return collected.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(id + "/"))
                .map(Map.Entry::getValue)
                .toList();
    }

    private static String idOf(TestIdentifier identifier) {
        return Identity.declared(identifier.getUniqueId());
    }

    /** What is known of one test. */
    private static final class Collected {

        private @Nullable Throwable failure;
        private @Nullable Throwable aborted;
        private @Nullable String skipped;
        private @Nullable SeedReport report;
        private long tests;
        private boolean testPassed;
        private boolean over;

        void count() {
            tests++;
        }

        void pass(boolean isTest) {
            testPassed |= isTest;
            over = true;
        }

        void fail(Throwable throwable) {
            if (failure == null) {
                failure = throwable;
            }
        }

        void abort(Throwable throwable) {
            if (aborted == null) {
                aborted = throwable;
            }
        }

        void skip(String reason) {
            if (skipped == null) {
                skipped = reason;
            }
        }

        void report(SeedReport found) {
            if (report == null) {
                report = found;
            }
        }

        RunResult result() {
            if (failure != null) {
                return new RunResult(Outcome.FAILED, failure, "", tests, report);
            }
            if (testPassed) {
                return new RunResult(Outcome.PASSED, null, "", tests, null);
            }
            if (aborted != null) {
                return new RunResult(Outcome.ABORTED, aborted, "", tests, null);
            }
            return over && skipped == null
                    ? new RunResult(Outcome.PASSED, null, "", tests, null)
                    : new RunResult(
                            Outcome.SKIPPED, null, skipped == null ? "Jupiter did not run it" : skipped, tests, null);
        }
    }
}
