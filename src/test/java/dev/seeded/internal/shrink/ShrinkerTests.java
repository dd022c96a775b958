package dev.seeded.internal.shrink;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seeded.challenge.Challenge;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("jdk")
class ShrinkerTests {

    @ParameterizedTest
    @MethodSource("challenges")
    void findsOneAndTheSameSimplestExample(Challenge challenge) {
        Stream<String> left = LongStream.iterate(0, seed -> seed + 1)
                .mapToObj(seed -> ChallengeTable.shrink(challenge, seed))
                .flatMap(Stream::ofNullable)
                .limit(20)
                .map(trials -> ChallengeTable.example(challenge, Player.of("c", trials.best())));

        assertThat(left).hasSize(20).containsOnly(challenge.simplest());
    }

    static List<Challenge> challenges() {
        return Challenge.all();
    }
}
