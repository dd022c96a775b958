package dev.seeded.internal.explore;

import dev.seeded.Seed;
import dev.seeded.internal.console.Counted;
import dev.seeded.internal.declared.Pin;
import java.util.Optional;
import java.util.stream.Collectors;

/** What all runs of a test have shown, for the user to read. */
final class Summary {

    private Summary() {}

    /**
     * Writes the summary.
     *
     * @param title what a person calls the test
     * @param pin because of which it ran once
     */
    static String of(String title, Tally tally, boolean keepGoing, Optional<Pin> pin) {
        StringBuilder text = new StringBuilder("Seeded: ").append(title).append(": ");
        if (pin.isPresent()) {
            text.append("ran once, as ").append(pin.get()).append(" fixes its seed");
        } else if (tally.failures() > 0 && !keepGoing) {
            text.append("failed in run ").append(Counted.number(tally.firstFailedRun()));
        } else {
            text.append(Counted.of(tally.runs(), "run")).append(", ").append(rate(tally));
        }
        if (tally.undecided() > 0) {
            text.append("; ").append(Counted.number(tally.undecided())).append(" aborted or skipped");
        }
        for (Tally.Group group : tally.groups()) {
            int seeds = group.seeds().size();
            text.append("\n  ")
                    .append(Counted.number(group.count()))
                    .append(" × ")
                    .append(group.shape());
            text.append("\n    run ").append(Counted.noun(seeds, "seed")).append(' ');
            text.append(group.seeds().stream().map(Seed::toString).collect(Collectors.joining(", ")));
            text.append(group.count() > seeds ? ", …" : "");
        }
        if (tally.ungrouped() > 0) {
            text.append("\n  ").append(Counted.number(tally.ungrouped())).append(" × otherwise");
        }
        return text.toString();
    }

    /**
     * Writes what became of seeds that a test had failed with.
     *
     * @param seeds how many
     * @param tally of one run with each
     */
    static String ofReplay(String title, int seeds, Tally tally) {
        return "Seeded: " + title + ": " + Counted.number(tally.failures()) + " of " + Counted.of(seeds, "seed")
                + " that it failed with " + (tally.failures() == 1 ? "fails" : "fail") + " again";
    }

    private static String rate(Tally tally) {
        long decided = tally.runs() - tally.undecided();
        if (decided == 0) {
            return "none decided";
        }
        ClopperPearson interval = ClopperPearson.of(tally.failures(), decided);
        if (tally.failures() == 0) {
            return "none failed: fewer than " + Counted.percent(interval.upper())
                    + " of all seeds fail (at 95 % confidence)";
        }
        return Counted.number(tally.failures()) + " failed: "
                + Counted.percent((double) tally.failures() / decided) + " of the seeds (95 % interval: "
                + Counted.percent(interval.lower()) + " to " + Counted.percent(interval.upper()) + ")";
    }
}
