package dev.seeded.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seeded.Seeded;
import java.util.Random;
import org.junit.jupiter.api.Test;

@Seeded
class InvoiceTest {

    @Test
    void canBeReadAgain(Random random) {
        double price = random.nextInt(10_000) / 100.0;
        String written = String.format("%.2f", price);
        assertThat(Double.parseDouble(written)).isEqualTo(price);
    }
}
