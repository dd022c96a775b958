package dev.seeded.demo;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.seeded.Seed;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/** Runs a seeded test with fresh seeds until it fails, then replays the failure with the seed that it printed. */
public final class Demo {

    private static final Pattern PRINTED_SEED = Pattern.compile("-Dseed=(-?\\d+)");
    private static final Pattern TOOL =
            Pattern.compile("^\\s+(?:at (?!" + Pattern.quote(Demo.class.getPackageName()) + "\\.)|\\.{3} \\d+ more)");
    private static final int PATIENCE = 1_000;

    private final Launcher launcher;

    private Demo(Launcher launcher) {
        this.launcher = launcher;
    }

    /**
     * Runs the demo.
     *
     * @throws IllegalStateException if no seed fails, or the replay does not reproduce the failure
     */
    public static void main(String... arguments) {
        // What Surefire sets, so that failures show the command that mvn test would: the demo runs in Maven's own JVM.
        System.setProperty("basedir", Path.of("").toAbsolutePath().toString());
        System.setProperty("surefire.test.class.path", "target/test-classes");
        try (LauncherSession session = LauncherFactory.openSession()) {
            new Demo(session.getLauncher()).run();
        }
    }

    private void run() {
        SecureRandom fresh = new SecureRandom();
        for (int runs = 1; runs <= PATIENCE; runs++) {
            Optional<Throwable> failure = test(Seed.of(fresh.nextLong() >>> 11));
            if (failure.isPresent()) {
                System.out.printf("%nRun %d failed. This is what you see:%n%n", runs);
                replay(failure.get());
                return;
            }
        }
        throw new IllegalStateException("no failure in " + PATIENCE + " runs");
    }

    private void replay(Throwable failure) {
        show(failure);
        Seed seed = printedSeed(failure);
        System.out.printf("%nReplaying with -Dseed=%s:%n%n", seed);
        Throwable again = test(seed).orElseThrow(() -> new IllegalStateException("the replay passed"));
        show(again);
        if (!again.toString().equals(failure.toString())) {
            throw new IllegalStateException("the replay failed in another way");
        }
        System.out.printf("%nThe same failure came back.%n");
    }

    private Optional<Throwable> test(Seed seed) {
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(TextWrapperTest.class))
                .configurationParameter("seed", seed.toString())
                .configurationParameter("seed.announce", "false")
                .build();
        SummaryGeneratingListener summary = new SummaryGeneratingListener();
        launcher.execute(request, summary);
        return summary.getSummary().getFailures().stream()
                .map(found -> found.getException())
                .findFirst();
    }

    private static Seed printedSeed(Throwable failure) {
        String note = Arrays.toString(failure.getSuppressed());
        Matcher printed = PRINTED_SEED.matcher(note);
        if (!printed.find()) {
            throw new IllegalStateException("no seed in " + note);
        }
        return Seed.parse(printed.group(1));
    }

    private static void show(Throwable failure) {
        text(failure).lines().forEach(line -> System.out.println("    " + line));
    }

    /** Returns a failure's stack trace, but for the frames of the tools. */
    public static String text(Throwable failure) {
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        return trace.toString()
                .lines()
                .filter(line -> !TOOL.matcher(line).find())
                .map(String::stripTrailing)
                .collect(Collectors.joining("\n"));
    }
}
