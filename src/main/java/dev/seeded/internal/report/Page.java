package dev.seeded.internal.report;

import dev.seeded.Seed;
import dev.seeded.internal.console.Counted;
import dev.seeded.internal.explore.ClopperPearson;
import dev.seeded.internal.explore.Tally;
import dev.seeded.internal.export.ReportLine.Origin;
import dev.seeded.internal.export.ReportReader;
import dev.seeded.internal.note.SeedReport;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A merged report as one page of HTML, which loads nothing. Names and messages are anybody's text: all of it is escaped, and
 * the page forbids any script or style but its own. At its end are the lines that it was made of, so that it can be read
 * like any other report.
 */
final class Page {

    private static final int BAR = 1_000;

    private final MergedReport report;
    private final StringBuilder html = new StringBuilder(ReportReader.PAGE).append('\n');

    private Page(MergedReport report) {
        this.report = report;
    }

    /** Returns the page. */
    static String of(MergedReport report) {
        Page page = new Page(report);
        page.write();
        return page.html.toString();
    }

    private void write() {
        List<MergedTest> tests = report.tests().stream()
                .sorted(Comparator.comparing(MergedTest::hasFailed)
                        .thenComparing(test -> test.interval().isPresent())
                        .thenComparingDouble(MergedTest::rate)
                        .thenComparingDouble(test ->
                                test.interval().map(ClopperPearson::upper).orElse(0.0))
                        .reversed())
                .toList();
        List<MergedTest> failed = tests.stream().filter(MergedTest::hasFailed).toList();
        String style = resource("page.css");
        String script = resource("page.js");
        String title = "Seeded: "
                + (failed.isEmpty()
                        ? Counted.of(tests.size(), "test") + ", none failed"
                        : Counted.number(failed.size()) + " of " + Counted.of(tests.size(), "test") + " failed");
        html.append(
                        "<html lang=\"en\"><head><meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"")
                .append("default-src 'none'; base-uri 'none'; form-action 'none'; style-src ")
                .append(hash(style))
                .append("; script-src ")
                .append(hash(script))
                .append(
                        "\">\n<meta name=\"viewport\" content=\"width=device-width\">\n<meta name=\"referrer\" content=\"no-referrer\">\n")
                .append(element("title", title))
                .append("\n<style>")
                .append(style)
                .append("</style></head>\n<body><main>\n")
                .append(element("h1", title));
        report.warnings().forEach(warning -> html.append(element("p", "Warning: " + warning)));
        html.append("\n<h2>Tests</h2>\n");
        table(
                "sorted by the rate of their failures",
                List.of("Test", "#Runs", "#Failed", "#Rate", "95 % interval", "0 to " + Counted.percent(scale(tests))),
                () -> tests.forEach(test -> row(test, failed.indexOf(test), scale(tests))));
        for (int number = 0; number < failed.size(); number++) {
            section(failed.get(number), number);
        }
        labels(tests);
        runs();
        html.append("</main>\n<script>").append(script).append("</script>\n<script type=\"application/x-ndjson\">\n");
        report.lines().forEach(line -> html.append(line.text()).append('\n'));
        html.append("</script></body></html>\n");
    }

    /** Returns the rate at the end of all bars. */
    private static double scale(List<MergedTest> tests) {
        return tests.stream()
                .flatMap(test -> test.interval().stream())
                .mapToDouble(ClopperPearson::upper)
                .max()
                .orElse(1);
    }

    private void row(MergedTest test, int failure, double scale) {
        String name = name(test);
        String outcome = failure >= 0 ? "failed" : "passed";
        html.append("<tr><th scope=\"row\">")
                .append(failure < 0 ? name : "<a href=\"#" + id(failure) + "\">" + name + "</a>")
                .append("</th>")
                .append(number(test.runs() == 0 ? "–" : Counted.number(test.runs())))
                .append("<td class=\"number ")
                .append(outcome)
                .append("\">")
                .append(test.runs() == 0 ? "–" : Counted.number(test.failures()))
                .append("</td>");
        Optional<ClopperPearson> interval = test.interval();
        if (interval.isPresent()) {
            html.append(number(Counted.percent(test.rate())))
                    .append(range(interval.get(), test.rate()))
                    .append("<td>")
                    .append(bar(interval.get(), test.rate(), scale))
                    .append("</td>");
        } else {
            html.append(number("–"))
                    .append(cell(test.pin().isPresent() ? "pinned" : "not known"))
                    .append("<td></td>");
        }
        html.append("</tr>\n");
    }

    private static String range(ClopperPearson interval, double rate) {
        return "<td class=\"range\">"
                + (rate == 0
                        ? "below " + Counted.percent(interval.upper())
                        : Counted.percent(interval.lower()) + " to " + Counted.percent(interval.upper()))
                + "</td>";
    }

    /** Draws an interval: no style, which would need a permission. What it shows stands beside it. */
    private static String bar(ClopperPearson interval, double rate, double scale) {
        double start = BAR * interval.lower() / scale;
        double width = Math.max(4, BAR * (interval.upper() - interval.lower()) / scale);
        return "<svg class=\"bar\" viewBox=\"-8 0 " + (BAR + 16)
                + " 24\" preserveAspectRatio=\"none\" aria-hidden=\"true\">"
                + "<rect class=\"axis\" x=\"0\" y=\"11\" width=\"" + BAR + "\" height=\"2\"/>"
                + String.format(
                        Locale.ROOT,
                        "<rect class=\"range\" x=\"%.0f\" y=\"7\" width=\"%.0f\" height=\"10\"/>"
                                + "<rect class=\"rate\" x=\"%.0f\" y=\"3\" width=\"10\" height=\"18\"/></svg>",
                        start,
                        width,
                        BAR * rate / scale - 5);
    }

    private void section(MergedTest test, int number) {
        html.append("<section aria-labelledby=\"")
                .append(id(number))
                .append("\"><h2 id=\"")
                .append(id(number))
                .append("\">")
                .append(name(test))
                .append("</h2>\n");
        test.sentences().forEach(sentence -> html.append(element("p", sentence)));
        test.verdict().ifPresent(verdict -> html.append(element("p", "Verdict: " + verdict)));
        List<Tally.Group> kinds = Stream.of(test.explored(), test.others())
                .flatMap(tally -> tally.groups().stream())
                .toList();
        if (!kinds.isEmpty()) {
            table(
                    "Kinds of failures",
                    List.of("#Failures", "Failure", "Place", "Run seeds"),
                    () -> kinds.forEach(this::row));
        }
        test.report().ifPresent(this::report);
        test.bisected().forEach(line -> {
            html.append(element("h3", "Tests before it"))
                    .append(element("p", line.verdict().orElse("")));
            line.report().ifPresent(found -> copied("Replay with them", found.replay()));
        });
        html.append("</section>\n");
    }

    private void row(Tally.Group kind) {
        String message = kind.shape().message();
        html.append("<tr>")
                .append(number(Counted.number(kind.count())))
                .append("<th scope=\"row\">")
                .append(breakable(kind.shape().type()))
                .append(escaped(message.isEmpty() ? "" : ": " + message))
                .append("</th><td><code>")
                .append(breakable(kind.shape().place()))
                .append("</code></td><td><code>")
                .append(kind.seeds().stream().map(Seed::toString).collect(Collectors.joining(", ")))
                .append(kind.count() > kind.seeds().size() && !kind.seeds().isEmpty() ? ", …" : "")
                .append("</code></td></tr>\n");
    }

    private void report(SeedReport found) {
        html.append(element("h3", "Seed")).append(element("p", found.run().seed()));
        copied("Replay", found.replay());
        Stream.of(
                        found.doubt().isEmpty() ? "" : "Cannot be promised: " + found.doubt(),
                        found.reason().isEmpty() ? "" : "Reason: " + found.reason(),
                        found.uncontrolled().isEmpty() ? "" : "Not controlled: " + found.uncontrolled())
                .filter(text -> !text.isEmpty())
                .forEach(text -> html.append(element("p", text)));
        if (found.pin() != null) {
            copied("Pin", found.pin());
        }
        SeedReport.Simplest simplest = found.simplest();
        if (simplest != null) {
            html.append(element("h3", "Simplest run"));
            table(
                    "Its draws, in their order",
                    List.of("#Times", "Draw", "Place"),
                    () -> simplest.rows()
                            .forEach(row -> html.append("<tr>")
                                    .append(number(Counted.number(row.times())))
                                    .append("<th scope=\"row\"><code>")
                                    .append(escaped(row.draw()))
                                    .append("</code></th><td><code>")
                                    .append(escaped(row.place()))
                                    .append("</code></td></tr>\n")));
            copied("Replay of the run that was found", simplest.first());
        }
    }

    private void copied(String heading, String text) {
        html.append(element("h3", heading))
                .append("<div class=\"copied\"><pre>")
                .append(escaped(text))
                .append("</pre><button type=\"button\" hidden aria-live=\"polite\">Copy</button></div>\n");
    }

    private void labels(List<MergedTest> tests) {
        List<MergedTest> labelled =
                tests.stream().filter(test -> !test.labels().isEmpty()).toList();
        if (!labelled.isEmpty()) {
            html.append("<h2>Labels</h2>\n");
            table(
                    "in how many runs of a test they were true",
                    List.of("Test", "Label", "#Runs", "#Share", "95 % interval", "0 to 100 %"),
                    () -> labelled.forEach(test -> test.labels().forEach((name, label) -> {
                        long decided = test.explored().decided();
                        double share = (double) label.runs() / decided;
                        ClopperPearson interval = ClopperPearson.of(label.runs(), decided);
                        html.append("<tr><th scope=\"row\">")
                                .append(name(test))
                                .append("</th>")
                                .append(cell(name))
                                .append(number(Counted.number(label.runs()) + " of " + Counted.number(decided)))
                                .append(number(Counted.percent(share)))
                                .append(range(interval, share))
                                .append("<td>")
                                .append(bar(interval, share, 1))
                                .append("</td></tr>\n");
                    })));
        }
    }

    /** Where and how all ran. */
    private void runs() {
        Map<String, List<Origin>> byPlace = report.lines().stream()
                .flatMap(line -> line.origin().stream())
                .collect(Collectors.groupingBy(
                        origin -> origin.machine() + "\n" + settings(origin), LinkedHashMap::new, Collectors.toList()));
        if (!byPlace.isEmpty()) {
            html.append("<h2>Runs</h2>\n");
            table(
                    "where and how the tests ran",
                    List.of("Machine", "Settings", "#Reports", "From", "To"),
                    () -> byPlace.values().forEach(origins -> {
                        List<String> times =
                                origins.stream().map(Origin::time).sorted().toList();
                        html.append("<tr><th scope=\"row\">")
                                .append(escaped(origins.get(0).machine()))
                                .append("</th><td><code>")
                                .append(escaped(settings(origins.get(0))))
                                .append("</code></td>")
                                .append(number(Counted.number(origins.size())))
                                .append(cell(times.get(0)))
                                .append(cell(times.get(times.size() - 1)))
                                .append("</tr>\n");
                    }));
        }
    }

    private static String settings(Origin origin) {
        return origin.settings().entrySet().stream()
                .map(setting -> setting.getKey() + "=" + setting.getValue())
                .collect(Collectors.joining(" "));
    }

    /** @param heads the headings of the columns; a number sign marks those of numbers */
    private void table(String caption, List<String> heads, Runnable rows) {
        html.append("<div class=\"wide\" role=\"region\" tabindex=\"0\" aria-label=\"")
                .append(escaped(caption))
                .append("\"><table>")
                .append(element("caption", caption))
                .append("<thead><tr>");
        for (String head : heads) {
            html.append(
                    head.startsWith("#")
                            ? "<th scope=\"col\" class=\"number\">" + head.substring(1) + "</th>"
                            : "<th scope=\"col\">" + escaped(head) + "</th>");
        }
        html.append("</tr></thead><tbody>\n");
        rows.run();
        html.append("</tbody></table></div>\n");
    }

    private static String id(int failure) {
        return "failure-" + (failure + 1);
    }

    private static String number(String text) {
        return "<td class=\"number\">" + escaped(text) + "</td>";
    }

    private static String cell(String text) {
        return element("td", text);
    }

    private static String element(String name, String text) {
        return "<" + name + ">" + escaped(text) + "</" + name + ">";
    }

    private static String name(MergedTest test) {
        return "<span class=\"name\">" + breakable(test.title()) + "</span>";
    }

    /** Escapes a name that goes on in the next line after a dot, say, rather than anywhere. */
    private static String breakable(String name) {
        return Arrays.stream(name.split("(?<=[.$(])", -1)).map(Page::escaped).collect(Collectors.joining("<wbr>"));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    private static String hash(String content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String resource(String name) {
        try (InputStream stream = Page.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException(name + " is not in the jar");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
