package dev.seeded.internal.generator;

import java.io.Serial;
import java.io.Serializable;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Draws what {@link Random} draws, as safely between threads, but for half the price where a draw takes several steps of
 * the sequence: {@code Random} pays one compare-and-set for each step, this one pays one for all of them.
 *
 * <p>The sequence is Knuth's linear congruential generator as {@link Random#next} specifies it: 48 bits of state, of
 * which each step gives the highest. How {@code nextLong}, {@code nextDouble} and {@code nextBytes} are put together from
 * steps is specified there as well, and so is {@code nextGaussian}: Marsaglia's polar method, which gives two values at a
 * time (Knuth, TAOCP 2, 3.4.1, algorithm C). What is not overridden goes through these.
 */
final class SeededRandom extends NamedRandom {

    @Serial
    private static final long serialVersionUID = 1;

    private static final long MULTIPLIER = 0x5DEECE66DL;
    private static final long INCREMENT = 0xBL;
    private static final int BITS = 48;
    private static final long MASK = (1L << BITS) - 1;

    /** Bytes that are drawn for one compare-and-set; few enough to be drawn again when another thread was faster. */
    private static final int CHUNK = 1024;

    private static final VarHandle STATE;
    private static final VarHandle SPARES;

    static {
        try {
            MethodHandles.Lookup lookup = MethodHandles.lookup();
            STATE = lookup.findVarHandle(SeededRandom.class, "state", long.class);
            SPARES = lookup.findVarHandle(SeededRandom.class, "spares", Spare.class);
        } catch (ReflectiveOperationException impossible) {
            throw new ExceptionInInitializerError(impossible);
        }
    }

    // Without initializers, which would undo what the constructor of Random sets.
    private volatile long state;

    /** The second values of pairs, one at most unless threads meet: no monitor has to hold a pair together. */
    private volatile @Nullable Spare spares;

    /** Who draws: not volatile, as a look that comes late is worth no wait. */
    private transient @Nullable Thread owner;

    /** How often others have: 0, 1 where it was handed over, or more where threads may have drawn at the same time. */
    private transient byte others;

    private record Spare(double value, @Nullable Spare next) implements Serializable {}

    SeededRandom(long seed) {
        super(seed);
        owner = Thread.currentThread();
    }

    @Override
    public boolean isShared() {
        return others > 1;
    }

    @Override
    public boolean isDrawnElsewhere() {
        return others > 0;
    }

    @SuppressWarnings("ReferenceEquality") // a thread is itself
    private synchronized void drawnBy(Thread thread) {
        if (thread != owner && others < 2) {
            if (StandInThread.areTwo(thread, owner)) {
                others++;
            }
            owner = thread;
        }
    }

    @Override
    public synchronized void setSeed(long seed) {
        super.setSeed(seed);
        state = (seed ^ MULTIPLIER) & MASK;
        spares = null;
    }

    @Override
    protected int next(int bits) {
        while (true) {
            long before = state;
            long after = step(before);
            if (advance(before, after)) {
                return highest(bits, after);
            }
        }
    }

    @Override
    public long nextLong() {
        while (true) {
            long before = state;
            long first = step(before);
            long second = step(first);
            if (advance(before, second)) {
                return ((long) highest(Integer.SIZE, first) << Integer.SIZE) + highest(Integer.SIZE, second);
            }
        }
    }

    @Override
    public double nextDouble() {
        while (true) {
            long before = state;
            long first = step(before);
            long second = step(first);
            if (advance(before, second)) {
                return uniform(first, second);
            }
        }
    }

    @Override
    @SuppressWarnings("UnsynchronizedOverridesSynchronized") // that is the point
    public double nextGaussian() {
        for (Spare spare = spares; spare != null; spare = spares) {
            if (SPARES.compareAndSet(this, spare, spare.next)) {
                return spare.value;
            }
        }
        while (true) {
            long before = state;
            long current = before;
            double left;
            double right;
            double square;
            do {
                long first = step(current);
                long second = step(first);
                long third = step(second);
                current = step(third);
                left = 2 * uniform(first, second) - 1;
                right = 2 * uniform(third, current) - 1;
                square = left * left + right * right;
            } while (square >= 1 || square == 0);
            if (advance(before, current)) {
                double scale = StrictMath.sqrt(-2 * StrictMath.log(square) / square);
                spare(right * scale);
                return left * scale;
            }
        }
    }

    private void spare(double value) {
        Spare next;
        do {
            next = spares;
        } while (!SPARES.compareAndSet(this, next, new Spare(value, next)));
    }

    private static double uniform(long first, long second) {
        return (((long) highest(26, first) << 27) + highest(27, second)) * 0x1.0p-53;
    }

    @Override
    public void nextBytes(byte[] bytes) {
        for (int from = 0; from < bytes.length; ) {
            int to = Math.min(from + CHUNK, bytes.length);
            long before = state;
            if (advance(before, fill(bytes, from, to, before))) {
                from = to;
            }
        }
    }

    private static long fill(byte[] bytes, int from, int to, long before) {
        long current = before;
        for (int at = from; at < to; ) {
            current = step(current);
            int word = highest(Integer.SIZE, current);
            for (int taken = 0; taken < Integer.BYTES && at < to; taken++) {
                bytes[at++] = (byte) word;
                word >>= Byte.SIZE;
            }
        }
        return current;
    }

    @SuppressWarnings("ReferenceEquality") // a thread is itself
    private boolean advance(long before, long after) {
        Thread thread = Thread.currentThread();
        if (thread != owner && others < 2) {
            drawnBy(thread);
        }
        return STATE.compareAndSet(this, before, after);
    }

    private static long step(long state) {
        return (state * MULTIPLIER + INCREMENT) & MASK;
    }

    private static int highest(int bits, long state) {
        return (int) (state >>> (BITS - bits));
    }
}
