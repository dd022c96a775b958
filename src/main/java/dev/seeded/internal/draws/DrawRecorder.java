package dev.seeded.internal.draws;

import dev.seeded.Seed;
import java.util.Arrays;
import java.util.Random;
import java.util.function.Supplier;

/**
 * Tells a listener what one generator gives: each call of a method as one draw, whatever it takes from the sequence and
 * whichever methods of the same generator it calls.
 */
public final class DrawRecorder {

    private final String name;
    private final DrawListener listener;
    private final Object lock;
    private int children;

    /** How deep the calls of the generator's methods by its own methods are. */
    private int depth;

    /**
     * Creates an ear for one generator.
     *
     * @param name names the generator, equally in each run
     */
    DrawRecorder(String name, DrawListener listener) {
        this.name = name;
        this.listener = listener;
        lock = this;
    }

    private DrawRecorder(DrawRecorder other, Object lock) {
        name = other.name;
        listener = other.listener;
        this.lock = lock;
    }

    /** Returns an ear for a generator that locks itself, now and then, when it draws. */
    DrawRecorder of(Object generator) {
        return new DrawRecorder(this, generator);
    }

    /** Returns a {@link Random} that is heard. */
    public Random random(Seed seed) {
        return new RecordedRandom(seed, this);
    }

    /** Returns a generator that draws what this one would, and is heard. */
    public <T> T proxy(T generator, Class<T> type) {
        return type.cast(RecordedProxy.of(generator, type, this));
    }

    /** Returns an ear for another generator that comes from this one, with the name of this and a number. */
    public synchronized DrawRecorder child() {
        return new DrawRecorder(name + " child " + ++children, listener);
    }

    /** Draws, and tells the value if it is one. */
    public <T> T hear(String method, Supplier<T> draw) {
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

    /** Fills bytes, and tells that as one draw. */
    public void hear(String method, byte[] bytes, Runnable fill) {
        hear(method, () -> {
            fill.run();
            return bytes;
        });
    }

    /** Tells a number, or bytes, that the generator is about to give. */
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
