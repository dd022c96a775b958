package dev.seeded.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seeded.Seeded;
import dev.seeded.SeededOrder;
import java.util.Random;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

class OrdersTest {

    @Nested
    @TestMethodOrder(MethodOrderer.Random.class)
    class PriceBeforeTest {

        @Test
        void isPositive() {
            assertThat(new Money(5).cents()).isPositive();
        }
    }

    @Nested
    @Seeded
    @TestMethodOrder(SeededOrder.Methods.class)
    class PriceTest {

        @Test
        void isPositive(Random random) {
            assertThat(new Money(1 + random.nextInt(100)).cents()).isPositive();
        }
    }
}
