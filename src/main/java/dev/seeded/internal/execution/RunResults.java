package dev.seeded.internal.execution;

import dev.seeded.internal.config.Setting;
import dev.seeded.internal.labels.CountedLabels;
import dev.seeded.internal.labels.Label;
import dev.seeded.internal.note.EarlierTests;
import dev.seeded.internal.note.SeedReport;
import dev.seeded.internal.note.UnattachedReports;
import dev.seeded.internal.seed.Identity;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.EngineExecutionListener;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.engine.support.descriptor.MethodSource;

/** Collects what becomes of each test in one run: of its invocations, and of the classes around it. */
public final class RunResults implements EngineExecutionListener {

    /** The entry of a report that an invocation with a pinned seed publishes when it fails. */
    public static final String PINNED = "dev.seeded.pinned";

    /** The entry of a report that a test or class publishes which was given generators that draw edge cases. */
    public static final String EDGE_CASES = "dev.seeded.edgeCases";

    private final Map<String, Collected> collected = new LinkedHashMap<>();
    private final Set<UniqueId> pinned = new HashSet<>();
    private final Consumer<String> started;
    private Map<UniqueId, String> ids = Map.of();
    private @Nullable RuntimeException problem;
    private boolean closed;

    RunResults(Collection<String> tests, Consumer<String> started) {
        tests.forEach(test -> collected.put(test, new Collected()));
        this.started = started;
    }

    /** Takes the texts of the unique ids that were discovered, those of tests among them. */
    void identify(Map<UniqueId, String> known) {
        ids = known;
    }

    /** Returns the result of each test. */
    public synchronized Map<String, RunResult> byTest() {
        Map<String, RunResult> results = new LinkedHashMap<>();
        collected.forEach((test, found) -> results.put(test, found.result().with(found.labels, found.hasEdgeCases)));
        return results;
    }

    /** Returns why Jupiter could not run the tests, all of which have failed then. */
    public Optional<RuntimeException> problem() {
        return Optional.ofNullable(problem);
    }

    synchronized void failAll(RuntimeException failure) {
        problem = failure;
        collected.values().forEach(found -> found.fail(failure, false, ""));
    }

    /** Returns the failure of what runs too long; its stack is the thread's. */
    public static TimeoutException late(Duration time, Thread thread) {
        TimeoutException late = new TimeoutException("it ran longer than " + time.toSeconds() + " s, the limit that "
                + Setting.TIMEOUT.property() + " sets");
        late.setStackTrace(thread.getStackTrace());
        return late;
    }

    /** Has the tests failed that do not end, and takes no notice of what becomes of them or of others. */
    synchronized void endAll(Duration time) {
        boolean isTestRunning = collected.values().stream().anyMatch(Collected::isRunning);
        for (Collected found : collected.values()) {
            Thread thread = found.thread;
            if (thread != null && (isTestRunning ? found.isRunning() : !found.ended)) {
                found.fail(late(time, thread), false, "");
                found.ended = true;
            }
        }
        collected.values().removeIf(found -> !found.ended);
        closed = true;
    }

    @Override
    public void executionStarted(TestDescriptor descriptor) {
        String id = known(descriptor);
        Collected own;
        synchronized (this) {
            own = collected.get(id);
            Collected test = around(descriptor);
            for (Collected found : test == null ? within(descriptor) : List.of(test)) {
                found.thread = Thread.currentThread();
                // Each invocation of a class runs its tests once more.
                found.ended = false;
            }
            if (own != null) {
                own.running++;
            }
        }
        if (own != null) {
            started.accept(id);
        }
    }

    @Override
    public synchronized void executionSkipped(TestDescriptor descriptor, String reason) {
        concerned(descriptor).forEach(found -> found.skip(reason));
    }

    @Override
    public synchronized void executionFinished(TestDescriptor descriptor, TestExecutionResult result) {
        if (closed) {
            return;
        }
        // The launcher hears of the end of a test only when all tests of the class have ended.
        if (descriptor.getSource().orElse(null) instanceof MethodSource method) {
            EarlierTests.ofThisJvm().end(method.getClassName(), method.getMethodName());
        }
        Collected own = collected.get(known(descriptor));
        if (own != null) {
            own.running--;
            own.ended = true;
        }
        boolean successful = result.getStatus() == Status.SUCCESSFUL;
        if (successful && !descriptor.isTest() && own == null) {
            return;
        }
        Collection<Collected> concerned = concerned(descriptor);
        if (result.getStatus() == Status.FAILED) {
            UnattachedReports.take(descriptor.getUniqueId().toString())
                    .ifPresent(report -> concerned.forEach(found -> found.report(report)));
        }
        boolean isPinned = pinned.remove(descriptor.getUniqueId());
        for (Collected found : concerned) {
            if (descriptor.isTest()) {
                found.tests++;
            }
            if (successful) {
                found.pass(descriptor.isTest());
            } else if (result.getStatus() == Status.ABORTED) {
                found.abort(throwable(descriptor, result));
            } else {
                found.fail(
                        throwable(descriptor, result),
                        isPinned,
                        descriptor.getUniqueId().toString());
            }
        }
    }

    @Override
    public synchronized void reportingEntryPublished(TestDescriptor descriptor, ReportEntry entry) {
        if (closed) {
            return;
        }
        if (entry.getKeyValuePairs().containsKey(PINNED)) {
            pinned.add(descriptor.getUniqueId());
        }
        if (entry.getKeyValuePairs().containsKey(EDGE_CASES)) {
            concerned(descriptor).forEach(found -> found.hasEdgeCases = true);
        }
        entry.getKeyValuePairs()
                .forEach((key, value) -> CountedLabels.name(key)
                        .ifPresent(name -> concerned(descriptor).forEach(found -> found.label(name, value))));
    }

    private static Throwable throwable(TestDescriptor descriptor, TestExecutionResult result) {
        return result.getThrowable()
                .orElseGet(() -> new IllegalStateException(descriptor.getDisplayName() + " says not why it failed"));
    }

    /** Returns the test that this is or lies in or, where it is a container, all tests in that. */
    private Collection<Collected> concerned(TestDescriptor descriptor) {
        Collected test = around(descriptor);
        return test == null ? within(descriptor) : List.of(test);
    }

    private @Nullable Collected around(TestDescriptor descriptor) {
        for (TestDescriptor at = descriptor; at != null; at = at.getParent().orElse(null)) {
            Collected found = collected.get(known(at));
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private Collection<Collected> within(TestDescriptor container) {
        String prefix = known(container) + "/";
        return collected.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(prefix))
                .map(Map.Entry::getValue)
                .toList();
    }

    /** Returns the text of the unique id that this had when it was discovered; empty for what was not. */
    private String known(TestDescriptor descriptor) {
        return ids.getOrDefault(Identity.declared(descriptor.getUniqueId()), "");
    }

    /** What is known of one test, the first of each kind. */
    private static final class Collected {

        private final Map<String, Label> labels = new HashMap<>();
        private @Nullable Throwable failure;
        private boolean isPinned;
        private String failed = "";
        private boolean hasEdgeCases;
        private @Nullable Throwable aborted;
        private @Nullable String skipped;
        private @Nullable SeedReport report;
        private @Nullable Thread thread;
        private int running;
        private boolean ended;
        private long tests;
        private boolean testPassed;
        private boolean over;

        void pass(boolean isTest) {
            testPassed |= isTest;
            over = true;
        }

        /**
         * One with a seed of the run says more than one with a pinned seed, which is in all runs. Of concurrent invocations, any
         * may fail first, so the one with the lowest number counts.
         */
        void fail(Throwable throwable, boolean hasPinnedSeed, String id) {
            if (failure == null
                    || (isPinned && !hasPinnedSeed)
                    || (isPinned == hasPinnedSeed && Identity.precedes(id, failed))) {
                failure = throwable;
                isPinned = hasPinnedSeed;
                failed = id;
            }
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

        void label(String name, String value) {
            // One more than there may be is enough to tell.
            if (labels.size() <= CountedLabels.NAMES || labels.containsKey(name)) {
                labels.merge(name, CountedLabels.label(value), Label::withinRun);
            }
        }

        boolean isRunning() {
            return running > 0;
        }

        RunResult result() {
            if (failure != null) {
                return RunResult.failed(failure, tests, report, isPinned, failed);
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
