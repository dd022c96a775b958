package dev.seeded.internal.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.seeded.Seed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The table of settings, and what is written from it.
 *
 * <p>{@code mvn test -Dtest=SettingTests -Ddocs.update=true} writes it.
 */
class SettingTests {

    private static final Path GUIDE = Path.of("src/docs/settings.md");
    private static final Path METADATA =
            Path.of("src/main/resources/META-INF/junit-platform-configuration-metadata.json");
    private static final String UPDATE = "docs.update";
    private static final Pattern LITERAL = Pattern.compile("`([^`]+)`");

    /** A row of the guide, whose last cell has links, which are the guide's. */
    private static final Pattern ROW = Pattern.compile("\\| `(seed[.\\w]*)` \\|.*\\| ([^|]*) \\|");

    @Test
    void isTheTableOfTheGuide() throws IOException {
        List<String> lines = Files.readAllLines(GUIDE);
        Map<String, String> links = lines.stream()
                .map(ROW::matcher)
                .filter(row -> row.matches())
                .collect(Collectors.toMap(row -> row.group(1), row -> row.group(2)));
        List<String> rows = Arrays.stream(Setting.values())
                .map(setting -> row(setting) + links.getOrDefault(setting.property(), "") + " |")
                .toList();
        int first = lines.indexOf("| --- | --- | --- | --- | --- |") + 1;
        int end = first
                + (int) lines.stream()
                        .skip(first)
                        .takeWhile(line -> line.startsWith("|"))
                        .count();

        if (Boolean.getBoolean(UPDATE)) {
            Files.write(
                    GUIDE,
                    Stream.of(lines.subList(0, first), rows, lines.subList(end, lines.size()))
                            .flatMap(List::stream)
                            .toList());
        } else {
            assertThat(lines.subList(first, end)).isEqualTo(rows);
        }
    }

    private static String row(Setting setting) {
        String needed = setting.needed()
                .map(other -> "; needs `" + other.property() + "`")
                .orElse("");
        String excluded = Arrays.stream(Setting.values())
                .filter(other ->
                        setting.excluded().contains(other) || other.excluded().contains(setting))
                .map(other -> other == Setting.SEED ? "`seed=last`" : "`" + other.property() + "`")
                .collect(Collectors.joining(", "));
        return "| `" + setting.property() + "` | " + setting.form() + " | "
                + (setting.preset().isEmpty() ? "" : "`" + setting.preset() + "`") + " | " + setting.sentence() + needed
                + (excluded.isEmpty()
                        ? ""
                        : (setting == Setting.SEED ? "; `last` not with " : "; not with ") + excluded)
                + " | ";
    }

    /** In the format of JUnit 6.2, which is that of Spring Boot. */
    @Test
    void isWhatIdesComplete() throws IOException {
        String expected = "{\n  \"properties\": [\n" + each(SettingTests::property) + "\n  ],\n  \"hints\": [\n"
                + each(SettingTests::hint) + "\n  ]\n}\n";

        if (Boolean.getBoolean(UPDATE)) {
            Files.writeString(METADATA, expected);
        } else {
            assertThat(METADATA).content().isEqualTo(expected);
        }
    }

    private static String each(Function<Setting, String> entry) {
        return Arrays.stream(Setting.values())
                .map(entry)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(",\n"));
    }

    private static String property(Setting setting) {
        boolean isTruth = setting.form().equals(Setting.TRUTH);
        String sentence = setting.sentence().replace("`", "");
        return "    {\n      \"name\": \"" + setting.property() + "\",\n      \"type\": \"java.lang."
                + (isTruth ? "Boolean" : "String") + "\",\n      \"description\": \""
                + sentence.substring(0, 1).toUpperCase() + sentence.substring(1) + ". Values: " + setting.written()
                + ".\""
                + (setting.preset().isEmpty()
                        ? ""
                        : ",\n      \"defaultValue\": " + (isTruth ? setting.preset() : "\"" + setting.preset() + "\""))
                + "\n    }";
    }

    private static String hint(Setting setting) {
        String values = literals(setting)
                .map(value -> "{ \"value\": \"" + value + "\" }")
                .collect(Collectors.joining(", "));
        return values.isEmpty()
                ? ""
                : "    { \"name\": \"" + setting.property() + "\", \"values\": [ " + values + " ] }";
    }

    private static Stream<String> literals(Setting setting) {
        return LITERAL.matcher(setting.form()).results().map(result -> result.group(1));
    }

    static Stream<Arguments> eachLiteral() {
        return Arrays.stream(Setting.values())
                .flatMap(setting -> literals(setting).map(value -> Arguments.of(setting, value)));
    }

    @ParameterizedTest
    @MethodSource("eachLiteral")
    void readsEachValueThatItNames(Setting setting, String value) {
        Map<String, String> given = setting.needed()
                .map(other -> Map.of(setting.property(), value, other.property(), "2"))
                .orElse(Map.of(setting.property(), value));
        Settings settings = new Settings(given::get, name -> null, Map.of("GITHUB_SHA", "0123456789".repeat(4))::get);

        assertThatCode(() -> {
                    Run.read(settings, () -> Seed.of(1));
                    Exploration.read(settings);
                    Exploration.shrinking(settings);
                    Exploration.bisecting(settings);
                    Exploration.timeout(settings);
                })
                .doesNotThrowAnyException();
    }

    @Test
    void namesNoneTwice() {
        assertThat(Setting.values()).extracting(Setting::property).doesNotHaveDuplicates();
        assertThat(Setting.values()).extracting(Setting::property).allMatch(Setting::isOurs);
    }
}
