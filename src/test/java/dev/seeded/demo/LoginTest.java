package dev.seeded.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LoginTest {

    @Test
    void refusesAnEmptyName() {
        assertThat(UserSession.login("")).isFalse();
    }

    @Test
    void logsIn() {
        assertThat(UserSession.login("Ada")).isTrue();
    }
}
