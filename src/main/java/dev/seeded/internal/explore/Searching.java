package dev.seeded.internal.explore;

import dev.seeded.internal.config.Exploration.Search;
import dev.seeded.internal.config.Runs;
import dev.seeded.internal.console.StandardError;
import dev.seeded.internal.declared.Pin;
import dev.seeded.internal.explore.ClassExploration.Running;
import dev.seeded.internal.explore.DealtRuns.Ended;
import dev.seeded.internal.explore.Jobs.Found;
import dev.seeded.internal.explore.Jobs.Share;
import dev.seeded.internal.explore.Summary.Quiet;
import dev.seeded.internal.memory.AtShutdown;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Runs the tests as often as the budget allows, each time with another seed, and says what that shows. */
final class Searching implements Mode {

    /** The runs that are named when an exploration is interrupted. */
    private static final int NAMED = 10;

    private final Search wanted;
    private final Budget budget;
    private final Jobs jobs;
    private final FreshRuns freshRuns;
    private final Optional<FailureShrinking> shrinking;
    private final AssumedOrders orders;
    private final Progress progress = Progress.ofThisJvm();
    private final List<Quiet> quiet = new CopyOnWriteArrayList<>();

    Searching(
            Search wanted,
            Budget budget,
            Jobs jobs,
            FreshRuns freshRuns,
            Optional<FailureShrinking> shrinking,
            AssumedOrders orders) {
        this.orders = orders;
        this.shrinking = shrinking;
        this.wanted = wanted;
        this.budget = budget;
        this.jobs = jobs;
        this.freshRuns = freshRuns;
    }

    @Override
    public void explore(ClassExploration explored) {
        Quota quota = budget.next();
        AtShutdown interruption = AtShutdown.run(() -> {
            List<Running> now = Stream.concat(
                            Stream.concat(explored.runningNow().stream(), jobs.slow()), jobs.waiting())
                    .toList();
            Map<TestExploration, Running> unconfirmed = new LinkedHashMap<>();
            now.forEach(run -> run.failed().keySet().forEach(test -> unconfirmed.putIfAbsent(test, run)));
            String text = interrupted(explored, now, unconfirmed.keySet());
            explored.memory().keep();
            StandardError.printNow(text);
            jobs.interrupt();
            explored.tests()
                    .forEach(test -> test.interrupt(wanted.keepGoing(), Optional.ofNullable(unconfirmed.get(test))));
        });
        progress.begin(explored.name(), () -> jobs.slow().findFirst().or(explored::runningNow), quota);
        List<TestExploration> toFinish;
        try {
            toFinish = run(explored, quota);
        } finally {
            progress.end();
            interruption.close();
        }
        toFinish.forEach(test -> finish(explored, test));
    }

    /** Returns the tests that are still to be finished. */
    private List<TestExploration> run(ClassExploration explored, Quota quota) {
        List<TestExploration> open = new ArrayList<>(explored.tests());
        List<TestExploration> toShrink = new ArrayList<>();
        long failuresOfDecided = 0;
        ConfirmedRuns runs = new ConfirmedRuns(explored, freshRuns, wanted.keepGoing());
        try (Share share = jobs.begin(explored, quota, wanted.keepGoing())) {
            LongFunction<Found> run = number -> runs.runHere(open, number);
            for (Optional<Ended<Found>> ended = share.next(open, run);
                    ended.isPresent();
                    ended = share.next(open, run)) {
                long number = ended.get().number();
                runs.count(open, number, ended.get().result());
                progress.count(number + 1, failuresOfDecided + failures(open));
                List<TestExploration> decided =
                        open.stream().filter(this::isDecided).toList();
                if (!decided.isEmpty()) {
                    if (decided.size() == open.size()) {
                        progress.end();
                    } else {
                        progress.clear();
                    }
                    // Shrinking takes its time, and says itself how far it is.
                    decided.forEach(shrinking.isPresent() ? toShrink::add : test -> finish(explored, test));
                    failuresOfDecided += failures(decided);
                    open.removeAll(Set.copyOf(decided));
                }
            }
        }
        toShrink.addAll(open);
        return toShrink;
    }

    /** @param unconfirmed tests that have failed, of which nothing else is to be said */
    private String interrupted(ClassExploration explored, List<Running> now, Set<TestExploration> unconfirmed) {
        String soFar = Stream.concat(
                        explored.tests().stream()
                                .filter(TestExploration::hasFailed)
                                .map(this::summary),
                        Stream.of(Summary.ofQuiet(Stream.concat(
                                        quiet.stream(),
                                        explored.tests().stream()
                                                .filter(test -> !test.hasFailed()
                                                        && !test.isOver()
                                                        && !unconfirmed.contains(test))
                                                .map(Searching::quiet))
                                .toList())))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("\n"));
        return "Seeded: interrupted"
                + now.stream().map(Object::toString).distinct().limit(NAMED).collect(Collectors.joining())
                + (soFar.isEmpty() ? "" : "; so far:\n" + soFar);
    }

    private static long failures(List<TestExploration> tests) {
        return tests.stream().mapToLong(test -> test.tally().failures()).sum();
    }

    private boolean isDecided(TestExploration test) {
        return test.isOver() || test.pin().isPresent() || (test.tally().failures() > 0 && !wanted.keepGoing());
    }

    private void finish(ClassExploration explored, TestExploration test) {
        if (!test.isOver()) {
            if (test.hasFailed()) {
                explored.memory().keep();
                if (!isOneToShrink(test.tally())) {
                    StandardError.print(summary(test));
                }
                orders.judge(explored, test);
                shrinking.ifPresent(found -> found.shrink(explored, test));
            } else if (test.tally().runs() > 0) {
                quiet.add(quiet(test));
            }
            // A failure of a run says more.
            if (!test.hasFailed()) {
                Summary.wrongLabels(test.tally(), wanted.keepGoing(), test.pin().isPresent())
                        .ifPresent(text -> test.mislabel(text, explored.run()));
            }
            test.finishSearch(wanted.keepGoing());
        }
    }

    /** Returns whether there was a single run, of which a summary would say no more than shrinking does. */
    private boolean isOneToShrink(Tally tally) {
        return shrinking.isPresent()
                && wanted.runs().equals(Runs.ONE)
                && tally.failures() == 1
                && tally.afterOthers() == 0
                && !tally.isUnseeded();
    }

    @Override
    public void end() {
        progress.close();
        StandardError.printUnlessEmpty(Summary.ofQuiet(quiet));
    }

    private static Quiet quiet(TestExploration test) {
        return new Quiet(test.title(), test.tally(), test.pin().map(Pin::toString));
    }

    private String summary(TestExploration test) {
        // No run is counted meanwhile.
        synchronized (test.tally()) {
            return Summary.of(
                    test.title(), test.tally(), wanted.keepGoing(), test.pin().map(Pin::toString));
        }
    }
}
