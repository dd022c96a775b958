package dev.seeded.internal.explore;

import static java.util.Objects.requireNonNull;

import dev.seeded.Seed;
import dev.seeded.internal.execution.FailureShape;
import dev.seeded.internal.execution.RunResult;
import dev.seeded.internal.execution.RunResult.Outcome;
import dev.seeded.internal.export.ReportLine;
import dev.seeded.internal.export.ReportLine.Counts;
import dev.seeded.internal.export.ReportLine.Interval;
import dev.seeded.internal.export.ReportLine.Search;
import dev.seeded.internal.labels.CountedLabels;
import dev.seeded.internal.labels.Label;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What the runs of one test have shown. Takes the same memory after ten thousand runs as after ten. */
public final class Tally {

    /** The failures of one shape: how many, and the seeds of the first. */
    public record Group(FailureShape shape, long count, List<Seed> seeds) {}

    /** The kinds of failures that are told apart. */
    public static final int GROUPS = 20;

    private static final int SEEDS = 10;

    private final Map<FailureShape, Counter> counters = new LinkedHashMap<>();
    private final Map<String, Label> labels = new TreeMap<>();
    private @Nullable String excessLabel;
    private long runs;
    private long failures;
    private long undecided;
    private long edgeRuns;
    private long edgeFailures;
    private long pinnedFailures;
    private boolean isFirstFailureOfEdgeCases;
    private long ungrouped;
    private long parts;
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
            edgeFailures += result.hasFailed() && !result.isPinned() ? 1 : 0;
            isFirstFailureOfEdgeCases |= result.hasFailed() && failures == 0;
        }
        runs++;
        switch (result.outcome()) {
            case FAILED -> {
                fail(seed, result);
                pinnedFailures += result.isPinned() ? 1 : 0;
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
        label(result.labels());
    }

    private void label(Map<String, Label> found) {
        found.forEach((name, label) -> {
            if (labels.size() < CountedLabels.NAMES || labels.containsKey(name)) {
                labels.merge(name, label, Label::afterRuns);
            } else {
                excessLabel = excessLabel == null ? name : excessLabel;
            }
        });
    }

    /** Returns the labels by name, in their order. */
    public synchronized Map<String, Label> labels() {
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
        group(requireNonNull(failure.shape()), new Counter(1, List.of(seed)));
    }

    private void group(FailureShape shape, Counter failed) {
        if (counters.size() == GROUPS && !counters.containsKey(shape)) {
            groupByOrigin();
        }
        FailureShape group = group(shape);
        if (counters.size() == GROUPS && !counters.containsKey(group)) {
            ungrouped += failed.count;
        } else {
            counters.computeIfAbsent(group, unused -> new Counter(0, List.of())).add(failed);
        }
    }

    /** Adds what the runs of another JVM have shown, as if they had followed here. */
    public synchronized void add(Counts other) {
        parts++;
        runs += other.runs();
        if (failures == 0 && other.failures() > 0) {
            // Where they ended with a failure, it was the last.
            firstFailedRun = runs;
            isFirstFailureOfEdgeCases = other.edgeFailures() == other.failures();
        }
        edgeRuns += other.edgeRuns();
        edgeFailures += other.edgeFailures();
        pinnedFailures += other.pinnedFailures();
        failures += other.failures();
        afterOthers += other.afterOthers();
        doubt = doubt.isEmpty() ? other.doubt() : doubt;
        undecided += other.undecided();
        if (other.areByPlace() && !isGroupedByOrigin) {
            groupByOrigin();
        }
        other.groups().forEach(group -> group(group.shape(), new Counter(group.count(), group.runSeeds())));
        ungrouped += other.ungrouped();
        label(other.labels());
        excessLabel = excessLabel == null && !other.excessLabel().isEmpty() ? other.excessLabel() : excessLabel;
    }

    /** Returns how many JVMs the runs were added of that had others. */
    synchronized long parts() {
        return parts;
    }

    /**
     * Returns all of this for a report.
     *
     * @param search how the runs were chosen
     * @param rate the interval of the failure rate, where the runs tell one
     */
    synchronized Counts counts(Optional<Search> search, Optional<ClopperPearson> rate) {
        return new Counts(
                search,
                runs,
                failures,
                afterOthers,
                doubt,
                undecided,
                rate.map(interval -> new Interval(interval.lower(), interval.upper())),
                groups().stream()
                        .map(group -> new ReportLine.Group(
                                group.shape(), group.count(), isUnseeded() ? List.of() : group.seeds()))
                        .toList(),
                isGroupedByOrigin,
                ungrouped,
                rate.isPresent() ? labels() : Map.of(),
                rate.isPresent() && excessLabel != null ? excessLabel : "",
                edgeRuns,
                edgeFailures,
                pinnedFailures);
    }

    /** Messages with random text in them would each be a group: what fails at one place becomes one, whatever it says. */
    private void groupByOrigin() {
        isGroupedByOrigin = true;
        Map<FailureShape, Counter> before = new LinkedHashMap<>(counters);
        counters.clear();
        before.forEach((shape, counter) -> counters.computeIfAbsent(group(shape), unused -> new Counter(0, List.of()))
                .add(counter));
    }

    /** Returns the shape of the group that a failure belongs to, which is that of its first failure. */
    private FailureShape group(FailureShape shape) {
        return isGroupedByOrigin && !shape.place().isEmpty()
                ? counters.keySet().stream()
                        .filter(shape::hasSameOrigin)
                        .findFirst()
                        .orElse(shape)
                : shape;
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
    public synchronized long afterOthers() {
        return afterOthers;
    }

    /** Notes why its failures do not count as those of seeds. */
    synchronized void doubt(String why) {
        doubt = why;
    }

    /** Returns why its failures do not count as those of seeds; empty if they do. */
    public synchronized String doubt() {
        return doubt;
    }

    /** Returns whether something else than the seed decides over its failures. */
    public synchronized boolean isUnseeded() {
        return !doubt.isEmpty();
    }

    /** Returns how often the test was run. */
    public synchronized long runs() {
        return runs;
    }

    /** Returns how often a seed made it fail. */
    public synchronized long failures() {
        return failures;
    }

    /** Returns how often it was aborted or skipped, and so neither passed nor failed. */
    public synchronized long undecided() {
        return undecided;
    }

    /** Returns how often it passed or failed. */
    public synchronized long decided() {
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
    public synchronized long uniformRuns() {
        return decided() - edgeRuns;
    }

    /** Returns how many of these failed because of their seed. */
    public synchronized long uniformFailures() {
        return failures - edgeFailures - pinnedFailures;
    }

    /** Returns how many failures were those of pinned seeds alone, which the seed of a run has no part in. */
    synchronized long pinnedFailures() {
        return pinnedFailures;
    }

    /** Returns whether the run that failed first had edge cases. */
    synchronized boolean isFirstFailureOfEdgeCases() {
        return isFirstFailureOfEdgeCases;
    }

    /** Returns how many failures are in none of the groups. */
    public synchronized long ungrouped() {
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
    public synchronized List<Group> groups() {
        return counters.entrySet().stream()
                .map(entry -> new Group(entry.getKey(), entry.getValue().count, List.copyOf(entry.getValue().seeds)))
                .sorted(Comparator.comparingLong((Group group) -> -group.count)
                        .thenComparing(group -> group.shape.toString()))
                .toList();
    }

    private static final class Counter {

        private final List<Seed> seeds;
        private long count;

        Counter(long count, List<Seed> seeds) {
            this.count = count;
            this.seeds = new ArrayList<>(seeds);
        }

        void add(Counter other) {
            other.seeds.stream().limit(SEEDS - seeds.size()).forEach(seeds::add);
            count += other.count;
        }
    }
}
