package dev.seeded.internal.report;

import dev.seeded.internal.UserError;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** The program in the jar: {@code java -jar seeded.jar report a.jsonl b.jsonl}. */
public final class Main {

    private static final int FAILED = 1;
    private static final int MISUSED = 2;

    private static final String USAGE = """
            Usage: java -jar seeded.jar report [--markdown] FILE...
            Adds up the files that seed.report named, of any number of machines.
              --markdown   prints Markdown, for the summary of a CI job
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
        List<String> files = new ArrayList<>();
        for (String argument : arguments) {
            if (argument.equals("--markdown")) {
                isMarkdown = true;
            } else if (argument.startsWith("--")) {
                throw new UserError(argument + " is no option\n" + USAGE);
            } else {
                files.add(argument);
            }
        }
        if (files.size() < 2 || !files.get(0).equals("report")) {
            throw new UserError("the command is report, followed by files\n" + USAGE);
        }
        MergedReport merged = MergedReport.read(files.subList(1, files.size()));
        merged.warnings().forEach(warning -> err.println("Seeded: warning: " + warning));
        out.println(isMarkdown ? merged.markdown() : merged.text());
        return merged.hasFailed() ? FAILED : 0;
    }
}
