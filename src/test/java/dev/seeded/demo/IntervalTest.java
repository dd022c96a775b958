package dev.seeded.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seeded.Seeded;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@Seeded
class IntervalTest {

    @Test
    void mergedOnesIncludeTheSame(Random random) {
        List<Interval> intervals = Stream.generate(() -> interval(random))
                .limit(random.nextInt(50))
                .toList();
        List<Interval> merged = Interval.merge(intervals);
        for (int number = 0; number < 1_000; number++) {
            assertThat(include(merged, number))
                    .as("%s, merged from %s, include %s", merged, intervals, number)
                    .isEqualTo(include(intervals, number));
        }
    }

    private static Interval interval(Random random) {
        int start = random.nextInt(900);
        return new Interval(start, start + random.nextInt(1, 100));
    }

    private static boolean include(List<Interval> intervals, int number) {
        return intervals.stream().anyMatch(interval -> interval.includes(number));
    }
}
