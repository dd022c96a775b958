package dev.seeded.internal.jvm.hooks;

import java.security.SecureRandom;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** What the patched generators ask first, and what they do when a test answers. */
public final class DrawHooks {

    /** The generators of an algorithm that repeats itself, which were given a seed; the class has no room for a mark. */
    private static final WeakMap<Boolean> EXPLICIT = new WeakMap<>();

    private DrawHooks() {}

    /** Returns the seed that marks an instance of {@code Random} as created without one. */
    public static AtomicLong unseeded(AtomicLong seed) {
        return new UnseededState(seed.get());
    }

    /** An instance of {@code Random} is given a seed. */
    public static void seeded(@Nullable AtomicLong seed) {
        if (seed instanceof UnseededState unseeded) {
            unseeded.explicit = true;
        }
    }

    /** {@code Random.next}. */
    public static @Nullable TaskStreams next(AtomicLong seed) {
        if (!(seed instanceof UnseededState unseeded) || unseeded.explicit) {
            return null;
        }
        TaskStreams streams = ThreadStack.drawing();
        if (streams == null) {
            return null;
        }
        streams = streams.seeding(TaskStreams.RANDOM);
        if (streams != null && !unseeded.seeded) {
            unseeded.seeded = true;
        }
        return streams;
    }

    /** {@code Random.nextGaussian}, which keeps every other number for whoever calls it next. */
    public static @Nullable Double gaussian(Random random, @Nullable AtomicLong seed) {
        if (!isCovered(random, seed)) {
            return null;
        }
        TaskStreams streams = ThreadStack.drawing();
        if (streams == null) {
            return null;
        }
        if (!streams.test.seeds) {
            streams.watched(TaskStreams.RANDOM);
        }
        return streams.gaussian(random);
    }

    /** {@code Random.nextBytes}, which draws a number for every four bytes: tells whether it is done. */
    public static boolean bytes(Random random, byte @Nullable [] bytes) {
        if (bytes == null) {
            return false;
        }
        TaskStreams streams = ThreadStack.drawing();
        if (streams == null || !streams.test.detects) {
            return false;
        }
        streams.bytes(random, bytes);
        return true;
    }

    /** Returns whether a generator has no seed, and draws from nothing but the JDK. */
    private static boolean isCovered(Random random, @Nullable AtomicLong seed) {
        if (random instanceof ThreadLocalRandom) {
            return true;
        }
        if (seed instanceof UnseededState unseeded) {
            return !unseeded.explicit && (unseeded.isDrawnFrom() || !OwnDraws.has(random.getClass()));
        }
        return random.getClass() == SecureRandom.class && EXPLICIT.get(random) == null;
    }

    /** {@code ThreadLocalRandom.nextSeed}. */
    public static @Nullable TaskStreams local() {
        TaskStreams streams = ThreadStack.drawing();
        return streams == null ? null : streams.seeding(TaskStreams.LOCAL);
    }

    /** {@code Math.random} and {@code StrictMath.random}. */
    public static @Nullable TaskStreams math() {
        TaskStreams streams = ThreadStack.drawing();
        return streams == null ? null : streams.watched(TaskStreams.MATH);
    }

    /** {@code UUID.randomUUID}. */
    public static @Nullable UUID uuid() {
        TaskStreams streams = ThreadStack.drawing();
        return streams == null ? null : streams.watched(TaskStreams.UUIDS).uuid();
    }

    /** {@code Collections.shuffle}: tells whether it is done. */
    public static boolean shuffle(List<?> list) {
        TaskStreams streams = ThreadStack.drawing();
        if (streams == null) {
            return false;
        }
        streams.watched(TaskStreams.SHUFFLE).shuffle(list);
        return true;
    }

    /** {@code SecureRandom.nextBytes}: tells whether it is done. */
    public static boolean secure(SecureRandom random, byte @Nullable [] bytes) {
        TaskStreams streams = secure(random);
        if (streams == null || bytes == null) {
            return false;
        }
        streams.fill(bytes);
        return true;
    }

    /** {@code SecureRandom.generateSeed}: returns the bytes, or null where it is to go on. */
    public static byte @Nullable [] secure(SecureRandom random, int count) {
        TaskStreams streams = count < 0 ? null : secure(random);
        if (streams == null) {
            return null;
        }
        byte[] bytes = new byte[count];
        streams.fill(bytes);
        return bytes;
    }

    /** {@code SecureRandom.nextBytes} with parameters, which has checked them and is about to return. */
    public static void secured(SecureRandom random, byte[] bytes) {
        TaskStreams streams = OpenScopes.drawing == 0 ? null : secure(random);
        if (streams != null) {
            streams.fill(bytes);
        }
    }

    private static @Nullable TaskStreams secure(SecureRandom random) {
        TaskStreams streams = ThreadStack.drawing();
        if (streams == null) {
            return null;
        }
        Class<?> type = random.getClass();
        if (type != SecureRandom.class) {
            if (!type.getName().startsWith("dev.seeded.")) {
                streams.report(type.getName(), false);
            }
            return null;
        }
        return EXPLICIT.get(random) == null ? streams.seeding(TaskStreams.SECURE) : null;
    }

    /** {@code SecureRandom.setSeed}: one algorithm repeats itself if it is given a seed before its first number. */
    public static void seeded(SecureRandom random) {
        if (random.getAlgorithm().equals("SHA1PRNG")) {
            EXPLICIT.put(random, true);
        }
    }

    /** Returns the seed of a generator that is created without one. */
    public static long created(long seed) {
        if (OpenScopes.drawing == 0) {
            return seed;
        }
        TaskStreams streams = ThreadStack.drawing();
        if (streams != null) {
            streams = streams.seeding(TaskStreams.CREATED);
        }
        return streams == null ? seed : streams.created();
    }

    /** Draws until {@link #resume} are not the test's: its infrastructure makes them. */
    public static void suspend() {
        if (OpenScopes.drawing != 0) {
            ThreadStack.ofThisThread().push(DrawHooks.class, null);
        }
    }

    /** Draws until {@link #resume} decide nothing, unless they come from a generator that the caller gave. */
    public static void suspendUnless(@Nullable Random given) {
        if (OpenScopes.drawing != 0) {
            ThreadStack stack = ThreadStack.ofThisThread();
            stack.push(DrawHooks.class, given == null ? null : stack.streams());
        }
    }

    /** Ends {@link #suspend}. */
    public static void resume() {
        if (OpenScopes.everAny) {
            ThreadStack.ofThisThread().pop(DrawHooks.class);
        }
    }

    /** Returns a seed that nobody knows, for a generator of the infrastructure. */
    public static long entropy() {
        return System.nanoTime() ^ System.identityHashCode(new Object());
    }
}
