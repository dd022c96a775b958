package dev.seeded.replays;

import dev.seeded.Seed;
import dev.seeded.internal.edges.EdgeMix;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Collects failures of {@link FailingCases} under the ConsoleLauncher with run seeds of its own, pastes the replay line of
 * each into a shell, and asserts that the same test fails there with the same draws. Arguments: how many failures; the jar,
 * which is the agent too; any word; and one more for runs with edge cases.
 */
public final class Replays {

    /** JVMs that run for a second. */
    private static final Map<String, String> QUICK =
            Map.of("JDK_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC");

    private static final Pattern MESSAGE = Pattern.compile("=> \\S+: (drew .*)");
    private static final Pattern NOTE = Pattern.compile("Suppressed: Seed: (.*) ran with seed (.*)");
    private static final Pattern LISTED = Pattern.compile(" {2}(\\S.*) ran with seed .*");
    private static final Pattern REPLAY = Pattern.compile("\\s+replay {2}(.*)");
    private static final Pattern SELECTED = Pattern.compile(" --select 'uid:[^']*'");
    private static final String[] ORDERS = {
        "",
        " --config junit.jupiter.testmethod.order.default='dev.seeded.SeededOrder$Methods'",
        " --config junit.jupiter.testclass.order.default='dev.seeded.SeededOrder$Classes'"
    };

    /** The class whose arguments are a run's. */
    static final String LAUNCHER = "org.junit.platform.console.ConsoleLauncher";

    /** A failure as its user reads it. */
    record Failure(String title, String message, String replay) {}

    private final String launcher;
    private final boolean hasEdgeCases;

    private Replays(Path jar, boolean hasEdgeCases) {
        this.hasEdgeCases = hasEdgeCases;
        launcher = java(jar, true) + " " + LAUNCHER + " execute --disable-banner --disable-ansi-colors";
    }

    /** Returns what starts a JVM with the class path of this one, but with the jar. */
    static String java(Path jar, boolean hasAgent) {
        // What is compiled from the sources is in the jar.
        String classPath = System.getProperty("java.class.path")
                .replace(Path.of("target/classes").toAbsolutePath().toString(), jar.toString());
        return "java " + (hasAgent ? "-javaagent:" + jar + " " : "") + "-cp '" + classPath + "'";
    }

    /**
     * Replays failures.
     *
     * @throws IllegalStateException if one does not come back
     */
    public static void main(String... arguments) throws IOException, InterruptedException, ExecutionException {
        int wanted = Integer.parseInt(arguments[0]);
        Replays replays = new Replays(Path.of(arguments[1]).toAbsolutePath(), arguments.length > 3);
        List<Failure> failures = replays.failures(wanted);
        Set<Failure> back = replays.hasEdgeCases ? replays.backTogether(failures) : Set.of();
        AtomicInteger done = new AtomicInteger(back.size());
        ExecutorService pool = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        List<Future<String>> pending = new ArrayList<>();
        for (Failure failure :
                failures.stream().filter(failure -> !back.contains(failure)).toList()) {
            Callable<String> replay = () -> {
                String lost = replays.lost(failure);
                int number = done.incrementAndGet();
                if (number % 50 == 0) {
                    System.out.println(number + " replayed");
                }
                return lost;
            };
            pending.add(pool.submit(replay));
        }
        List<String> lost = new ArrayList<>();
        for (Future<String> result : pending) {
            if (!result.get().isEmpty()) {
                lost.add(result.get());
            }
        }
        pool.shutdown();
        lost.forEach(System.out::println);
        System.out.println(failures.size() - lost.size() + " of " + failures.size() + " failures came back");
        if (!lost.isEmpty()) {
            throw new IllegalStateException(lost.size() + " failures did not come back");
        }
    }

    /** Returns what comes back where the tests that the lines of one seed select run in one JVM; the others get one each. */
    private Set<Failure> backTogether(List<Failure> failures) throws IOException, InterruptedException {
        Map<String, List<Failure>> bySeed = failures.stream()
                .collect(Collectors.groupingBy(
                        failure -> SELECTED.matcher(failure.replay()).replaceAll("")));
        Set<Failure> back = new HashSet<>();
        for (Map.Entry<String, List<Failure>> some : bySeed.entrySet()) {
            String selected = some.getValue().stream()
                    .flatMap(failure ->
                            SELECTED.matcher(failure.replay()).results().map(MatchResult::group))
                    .distinct()
                    .collect(Collectors.joining());
            List<Failure> again = read(shell(some.getKey().replace(" execute", " execute" + selected), Map.of()));
            some.getValue().stream().filter(failure -> isBack(failure, again)).forEach(back::add);
        }
        System.out.println(back.size() + " came back with others of their seed, in " + bySeed.size() + " JVMs");
        return back;
    }

    private List<Failure> failures(int wanted) throws IOException, InterruptedException {
        Random seeds = new Random();
        Set<Failure> failures = new LinkedHashSet<>();
        for (int run = 0; failures.size() < wanted; run++) {
            StringBuilder command = new StringBuilder(launcher);
            FailingCases.all()
                    .forEach(type ->
                            command.append(" -c '").append(type.getName()).append('\''));
            command.append(ORDERS[run % ORDERS.length])
                    .append(hasEdgeCases ? " --config seed.edgeCases=true" : "")
                    .append(" --config seed=")
                    .append(seed(seeds));
            List<Failure> found = read(shell(command.toString(), QUICK));
            if (found.isEmpty()) {
                throw new IllegalStateException("no failure of " + command);
            }
            failures.addAll(found);
        }
        return failures.stream().limit(wanted).toList();
    }

    private long seed(Random seeds) {
        return seeds.longs()
                .map(bits -> bits >>> 11)
                .filter(seed -> !hasEdgeCases || EdgeMix.of(Seed.of(seed)).isPresent())
                .findFirst()
                .orElseThrow();
    }

    private String lost(Failure failure) throws IOException, InterruptedException {
        String output = shell(failure.replay(), QUICK);
        return isBack(failure, read(output)) ? "" : "LOST " + failure + "\n" + output;
    }

    private static boolean isBack(Failure failure, List<Failure> found) {
        return found.stream()
                .anyMatch(again ->
                        again.title().equals(failure.title()) && again.message().equals(failure.message()));
    }

    /** Reads failures with a note, and then those that are in the block at the end alone, whose draws it does not show. */
    static List<Failure> read(String output) {
        Map<String, Failure> failures = new LinkedHashMap<>();
        Map<String, Failure> listed = new LinkedHashMap<>();
        String message = "";
        String title = "";
        boolean isListed = false;
        for (String line : output.lines().toList()) {
            Matcher found = MESSAGE.matcher(line);
            Matcher note = NOTE.matcher(line);
            Matcher entry = LISTED.matcher(line);
            Matcher replay = REPLAY.matcher(line);
            if (found.find()) {
                message = found.group(1);
            } else if (note.find()) {
                title = note.group(1);
                isListed = false;
            } else if (entry.matches()) {
                title = entry.group(1);
                isListed = true;
            } else if (replay.matches() && !title.isEmpty()) {
                Failure failure = new Failure(title, isListed ? "" : message, replay.group(1));
                (isListed ? listed : failures).put(title, failure);
                title = "";
            }
        }
        listed.forEach(failures::putIfAbsent);
        return List.copyOf(failures.values());
    }

    /**
     * Runs a command in a shell.
     *
     * @param variables of the environment, beside those of this JVM
     * @return what it prints
     */
    static String shell(String command, Map<String, String> variables) throws IOException, InterruptedException {
        return shell(command, variables, Path.of(""));
    }

    /**
     * Runs a command in a shell that was started in a folder.
     *
     * @param variables of the environment, beside those of this JVM
     * @return what it prints
     */
    static String shell(String command, Map<String, String> variables, Path folder)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder("sh", "-c", command)
                .redirectErrorStream(true)
                .directory(folder.toAbsolutePath().toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("JUNIT_"));
        builder.environment()
                .merge("PATH", "", (path, unused) -> Path.of(System.getProperty("java.home"), "bin") + ":" + path);
        builder.environment().putAll(variables);
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output;
    }
}
