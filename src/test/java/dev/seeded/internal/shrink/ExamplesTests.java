package dev.seeded.internal.shrink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.seeded.internal.draws.DrawSession;
import dev.seeded.testing.Fixtures;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.Event;

/** Tests as users write them shrink to what a person would have written, whatever seed they fail with. */
@Tag("slow")
class ExamplesTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
                    LruCacheTest    |  3 | keys after [put 0, put 1, put 2, put 1]
                    BankTest        | 10 | {Abbey=2} after [Abbey pays Abbey 1]
                    IntervalTest    | 10 | [0-1], merged from [0-2, 0-1], include 1
                    CalculatorTest  | 10 | 0-0+1
                    CsvTest         | 10 | expected: [\"""]
                    SortingTest     | 10 | sorted from [2, 1, 0]
                    TextWrapperTest | 10 | "xxxxx xxxxxxxxxxxx xxxxxxxxxxxx"
                    """)
    @Tag("long")
    void shrinkToOneAndTheSameFailure(String test, int seeds, String simplest) {
        Stream<String> left = LongStream.iterate(0, seed -> seed + 1)
                .mapToObj(seed -> failure(test, seed).map(found -> shrink(test, seed, found.id())))
                .flatMap(Optional::stream)
                .limit(seeds);

        assertThat(left)
                .hasSize(seeds)
                .allSatisfy(message -> assertThat(message).contains(simplest));
    }

    /** Returns the message of the simplest failure. */
    private static String shrink(String test, long seed, String id) {
        Player recording = Player.recording(id);
        DrawSession.replace(recording, () -> failure(test, seed));
        SimplestDraws simplest =
                SimplestDraws.of(recording.made(), wished -> attempt(test, seed, Player.of(id, wished)), () -> true);
        return DrawSession.replace(Player.of(id, simplest.draws()), () -> failure(test, seed))
                .orElseThrow()
                .message();
    }

    private static Attempt attempt(String test, long seed, Player player) {
        boolean fails = DrawSession.replace(player, () -> failure(test, seed)).isPresent();
        return new Attempt(player.made(), fails && !player.isStopped());
    }

    private static Optional<Failure> failure(String test, long seed) {
        return Fixtures.withSeed(seed)
                .with("seed.announce", false)
                .run(List.of(selectClass("dev.seeded.demo." + test)))
                .testEvents()
                .failed()
                .stream()
                .findFirst()
                .map(Failure::of);
    }

    private record Failure(String id, String message) {

        static Failure of(Event event) {
            return new Failure(
                    event.getTestDescriptor().getUniqueId().toString(),
                    event.getRequiredPayload(TestExecutionResult.class)
                            .getThrowable()
                            .orElseThrow()
                            .getMessage());
        }
    }
}
