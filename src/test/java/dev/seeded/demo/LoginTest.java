package dev.seeded.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LoginTest {

    @Test
    void refusesAnEmptyName() {
        assertThat(Session.login("")).isFalse();
    }

    @Test
    void logsIn() {
        assertThat(Session.login("Ada")).isTrue();
    }
}
