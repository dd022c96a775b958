package dev.seeded.parity;

import java.util.Collections;
import java.util.List;
import java.util.function.IntUnaryOperator;

/**
 * The shuffle of Python and NumPy: from the last element down to the second, each changes places with one at or before
 * it. R. Durstenfeld, <em>Algorithm 235: Random permutation</em>, CACM 7 (1964) 420.
 */
final class FisherYates {

    private final IntUnaryOperator upTo;

    /** @param upTo draws an index from 0 to its argument */
    FisherYates(IntUnaryOperator upTo) {
        this.upTo = upTo;
    }

    void shuffle(List<?> list) {
        shuffle(list.size(), 1, (i, j) -> Collections.swap(list, i, j));
    }

    void shuffle(int[] array) {
        shuffleTail(array, 1);
    }

    void shuffle(long[] array) {
        shuffle(array.length, 1, (i, j) -> {
            long kept = array[i];
            array[i] = array[j];
            array[j] = kept;
        });
    }

    void shuffle(double[] array) {
        shuffle(array.length, 1, (i, j) -> {
            double kept = array[i];
            array[i] = array[j];
            array[j] = kept;
        });
    }

    /** Shuffles the places from {@code first} on, each with any place at or before it. */
    void shuffleTail(int[] array, int first) {
        shuffle(array.length, first, (i, j) -> {
            int kept = array[i];
            array[i] = array[j];
            array[j] = kept;
        });
    }

    private void shuffle(int length, int first, Swap swap) {
        for (int i = length - 1; i >= first; i--) {
            swap.swap(i, upTo.applyAsInt(i));
        }
    }

    private interface Swap {
        void swap(int i, int j);
    }
}
