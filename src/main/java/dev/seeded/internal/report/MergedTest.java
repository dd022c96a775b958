package dev.seeded.internal.report;

import dev.seeded.internal.explore.Summary;
import dev.seeded.internal.explore.Summary.Quiet;
import dev.seeded.internal.explore.Tally;
import dev.seeded.internal.export.ReportLine;
import dev.seeded.internal.export.ReportLine.Counts;
import dev.seeded.internal.export.ReportLine.First;
import dev.seeded.internal.export.ReportLine.Search;
import dev.seeded.internal.note.SeedReport;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What all reports say of one test.
 *
 * @param lines no two of which tell of the same runs
 * @param explored the runs that were chosen by seeds
 * @param others all other runs, which tell nothing of other seeds
 * @param pin because of which it was explored with one seed
 * @param isSample whether the explored runs are one of all seeds
 */
record MergedTest(List<ReportLine> lines, Tally explored, Tally others, Optional<String> pin, boolean isSample) {

    /** Adds up what the lines of one test say. */
    static MergedTest of(List<ReportLine> lines) {
        List<Counts> counts =
                lines.stream().flatMap(line -> line.counts().stream()).toList();
        List<Search> searches =
                counts.stream().flatMap(found -> found.search().stream()).toList();
        // A pin that was ignored elsewhere is none of these runs.
        Optional<String> pin = searches.stream().allMatch(search -> search.pin().isPresent())
                ? searches.stream().flatMap(search -> search.pin().stream()).findFirst()
                : Optional.empty();
        Tally explored = new Tally();
        Tally others = new Tally();
        counts.forEach(found -> (isExplored(found, pin.isPresent()) ? explored : others).add(found));
        return new MergedTest(lines, explored, others, pin, counts.stream().noneMatch(Counts::ended));
    }

    private static boolean isExplored(Counts counts, boolean isPinned) {
        return counts.search()
                .filter(search -> search.pin().isPresent() == isPinned)
                .isPresent();
    }

    String title() {
        return lines.get(0).test();
    }

    boolean hasFailed() {
        return hasFailed(explored) || hasFailed(others) || wrongLabels().isPresent();
    }

    private static boolean hasFailed(Tally tally) {
        return tally.failures() + tally.afterOthers() > 0;
    }

    Optional<String> wrongLabels() {
        return hasFailed(explored) ? Optional.empty() : Summary.wrongLabels(explored, isSample, pin.isPresent());
    }

    /** Returns what is said of its failures. */
    Stream<String> summaries() {
        return Stream.of(
                        hasFailed(explored) ? Summary.of(title(), explored, isSample, pin) : "",
                        hasFailed(others) ? Summary.ofFailures(title(), others) : "",
                        wrongLabels()
                                .map(text -> "Seeded: " + title() + ": " + text)
                                .orElse(""))
                .filter(text -> !text.isEmpty());
    }

    /** Returns it where it says the same as all that never failed. */
    Optional<Quiet> quiet() {
        return explored.runs() > 0 && !hasFailed(explored)
                ? Optional.of(new Quiet(title(), explored, pin))
                : Optional.empty();
    }

    /** Returns whether it passed in runs that tell nothing else. */
    boolean hasJustPassed() {
        return explored.runs() == 0 && !hasFailed(others) && others.decided() > 0;
    }

    /** Returns what brings a failure back: the simplest one that is known, or the first. */
    Optional<SeedReport> report() {
        return Stream.concat(
                        lines.stream()
                                .filter(line ->
                                        line.first().flatMap(First::draws).isPresent()),
                        lines.stream())
                .flatMap(line -> line.report().stream())
                .findFirst();
    }

    /** Returns whether its failures are a matter of seeds, as far as that was judged. */
    Optional<String> verdict() {
        return lines.stream().flatMap(line -> line.verdict().stream()).findFirst();
    }
}
