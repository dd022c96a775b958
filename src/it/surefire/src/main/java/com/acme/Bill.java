package com.acme;

import java.util.Collections;
import java.util.List;

/** Splits a bill among friends, with a bug: what the division leaves over is lost. */
final class Bill {

    private Bill() {}

    static List<Integer> split(int cents, int friends) {
        return Collections.nCopies(friends, cents / friends);
    }
}
