package com.acme.billing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class BillTest {

    @Test
    void addsTax() {
        assertEquals(600, Bill.sum(500, 100));
    }
}
