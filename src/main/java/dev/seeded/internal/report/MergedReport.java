package dev.seeded.internal.report;

import dev.seeded.Seed;
import dev.seeded.internal.UserError;
import dev.seeded.internal.console.Counted;
import dev.seeded.internal.console.Printable;
import dev.seeded.internal.explore.Summary;
import dev.seeded.internal.export.Problem;
import dev.seeded.internal.export.ReportLine;
import dev.seeded.internal.export.ReportLine.Counts;
import dev.seeded.internal.export.ReportLine.Kind;
import dev.seeded.internal.export.ReportReader;
import dev.seeded.internal.export.StepSummary;
import dev.seeded.internal.note.FailureBlock;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What many reports say together.
 *
 * @param lines all that count
 * @param tests in the order in which they are found
 * @param warnings what is wrong with the reports, line by line
 */
record MergedReport(List<ReportLine> lines, List<MergedTest> tests, List<String> warnings) {

    /**
     * Runs that were reported.
     *
     * @param seeds the first run seed of a search, or those that failed
     */
    private record Runs(String identity, boolean isSearch, List<Seed> seeds, Map<String, String> settings) {

        static Runs of(ReportLine line) {
            Optional<Seed> start = line.counts().flatMap(Counts::search).map(ReportLine.Search::start);
            return new Runs(
                    line.identity(),
                    start.isPresent(),
                    start.map(List::of).orElseGet(line::runSeeds),
                    line.how().settings());
        }
    }

    /**
     * Reads files.
     *
     * @throws UserError if one cannot be read, or has lines of another format, or none that can be read; the message names
     *     it
     */
    static MergedReport read(List<String> files) {
        List<String> warnings = new ArrayList<>();
        List<ReportLine> lines = new ArrayList<>();
        for (String file : files) {
            int before = lines.size();
            String name = Printable.visible(file);
            try {
                String problems = ReportReader.readOneFormat(Path.of(file), lines::add);
                if (!problems.isEmpty() && lines.size() == before) {
                    throw new UserError(name + " is not a report: " + problems);
                }
                if (!problems.isEmpty()) {
                    warnings.add(name + " is ignored in part: " + problems);
                }
            } catch (IOException failure) {
                throw new UserError(name + " cannot be read: " + Problem.text(failure), failure);
            } catch (InvalidPathException impossible) {
                throw new UserError(
                        Printable.visible(file + " cannot be a file: " + impossible.getMessage()), impossible);
            }
        }
        return of(lines, warnings);
    }

    /** Adds lines up. */
    static MergedReport of(List<ReportLine> all, List<String> warnings) {
        Map<Object, ReportLine> known = new LinkedHashMap<>();
        Map<String, Integer> repeated = new LinkedHashMap<>();
        for (ReportLine line : all) {
            if (line.counts().isPresent() || line.kind() == Kind.BISECTED) {
                Runs runs = Runs.of(line);
                // Without a seed, nothing tells runs from others.
                Object key = runs.seeds.isEmpty() ? new Object() : runs;
                ReportLine before = known.putIfAbsent(key, line);
                if (before != null) {
                    known.put(key, longest(before, line));
                    repeated.merge(line.test(), 1, Integer::sum);
                }
            }
        }
        List<String> said = new ArrayList<>(warnings);
        repeated.forEach((test, count) -> said.add(Counted.of(count, "report") + " of " + test
                + (count == 1 ? " has" : " have") + " the same run seeds as another: only the longest counts"));
        return new MergedReport(
                List.copyOf(known.values()),
                known.values().stream()
                        .collect(Collectors.groupingBy(ReportLine::identity, LinkedHashMap::new, Collectors.toList()))
                        .values()
                        .stream()
                        .map(MergedTest::of)
                        .toList(),
                said);
    }

    private static ReportLine longest(ReportLine one, ReportLine other) {
        return runs(other) > runs(one) ? other : one;
    }

    private static long runs(ReportLine line) {
        return line.counts().map(Counts::runs).orElse(0L);
    }

    boolean hasFailed() {
        return tests.stream().anyMatch(MergedTest::hasFailed);
    }

    /** Returns what one run of all would print. */
    String text() {
        return Stream.concat(summaries(), Stream.of(block().text()))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    /** Returns the same in Markdown, for the page of a job. */
    String markdown() {
        FailureBlock.Listing listing = block().listing();
        return (listing.count() == 0 ? "" : StepSummary.table(listing))
                + summaries()
                        .map(summary -> "\n- " + StepSummary.text(summary) + "\n")
                        .collect(Collectors.joining());
    }

    private Stream<String> summaries() {
        long passed = tests.stream().filter(MergedTest::hasJustPassed).count();
        return Stream.of(
                        tests.stream().flatMap(MergedTest::summaries),
                        Summary.ofQuiet(tests.stream()
                                        .flatMap(test -> test.quiet().stream())
                                        .toList())
                                .lines(),
                        Stream.of(passed == 0 ? "" : "Seeded: " + Counted.of(passed, "test") + " passed"))
                .flatMap(lines -> lines)
                .filter(line -> !line.isEmpty());
    }

    private FailureBlock block() {
        FailureBlock block = new FailureBlock();
        for (MergedTest test : tests) {
            test.report().filter(unused -> test.hasFailed()).ifPresent(block::add);
            test.verdict().ifPresent(verdict -> block.judge(test.lines().get(0).identity(), test.title(), verdict));
        }
        return block;
    }
}
