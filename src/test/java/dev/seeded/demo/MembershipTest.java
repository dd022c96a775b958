package dev.seeded.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seeded.Seeded;
import java.time.Clock;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class MembershipTest {

    @Test
    void endsOnTheDayOnWhichItBegan(@Seeded Clock clock) {
        LocalDate begin = LocalDate.now(clock);
        LocalDate end = begin.plusYears(1);
        assertThat(end.getDayOfMonth()).isEqualTo(begin.getDayOfMonth());
    }
}
