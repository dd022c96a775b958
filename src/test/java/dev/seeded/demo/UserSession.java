package dev.seeded.demo;

import org.jspecify.annotations.Nullable;

/** Keeps a user beyond the test that has logged in: the bug of the guide on bisecting. */
final class UserSession {

    static @Nullable String user;

    private UserSession() {}

    static boolean login(String name) {
        if (name.isEmpty()) {
            return false;
        }
        user = name;
        return true;
    }
}
