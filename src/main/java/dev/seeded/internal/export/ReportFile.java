package dev.seeded.internal.export;

import dev.seeded.internal.config.GivenSetting;
import dev.seeded.internal.config.Setting;
import dev.seeded.internal.config.Settings;
import java.util.Optional;

/** The file that {@code seed.report} names: a JSON object on each line. */
public final class ReportFile {

    private final Optional<AppendedFile> file;

    private ReportFile(Optional<AppendedFile> file) {
        this.file = file;
    }

    /** Returns the file of this run, which takes nothing where none is wanted. */
    public static ReportFile of(Settings settings) {
        Optional<GivenSetting> name = settings.find(Setting.REPORT);
        return new ReportFile(name.isPresent() ? AppendedFile.of(name.get().text()) : Optional.empty());
    }

    /** Returns whether a report is wanted. */
    public boolean isWanted() {
        return file.isPresent();
    }

    /** Appends an object. */
    public void add(ReportLine line) {
        file.ifPresent(found -> found.append(line.text() + "\n"));
    }
}
