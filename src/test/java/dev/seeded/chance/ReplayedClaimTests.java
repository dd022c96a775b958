package dev.seeded.chance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seeded.Seed;
import dev.seeded.Seeded;
import dev.seeded.testing.Fixtures;
import dev.seeded.testing.NotedFailure;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** In a seeded test, trials draw from the test's generator: a failure has its seed, which gives the same trials again. */
class ReplayedClaimTests {

    @ParameterizedTest
    @ValueSource(classes = {OfTheGeneratorTestCase.class, OverStreamsTestCase.class})
    void failsWithANoteAndTheSameTrialsAgain(Class<?> fixture) {
        NotedFailure failed = NotedFailure.in(fixture);

        assertThat(failed.throwable()).hasMessageStartingWith("the chance is not at least 0.9: 0.8");
        assertThat(failed.note())
                .contains("again '" + fixture.getName() + "' fails 42", "@Seeded(" + failed.testSeed() + "L)");
        assertThat(NotedFailure.in(fixture).throwable())
                .hasMessage(failed.throwable().getMessage());
        assertThat(message(fixture, 43)).isNotEqualTo(failed.throwable().getMessage());
    }

    @Test
    void isOneRunWhileExploring() {
        List<String> messages =
                NotedFailure.allIn(Fixtures.withSeed(42).with("seed.runs", 3).explore(OfTheGeneratorTestCase.class))
                        .stream()
                        .map(failure -> failure.throwable().getMessage())
                        .toList();

        assertThat(messages).hasSize(1);
        assertThat(messages.get(0)).startsWith("the chance is not at least 0.9: ");
    }

    private static String message(Class<?> fixture, long seed) {
        return NotedFailure.allIn(
                        Fixtures.withSeed(seed).with("seed.announce", false).run(fixture))
                .get(0)
                .throwable()
                .getMessage();
    }

    @Seeded
    static class OfTheGeneratorTestCase {

        @Test
        void fails(Random random) {
            Chance.of(() -> random.nextInt(10) < 8).isAtLeast(0.9, 0.02);
        }
    }

    @Seeded
    static class OverStreamsTestCase {

        @Test
        void fails(Seed seed) {
            Chance.over(seed, own -> own.random().nextInt(10) < 8).isAtLeast(0.9, 0.02);
        }
    }
}
