package dev.seeded.internal.shrink;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.seeded.internal.draws.DrawSession;
import dev.seeded.internal.shrink.Shrunk.Attempt;
import dev.seeded.testing.Fixtures;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.Event;

/** Tests as users write them shrink to what a person would write. */
class ExamplesTests {

    /** A failure of a test, and the test's unique id. */
    private record Failure(String id, String message) {

        static Failure of(Event event) {
            return new Failure(
                    event.getTestDescriptor().getUniqueId().toString(),
                    event.getRequiredPayload(TestExecutionResult.class)
                            .getThrowable()
                            .map(Throwable::getMessage)
                            .orElse(""));
        }
    }

    private static Optional<Failure> failure(String test, long seed) {
        return Fixtures.withSeed(seed)
                .with("seed.announce", false)
                .run(List.of(selectClass("dev.seeded.demo." + test)))
                .testEvents()
                .failed()
                .stream()
                .map(Failure::of)
                .findFirst();
    }

    public static void main(String... args) {
        for (String test : args[0].split(",")) {
            Map<String, Integer> left = new TreeMap<>();
            Map<String, Integer> failing = new TreeMap<>();
            long runs = 0;
            int found = 0;
            long start = System.nanoTime();
            for (long seed = 0; found < Integer.parseInt(args[1]); seed++) {
                long s = seed;
                Optional<Failure> failure = failure(test, seed);
                if (failure.isEmpty()) continue;
                found++;
                String id = failure.get().id();
                Player recording = Player.recording(id);
                DrawSession.replace(recording, () -> failure(test, s));
                Shrunk shrunk = Shrunk.of(
                        recording.made(),
                        wished -> {
                            Player player = Player.of(id, wished);
                            Optional<Failure> again = DrawSession.replace(player, () -> failure(test, s));
                            return new Attempt(player.made(), again.isPresent() && !player.isEndless());
                        },
                        () -> true);
                runs += shrunk.runs();
                String message = DrawSession.replace(Player.of(id, shrunk.draws()), () -> failure(test, s))
                        .orElseThrow()
                        .message();
                left.merge(
                        message.replaceAll("\\s+", " ") + "   "
                                + shrunk.listed().replaceAll(" at dev[^)]*\\)", ""),
                        1,
                        Integer::sum);
                failing.merge(message, recording.made().size(), Integer::sum);
            }
            System.out.println(test + " " + runs / found + " runs from "
                    + failing.values().stream().mapToInt(x -> x).sum() / found + ", "
                    + (System.nanoTime() - start) / 1_000_000_000.0 / found + " s each");
            left.forEach((message, count) -> System.out.println("   " + count + " " + message));
        }
    }
}
