package com.acme;

import org.junit.jupiter.api.Test;

class LoginTest {

    static String user = "";

    @Test
    void logsIn() {
        user = "Ada";
    }
}
