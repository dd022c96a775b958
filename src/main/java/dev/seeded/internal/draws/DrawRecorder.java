package dev.seeded.internal.draws;

import dev.seeded.Seed;
import dev.seeded.internal.generator.StandInThread;
import java.util.Arrays;
import java.util.Random;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Records the draws of one generator: each call of a method as one draw, whatever it takes from the sequence and whichever
 * methods of the same generator it calls.
 */
public final class DrawRecorder {

    private final GeneratorName name;
    private final DrawListener listener;
    private final @Nullable DrawSource source;
    private final Object lock;
    private int children;

    /** How deep the calls of the generator's methods by its own methods are. */
    private int depth;

    /** Who drew last, and how often the thread has changed: see {@link StandInThread}. */
    private @Nullable Thread drawer = Thread.currentThread();

    private int handedOver;

    /** @param source decides what is given; null where the generator does */
    DrawRecorder(GeneratorName name, DrawListener listener, @Nullable DrawSource source) {
        this.name = name;
        this.listener = listener;
        this.source = source;
        lock = this;
    }

    private DrawRecorder(DrawRecorder other, Object lock) {
        name = other.name;
        listener = other.listener;
        source = other.source;
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
        return new DrawRecorder(name.child(++children), listener, source);
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

    /** Returns whether threads may have drawn at the same time. */
    boolean isShared() {
        synchronized (lock) {
            return handedOver > 1;
        }
    }

    /** Returns whether another thread than the one that made it has drawn. */
    boolean isDrawnElsewhere() {
        synchronized (lock) {
            return handedOver > 0;
        }
    }

    /** Returns whether something else decides what is given. */
    boolean isReplaced() {
        return source != null;
    }

    /** Draws a whole number of a range, whose ends are included. */
    long whole(String method, long least, long most, Supplier<? extends Number> draw) {
        return given(method, Domain.whole(least, most), draw).longValue();
    }

    /** Draws a whole number of a range, whose end is not included. */
    long below(String method, long least, long end, Supplier<? extends Number> draw) {
        return given(method, least < end ? Domain.whole(least, end - 1) : null, draw)
                .longValue();
    }

    /** Draws a slot for an element among so many, as a shuffle does. */
    int slot(int count, Supplier<Integer> draw) {
        return given("nextInt", count < 1 ? null : Domain.slot(count), draw).intValue();
    }

    /** Draws a number of a range, whose end is not included. */
    double real(String method, double least, double end, Supplier<Double> draw) {
        return real(
                method,
                least < end && end < Double.POSITIVE_INFINITY ? Domain.real(least, Math.nextDown(end)) : null,
                draw);
    }

    /** Draws a number of these; null where there are none. */
    double real(String method, @Nullable Domain domain, Supplier<Double> draw) {
        return given(method, domain, draw).doubleValue();
    }

    /** Draws a number of a range, whose end is not included. */
    float single(String method, float least, float end, Supplier<Float> draw) {
        return given(
                        method,
                        least < end && end < Float.POSITIVE_INFINITY ? Domain.real(least, Math.nextDown(end)) : null,
                        draw)
                .floatValue();
    }

    /** Draws false or true. */
    boolean truth(String method, Supplier<Boolean> draw) {
        return source == null
                ? record(method, draw)
                : given(method, Domain.truth(), () -> draw.get() ? 1L : 0L).longValue() != 0;
    }

    /** Fills bytes, and records that as one draw. */
    void bytes(String method, byte[] bytes, Runnable fill) {
        synchronized (lock) {
            depth++;
            try {
                fill.run();
            } finally {
                depth--;
            }
            if (depth == 0) {
                replace(method, bytes);
                tell(method, bytes);
            }
        }
    }

    /** Draws a number; where something else decides, that, unless it is no draw of its own or the bounds are wrong. */
    private Number given(String method, @Nullable Domain domain, Supplier<? extends Number> draw) {
        if (source == null || domain == null) {
            return record(method, draw);
        }
        synchronized (lock) {
            depth++;
            try {
                if (depth > 1) {
                    return draw.get();
                }
                Number given = domain.number(source.next(name, method, domain, () -> domain.bits(draw.get())));
                tell(method, method.equals("nextFloat") ? (Number) given.floatValue() : given);
                return given;
            } finally {
                depth--;
            }
        }
    }

    /** Tells the listener of a number, or a truth, that was drawn, or returns what is given in its place. */
    public Object replaced(String method, @Nullable Domain domain, Object drawn) {
        if (source == null || domain == null) {
            tell(method, drawn);
            return drawn;
        }
        long given = source.next(
                name,
                method,
                domain,
                () -> domain.bits(drawn instanceof Boolean truth ? (truth ? 1 : 0) : (Number) drawn));
        Object value = drawn instanceof Integer
                ? (Object) (int) given
                : drawn instanceof Float ? (Object) (float) Double.longBitsToDouble(given) : domain.value(given);
        tell(method, value);
        return value;
    }

    /** Has each of these bytes be what is given in its place. */
    public void replace(String method, byte[] bytes) {
        DrawSource decides = source;
        if (decides != null) {
            for (int at = 0; at < bytes.length; at++) {
                byte drawn = bytes[at];
                bytes[at] =
                        (byte) decides.next(name, method, Domain.whole(Byte.MIN_VALUE, Byte.MAX_VALUE), () -> drawn);
            }
        }
    }

    /** Tells the listener of a number, or of bytes, that the generator is about to give. */
    @SuppressWarnings("ReferenceEquality") // a thread is itself
    public void tell(String method, Object drawn) {
        Thread thread = Thread.currentThread();
        if (thread != drawer) {
            handedOver += StandInThread.areTwo(thread, drawer) ? 1 : 0;
            drawer = thread;
        }
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
