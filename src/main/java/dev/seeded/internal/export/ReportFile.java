package dev.seeded.internal.export;

import dev.seeded.internal.config.GivenSetting;
import dev.seeded.internal.config.Setting;
import dev.seeded.internal.config.Settings;
import dev.seeded.internal.console.Counted;
import dev.seeded.internal.console.StandardError;
import dev.seeded.internal.export.ReportLine.Origin;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The file that {@code seed.report} names: a JSON object on each line. Where it is a page, the lines come after it, and {@code
 * report} makes the page anew at the end of a session; so a JVM that is killed loses nothing.
 */
public final class ReportFile {

    private final Optional<AppendedFile> file;
    private final Map<String, String> given;

    private ReportFile(Optional<AppendedFile> file, Map<String, String> given) {
        this.file = file;
        this.given = given;
    }

    /** Returns the file of this run, which takes nothing where none is wanted. */
    public static ReportFile of(Settings settings) {
        Optional<GivenSetting> name = settings.find(Setting.REPORT);
        return name.isPresent()
                ? new ReportFile(AppendedFile.of(name.get().text()).filter(ReportFile::isOurs), given(settings))
                : new ReportFile(Optional.empty(), Map.of());
    }

    private static boolean isPage(Path file) {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(".html");
    }

    /** Returns false, which is said, for a page that has something else in it. */
    private static boolean isOurs(AppendedFile file) {
        if (!isPage(file.path()) || !Files.isRegularFile(file.path())) {
            return true;
        }
        String problem;
        try (BufferedReader reader = Files.newBufferedReader(file.path())) {
            String first = reader.readLine();
            if (first == null || first.startsWith("{") || first.equals(ReportReader.PAGE)) {
                return true;
            }
            problem = "it already exists, and is not a report: name a different file";
        } catch (IOException failure) {
            problem = Problem.text(failure);
        }
        StandardError.print("Seeded: warning: nothing is written to " + file.path() + ": " + problem);
        return false;
    }

    /** Returns the page that is to be made of the lines. */
    public Optional<Path> page() {
        return file.map(AppendedFile::path).filter(ReportFile::isPage);
    }

    private static Map<String, String> given(Settings settings) {
        Map<String, String> given = new LinkedHashMap<>();
        for (Setting setting : Setting.values()) {
            settings.find(setting)
                    .ifPresent(
                            found -> given.put(setting.property(), found.text().trim()));
        }
        return given;
    }

    /** Returns whether a report is wanted. */
    public boolean isWanted() {
        return file.isPresent();
    }

    /** Appends an object. */
    public void add(ReportLine line) {
        file.ifPresent(found -> found.append(line.from(origin()).text() + "\n"));
    }

    private Origin origin() {
        return new Origin(
                Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
                "Java " + System.getProperty("java.version") + ", " + System.getProperty("os.name") + " "
                        + System.getProperty("os.arch") + ", "
                        + Counted.of(Runtime.getRuntime().availableProcessors(), "processor"),
                given);
    }
}
