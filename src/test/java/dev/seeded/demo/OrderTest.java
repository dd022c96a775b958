package dev.seeded.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seeded.Seeded;
import dev.seeded.Seeded.Global;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class OrderTest {

    static class Order {
        final UUID id = UUID.randomUUID();
        final double discount = Math.random();
    }

    @Test
    @Seeded(global = Global.SEED)
    void discountIsPayable() {
        assertThat(new Order().discount).isLessThan(0.99);
    }
}
