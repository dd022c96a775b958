package dev.seeded.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class OpeningTest {

    @Test
    void beginsEachDayOf2018AtMidnight() {
        for (int day = 1; day <= 365; day++) {
            LocalDate date = LocalDate.ofYearDay(2018, day);
            assertThat(date.atStartOfDay(ZoneId.systemDefault()).toLocalTime())
                    .as("%s", date)
                    .isEqualTo(LocalTime.MIDNIGHT);
        }
    }
}
