package dev.seeded.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seeded.Seeded;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

@Seeded
class ReminderTest {

    static LocalDate sameDayNextMonth() {
        LocalDate today = LocalDate.now();
        return LocalDate.of(today.getYear(), today.getMonthValue() + 1, today.getDayOfMonth());
    }

    @Test
    void reminderComesNextMonth() {
        assertThat(sameDayNextMonth()).isAfter(LocalDate.now());
    }
}
