package dev.seeded.replays;

import dev.seeded.replays.Replays.Failure;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.platform.console.ConsoleLauncher;

/**
 * Has {@link ShrinkableCases} fail and shrunk under the ConsoleLauncher, and replays the printed line of each: the first of
 * each search in a shell, and so in a JVM of its own, all of them one after the other in another JVM. The same test must fail
 * there with the same draws. The searches themselves start no JVM to confirm what they found. Arguments: how many failures,
 * and the jar, which is the agent too.
 */
public final class ShrunkReplays {

    /** One search in so many is with the agent, whose JVMs start slowly. */
    private static final int WITH_AGENT = 20;

    private static final String NO_LONGER = "no longer fit";
    private static final String SEARCH = "search";
    private static final String REPLAY = "replay";

    private final Path jar;
    private final Random seeds = new Random();
    private int failures;
    private int back;
    private int lost;
    private int ofTheirOwn;

    private ShrunkReplays(Path jar) {
        this.jar = jar;
    }

    /**
     * Replays shrunk failures.
     *
     * @throws IllegalStateException if one does not come back
     */
    public static void main(String... arguments) throws IOException, InterruptedException {
        switch (arguments[0]) {
            case SEARCH -> search(List.of(arguments).subList(1, arguments.length));
            case REPLAY -> replayAll(new String(System.in.readAllBytes(), StandardCharsets.UTF_8));
            default -> new ShrunkReplays(Path.of(arguments[1]).toAbsolutePath()).replay(Integer.parseInt(arguments[0]));
        }
    }

    private void replay(int wanted) throws IOException, InterruptedException {
        for (int search = 0; failures < wanted; search++) {
            replay(search % WITH_AGENT == WITH_AGENT - 1, wanted);
            System.out.println(failures + " shrunk, " + back + " came back");
        }
        System.out.println(back + " of " + failures + " shrunk failures came back, and " + ofTheirOwn
                + " of them in a JVM of their own");
        if (lost > 0) {
            throw new IllegalStateException(lost + " shrunk failures did not come back");
        }
    }

    /** Shrinks failures of each test, and replays them. */
    private void replay(boolean hasAgent, int wanted) throws IOException, InterruptedException {
        Map<String, String> property = Map.of(ShrinkableCases.PROPERTY, Long.toString(seeds.nextLong()));
        String java = Replays.java(jar, hasAgent) + " -XX:TieredStopAtLevel=1 -XX:+UseSerialGC ";
        Stream<Class<?>> cases = hasAgent ? Stream.of(ShrinkableCases.JvmCase.class) : ShrinkableCases.all().stream();
        String command =
                java + ShrunkReplays.class.getName() + " " + SEARCH + " execute --disable-banner --disable-ansi-colors"
                        + cases.map(type -> " -c '" + type.getName() + "'").collect(Collectors.joining())
                        + " --config seed=" + (seeds.nextLong() >>> 11)
                        + " --config seed.runs=200 --config seed.shrink=20s --config seed.memory=target/seeds-of-replays";
        String output = Replays.shell(command, property);
        List<Failure> shrunk = Replays.read(output).stream()
                .filter(failure -> failure.replay().contains("seed.draws="))
                .limit(wanted - failures)
                .toList();
        if (shrunk.isEmpty()) {
            throw new IllegalStateException("nothing shrunk of " + command + "\n" + output);
        }
        failures += shrunk.size();
        String own = Replays.shell(shrunk.get(0).replay(), property);
        if (isBack(shrunk.get(0), own)) {
            ofTheirOwn++;
        } else {
            lost++;
            System.out.println("LOST in a JVM of its own " + shrunk.get(0) + "\n" + own);
        }
        String[] replayed = Replays.shell(
                        "java() { printf '%s\\n' \"$@\" ''; }\n(\n"
                                + shrunk.stream().map(Failure::replay).collect(Collectors.joining("\n"))
                                + "\n) | " + java.replaceFirst("java", "command java") + ShrunkReplays.class.getName()
                                + " " + REPLAY,
                        property)
                .split(Replays.LAUNCHER + "\n");
        for (int number = 0; number < shrunk.size(); number++) {
            String again = number + 1 < replayed.length ? replayed[number + 1] : replayed[0];
            if (isBack(shrunk.get(number), again)) {
                back++;
            } else {
                lost++;
                System.out.println("LOST " + shrunk.get(number) + " with " + property + "\n" + again);
            }
        }
    }

    private static boolean isBack(Failure failure, String output) {
        return !output.contains(NO_LONGER)
                && Replays.read(output).stream()
                        .anyMatch(again -> again.title().equals(failure.title())
                                && again.message().equals(failure.message()));
    }

    /** Runs the launcher where no other JVM can be had, as one for each failure would take most of the time. */
    private static void search(List<String> arguments) throws MalformedURLException {
        System.setProperty("sun.java.command", Replays.LAUNCHER + " " + String.join(" ", arguments));
        Thread.currentThread().setContextClassLoader(new URLClassLoader(new URL[] {new URL("http:elsewhere")}));
        run(arguments);
    }

    private static void run(List<String> arguments) {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        ConsoleLauncher.run(out, out, arguments.toArray(String[]::new));
    }

    /** Runs commands of the launcher, whose words are lines, with an empty one after each command. */
    private static void replayAll(String commands) {
        for (String command : commands.split("\n\n")) {
            List<String> words = new ArrayList<>(command.lines().toList());
            words.subList(0, words.indexOf("execute")).clear();
            words.add(1, "--disable-banner");
            words.add(2, "--disable-ansi-colors");
            System.out.println(Replays.LAUNCHER);
            run(words);
        }
    }
}
