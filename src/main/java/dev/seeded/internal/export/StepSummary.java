package dev.seeded.internal.export;

import dev.seeded.internal.note.FailureBlock.Entry;
import dev.seeded.internal.note.FailureBlock.Listing;
import dev.seeded.internal.note.SeedReport;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The summary that GitHub shows of a step: Markdown, in the file that an environment variable names. */
public final class StepSummary {

    private static final String VARIABLE = "GITHUB_STEP_SUMMARY";

    private StepSummary() {}

    /** Appends a table of failed tests where this JVM runs in a step. */
    public static void append(Listing failed) {
        String file = System.getenv(VARIABLE);
        if (file != null && !file.isBlank()) {
            AppendedFile.of(file).ifPresent(found -> found.append(table(failed)));
        }
    }

    /** Returns a heading and a table, with blank lines around them. */
    public static String table(Listing failed) {
        boolean judged = failed.first().stream().anyMatch(test -> test.verdict() != null);
        StringBuilder markdown = new StringBuilder("\n### Seeded: ")
                .append(failed.heading())
                .append("\n\n| test | seed | replay | pin |")
                .append(judged ? " verdict |" : "")
                .append("\n| --- | --- | --- | --- |")
                .append(judged ? " --- |\n" : "\n");
        for (Entry test : failed.first()) {
            cells(test, judged).forEach(cell -> markdown.append(cell.isEmpty() ? "| " : "| " + cell + " "));
            markdown.append("|\n");
        }
        return markdown.append('\n').toString();
    }

    private static List<String> cells(Entry test, boolean judged) {
        SeedReport report = test.report();
        List<String> cells = new ArrayList<>();
        cells.add(report == null ? text(test.title()) : code(report.run().test()));
        cells.add(report == null ? "" : text(report.run().seed()));
        cells.add(report == null ? "" : replay(report));
        cells.add(code(report == null ? null : report.pin()));
        if (judged) {
            cells.add(text(test.verdict()));
        }
        return cells;
    }

    private static String replay(SeedReport report) {
        return (report.doubt().isEmpty() ? "" : text(SeedReport.CANNOT + report.doubt()) + "<br>")
                + code(report.replay())
                + (report.reason().isEmpty() ? "" : "<br>" + text(report.reason()));
    }

    private static String code(@Nullable String text) {
        return text == null ? "" : "<code>" + text(text) + "</code>";
    }

    /** Returns text of which Markdown and HTML make nothing else. */
    public static String text(@Nullable String text) {
        StringBuilder cell = new StringBuilder();
        (text == null ? "" : text).codePoints().forEach(codePoint -> {
            if (codePoint == '\n') {
                cell.append("<br>");
            } else if (Character.isLetterOrDigit(codePoint) || " .,;()='/-".indexOf(codePoint) >= 0) {
                cell.appendCodePoint(codePoint);
            } else {
                cell.append("&#").append(codePoint).append(';');
            }
        });
        return cell.toString();
    }
}
