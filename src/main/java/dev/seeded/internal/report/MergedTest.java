package dev.seeded.internal.report;

import dev.seeded.internal.explore.ClopperPearson;
import dev.seeded.internal.explore.Summary;
import dev.seeded.internal.explore.Summary.Quiet;
import dev.seeded.internal.explore.Tally;
import dev.seeded.internal.export.ReportLine;
import dev.seeded.internal.export.ReportLine.Counts;
import dev.seeded.internal.export.ReportLine.First;
import dev.seeded.internal.export.ReportLine.Kind;
import dev.seeded.internal.export.ReportLine.Search;
import dev.seeded.internal.labels.Label;
import dev.seeded.internal.note.SeedReport;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
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
        return hasFailed(explored)
                || hasFailed(others)
                || wrongLabels().isPresent()
                || bisected().findAny().isPresent();
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
                                .orElse(""),
                        bisected().map(MergedTest::found).collect(Collectors.joining("\n")))
                .filter(text -> !text.isEmpty());
    }

    private static String found(ReportLine line) {
        return "Seeded: " + line.verdict().orElse("")
                + line.report().map(report -> "\n  replay  " + report.replay()).orElse("");
    }

    /** Returns the lines that say what other tests have to do with its failure. */
    Stream<ReportLine> bisected() {
        return lines.stream().filter(MergedTest::isBisected);
    }

    private static boolean isBisected(ReportLine line) {
        return line.kind() == Kind.BISECTED;
    }

    /** Returns the same without the name of the test, of each the first line. */
    Stream<String> sentences() {
        String beginning = "Seeded: " + title() + ": ";
        return summaries()
                .filter(text -> text.startsWith(beginning))
                .map(text ->
                        text.substring(beginning.length()).lines().findFirst().orElse(""));
    }

    long runs() {
        return explored.runs() + others.runs();
    }

    long failures() {
        return Stream.of(explored, others)
                .mapToLong(tally -> tally.failures() + tally.afterOthers())
                .sum();
    }

    /** Returns the interval of the failure rate; empty where none is known. */
    Optional<ClopperPearson> interval() {
        return Summary.interval(explored, isSample, pin.isPresent());
    }

    /** Returns the failure rate of seeds, or zero. */
    double rate() {
        return explored.uniformRuns() == 0 ? 0 : (double) explored.uniformFailures() / explored.uniformRuns();
    }

    /** Returns what was counted in the runs of the rate. */
    Map<String, Label> labels() {
        return interval().isPresent() ? explored.labels() : Map.of();
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
                .filter(line -> !isBisected(line))
                .flatMap(line -> line.report().stream())
                .findFirst();
    }

    /** Returns whether its failures are a matter of seeds, as far as that was judged. */
    Optional<String> verdict() {
        return lines.stream()
                .filter(line -> !isBisected(line))
                .flatMap(line -> line.verdict().stream())
                .findFirst();
    }
}
