package dev.seeded.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.seeded.Labels;
import dev.seeded.Seeded;
import dev.seeded.internal.report.Main;
import dev.seeded.testing.ChildJvm;
import dev.seeded.testing.Chromium;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page of {@code seed.report=seeds.html} and of {@code report --html}. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class PageTests {

    private static final String HOSTILE =
            "</script><script>document.title='owned'</script><img src=x onerror=alert(1)>";

    private static final String LINE = """
            {"format":1,"kind":"explored","test":"%1$s","id":"/[class:A]/[method:a()]","runSeed":"7","testSeed":"5",\
            "replay":"again '%1$s'","reason":"%1$s","unsure":"%1$s","uncontrolled":"%1$s","pin":"%1$s","draws":"d","simplest":[{"draw":"%1$s",\
            "times":2,"place":"%1$s"}],"unshrunk":"%1$s","start":"1","runs":2000,"failures":190,"doubt":"","undecided":0,\
            "interval":[0,1],"groups":[{"type":"%1$s","message":"%1$s","place":"%1$s","failures":190,"runSeeds":["7"]}],\
            "ungrouped":0,"labels":[{"name":"%1$s","runs":9}],"verdict":"%1$s","run":{"time":"%1$s","machine":"%1$s",\
            "settings":{"%1$s":"%1$s"}}}
            {"format":1,"kind":"bisected","test":"%1$s","id":"/[class:A]/[method:a()]","runSeed":"7","replay":"%1$s",\
            "verdict":"%1$s"}
            """;

    private static final String QUIET = """
            {"format":1,"kind":"explored","test":"B.b()","id":"/[class:B]/[method:b()]","start":"1","runs":2000,\
            "failures":0,"undecided":0,"interval":[0,1],"groups":[],"ungrouped":0}
            """;

    @TempDir
    private Path folder;

    @Test
    void hasNoElementThatANameAsksFor() throws IOException {
        String page = page(LINE.formatted(HOSTILE + "\\\"'&"));

        assertThat(all("<(\\w+)", page))
                .containsOnly(
                        "html", "head", "meta", "title", "style", "body", "main", "h1", "h2", "h3", "p", "div", "table",
                        "caption", "thead", "tr", "th", "tbody", "td", "span", "a", "svg", "rect", "section", "code",
                        "pre", "button", "wbr", "script");
        assertThat(all("(<script)", page)).hasSize(2);
        assertThat(all("(</script)", page)).hasSize(2);
        assertThat(page).doesNotContain("http://", "https://", " style=", " src=\"");
    }

    /** Those with edge cases are no sample, and neither are those of pinned seeds. */
    @ParameterizedTest
    @CsvSource({"'\"edgeRuns\":1000,\"edgeFailures\":900'", "'\"pinnedFailures\":900'"})
    void hasTheRateOfUniformRuns(String fields) throws IOException {
        assertThat(page(QUIET.replace("\"failures\":0", "\"failures\":900," + fields)))
                .contains("<td class=\"number\">0 %</td><td class=\"range\">below ");
    }

    @Test
    void allowsItsOwnScriptAndStyleAlone() throws Exception {
        String page = page(QUIET);

        String policy =
                all("Content-Security-Policy\" content=\"([^\"]*)\"", page).get(0);
        assertThat(policy)
                .isEqualTo("default-src 'none'; base-uri 'none'; form-action 'none'; style-src "
                        + hash(all("(?s)<style>(.*?)</style>", page).get(0)) + "; script-src "
                        + hash(all("(?s)<script>(.*?)</script>", page).get(0)));
    }

    private static String hash(String content) throws Exception {
        return "'sha256-"
                + Base64.getEncoder()
                        .encodeToString(
                                MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8)))
                + "'";
    }

    @Test
    void isAReportLikeAnyOther() throws IOException {
        page(LINE.formatted("A.a()") + QUIET);
        Path page = folder.resolve("page.html");

        String text = run("report", page.toString());
        run("report", "--html", folder.resolve("again.html").toString(), page.toString());

        assertThat(text).isEqualTo(run("report", folder.resolve("report.jsonl").toString()));
        assertThat(folder.resolve("again.html")).hasSameTextualContentAs(page);
    }

    /** At least 4.5, as WCAG 2.2 demands of text. */
    @ParameterizedTest
    @CsvSource({"0, #fff", "1, #16181b"})
    void hasContrast(int scheme, String background) throws IOException {
        Map<String, String> colours = new TreeMap<>();
        Matcher colour = Pattern.compile("--(\\w+): (#\\w+);")
                .matcher(all("(?s):root \\{(.*?)\\}", page(QUIET)).get(scheme));
        while (colour.find()) {
            colours.put(colour.group(1), colour.group(2));
        }

        assertThat(colours).containsEntry("page", background);
        for (String text : List.of("ink", "quiet", "link", "bad", "good")) {
            for (String behind : List.of("page", "soft")) {
                assertThat(contrast(colours.get(text), colours.get(behind)))
                        .as("%s on %s", text, behind)
                        .isGreaterThan(4.5);
            }
        }
    }

    private static double contrast(String one, String other) {
        double first = luminance(one) + 0.05;
        double second = luminance(other) + 0.05;
        return Math.max(first, second) / Math.min(first, second);
    }

    private static double luminance(String colour) {
        String digits = colour.length() == 4 ? colour.replaceAll("(\\w)", "$1$1") : colour;
        double sum = 0;
        double[] weights = {0.2126, 0.7152, 0.0722};
        for (int at = 0; at < 3; at++) {
            double part = Integer.parseInt(digits.substring(1 + 2 * at, 3 + 2 * at), 16) / 255.0;
            sum += weights[at] * (part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4));
        }
        return sum;
    }

    @Test
    @Tag("slow")
    void isReadAndCopiedInABrowser() throws Exception {
        page(LINE.formatted(HOSTILE) + QUIET);
        try (Chromium browser = browser()) {
            assertThat(browser.evaluate("document.title")).isEqualTo("Seeded: 1 of 2 tests failed");
            assertThat(browser.evaluate("[...document.querySelector('table').rows].map(row =>"
                            + " [...row.cells].map(cell => cell.textContent).join(' | ')).join('\\n')"))
                    .isEqualTo("Test | Runs | Failed | Rate | 95 % interval | 0 to 10.9 %\n" + HOSTILE
                            + " | 2,000 | 190 | 9.50 % | 8.25 % to 10.9 % | \n"
                            + "B.b() | 2,000 | 0 | 0 % | below 0.150 % | ");
            browser.call("Browser.grantPermissions", Map.of("permissions", List.of("clipboardReadWrite")));
            assertThat(browser.evaluate("const button = document.querySelector('.copied button'); button.click();"
                            + " new Promise(done => setTimeout(() => done(button.textContent), 500))"))
                    .isEqualTo("Copied");
            assertThat(browser.evaluate("navigator.clipboard.readText()")).isEqualTo("again '" + HOSTILE + "'");
            browser.call(
                    "Emulation.setDeviceMetricsOverride",
                    Map.of("width", 400, "height", 800, "deviceScaleFactor", 1, "mobile", false));
            assertThat(browser.evaluate("const page = document.documentElement;"
                            + " innerWidth + ' ' + (page.scrollWidth <= page.clientWidth)"))
                    .isEqualTo("400 true");
        }
    }

    @Test
    @Tag("slow")
    @Tag("long")
    void hasWhatAllJvmsReported() throws IOException {
        Path page = folder.resolve("seeds.html");
        for (Class<?> fixture : List.of(FailingTestCase.class, LabelledTestCase.class)) {
            new ChildJvm()
                    .property("seed", "42")
                    .property("seed.runs", "20")
                    .property("seed.keepGoing", "true")
                    .property("seed.shrink", "true")
                    .property("seed.memory", folder.toString())
                    .property("seed.report", page.toString())
                    .run(fixture);
        }

        assertThat(Files.readString(page))
                .contains("<h1>Seeded: 1 of 2 tests failed</h1>")
                .contains("<caption>Its draws, in their order</caption>", "<code>nextInt(1000) = 500</code>")
                .contains("<td>often</td>")
                .endsWith("</script></body></html>\n");
        assertThat(run("report", page.toString())).contains("label 'often'", "Seeded: 1 seeded test failed:");
    }

    @Test
    @Tag("slow")
    void isNotWrittenOverAnother() throws IOException {
        Path page = folder.resolve("index.html");
        Files.writeString(page, "<html>mine</html>");

        ChildJvm.Result result = new ChildJvm()
                .property("seed", "42")
                .property("seed.memory", folder.toString())
                .property("seed.report", page.toString())
                .run(FailingTestCase.class);

        assertThat(page).hasContent("<html>mine</html>");
        assertThat(result.err())
                .contains("Seeded: warning: nothing is written to " + page
                        + ": it already exists, and is not a report: name a different file");
    }

    private Chromium browser() throws IOException, InterruptedException {
        Optional<String> browser = Chromium.find();
        if (browser.isEmpty()) {
            abort("no Chromium is on the path, which this test opens the page in");
        }
        return new Chromium(
                browser.get(), Files.createDirectory(folder.resolve("profile")), folder.resolve("page.html"));
    }

    private String page(String lines) throws IOException {
        Path report = Files.writeString(folder.resolve("report.jsonl"), lines);
        Path page = folder.resolve("page.html");
        run("report", "--html", page.toString(), report.toString());
        return Files.readString(page);
    }

    private static String run(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Main.run(
                List.of(arguments),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
        return out.toString(StandardCharsets.UTF_8);
    }

    private static List<String> all(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }

    @Seeded
    static class FailingTestCase {

        @Test
        void fails(Random random) {
            assertThat(Stream.generate(() -> random.nextInt(1000)).limit(3)).allMatch(number -> number < 500);
        }
    }

    @Seeded
    static class LabelledTestCase {

        @Test
        void counts(Random random, Labels labels) {
            labels.add("often", random.nextInt(3) > 0);
        }
    }
}
