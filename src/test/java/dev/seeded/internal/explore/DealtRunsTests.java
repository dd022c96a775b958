package dev.seeded.internal.explore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seeded.Seeded;
import dev.seeded.internal.explore.DealtRuns.Ended;
import dev.seeded.internal.explore.DealtRuns.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which JVM runs which numbers, and in which order what became of them comes back. */
class DealtRunsTests {

    private static final long MILLISECOND = 1_000_000;

    private long now;

    @RepeatedTest(20)
    @Seeded
    void comeBackInTheOrderOfTheirNumbersWhateverTheJvmsDo(Random random) {
        long count = 1 + random.nextInt(3_000);
        DealtRuns<Long> runs = counted(count, 1 + random.nextInt(5));
        List<Numbers> dealt = new ArrayList<>();
        List<Long> back = new ArrayList<>();
        for (boolean isOver = false; !isOver; ) {
            Optional<Numbers> next = random.nextBoolean() ? runs.deal(random.nextBoolean()) : Optional.empty();
            next.ifPresent(dealt::add);
            if (next.isEmpty() && !dealt.isEmpty()) {
                endOne(runs, dealt.remove(random.nextInt(dealt.size())), random);
            }
            for (Optional<Ended<Long>> ended = runs.next(); ended.isPresent(); ended = runs.next()) {
                assertThat(ended.get().result()).isEqualTo(ended.get().number());
                back.add(ended.get().number());
            }
            isOver = dealt.isEmpty() && back.size() == count;
        }

        assertThat(back).isEqualTo(LongStream.range(0, count).boxed().toList());
        assertThat(runs.deal(true)).isEmpty();
        assertThat(runs.isRunning()).isFalse();
    }

    private static void endOne(DealtRuns<Long> runs, Numbers numbers, Random random) {
        if (random.nextInt(10) == 0) {
            runs.lose(numbers);
            return;
        }
        long end = numbers.from() + random.nextInt((int) (numbers.end() - numbers.from()) + 1);
        runs.end(numbers, LongStream.range(numbers.from(), end).boxed().toList(), random.nextInt(200) * MILLISECOND);
    }

    @Test
    void areDealtOneByOneToASingleJvm() {
        DealtRuns<Long> runs = counted(100, 1);
        for (long number = 0; number < 100; number++) {
            assertThat(runs.deal(true)).contains(new Numbers(number, number + 1, false));
            runs.end(new Numbers(number, number + 1, false), List.of(number), 1);
            assertThat(runs.next()).contains(new Ended<>(number, number));
        }
        assertThat(runs.deal(true)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "0, 256",
        // What a question takes of its own.
        "150, 64",
        "190, 16"
    })
    void growToSomeTenthsOfASecond(int before, long expected) {
        DealtRuns<Long> runs = counted(1_000_000, 2);
        long most = 0;
        for (int deal = 0; deal < 50; deal++) {
            Numbers numbers = runs.deal(true).orElseThrow();
            long size = numbers.end() - numbers.from();
            most = Math.max(most, size);
            runs.end(numbers, results(numbers), (before + size) * MILLISECOND);
        }

        assertThat(most).isEqualTo(expected);
    }

    @Test
    void goOnlyHereWhenTheirJvmHasEndedHoweverLateItIs() {
        DealtRuns<Long> runs = new DealtRuns<>(new Quota(Long.MAX_VALUE, 0, 1_000, () -> now), 2);
        Numbers first = runs.deal(false).orElseThrow();
        runs.lose(first);
        now = 2_000;

        assertThat(runs.deal(false)).isEmpty();
        assertThat(runs.next()).isEmpty();
        Numbers again = runs.deal(true).orElseThrow();
        assertThat(again).isEqualTo(new Numbers(first.from(), first.end(), true));
        runs.end(again, results(again), 1);
        assertThat(runs.next()).contains(new Ended<>(first.from(), first.from()));
        assertThat(runs.deal(true)).isEmpty();
    }

    @Test
    void areNotWaitedForIfTheTimeIsUpBeforeTheyAreDealtAgain() {
        DealtRuns<Long> runs = new DealtRuns<>(new Quota(Long.MAX_VALUE, 0, 1_000, () -> now), 2);
        // The first run is always waited for.
        runs.end(runs.deal(true).orElseThrow(), List.of(0L), 1);
        assertThat(runs.next()).isPresent();
        Numbers first = runs.deal(true).orElseThrow();
        Numbers second = runs.deal(false).orElseThrow();
        runs.end(second, results(second), 1);
        assertThat(runs.next()).isEmpty();
        runs.end(first, List.of(), 1);
        assertThat(runs.next()).isEmpty();
        now = 2_000;

        assertThat(runs.next()).contains(new Ended<>(second.from(), second.from()));
    }

    @Test
    void stopAfterANumberUntilTheyGoOn() {
        DealtRuns<Long> runs = counted(100, 2);
        Numbers first = runs.deal(true).orElseThrow();
        runs.stopAfter(first.from());

        assertThat(runs.deal(false)).isEmpty();
        assertThat(runs.isBeyond(first.from())).isFalse();
        assertThat(runs.isBeyond(first.from() + 1)).isTrue();
        runs.goOn();
        assertThat(runs.deal(false)).map(Numbers::from).contains(first.end());
    }

    @Test
    void doNotRunFarAheadOfTheSlowest() {
        DealtRuns<Long> runs = counted(1_000_000, 2);
        runs.deal(true).orElseThrow();
        long end = 0;
        for (Optional<Numbers> next = runs.deal(false); next.isPresent(); next = runs.deal(false)) {
            end = next.get().end();
            runs.end(next.get(), results(next.get()), 1);
        }

        assertThat(end).isBetween(20_000L, 60_000L);
        assertThat(runs.isRunning()).isTrue();
    }

    private DealtRuns<Long> counted(long count, int jobs) {
        return new DealtRuns<>(new Quota(count, 0, Long.MAX_VALUE, () -> now), jobs);
    }

    private static List<Long> results(Numbers numbers) {
        return LongStream.range(numbers.from(), numbers.end()).boxed().toList();
    }
}
