package dev.seeded.internal.explore;

import static java.util.Objects.requireNonNull;

import dev.seeded.Seed;
import dev.seeded.internal.execution.FailureShape;
import dev.seeded.internal.execution.RunResult;
import dev.seeded.internal.execution.RunResult.Outcome;
import dev.seeded.internal.labels.CountedLabels;
import dev.seeded.internal.labels.Label;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What the runs of one test have shown. Takes the same memory after ten thousand runs as after ten. */
final class Tally {

    /** The failures of one shape: how many, and the seeds of the first. */
    record Group(FailureShape shape, long count, List<Seed> seeds) {}

    private static final int GROUPS = 20;
    private static final int SEEDS = 10;

    private final Map<FailureShape, Counter> counters = new LinkedHashMap<>();
    private final Map<String, Label> labels = new TreeMap<>();
    private @Nullable String excessLabel;
    private long runs;
    private long failures;
    private long undecided;
    private long edgeRuns;
    private long edgeFailures;
    private boolean isFirstFailureOfEdgeCases;
    private long ungrouped;
    private boolean isGroupedByOrigin;
    private long firstFailedRun;
    private long afterOthers;
    private String doubt = "";
    private @Nullable RunResult firstAfterOthers;
    private @Nullable RunResult firstFailure;
    private @Nullable Throwable aborted;

    /** Counts one more run, which is uniform. */
    void add(Seed seed, RunResult result) {
        add(seed, result, false);
    }

    /**
     * Counts one more run.
     *
     * @param hasEdgeCases whether it is not uniform, and so tells no rate of seeds
     */
    synchronized void add(Seed seed, RunResult result, boolean hasEdgeCases) {
        if (hasEdgeCases && (result.outcome() == Outcome.PASSED || result.hasFailed())) {
            edgeRuns++;
            edgeFailures += result.hasFailed() ? 1 : 0;
            isFirstFailureOfEdgeCases |= result.hasFailed() && failures == 0;
        }
        runs++;
        switch (result.outcome()) {
            case FAILED -> {
                fail(seed, result);
                label(result);
            }
            case ABORTED, SKIPPED -> {
                undecided++;
                aborted = aborted == null ? result.throwable() : aborted;
            }
            case PASSED -> label(result);
        }
    }

    private void label(RunResult result) {
        result.labels().forEach((name, label) -> {
            if (labels.size() < CountedLabels.NAMES || labels.containsKey(name)) {
                labels.merge(name, label, Label::afterRuns);
            } else {
                excessLabel = excessLabel == null ? name : excessLabel;
            }
        });
    }

    /** Returns the labels by name, in their order. */
    synchronized Map<String, Label> labels() {
        return new LinkedHashMap<>(labels);
    }

    /** Returns the first name of a label that was one too many. */
    synchronized Optional<String> excessLabel() {
        return Optional.ofNullable(excessLabel);
    }

    private void fail(Seed seed, RunResult failure) {
        failures++;
        if (firstFailure == null) {
            firstFailure = failure;
            firstFailedRun = runs;
        }
        FailureShape shape = requireNonNull(failure.shape());
        if (counters.size() == GROUPS && !counters.containsKey(shape)) {
            groupByOrigin();
        }
        if (!counters.containsKey(shape) && isGroupedByOrigin && addToOrigin(shape, seed)) {
            return;
        }
        if (counters.size() == GROUPS && !counters.containsKey(shape)) {
            ungrouped++;
        } else {
            counters.computeIfAbsent(shape, unused -> new Counter()).add(seed);
        }
    }

    /** Messages with random text in them would each be a group: what fails at one place becomes one, whatever it says. */
    private void groupByOrigin() {
        isGroupedByOrigin = true;
        Map<FailureShape, Counter> before = new LinkedHashMap<>(counters);
        counters.clear();
        before.forEach((shape, counter) -> {
            FailureShape known = ofOrigin(shape);
            Counter group = known == null ? counter : requireNonNull(counters.remove(known));
            if (known != null) {
                group.add(counter);
            }
            counters.put(known == null ? shape : known.and(shape), group);
        });
    }

    private boolean addToOrigin(FailureShape shape, Seed seed) {
        FailureShape known = ofOrigin(shape);
        if (known == null) {
            return false;
        }
        Counter group = requireNonNull(counters.remove(known));
        group.add(seed);
        counters.put(known.and(shape), group);
        return true;
    }

    private @Nullable FailureShape ofOrigin(FailureShape shape) {
        return counters.keySet().stream()
                .filter(known -> !shape.place().isEmpty() && shape.hasSameOrigin(known))
                .findFirst()
                .orElse(null);
    }

    /** Counts a run that failed after others, and whose seed passes where nothing ran before: no failure of the seed. */
    synchronized void addAfterOthers(RunResult failure, boolean hasEdgeCases) {
        runs++;
        edgeRuns += hasEdgeCases ? 1 : 0;
        afterOthers++;
        label(failure);
        firstAfterOthers = firstAfterOthers == null ? failure : firstAfterOthers;
    }

    /** Returns how often it failed because of what ran before it. */
    synchronized long afterOthers() {
        return afterOthers;
    }

    /** Notes why its failures do not count as those of seeds. */
    synchronized void doubt(String why) {
        doubt = why;
    }

    /** Returns why its failures do not count as those of seeds; empty if they do. */
    synchronized String doubt() {
        return doubt;
    }

    /** Returns whether something else than the seed decides over its failures. */
    synchronized boolean isUnseeded() {
        return !doubt.isEmpty();
    }

    /** Returns how often the test was run. */
    synchronized long runs() {
        return runs;
    }

    /** Returns how often a seed made it fail. */
    synchronized long failures() {
        return failures;
    }

    /** Returns how often it was aborted or skipped, and so neither passed nor failed. */
    synchronized long undecided() {
        return undecided;
    }

    /** Returns how often it passed or failed. */
    synchronized long decided() {
        return runs - undecided;
    }

    /** Returns how many of the runs that passed or failed had edge cases. */
    synchronized long edgeRuns() {
        return edgeRuns;
    }

    /** Returns how many of these failed. */
    synchronized long edgeFailures() {
        return edgeFailures;
    }

    /** Returns how many runs passed or failed that had no edge cases, and so tell the rate of seeds. */
    synchronized long uniformRuns() {
        return decided() - edgeRuns;
    }

    /** Returns how many of these failed. */
    synchronized long uniformFailures() {
        return failures - edgeFailures;
    }

    /** Returns whether the run that failed first had edge cases. */
    synchronized boolean isFirstFailureOfEdgeCases() {
        return isFirstFailureOfEdgeCases;
    }

    /** Returns how many failures are in none of the groups. */
    synchronized long ungrouped() {
        return ungrouped;
    }

    /** Returns the number of the run that failed first, which is 1 or more; 0 if none did. */
    synchronized long firstFailedRun() {
        return firstFailedRun;
    }

    /** Has a simpler failure stand for the first. */
    synchronized void simplify(RunResult failure) {
        firstFailure = failure;
    }

    synchronized Optional<RunResult> firstFailure() {
        return Optional.ofNullable(firstFailure).or(() -> Optional.ofNullable(firstAfterOthers));
    }

    /** Returns why the test was aborted, if it never did anything else. */
    synchronized Optional<Throwable> onlyAborted() {
        return undecided == runs ? Optional.ofNullable(aborted) : Optional.empty();
    }

    /** Returns the failures by shape, the most frequent first. */
    synchronized List<Group> groups() {
        return counters.entrySet().stream()
                .map(entry -> new Group(entry.getKey(), entry.getValue().count, List.copyOf(entry.getValue().seeds)))
                .sorted((one, other) -> Long.compare(other.count, one.count))
                .toList();
    }

    private static final class Counter {

        private final List<Seed> seeds = new ArrayList<>();
        private long count;

        void add(Counter other) {
            other.seeds.stream().limit(SEEDS - seeds.size()).forEach(seeds::add);
            count += other.count;
        }

        void add(Seed seed) {
            count++;
            if (seeds.size() < SEEDS) {
                seeds.add(seed);
            }
        }
    }
}
