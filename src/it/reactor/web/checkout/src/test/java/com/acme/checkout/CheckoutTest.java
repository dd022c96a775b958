package com.acme.checkout;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.acme.billing.Bill;
import dev.seeded.Seeded;
import java.util.Random;
import org.junit.jupiter.api.Test;

@Seeded
class CheckoutTest {

    @Test
    void sumsUp(Random random) {
        int net = random.nextInt(1_000_000);
        int tax = 1 + 100 * random.nextInt(1_000);
        assertEquals(net + tax, Bill.sum(net, tax));
    }
}
