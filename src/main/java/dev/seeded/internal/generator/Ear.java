package dev.seeded.internal.generator;

import java.util.Arrays;
import java.util.function.Supplier;

/**
 * Tells a listener what one generator gives: each call of a method as one draw, whatever it takes from the sequence and
 * whichever methods of the same generator it calls.
 */
public final class Ear {

    private final Object generator;
    private final String name;
    private final DrawListener listener;

    private int children;

    /** How deep the calls of the generator's methods by its own methods are. */
    private int depth;

    /**
     * Creates an ear for one generator.
     *
     * @param generator what is locked while it draws, so that draws are told in their order
     * @param name names the generator, equally in each run
     */
    Ear(Object generator, String name, DrawListener listener) {
        this.generator = generator;
        this.name = name;
        this.listener = listener;
    }

    /** Draws, and tells the value if it is one. */
    <T> T hear(String method, Supplier<T> draw) {
        synchronized (generator) {
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
    void hear(String method, byte[] bytes, Runnable fill) {
        hear(method, () -> {
            fill.run();
            return bytes;
        });
    }

    /** Tells a number, or bytes, that the generator is about to give. */
    public void tell(String method, Object drawn) {
        listener.drawn(name, method, bits(drawn));
    }

    /** Returns an ear for another generator that comes from this one, with the name of this and a number. */
    public Ear child(Object child) {
        synchronized (generator) {
            return new Ear(child, name + " child " + ++children, listener);
        }
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
