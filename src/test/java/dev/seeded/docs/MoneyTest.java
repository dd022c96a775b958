package dev.seeded.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seeded.Seeded;
import org.junit.jupiter.api.Test;

class MoneyTest {

    @Test
    void isNeverNegative(@Seeded Money money) {
        assertThat(money.cents()).isNotNegative();
    }
}
