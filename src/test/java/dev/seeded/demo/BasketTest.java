package dev.seeded.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BasketTest {

    @Test
    void asksNoDeliveryAddressOfVisitors() {
        assertThat(UserSession.user).isNull();
    }
}
