package dev.seeded.internal.explore;

import dev.seeded.Seed;
import dev.seeded.internal.UserError;
import dev.seeded.internal.console.Counted;
import dev.seeded.internal.console.Printable;
import dev.seeded.internal.edges.EdgeCases;
import dev.seeded.internal.execution.RunResult;
import dev.seeded.internal.labels.CountedLabels;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What all runs of a test have shown, for the user to read. */
public final class Summary {

    private Summary() {}

    /**
     * Writes the summary.
     *
     * @param title what a person calls the test
     * @param pin because of which it ran once
     */
    public static String of(String title, Tally tally, boolean keepGoing, Optional<String> pin) {
        StringBuilder text = new StringBuilder("Seeded: ").append(title).append(": ");
        if (pin.isPresent()) {
            text.append("ran once, as ").append(pin.get()).append(" fixes its seed");
        } else if (tally.failures() > 0 && !keepGoing) {
            text.append(
                    tally.parts() > 1
                            ? ends(tally)
                            : "failed in run " + Counted.number(tally.firstFailedRun())
                                    + (tally.isFirstFailureOfEdgeCases() ? EdgeCases.SAID : ""));
        } else {
            text.append(runs(tally));
            if (tally.pinnedFailures() > 0) {
                text.append("; in ")
                        .append(Counted.of(tally.pinnedFailures(), "run"))
                        .append(" only a pinned seed failed, which does not count towards the rate");
            }
        }
        if (tally.isUnseeded()) {
            text.append("; ").append(tally.doubt());
        }
        if (tally.afterOthers() > 0) {
            text.append("; ")
                    .append(Counted.of(tally.afterOthers(), "run"))
                    .append(
                            " failed after others but passed in a fresh JVM: the cause is what ran before, not the seed");
        }
        if (tally.undecided() > 0) {
            text.append("; ").append(Counted.number(tally.undecided())).append(" aborted or skipped");
        }
        if (wrongLabels(tally, keepGoing, pin.isPresent()).isPresent() && tally.failures() + tally.afterOthers() == 0) {
            List<String> never = neverTrue(tally).map(Printable::quote).toList();
            text.append("; but the test fails, because ")
                    .append(
                            never.isEmpty()
                                    ? "it has too many labels"
                                    : Counted.noun(never.size(), "label") + " " + String.join(", ", never)
                                            + (never.size() == 1 ? " was" : " were") + " never true");
        }
        text.append(kinds(tally, pin.isPresent()));
        if (hasShares(tally, keepGoing, pin.isPresent())) {
            tally.labels()
                    .forEach((name, label) -> text.append("\n  label ")
                            .append(Printable.quote(name))
                            .append(": ")
                            .append(share(label.runs(), tally.decided())));
            tally.excessLabel().ifPresent(name -> text.append("\n  ").append(CountedLabels.tooMany(name)));
        }
        return text.toString();
    }

    private static String ends(Tally tally) {
        return Counted.of(tally.runs(), "run") + ", " + Counted.of(tally.failures(), "failure")
                + ": no failure rate, because runs stopped at a failure";
    }

    /**
     * Writes of runs that tell no rate in how many a test failed.
     *
     * @param title what a person calls the test
     */
    public static String ofFailures(String title, Tally tally) {
        return "Seeded: " + title + ": failed in "
                + Counted.of(tally.failures() + tally.afterOthers(), "run") + ", which "
                + (tally.failures() + tally.afterOthers() == 1 ? "gives" : "give") + " no rate" + kinds(tally, false);
    }

    /** @param isPinned whether the run seeds play no part */
    private static String kinds(Tally tally, boolean isPinned) {
        StringBuilder text = new StringBuilder();
        for (Tally.Group group : tally.groups()) {
            int seeds = tally.isUnseeded() || isPinned ? 0 : group.seeds().size();
            text.append("\n  ")
                    .append(Counted.number(group.count()))
                    .append(" × ")
                    .append(group.shape());
            if (seeds == 0) {
                continue;
            }
            text.append("\n    run ").append(Counted.noun(seeds, "seed")).append(' ');
            text.append(group.seeds().stream().map(Seed::toString).collect(Collectors.joining(", ")));
            text.append(group.count() > seeds ? ", …" : "");
        }
        if (tally.ungrouped() > 0) {
            text.append("\n  ").append(Counted.number(tally.ungrouped())).append(" × other failures");
        }
        return text.toString();
    }

    /** Returns how many runs there were, and what those without edge cases say of all seeds. */
    private static String runs(Tally tally) {
        if (tally.edgeRuns() == 0) {
            return Counted.of(tally.runs(), "run") + ", " + rate(tally);
        }
        String edges = tally.edgeFailures() == 0 ? "none" : Counted.number(tally.edgeFailures());
        return (tally.uniformRuns() == 0
                        ? ""
                        : Counted.of(tally.uniformRuns(), "uniform run") + ", " + rate(tally) + "; ")
                + edges + " of " + Counted.of(tally.edgeRuns(), "run") + " with edge cases failed";
    }

    /** Returns in how many runs a label was true, and what that says of all seeds. */
    private static String share(long hits, long runs) {
        ClopperPearson interval = ClopperPearson.of(hits, runs);
        if (hits == 0) {
            return "true in none of " + Counted.of(runs, "run") + ", so in fewer than "
                    + Counted.percent(interval.upper()) + " of all runs (at 95 % confidence)";
        }
        return hits == runs
                ? "true in all " + Counted.of(runs, "run") + ", so in more than " + Counted.percent(interval.lower())
                        + " of all runs (at 95 % confidence)"
                : "true in " + Counted.number(hits) + " of " + Counted.of(runs, "run") + ": "
                        + Counted.percent((double) hits / runs) + " (95 % interval: "
                        + Counted.percent(interval.lower()) + " to " + Counted.percent(interval.upper()) + ")";
    }

    /** Returns what is wrong with labels; empty if nothing is, or if the runs are no sample of several seeds. */
    public static Optional<String> wrongLabels(Tally tally, boolean keepGoing, boolean isPinned) {
        if (!hasShares(tally, keepGoing, isPinned)) {
            return Optional.empty();
        }
        String wrong = Stream.concat(
                        neverTrue(tally)
                                .map(name -> "label " + Printable.quote(name) + " should be true in some runs, but was "
                                        + share(0, tally.decided())),
                        tally.excessLabel().map(CountedLabels::tooMany).stream())
                .collect(Collectors.joining("\n"));
        return Optional.of(wrong).filter(text -> !text.isEmpty());
    }

    private static Stream<String> neverTrue(Tally tally) {
        return tally.labels().entrySet().stream()
                .filter(label ->
                        label.getValue().isExpected() && label.getValue().runs() == 0)
                .map(Map.Entry::getKey);
    }

    /** Returns whether the runs are a sample of seeds, of which labels have a share: one run says nothing of others. */
    static boolean hasShares(Tally tally, boolean keepGoing, boolean isPinned) {
        return tally.decided() > 1 && interval(tally, keepGoing, isPinned).isPresent();
    }

    /**
     * A test that never failed.
     *
     * @param title what a person calls the test
     * @param pin because of which it ran once
     */
    public record Quiet(String title, Tally tally, Optional<String> pin) {

        /** Returns whether it has lines of its own. */
        boolean hasLabels() {
            return hasShares(tally, true, pin.isPresent()) && !tally.labels().isEmpty();
        }
    }

    /** Writes, in a few lines, what the runs of all tests have shown that never failed. */
    public static String ofQuiet(List<Quiet> tests) {
        Map<Boolean, List<Quiet>> byLabels = tests.stream().collect(Collectors.partitioningBy(Quiet::hasLabels));
        Map<Boolean, List<Quiet>> byPin = byLabels.getOrDefault(false, List.of()).stream()
                .collect(Collectors.partitioningBy(test -> test.pin.isPresent()));
        Map<Boolean, List<Quiet>> byRuns = byPin.getOrDefault(false, List.of()).stream()
                .collect(Collectors.partitioningBy(test -> test.tally.decided() > 0));
        return Stream.of(
                        ofAll(byRuns.getOrDefault(true, List.of()), Summary::neverFailed),
                        ofAll(
                                byRuns.getOrDefault(false, List.of()),
                                unused -> ": all of their runs were aborted or skipped"),
                        ofAll(byPin.getOrDefault(true, List.of()), unused -> " ran once, as pins fix their seeds"),
                        byLabels.getOrDefault(true, List.of()).stream()
                                .map(test -> of(test.title, test.tally, true, test.pin))
                                .collect(Collectors.joining("\n")))
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    private static String ofAll(List<Quiet> tests, Function<List<Quiet>, String> said) {
        if (tests.isEmpty()) {
            return "";
        }
        Quiet first = tests.get(0);
        return tests.size() == 1
                ? of(first.title, first.tally, true, first.pin)
                : "Seeded: " + Counted.of(tests.size(), "test") + said.apply(tests);
    }

    private static String neverFailed(List<Quiet> tests) {
        LongSummaryStatistics runs =
                tests.stream().mapToLong(test -> test.tally.decided()).summaryStatistics();
        // One run says nothing of other seeds.
        if (runs.getMax() == 1) {
            return " passed";
        }
        LongSummaryStatistics uniform =
                tests.stream().mapToLong(test -> test.tally.uniformRuns()).summaryStatistics();
        LongSummaryStatistics edges =
                tests.stream().mapToLong(test -> test.tally.edgeRuns()).summaryStatistics();
        return " never failed, in "
                + (edges.getMax() == 0
                        ? range(runs, "run") + " each: "
                        : range(uniform, "uniform run") + " and " + range(edges, "run") + " with edge cases each"
                                + (uniform.getMin() == 0 ? "" : ": "))
                + (uniform.getMin() == 0 ? "" : atMost(uniform.getMin()));
    }

    private static String range(LongSummaryStatistics counts, String noun) {
        return (counts.getMin() < counts.getMax() ? Counted.number(counts.getMin()) + " to " : "")
                + Counted.of(counts.getMax(), noun);
    }

    private static String atMost(long runs) {
        return "fewer than " + Counted.percent(ClopperPearson.of(0, runs).upper())
                + " of all seeds fail (at 95 % confidence)";
    }

    /**
     * Writes what became of seeds that a test had failed with.
     *
     * @param seeds how many
     * @param tally of one run with each
     * @param needsWholeRun whether the classes that ran before it may decide, and so others than run now
     */
    static String ofReplay(String title, int seeds, Tally tally, boolean needsWholeRun) {
        long open = seeds - tally.decided();
        boolean isMistaken = tally.firstFailure()
                .map(RunResult::throwable)
                .filter(UserError::isShown)
                .isPresent();
        if (isMistaken) {
            return "Seeded: " + title + ": its remembered seeds could not be tried; the failure says why";
        }
        return "Seeded: " + title + ": " + remembered(seeds, tally.failures())
                + (open > 0 ? ", " + Counted.number(open) + " aborted, skipped or not run" : "")
                + (needsWholeRun && tally.failures() < seeds
                        ? "; what passes is kept until the build is cleaned, because other classes may have run before it"
                        : "");
    }

    private static String remembered(int seeds, long failures) {
        if (seeds == 1) {
            return "the remembered failing seed " + (failures == 0 ? "no longer" : "still") + " fails";
        }
        return failures == 0
                ? "none of the " + Counted.number(seeds) + " remembered failing seeds fails any more"
                : (failures == seeds ? "all " : Counted.number(failures) + " of the ") + Counted.number(seeds)
                        + " remembered failing seeds still " + (failures == 1 ? "fails" : "fail");
    }

    /**
     * Returns the interval of the failure rate; empty where the runs tell none: they ended with a failure, or have one seed.
     */
    public static Optional<ClopperPearson> interval(Tally tally, boolean keepGoing, boolean isPinned) {
        boolean isSample = !isPinned && (tally.failures() == 0 || keepGoing);
        long runs = tally.uniformRuns();
        return isSample && runs > 0 ? Optional.of(ClopperPearson.of(tally.uniformFailures(), runs)) : Optional.empty();
    }

    private static String rate(Tally tally) {
        long runs = tally.uniformRuns();
        if (runs == 0) {
            return "none decided";
        }
        long failures = tally.uniformFailures();
        ClopperPearson interval = ClopperPearson.of(failures, runs);
        if (failures == 0) {
            String none = tally.pinnedFailures() > 0 ? "no other seed" : tally.afterOthers() > 0 ? "no seed" : "none";
            return none + " failed: " + atMost(runs);
        }
        return Counted.number(failures) + " failed: "
                + Counted.percent((double) failures / runs)
                + (tally.isUnseeded() ? " of the runs" : " of the seeds") + " (95 % interval: "
                + Counted.percent(interval.lower()) + " to " + Counted.percent(interval.upper()) + ")";
    }
}
