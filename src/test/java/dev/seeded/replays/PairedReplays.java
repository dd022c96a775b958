package dev.seeded.replays;

import dev.seeded.replays.Replays.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Runs one class of {@link FailingCases} at a time under two settings, pastes a replay line that it prints into a shell, and
 * asserts that the same test fails there with the same draws. Arguments: how many lines, the jar, which is the agent too,
 * and the seed that decides over all of it.
 */
public final class PairedReplays {

    /** Each is given with any other; which exclude each other, the run says. */
    private static final List<String> SETTINGS = List.of(
            "seed.locale=any",
            "seed.zone=any",
            "seed.clock=any",
            "seed.unordered=true",
            "seed.global=seed",
            "seed.timeout=30s",
            "seed.pins=ignore",
            "seed.runs=5",
            "seed.shrink=5s",
            "seed.check=true",
            "seed.bisect=true",
            "junit.jupiter.testmethod.order.default=dev.seeded.SeededOrder$Methods",
            "junit.jupiter.testclass.order.default=dev.seeded.SeededOrder$Classes",
            "junit.jupiter.execution.parallel.enabled=true");

    private PairedReplays() {}

    /**
     * Replays failures.
     *
     * @throws IllegalStateException if one does not come back
     */
    public static void main(String... arguments) throws IOException, InterruptedException {
        int wanted = Integer.parseInt(arguments[0]);
        String java = Replays.java(Path.of(arguments[1]).toAbsolutePath(), true) + " -XX:TieredStopAtLevel=1 "
                + Replays.LAUNCHER + " execute --disable-banner --disable-ansi-colors";
        System.out.println("seed " + arguments[2]);
        Random random = new Random(Long.parseLong(arguments[2]));
        List<String> pairs = new ArrayList<>();
        for (int first = 0; first < SETTINGS.size(); first++) {
            for (String second : SETTINGS.subList(first + 1, SETTINGS.size())) {
                pairs.add(" --config '" + SETTINGS.get(first) + "' --config '" + second + "'");
            }
        }
        Collections.shuffle(pairs, random);
        List<Class<?>> cases = FailingCases.all().stream()
                .sorted((one, other) -> one.getName().compareTo(other.getName()))
                .toList();
        Path memory = Files.createTempDirectory("paired");
        int pasted = 0;
        int back = 0;
        int empty = 0;
        for (int run = 0; pasted < wanted; run++) {
            String type = cases.get(random.nextInt(cases.size())).getName();
            String pair = pairs.get(run % pairs.size());
            String settings =
                    pair + " --config 'seed.memory=" + memory + "' --config seed=" + (random.nextLong() >>> 11);
            String output = Replays.shell(java + " -c '" + type + "'" + settings, Map.of());
            if (output.contains("cannot be given with")) {
                if (output.contains("drew ")) {
                    throw new IllegalStateException("ran tests though it refuses" + pair + "\n" + output);
                }
                System.out.println("REFUSED" + pair);
                continue;
            }
            List<Failure> failures = Replays.read(output);
            if (failures.isEmpty()) {
                empty++;
                if (output.contains("=> ")) {
                    System.out.println("WITHOUT A LINE " + type + settings + "\n" + output);
                }
                continue;
            }
            Failure failure = failures.get(random.nextInt(failures.size()));
            pasted++;
            String again = Replays.shell(failure.replay(), Map.of());
            boolean isBack = Replays.read(again).stream()
                    .anyMatch(found -> found.title().equals(failure.title())
                            && (failure.message().isEmpty() || found.message().equals(failure.message())));
            back += isBack ? 1 : 0;
            System.out.println((isBack ? "BACK " : "LOST ") + type + pair + " " + failure.title());
            if (!isBack) {
                System.out.println(failure + "\n--- first\n" + output + "\n--- again\n" + again);
            }
        }
        System.out.println(back + " of " + pasted + " failures came back; " + empty + " runs had none with a line");
        if (back < pasted) {
            throw new IllegalStateException(pasted - back + " failures did not come back");
        }
    }
}
