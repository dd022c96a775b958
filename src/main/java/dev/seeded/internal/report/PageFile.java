package dev.seeded.internal.report;

import dev.seeded.internal.console.StandardError;
import dev.seeded.internal.export.LockedFile;
import dev.seeded.internal.export.Problem;
import dev.seeded.internal.export.ReportLine;
import dev.seeded.internal.export.ReportReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A file that several JVMs append lines to, and that is a page at the end of each. */
public final class PageFile {

    private PageFile() {}

    /** Makes the page of all lines that are in the file by now. If that fails, the lines stay, and it is said. */
    public static void renew(Path file) {
        if (!Files.isRegularFile(file)) {
            return;
        }
        try {
            LockedFile.use(file, channel -> renew(file, channel));
        } catch (IOException failure) {
            StandardError.print("Seeded: warning: " + file + " has lines that are not in its page: "
                    + Problem.text(failure) + "; java -jar seeded.jar report --html can make the page");
        }
    }

    private static void renew(Path file, FileChannel channel) throws IOException {
        // Not closed: the lock would go with it.
        byte[] before = Channels.newInputStream(channel).readAllBytes();
        List<ReportLine> lines = new ArrayList<>();
        String problems = ReportReader.read(file, new ByteArrayInputStream(before), lines::add, false);
        List<String> warnings = problems.isEmpty() ? List.of() : List.of("some lines are skipped: " + problems);
        try {
            write(channel, Page.of(MergedReport.of(lines, warnings)).getBytes(StandardCharsets.UTF_8));
        } catch (IOException full) {
            if (channel.isOpen()) {
                write(channel, before);
            }
            throw full;
        }
    }

    private static void write(FileChannel channel, byte[] content) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(content);
        channel.position(0);
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
        channel.truncate(content.length);
    }
}
