package dev.seeded.internal.explore;

import dev.seeded.Seed;
import dev.seeded.internal.console.Counted;
import dev.seeded.internal.console.Printable;
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
            text.append(tally.parts() > 1 ? ends(tally) : "failed in run " + Counted.number(tally.firstFailedRun()));
        } else {
            text.append(Counted.of(tally.runs(), "run")).append(", ").append(rate(tally));
        }
        if (tally.isUnseeded()) {
            text.append("; ").append(tally.doubt());
        }
        if (tally.afterOthers() > 0) {
            text.append("; ")
                    .append(Counted.of(tally.afterOthers(), "run"))
                    .append(" failed after others, and passed in a fresh JVM: what ran before decides, not the seed");
        }
        if (tally.undecided() > 0) {
            text.append("; ").append(Counted.number(tally.undecided())).append(" aborted or skipped");
        }
        text.append(kinds(tally));
        if (interval(tally, keepGoing, pin.isPresent()).isPresent()) {
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
                + ": no rate is known, as runs ended with a failure";
    }

    /**
     * Writes of runs that tell no rate in how many a test failed.
     *
     * @param title what a person calls the test
     */
    public static String ofFailures(String title, Tally tally) {
        return "Seeded: " + title + ": failed in "
                + Counted.of(tally.failures() + tally.afterOthers(), "run") + ", which "
                + (tally.failures() + tally.afterOthers() == 1 ? "tells" : "tell") + " no rate" + kinds(tally);
    }

    private static String kinds(Tally tally) {
        StringBuilder text = new StringBuilder();
        for (Tally.Group group : tally.groups()) {
            int seeds = tally.isUnseeded() ? 0 : group.seeds().size();
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
            text.append("\n  ").append(Counted.number(tally.ungrouped())).append(" × otherwise");
        }
        return text.toString();
    }

    /** Returns in how many runs a label was true, and what that says of all seeds. */
    private static String share(long hits, long runs) {
        ClopperPearson interval = ClopperPearson.of(hits, runs);
        if (hits == 0) {
            return "never in " + Counted.of(runs, "run") + ": fewer than " + Counted.percent(interval.upper())
                    + " of the runs (at 95 % confidence)";
        }
        return hits == runs
                ? "in " + (runs == 1 ? "the run" : "all " + Counted.of(runs, "run")) + ": more than "
                        + Counted.percent(interval.lower()) + " of the runs (at 95 % confidence)"
                : Counted.number(hits) + " of " + Counted.of(runs, "run") + ": "
                        + Counted.percent((double) hits / runs) + " (95 % interval: "
                        + Counted.percent(interval.lower()) + " to " + Counted.percent(interval.upper()) + ")";
    }

    /** Returns what is wrong with labels; empty if nothing is, or if the runs are no sample of several seeds. */
    public static Optional<String> wrongLabels(Tally tally, boolean keepGoing, boolean isPinned) {
        if (interval(tally, keepGoing, isPinned).isEmpty() || tally.decided() < 2) {
            return Optional.empty();
        }
        String wrong = Stream.concat(
                        tally.labels().entrySet().stream()
                                .filter(label -> label.getValue().isExpected()
                                        && label.getValue().runs() == 0)
                                .map(label -> "label " + Printable.quote(label.getKey()) + " was to be true sometimes: "
                                        + share(0, tally.decided())),
                        tally.excessLabel().map(CountedLabels::tooMany).stream())
                .collect(Collectors.joining("\n"));
        return Optional.of(wrong).filter(text -> !text.isEmpty());
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
            return pin.isEmpty() && !tally.labels().isEmpty();
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
                        ofAll(byRuns.getOrDefault(false, List.of()), unused -> ": none of their runs decided"),
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
        return runs.getMax() == 1
                ? " passed"
                : " never failed, in " + (runs.getMin() < runs.getMax() ? Counted.number(runs.getMin()) + " to " : "")
                        + Counted.of(runs.getMax(), "run") + " each: " + atMost(runs.getMin());
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
        return "Seeded: " + title + ": " + Counted.number(tally.failures()) + " of " + Counted.of(seeds, "seed")
                + " that it failed with " + (tally.failures() == 1 ? "fails" : "fail") + " again"
                + (open > 0 ? ", " + Counted.number(open) + " aborted, skipped or not run" : "")
                + (needsWholeRun && tally.failures() < seeds
                        ? "; what passes is kept until the build is cleaned, as other classes may have run before it then"
                        : "");
    }

    /**
     * Returns the interval of the failure rate; empty where the runs tell none: they ended with a failure, or have one seed.
     */
    public static Optional<ClopperPearson> interval(Tally tally, boolean keepGoing, boolean isPinned) {
        boolean isSample = !isPinned && (tally.failures() == 0 || keepGoing);
        long decided = tally.decided();
        return isSample && decided > 0 ? Optional.of(ClopperPearson.of(tally.failures(), decided)) : Optional.empty();
    }

    private static String rate(Tally tally) {
        long decided = tally.decided();
        if (decided == 0) {
            return "none decided";
        }
        ClopperPearson interval = ClopperPearson.of(tally.failures(), decided);
        if (tally.failures() == 0) {
            return (tally.afterOthers() > 0 ? "no seed failed: " : "none failed: ") + atMost(decided);
        }
        return Counted.number(tally.failures()) + " failed: "
                + Counted.percent((double) tally.failures() / decided)
                + (tally.isUnseeded() ? " of the runs" : " of the seeds") + " (95 % interval: "
                + Counted.percent(interval.lower()) + " to " + Counted.percent(interval.upper()) + ")";
    }
}
