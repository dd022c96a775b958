package dev.seeded.demo;

import java.util.Collections;
import java.util.List;

/** Puts numbers into their order. */
final class Sorting {

    private Sorting() {}

    /** Swaps neighbours. */
    static void bubble(List<Integer> numbers) {
        // The bug: one time through the list is not enough for all.
        for (int at = 0; at + 1 < numbers.size(); at++) {
            if (numbers.get(at) > numbers.get(at + 1)) {
                Collections.swap(numbers, at, at + 1);
            }
        }
    }
}
