package dev.seeded.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seeded.Seeded;
import dev.seeded.Seeded.Global;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Compiled, not run: it needs the agent, which the consumer build {@code global} has. */
class Orders {

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
