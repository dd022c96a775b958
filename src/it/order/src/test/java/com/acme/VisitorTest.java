package com.acme;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class VisitorTest {

    @Test
    void isNobody() {
        assertEquals("", LoginTest.user);
    }
}
