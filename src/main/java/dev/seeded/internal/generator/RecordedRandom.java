package dev.seeded.internal.generator;

import java.io.Serial;
import java.util.Arrays;
import java.util.Random;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;

/**
 * A {@link Random} whose draws are heard: each call of a public method as one draw, whatever it takes from the sequence.
 */
final class RecordedRandom extends Random {

    @Serial
    private static final long serialVersionUID = 1;

    private final transient String name;
    private final transient DrawListener listener;

    /** How deep the calls of this generator's methods by its own methods are. */
    private transient int depth;

    RecordedRandom(long seed, String name, DrawListener listener) {
        super(seed);
        this.name = name;
        this.listener = listener;
    }

    @Override
    protected int next(int bits) {
        return heard("next", () -> super.next(bits), Integer::longValue);
    }

    @Override
    public void nextBytes(byte[] bytes) {
        heard(
                "nextBytes",
                () -> {
                    super.nextBytes(bytes);
                    return bytes;
                },
                Arrays::hashCode);
    }

    @Override
    public int nextInt() {
        return heard("nextInt", () -> super.nextInt(), Integer::longValue);
    }

    @Override
    public int nextInt(int bound) {
        return heard("nextInt", () -> super.nextInt(bound), Integer::longValue);
    }

    @Override
    public int nextInt(int origin, int bound) {
        return heard("nextInt", () -> super.nextInt(origin, bound), Integer::longValue);
    }

    @Override
    public long nextLong() {
        return heard("nextLong", () -> super.nextLong(), Long::longValue);
    }

    @Override
    public long nextLong(long bound) {
        return heard("nextLong", () -> super.nextLong(bound), Long::longValue);
    }

    @Override
    public long nextLong(long origin, long bound) {
        return heard("nextLong", () -> super.nextLong(origin, bound), Long::longValue);
    }

    @Override
    public double nextDouble() {
        return heard("nextDouble", () -> super.nextDouble(), Double::doubleToLongBits);
    }

    @Override
    public double nextDouble(double bound) {
        return heard("nextDouble", () -> super.nextDouble(bound), Double::doubleToLongBits);
    }

    @Override
    public double nextDouble(double origin, double bound) {
        return heard("nextDouble", () -> super.nextDouble(origin, bound), Double::doubleToLongBits);
    }

    @Override
    public float nextFloat() {
        return heard("nextFloat", () -> super.nextFloat(), Float::floatToIntBits);
    }

    @Override
    public float nextFloat(float bound) {
        return heard("nextFloat", () -> super.nextFloat(bound), Float::floatToIntBits);
    }

    @Override
    public float nextFloat(float origin, float bound) {
        return heard("nextFloat", () -> super.nextFloat(origin, bound), Float::floatToIntBits);
    }

    @Override
    public boolean nextBoolean() {
        return heard("nextBoolean", () -> super.nextBoolean(), value -> value ? 1 : 0);
    }

    @Override
    public synchronized double nextGaussian() {
        return heard("nextGaussian", () -> super.nextGaussian(), Double::doubleToLongBits);
    }

    @Override
    public double nextGaussian(double mean, double deviation) {
        return heard("nextGaussian", () -> super.nextGaussian(mean, deviation), Double::doubleToLongBits);
    }

    @Override
    public double nextExponential() {
        return heard("nextExponential", () -> super.nextExponential(), Double::doubleToLongBits);
    }

    private synchronized <T> T heard(String method, Supplier<T> draw, ToLongFunction<T> bits) {
        T drawn;
        depth++;
        try {
            drawn = draw.get();
        } finally {
            depth--;
        }
        if (depth == 0) {
            listener.drawn(name, method, bits.applyAsLong(drawn));
        }
        return drawn;
    }
}
