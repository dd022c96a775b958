package dev.seeded.internal.draws;

import dev.seeded.Seed;
import java.util.Arrays;
import java.util.Random;
import java.util.function.Supplier;

/**
 * Records the draws of one generator: each call of a method as one draw, whatever it takes from the sequence and whichever
 * methods of the same generator it calls.
 */
public final class DrawRecorder {

    private final GeneratorName name;
    private final DrawListener listener;
    private final Object lock;
    private int children;

    /** How deep the calls of the generator's methods by its own methods are. */
    private int depth;

    DrawRecorder(GeneratorName name, DrawListener listener) {
        this.name = name;
        this.listener = listener;
        lock = this;
    }

    private DrawRecorder(DrawRecorder other, Object lock) {
        name = other.name;
        listener = other.listener;
        this.lock = lock;
    }

    /** Returns this recorder for a generator that locks itself, now and then, when it draws. */
    DrawRecorder lockedBy(Object generator) {
        return new DrawRecorder(this, generator);
    }

    /** Returns a {@link Random} whose draws are recorded. */
    public Random random(Seed seed) {
        return new RecordedRandom(seed, this);
    }

    /** Returns a generator that draws what this one would, and whose draws are recorded. */
    public <T> T proxy(T generator, Class<T> type) {
        return type.cast(RecordedProxy.of(generator, type, this));
    }

    /** Returns the recorder of another generator that comes from this one. */
    public synchronized DrawRecorder child() {
        return new DrawRecorder(name.child(++children), listener);
    }

    /** Draws, and records that unless another method of the generator calls this one. */
    public <T> T record(String method, Supplier<T> draw) {
        synchronized (lock) {
            T drawn;
            depth++;
            try {
                drawn = draw.get();
            } finally {
                depth--;
            }
            if (depth == 0) {
                tell(method, drawn);
            }
            return drawn;
        }
    }

    /** Fills bytes, and records that as one draw. */
    void record(String method, byte[] bytes, Runnable fill) {
        record(method, () -> {
            fill.run();
            return bytes;
        });
    }

    /** Tells the listener of a number, or of bytes, that the generator is about to give. */
    public void tell(String method, Object drawn) {
        listener.drawn(name, method, bits(drawn));
    }

    private static long bits(Object drawn) {
        if (drawn instanceof byte[] bytes) {
            return Arrays.hashCode(bytes);
        }
        if (drawn instanceof Double value) {
            return Double.doubleToLongBits(value);
        }
        if (drawn instanceof Float value) {
            return Float.floatToIntBits(value);
        }
        return drawn instanceof Boolean value ? (value ? 1 : 0) : ((Number) drawn).longValue();
    }
}
