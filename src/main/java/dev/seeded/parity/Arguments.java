package dev.seeded.parity;

import java.util.Arrays;
import java.util.function.Supplier;

/** Checks of arguments that the generators share. */
final class Arguments {

    private Arguments() {}

    /** Refuses what the original refuses: {@code reason} gives its words and the value. */
    static void require(boolean holds, Supplier<String> reason) {
        if (!holds) {
            throw new IllegalArgumentException(reason.get());
        }
    }

    /** Returns {@code size}, which is not negative. */
    static int size(int size) {
        require(size >= 0, () -> "negative dimensions are not allowed: " + size);
        return size;
    }

    /** Returns the numbers from 0 to {@code n - 1}. */
    static int[] range(int n) {
        int[] range = new int[size(n)];
        Arrays.setAll(range, i -> i);
        return range;
    }
}
