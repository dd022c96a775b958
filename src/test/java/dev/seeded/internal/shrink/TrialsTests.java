package dev.seeded.internal.shrink;

import static dev.seeded.internal.shrink.PassesTests.TO_99;
import static dev.seeded.internal.shrink.PassesTests.draw;
import static dev.seeded.internal.shrink.PassesTests.draws;
import static dev.seeded.internal.shrink.PassesTests.trials;
import static dev.seeded.internal.shrink.PassesTests.values;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.seeded.internal.draws.Domain;
import dev.seeded.internal.shrink.Trials.LimitReachedException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class TrialsTests {

    @Test
    void tryTheSameOnce() {
        Trials trials = trials(draws(TO_99, 1, 5, 2, 6), values -> false);

        for (int time = 0; time < 3; time++) {
            assertThat(trials.improve(0, 4)).isFalse();
        }
        // The last draws are played in any case if they are the simplest.
        assertThat(trials.improve(1, 0)).isFalse();
        assertThat(trials.improve(draws -> draws.remove(1))).isFalse();

        assertThat(trials.runs()).isEqualTo(2);
    }

    @Test
    void tryTheSameValuesAgainAtAnotherSite() {
        Choice kind = draw(Domain.whole(0, 2), 2, "t:1");
        Choice key = draw(TO_99, 2, "t:2");
        Choice amount = draw(TO_99, 2, "t:3");
        Trials trials = trials(List.of(kind, key, amount), values -> false);

        trials.improve(draws -> draws.subList(0, 2).clear());
        trials.improve(draws -> {
            draws.remove(2);
            draws.remove(0);
        });

        assertThat(trials.runs()).isEqualTo(2);
    }

    @Test
    void runNothingWhoseEndIsKnown() {
        // The first draw says how many others there are.
        Trials trials = new Trials(
                draws(TO_99, 1, 2, 2, 7, 2, 8),
                wished -> new Attempt(wished.subList(0, 1 + (int) wished.get(0).value()), false),
                () -> true);

        trials.improve(0, 1);
        assertThat(trials.improve(draws -> {
                    draws.set(0, draws.get(0).with(1));
                    draws.remove(2);
                }))
                .isFalse();
        assertThat(trials.improve(draws -> {
                    draws.set(0, draws.get(0).with(1));
                    draws.set(2, draws.get(2).with(9));
                }))
                .isFalse();

        assertThat(trials.runs()).isEqualTo(1);
        assertThat(trials.made(draws -> draws.set(0, draws.get(0).with(1)))).isEqualTo(2);
    }

    @Test
    void runWhatMayGoOnWhereAnotherWasEnded() {
        Trials trials = new Trials(
                draws(TO_99, 1, 2, 2, 7),
                wished -> new Attempt(wished.subList(0, 1), wished.get(1).value() == 3, false),
                () -> true);

        assertThat(trials.improve(1, 4)).isFalse();
        assertThat(trials.improve(1, 3)).isTrue();
    }

    @Test
    void keepWhatIsMadeRatherThanWhatWasWished() {
        Trials trials =
                new Trials(draws(TO_99, 1, 5, 2, 6), wished -> new Attempt(draws(TO_99, 1, 3), true), () -> true);

        assertThat(trials.improve(0, 4)).isTrue();

        assertThat(values(trials.best())).containsExactly(3L);
        assertThat(trials.improve(0, 9)).isFalse();
        assertThat(trials.improvements()).isEqualTo(1);
    }

    @Test
    void endBeforeAnythingIsCopiedIfThereIsNoTimeLeft() {
        AtomicInteger changes = new AtomicInteger();
        Trials trials = new Trials(draws(TO_99, 1, 5), wished -> new Attempt(wished, true), () -> false);

        assertThatExceptionOfType(LimitReachedException.class)
                .isThrownBy(() -> trials.improve(draws -> changes.incrementAndGet()));
        Shrinker.shrink(trials);

        assertThat(changes).hasValue(0);
        assertThat(trials.runs()).isZero();
    }

    @Test
    void endIfTooManyBringNothing() {
        List<Choice> draws = LongStream.range(0, 400)
                .mapToObj(at -> draw(TO_99, 50 + at % 40, "t:" + at))
                .toList();
        Trials trials = trials(draws, values -> false);

        Shrinker.shrink(trials);

        assertThat(trials.runs()).isBetween(2_000, 2_001);
    }
}
