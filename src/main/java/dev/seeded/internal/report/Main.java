package dev.seeded.internal.report;

import dev.seeded.internal.UserError;
import dev.seeded.internal.console.Printable;
import dev.seeded.internal.export.Problem;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** The program in the jar: {@code java -jar seeded.jar report a.jsonl b.jsonl}. */
public final class Main {

    private static final int FAILED = 1;
    private static final int MISUSED = 2;

    private static final String USAGE = """
            Usage: java -jar seeded.jar report [--markdown] [--html OUT] FILE...
            Adds up the files that seed.report named, of any number of machines.
              --markdown   prints Markdown, for the summary of a CI job
              --html OUT   also writes one page, which needs nothing else
            The exit code is 0 if no test failed, 1 if one did, and 2 if the files cannot be added up.""";

    private Main() {}

    /** Runs the program. */
    public static void main(String... arguments) {
        System.exit(run(List.of(arguments), System.out, System.err));
    }

    /** Does what the arguments say, and returns the exit code. */
    public static int run(List<String> arguments, PrintStream out, PrintStream err) {
        if (arguments.equals(List.of("--help"))) {
            out.println(USAGE);
            return 0;
        }
        try {
            return report(arguments, out, err);
        } catch (UserError mistake) {
            err.println("Seeded: " + mistake.getMessage());
            return MISUSED;
        }
    }

    private static int report(List<String> arguments, PrintStream out, PrintStream err) {
        boolean isMarkdown = false;
        Optional<String> page = Optional.empty();
        List<String> files = new ArrayList<>();
        for (Iterator<String> left = arguments.iterator(); left.hasNext(); ) {
            String argument = left.next();
            if (argument.equals("--markdown")) {
                isMarkdown = true;
            } else if (argument.equals("--html") && left.hasNext()) {
                page = Optional.of(left.next());
            } else if (argument.startsWith("--")) {
                throw new UserError(Printable.visible(argument) + " is not an option\n" + USAGE);
            } else {
                files.add(argument);
            }
        }
        if (files.size() < 2 || !files.get(0).equals("report")) {
            throw new UserError("the command is report, followed by files\n" + USAGE);
        }
        MergedReport merged = MergedReport.read(files.subList(1, files.size()));
        merged.warnings().forEach(warning -> err.println("Seeded: warning: " + warning));
        page.ifPresent(file -> write(file, Page.of(merged)));
        out.println(isMarkdown ? merged.markdown() : merged.text());
        return merged.hasFailed() ? FAILED : 0;
    }

    private static void write(String file, String page) {
        try {
            Files.writeString(Path.of(file), page);
        } catch (IOException failure) {
            throw new UserError(Printable.visible(file) + " cannot be written: " + Problem.text(failure), failure);
        } catch (InvalidPathException impossible) {
            throw new UserError(Printable.visible(file + " cannot be a file: " + impossible.getMessage()), impossible);
        }
    }
}
