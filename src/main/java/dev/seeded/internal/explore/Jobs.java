package dev.seeded.internal.explore;

import static java.util.Objects.requireNonNull;

import dev.seeded.Seed;
import dev.seeded.internal.config.Setting;
import dev.seeded.internal.console.StandardError;
import dev.seeded.internal.execution.RunResult;
import dev.seeded.internal.explore.ClassExploration.Running;
import dev.seeded.internal.explore.DealtRuns.Ended;
import dev.seeded.internal.explore.DealtRuns.Numbers;
import dev.seeded.internal.memory.Memory;
import dev.seeded.internal.memory.RunningSeed;
import dev.seeded.internal.secondjvm.Answer;
import dev.seeded.internal.secondjvm.ManyRuns;
import dev.seeded.internal.secondjvm.SecondJvm;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongFunction;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.ConfigurationParameters;

/**
 * JVMs that explore side by side: this one, and others that say what became of their runs. A run that fails elsewhere is run here
 * again, so that all that is counted and shown is this JVM's.
 */
final class Jobs implements AutoCloseable {

    /** The time after which this JVM looks at what others have found. */
    private static final Duration MOST = Duration.ofMillis(250);

    /** The time after which a JVM that is slower to start, but faster then, takes the place of another. */
    private static final Duration SOON = Duration.ofMinutes(1);

    /** Failures of one test that are kept before they are counted. */
    private static final int KEPT = 10;

    /**
     * What became of the tests in one run.
     *
     * @param isHere whether it was in this JVM
     */
    record Found(Map<TestExploration, RunResult> results, boolean isHere) {

        RunResult of(TestExploration test) {
            return requireNonNull(results.get(test));
        }

        Stream<TestExploration> failed(List<TestExploration> tests) {
            return tests.stream().filter(test -> {
                RunResult result = results.get(test);
                return result != null && result.hasFailed();
            });
        }

        Map<TestExploration, RunResult> failures(List<TestExploration> tests) {
            Map<TestExploration, RunResult> failures = new LinkedHashMap<>();
            failed(tests).forEach(test -> failures.put(test, of(test)));
            return failures;
        }
    }

    private final ConfigurationParameters parameters;
    private final Memory kept;
    private final List<SecondJvm> others = new ArrayList<>();
    private final Map<SecondJvm, Running> slow = new ConcurrentHashMap<>();
    private @Nullable Share now;
    private volatile boolean isClosed;

    Jobs(ConfigurationParameters parameters, Memory kept) {
        this.parameters = parameters;
        this.kept = kept;
    }

    /** Starts JVMs, so that there are so many with this one. */
    void start(int count) {
        for (int job = 1; job < count; job++) {
            SecondJvm jvm = SecondJvm.sideBySide(parameters);
            others.add(jvm);
            Thread thread = new Thread(() -> work(jvm), "seeded-job-" + job);
            thread.setDaemon(true);
            thread.start();
        }
    }

    /** Begins to explore a class. */
    synchronized Share begin(ClassExploration explored, Quota quota, boolean keepsGoing) {
        Share share = new Share(explored, quota, keepsGoing);
        now = share;
        return share;
    }

    /** Returns the runs of other JVMs that take long. */
    Stream<Running> slow() {
        return slow.values().stream();
    }

    /** Returns failures that are not counted yet, as runs before them go on. */
    synchronized Stream<Running> waiting() {
        return now == null ? Stream.empty() : List.copyOf(now.waiting.values()).stream();
    }

    /** Has the other JVMs end when the runs that go on have ended, as somebody ends this one. */
    void interrupt() {
        isClosed = true;
        others.forEach(SecondJvm::endAfterTheRun);
    }

    @Override
    public void close() {
        synchronized (this) {
            isClosed = true;
            notifyAll();
        }
        others.forEach(SecondJvm::close);
    }

    private void work(SecondJvm jvm) {
        try {
            jvm.prepare();
            long begin = System.nanoTime();
            boolean endsSoon = true;
            boolean hasAnswered = false;
            while (!isClosed) {
                Task task = next();
                if (endsSoon && System.nanoTime() - begin > SOON.toNanos()) {
                    jvm.renewForLong();
                    endsSoon = false;
                }
                long start = System.nanoTime();
                try {
                    task.share.end(
                            task.numbers,
                            task.share.found(jvm.ask(task.question, seed -> slow.put(jvm, task.running(seed)))),
                            System.nanoTime() - start);
                    hasAnswered = true;
                } catch (IOException ended) {
                    lose(task, jvm, ended);
                    if (!hasAnswered) {
                        throw ended;
                    }
                    hasAnswered = false;
                } finally {
                    slow.remove(jvm);
                }
            }
        } catch (IOException | LinkageError | RuntimeException problem) {
            if (!isClosed) {
                StandardError.print("Seeded: " + Setting.JOBS.property() + " continues with one JVM fewer: "
                        + (problem.getClass() == IOException.class ? problem.getMessage() : problem.toString()));
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            jvm.close();
        }
    }

    private void lose(Task task, SecondJvm jvm, IOException ended) {
        if (isClosed) {
            return;
        }
        StandardError.print("Seeded: a JVM that explored " + task.share.explored.name() + " has ended: "
                + ended.getMessage() + "; its runs are repeated in this JVM");
        jvm.renew();
        RunningSeed.keepLeftOnes(kept);
        task.share.explored.memory().readAgain();
        // What passes is forgotten from now on.
        task.share.lose(task.numbers);
    }

    /** Waits for numbers to run. */
    private synchronized Task next() throws InterruptedException {
        while (true) {
            Share share = isClosed ? null : now;
            Optional<Numbers> dealt = share == null || !share.isOpen ? Optional.empty() : share.dealt.deal(false);
            if (share != null && dealt.isPresent()) {
                return new Task(share, dealt.get(), share.question(dealt.get()));
            }
            wait();
        }
    }

    /** What another JVM is to do. */
    private record Task(Share share, Numbers numbers, ManyRuns question) {

        Running running(long seed) {
            return new Running(share.explored.name(), Seed.of(seed), false);
        }
    }

    /** One class, whose runs the JVMs share. */
    final class Share implements AutoCloseable {

        private final ClassExploration explored;
        private final DealtRuns<Found> dealt;
        private final boolean keepsGoing;

        /** The numbers of the first runs in which a test failed, whoever found them first. */
        private final Map<TestExploration, TreeSet<Long>> failures = new LinkedHashMap<>();

        /** The failures that are not counted yet. */
        private final TreeMap<Long, Running> waiting = new TreeMap<>();

        private List<TestExploration> open = List.of();

        /** The number of the run that was returned last. */
        private long last = -1;

        /** Whether other JVMs take part: after the first run, which shows what is pinned or skipped. */
        private boolean isOpen;

        private Share(ClassExploration explored, Quota quota, boolean keepsGoing) {
            this.explored = explored;
            this.dealt = new DealtRuns<>(quota, others.size() + 1);
            this.keepsGoing = keepsGoing;
        }

        /**
         * Returns what became of the next run, in the order of their numbers; runs tests here until that is known.
         *
         * @param left the tests that are to run
         * @param run runs them here
         * @return empty if there is none
         */
        Optional<Ended<Found>> next(List<TestExploration> left, LongFunction<Found> run) {
            while (!left.isEmpty()) {
                Optional<Numbers> own;
                synchronized (Jobs.this) {
                    open(left);
                    Optional<Ended<Found>> ended = dealt.next();
                    if (ended.isPresent()) {
                        last = ended.get().number();
                        waiting.remove(last);
                        return ended;
                    }
                    own = dealt.deal(true);
                    if (own.isEmpty() && !await()) {
                        return Optional.empty();
                    }
                }
                own.ifPresent(numbers -> run(numbers, run));
            }
            return Optional.empty();
        }

        private void open(List<TestExploration> left) {
            open = List.copyOf(left);
            dropUncounted(test -> !left.contains(test));
            if (dealt.isBeyond(last + 1)) {
                // What has failed goes on.
                dealt.goOn();
            }
            isOpen = last >= 0;
            if (isOpen) {
                Jobs.this.notifyAll();
            }
        }

        /** Waits until something has changed; returns whether anything can. */
        private boolean await() {
            if (!dealt.isRunning()) {
                return false;
            }
            try {
                Jobs.this.wait();
            } catch (InterruptedException stray) {
                // A test has left it: nobody else interrupts this thread.
            }
            return true;
        }

        private void run(Numbers numbers, LongFunction<Found> action) {
            List<Found> found = new ArrayList<>();
            long start = System.nanoTime();
            boolean isEnough = false;
            for (long number = numbers.from(); number < numbers.end() && !isEnough; number++) {
                Found run = action.apply(number);
                found.add(run);
                Map<TestExploration, RunResult> failed = run.failures(open);
                if (!failed.isEmpty()) {
                    explored.suspect(failed, explored.seed(number));
                }
                isEnough = !failed.isEmpty() || System.nanoTime() - start > MOST.toNanos() || isBeyond(number + 1);
            }
            end(numbers, found, System.nanoTime() - start);
            if (!others.isEmpty()) {
                // What has failed is kept.
                explored.settle();
            }
        }

        private boolean isBeyond(long number) {
            synchronized (Jobs.this) {
                return dealt.isBeyond(number);
            }
        }

        private ManyRuns question(Numbers numbers) {
            Map<String, String> titles = new LinkedHashMap<>();
            open.forEach(test -> titles.put(test.id(), test.title()));
            return new ManyRuns(
                    explored.around(open).stream()
                            .map(TestExploration::selected)
                            .toList(),
                    explored.name(),
                    titles,
                    open.get(0).selection(),
                    explored.run().seed().value(),
                    numbers.from(),
                    numbers.end());
        }

        private List<Found> found(List<Answer> answers) {
            return answers.stream()
                    .map(answer -> {
                        Map<TestExploration, RunResult> results = new LinkedHashMap<>();
                        explored.tests()
                                .forEach(test -> Optional.ofNullable(
                                                answer.results().get(test.id()))
                                        .ifPresent(result -> results.put(test, result)));
                        return new Found(results, false);
                    })
                    .toList();
        }

        private void end(Numbers numbers, List<Found> found, long nanos) {
            synchronized (Jobs.this) {
                dealt.end(numbers, found, nanos);
                for (int run = 0; run < found.size(); run++) {
                    fail(numbers.from() + run, found.get(run));
                }
                Jobs.this.notifyAll();
            }
        }

        /** Keeps failures: they are counted when all runs before them have ended. */
        private void fail(long number, Found run) {
            Map<TestExploration, RunResult> failed = run.failures(open);
            if (failed.isEmpty() || others.isEmpty()) {
                return;
            }
            Seed seed = explored.seed(number);
            waiting.put(number, new Running(failed.keySet().iterator().next().title(), seed, true, failed));
            failed.forEach((test, result) -> {
                if (isOfTheFirst(test, number)
                        && !test.tally().isUnseeded()
                        && (run.isHere() || result.held().isEmpty())) {
                    explored.keepEarly(test, seed);
                }
            });
            if (!keepsGoing && failed.size() == open.size()) {
                dealt.stopAfter(number);
            }
        }

        /** Makes room: the memory would drop what came first, and that is the failure that is reported. */
        private boolean isOfTheFirst(TestExploration test, long number) {
            TreeSet<Long> first = failures.computeIfAbsent(test, unused -> new TreeSet<>());
            first.add(number);
            if (first.size() > KEPT) {
                explored.dropEarly(test, explored.seed(requireNonNull(first.pollLast())));
            }
            return first.contains(number);
        }

        /** Forgets failures of tests that are over: one JVM would not have come so far. */
        private void dropUncounted(Predicate<TestExploration> isOver) {
            failures.forEach((test, numbers) -> {
                if (isOver.test(test)) {
                    Set<Long> uncounted = numbers.tailSet(last, false);
                    uncounted.forEach(number -> explored.dropEarly(test, explored.seed(number)));
                    uncounted.clear();
                }
            });
        }

        private void lose(Numbers numbers) {
            synchronized (Jobs.this) {
                dealt.lose(numbers);
                Jobs.this.notifyAll();
            }
        }

        /** Takes no notice of what still runs. */
        @Override
        public void close() {
            synchronized (Jobs.this) {
                if (!isClosed) {
                    dropUncounted(test -> true);
                }
                now = null;
                open = List.of();
            }
        }
    }
}
