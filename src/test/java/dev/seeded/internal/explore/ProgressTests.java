package dev.seeded.internal.explore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seeded.Seed;
import dev.seeded.internal.explore.ClassExploration.Running;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What is said while tests are explored. */
class ProgressTests {

    private final List<String> said = new ArrayList<>();
    private long now;
    private Optional<Running> running = Optional.empty();

    @Test
    void saysRunsFailuresAndTheTimeLeft() {
        try (Progress progress = progress(false, new Quota(2_000, 0, Long.MAX_VALUE, () -> now))) {
            pass(10);
            progress.count(500, 1);
            progress.show();
            pass(5);
            running = Optional.of(new Running("a", Seed.of(7), false));
            progress.show();
            running = Optional.of(new Running("a", Seed.of(7), true));
            progress.show();
        }

        assertThat(said)
                .containsExactly(
                        "Seeded: com.acme.FooTest: 500 of 2,000 runs, 1 failure, 31 s left",
                        "Seeded: com.acme.FooTest: 500 of 2,000 runs, 1 failure, 26 s left, now with run seed 7",
                        "Seeded: com.acme.FooTest: 500 of 2,000 runs, 1 failure, 26 s left; confirming a failure with"
                                + " run seed 7");
    }

    @Test
    void saysWhatThereIsBeforeTheFirstRunEnds() {
        try (Progress progress = progress(false, new Quota(2_000, 0, Long.MAX_VALUE, () -> now))) {
            pass(5);
            progress.show();
        }
        try (Progress progress = progress(false, new Quota(Long.MAX_VALUE, 0, seconds(600), () -> now))) {
            progress.show();
            progress.count(1, 0);
            progress.show();
        }

        assertThat(said)
                .containsExactly(
                        "Seeded: com.acme.FooTest: 0 of 2,000 runs, 0 failures",
                        "Seeded: com.acme.FooTest: 0 runs, 0 failures",
                        "Seeded: com.acme.FooTest: 1 run, 0 failures, 9 min left");
    }

    @Test
    void keepsToOneLineOfAConsole() {
        try (Progress progress = progress(true, new Quota(20, 0, Long.MAX_VALUE, () -> now))) {
            progress.show();
            pass(5);
            progress.count(10, 2);
            progress.show();
            progress.clear();
            progress.clear();
        }

        String first = "Seeded: com.acme.FooTest: 0 of 20 runs, 0 failures";
        String second = "Seeded: com.acme.FooTest: 10 of 20 runs, 2 failures, 6 s left";
        assertThat(said).containsExactly("\r" + first, "\r" + second, "\r" + " ".repeat(second.length()) + "\r");
    }

    private Progress progress(boolean interactive, Quota quota) {
        Progress progress = new Progress(interactive, said::add);
        progress.show();
        progress.begin("com.acme.FooTest", () -> running, quota);
        return progress;
    }

    private void pass(long seconds) {
        now += seconds(seconds);
    }

    private static long seconds(long seconds) {
        return TimeUnit.SECONDS.toNanos(seconds);
    }
}
