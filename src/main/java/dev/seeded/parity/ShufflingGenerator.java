package dev.seeded.parity;

import java.util.Collections;
import java.util.List;

/**
 * The shuffle of Python and NumPy: from the last element down to the second, each changes places with one at or before
 * it. R. Durstenfeld, <em>Algorithm 235: Random permutation</em>, CACM 7 (1964) 420.
 */
abstract class ShufflingGenerator<B extends BitGenerator> extends ParityGenerator<B> {

    ShufflingGenerator(B source, String call) {
        super(source, call);
    }

    /** Returns a number in [0, 1), as {@code random()} does in Python and NumPy. */
    public double random() {
        return nextDouble();
    }

    /** Draws the index that the element at {@code own} changes places with, at that or before. */
    abstract int slot(int own);

    /** Shuffles in place, as {@code shuffle(x)} does in Python with lists and arrays. */
    public void shuffle(List<?> x) {
        shuffle(x.size(), (i, j) -> Collections.swap(x, i, j));
    }

    /** Shuffles in place, as {@code shuffle(x)} does in Python. */
    public void shuffle(int[] x) {
        shuffle(x.length, (i, j) -> swap(x, i, j));
    }

    /** Shuffles in place, as {@code shuffle(x)} does in Python. */
    public void shuffle(long[] x) {
        shuffle(x.length, (i, j) -> {
            long kept = x[i];
            x[i] = x[j];
            x[j] = kept;
        });
    }

    /** Shuffles in place, as {@code shuffle(x)} does in Python. */
    public void shuffle(double[] x) {
        shuffle(x.length, (i, j) -> {
            double kept = x[i];
            x[i] = x[j];
            x[j] = kept;
        });
    }

    private void shuffle(int length, Swap swap) {
        for (int i = length - 1; i > 0; i--) {
            swap.swap(i, slot(i));
        }
    }

    static void swap(int[] array, int i, int j) {
        int kept = array[i];
        array[i] = array[j];
        array[j] = kept;
    }

    private interface Swap {
        void swap(int i, int j);
    }
}
