package dev.seeded.internal.explore;

import dev.seeded.Seed;
import dev.seeded.internal.config.Exploration;
import dev.seeded.internal.declared.Pin;
import java.util.List;
import java.util.Locale;
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
    static String of(String title, Tally tally, Exploration exploration, Optional<Pin> pin) {
        StringBuilder text = new StringBuilder("Seeded: ").append(title).append(": ");
        if (pin.isPresent()) {
            text.append("ran once, as ").append(pin.get()).append(" fixes its seed");
        } else if (tally.failures() > 0 && !exploration.keepGoing()) {
            text.append("failed in run ").append(number(tally.firstFailedRun()));
        } else {
            text.append(number(tally.runs()))
                    .append(tally.runs() == 1 ? " run, " : " runs, ")
                    .append(rate(tally));
        }
        if (tally.undecided() > 0) {
            text.append("; ").append(number(tally.undecided())).append(" aborted or skipped");
        }
        for (Tally.Group group : tally.groups()) {
            text.append("\n  ").append(number(group.count())).append(" × ").append(group.shape());
            text.append(group.seeds().size() == 1 ? "\n    run seed " : "\n    run seeds ")
                    .append(group.seeds().stream().map(Seed::toString).collect(Collectors.joining(", ")))
                    .append(group.count() > group.seeds().size() ? ", …" : "");
        }
        if (tally.ungrouped() > 0) {
            text.append("\n  ").append(number(tally.ungrouped())).append(" × otherwise");
        }
        return text.toString();
    }

    /**
     * Writes what became of seeds that a test had failed with.
     *
     * @param known the seeds
     * @param tally of one run with each
     */
    static String ofReplay(String title, List<Seed> known, Tally tally) {
        return "Seeded: " + title + ": " + number(tally.failures()) + " of " + number(known.size())
                + (known.size() == 1 ? " seed" : " seeds") + " that it failed with "
                + (tally.failures() == 1 ? "fails" : "fail") + " again";
    }

    private static String rate(Tally tally) {
        long decided = tally.runs() - tally.undecided();
        if (decided == 0) {
            return "none decided";
        }
        ClopperPearson interval = ClopperPearson.of(tally.failures(), decided);
        if (tally.failures() == 0) {
            return "none failed: fewer than " + percent(interval.upper()) + " of all seeds fail (at 95 % confidence)";
        }
        return number(tally.failures()) + " failed: " + percent((double) tally.failures() / decided)
                + " of the seeds (95 % interval: " + percent(interval.lower()) + " to " + percent(interval.upper())
                + ")";
    }

    /** Three significant digits, as the interval's limits may be tiny. */
    private static String percent(double rate) {
        double percent = 100 * rate;
        int decimals = percent == 0 || percent >= 100 ? 0 : (int) Math.max(0, 2 - Math.floor(Math.log10(percent)));
        return String.format(Locale.ROOT, "%." + Math.min(decimals, 9) + "f %%", percent);
    }

    private static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
