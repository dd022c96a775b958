package dev.seeded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 5, unit = TimeUnit.MINUTES)
class SeedTests {

    @ParameterizedTest
    @ValueSource(longs = {42, 0, -1, Long.MIN_VALUE, Long.MAX_VALUE})
    void isWrittenAsItIsRead(long value) {
        Seed seed = Seed.of(value);

        assertThat(seed.value()).isEqualTo(value);
        assertThat(seed).hasToString(Long.toString(value));
        assertThat(Seed.parse(seed.toString())).isEqualTo(seed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"42", " 42 ", "42L", "0x2A", "0X2a", "0x2AL"})
    void isReadFromEveryFormAUserPastes(String text) {
        assertThat(Seed.parse(new StringBuilder(text))).isEqualTo(Seed.of(42));
    }

    @Test
    void refusesEverythingElse() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Seed.parse("+42"))
                .withMessage(
                        "'+42' is not a seed; write a number (decimal, or 0x and up to 16 hex digits), for example 42 or 0x2A");
    }

    @Test
    void isEqualByValue() {
        assertThat(Seed.of(42))
                .isEqualTo(Seed.of(42))
                .hasSameHashCodeAs(Seed.of(42))
                .isNotEqualTo(Seed.of(43))
                .isNotEqualTo(42L);
    }

    @Test
    void makesANewRandomAtEachCall() {
        Seed seed = Seed.of(42);

        assertThat(seed.random().nextInt()).isEqualTo(-1170105035);
        assertThat(seed.random().nextInt()).isEqualTo(-1170105035);
    }

    @Test
    void hasStreamsThatNeverChange() {
        assertThat(Seed.of(42).stream("left")).isEqualTo(Seed.of(9091232325330072200L));
        assertThat(Seed.of(42).stream(7)).isEqualTo(Seed.of(-6111499642997921453L));
        assertThat(Seed.of(42).stream("left").stream(7)).isEqualTo(Seed.of(4838168660170779441L));
    }

    @Test
    void hasStreamsThatAreAllDifferent() {
        Seed seed = Seed.of(42);

        assertThat(Stream.concat(
                        LongStream.range(-5000, 5000).mapToObj(seed::stream),
                        LongStream.range(-5000, 5000).mapToObj(index -> seed.stream(Long.toString(index)))))
                .doesNotHaveDuplicates()
                .doesNotContain(seed);
    }

    @Test
    void givesEachThreadItsOwnStreamWhicheverRunsFirst() throws InterruptedException {
        ConcurrentLinkedQueue<Integer> drawn = new ConcurrentLinkedQueue<>();
        List<Thread> threads = LongStream.range(0, 4)
                .mapToObj(index -> new Thread(
                        () -> drawn.add(Seed.of(42).stream(index).random().nextInt())))
                .toList();
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(drawn)
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(LongStream.range(0, 4)
                        .mapToObj(index -> Seed.of(42).stream(index).random().nextInt())
                        .toList());
    }
}
