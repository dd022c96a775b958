package dev.seeded.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seeded.SeededOrder;
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
    @TestMethodOrder(SeededOrder.Methods.class)
    class PriceTest {

        @Test
        void isPositive() {
            assertThat(new Money(5).cents()).isPositive();
        }
    }
}
