package dev.seeded.internal.export;

import dev.seeded.internal.UserError;
import dev.seeded.internal.console.Counted;
import dev.seeded.internal.console.Printable;
import dev.seeded.internal.export.ReportLine.OtherFormat;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Reads the lines of reports and of files of failed seeds. What is none of them is skipped, and said. */
public final class ReportReader {

    /** How a page begins that has lines in it, so that no other is taken for one. */
    public static final String PAGE = "<!DOCTYPE html><!-- A report of Seeded. -->";

    private static final int NAMED = 10;

    private ReportReader() {}

    /**
     * Reads a file line by line, so that it may be of any length.
     *
     * @return what could not be read, on one line; empty if everything could
     */
    public static String read(Path file, Consumer<ReportLine> lines) throws IOException {
        return read(file, lines, false);
    }

    /**
     * Reads a file as {@link #read} does, unless a line has another format, so that what others say is not all of it.
     *
     * @throws UserError if one has; the message names it
     */
    public static String readOneFormat(Path file, Consumer<ReportLine> lines) throws IOException {
        return read(file, lines, true);
    }

    private static String read(Path file, Consumer<ReportLine> lines, boolean oneFormat) throws IOException {
        try (InputStream stream = Files.newInputStream(file)) {
            return read(file, stream, lines, oneFormat);
        }
    }

    /** Reads a stream as {@link #read} does, and leaves it open. */
    public static String read(Path file, InputStream stream, Consumer<ReportLine> lines, boolean oneFormat)
            throws IOException {
        List<String> problems = new ArrayList<>();
        long unread = 0;
        // What is no UTF-8 is one more thing that cannot be read.
        BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
        long number = 0;
        boolean isPage = false;
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            number++;
            isPage |= number == 1 && line.equals(PAGE);
            if (!isPage || line.startsWith("{")) {
                try {
                    lines.accept(ReportLine.read(line));
                } catch (IllegalArgumentException problem) {
                    if (oneFormat && problem instanceof OtherFormat) {
                        throw new UserError(Printable.visible(file.toString()) + " is refused: line " + number + ": "
                                + Printable.line(String.valueOf(problem.getMessage())));
                    }
                    unread++;
                    if (unread <= NAMED) {
                        problems.add("line " + number + ": " + Printable.line(String.valueOf(problem.getMessage())));
                    }
                }
            }
        }
        return String.join(", ", problems) + (unread > NAMED ? " and " + Counted.of(unread - NAMED, "more line") : "");
    }
}
