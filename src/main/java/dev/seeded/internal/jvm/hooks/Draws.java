package dev.seeded.internal.jvm.hooks;

import java.security.SecureRandom;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** What the patched generators ask first, and what they do when a test answers. */
public final class Draws {

    /** How many open roots seed or detect; patched methods read this before anything else. */
    public static int active;

    private static final WeakMap<Boolean> EXPLICIT = new WeakMap<>();

    private Draws() {}

    /** Returns the seed that marks an instance of {@code Random} as created without one. */
    public static AtomicLong unseeded(AtomicLong seed) {
        return new Unseeded(seed.get());
    }

    /** An instance of {@code Random} is given a seed. */
    public static void seeded(@Nullable AtomicLong seed) {
        if (seed instanceof Unseeded unseeded) {
            unseeded.explicit = true;
        }
    }

    /** {@code Random.next}. */
    public static @Nullable Context random(AtomicLong seed) {
        if (!(seed instanceof Unseeded unseeded) || unseeded.explicit) {
            return null;
        }
        Context context = Slot.drawing();
        return context == null ? null : context.seeding(Context.RANDOM);
    }

    /** {@code Random.nextGaussian}. */
    public static @Nullable Context gaussian(AtomicLong seed) {
        if (!(seed instanceof Unseeded unseeded) || unseeded.explicit) {
            return null;
        }
        Context context = Slot.drawing();
        return context == null || context.root.seeds() ? context : context.watched(Context.RANDOM);
    }

    /** {@code ThreadLocalRandom.nextSeed}. */
    public static @Nullable Context local() {
        Context context = Slot.drawing();
        return context == null ? null : context.seeding(Context.LOCAL);
    }

    /** {@code Math.random} and {@code StrictMath.random}. */
    public static @Nullable Context math() {
        Context context = Slot.drawing();
        return context == null ? null : context.watched(Context.MATH);
    }

    /** {@code UUID.randomUUID}. */
    public static @Nullable Context uuid() {
        Context context = Slot.drawing();
        return context == null ? null : context.watched(Context.UUIDS);
    }

    /** {@code Collections.shuffle}: tells whether it is done. */
    public static boolean shuffle(List<?> list) {
        Context context = Slot.drawing();
        if (context == null) {
            return false;
        }
        context.watched(Context.SHUFFLE).shuffle(list);
        return true;
    }

    /** {@code SecureRandom.nextBytes}: tells whether it is done. */
    public static boolean secure(SecureRandom random, byte @Nullable [] bytes) {
        Context context = secure(random);
        if (context == null || bytes == null) {
            return false;
        }
        context.fill(bytes);
        return true;
    }

    /** {@code SecureRandom.generateSeed}: returns the bytes, or null where it is to go on. */
    public static byte @Nullable [] secure(SecureRandom random, int count) {
        Context context = count < 0 ? null : secure(random);
        if (context == null) {
            return null;
        }
        byte[] bytes = new byte[count];
        context.fill(bytes);
        return bytes;
    }

    private static @Nullable Context secure(SecureRandom random) {
        Context context = Slot.drawing();
        if (context == null) {
            return null;
        }
        Class<?> type = random.getClass();
        if (type != SecureRandom.class) {
            if (!type.getName().startsWith("dev.seeded.")) {
                context.unseedable(type.getName());
            }
            return null;
        }
        return EXPLICIT.get(random) == null ? context.seeding(Context.SECURE) : null;
    }

    /** {@code SecureRandom.setSeed}: one algorithm repeats itself if it is given a seed before its first number. */
    public static void seeded(SecureRandom random) {
        if (random.getAlgorithm().equals("SHA1PRNG")) {
            EXPLICIT.put(random, true);
        }
    }

    /** Returns the seed of a generator that is created without one. */
    public static long created(long seed) {
        if (active == 0) {
            return seed;
        }
        Context context = Slot.drawing();
        if (context != null) {
            context = context.seeding(Context.CREATED);
        }
        return context == null ? seed : context.created();
    }

    /** Where the iteration of an immutable set or map begins. */
    public static long salt(long salt) {
        Root root = salting();
        return root == null ? salt : root.salt & 0xFFFF_FFFFL;
    }

    /** In which direction an immutable set of two is iterated. */
    public static boolean reverse(boolean reverse) {
        Root root = salting();
        return root == null ? reverse : root.salt < 0;
    }

    private static @Nullable Root salting() {
        Context context = Tasks.open == 0 ? null : Slot.open();
        if (context == null || !context.root.salts()) {
            return null;
        }
        context.root.asked = true;
        return context.root;
    }

    /** In which direction larger ones are iterated: the same for all, lest it change on the way. */
    public static boolean forward(boolean reverse) {
        return false;
    }

    /** Draws until {@link #resume} are not the test's: its infrastructure makes them. */
    public static void suspend() {
        if (active != 0) {
            Slot.ofThisThread().push(Draws.class, null);
        }
    }

    /** Ends {@link #suspend}. */
    public static void resume() {
        if (Tasks.everOpen) {
            Slot.ofThisThread().pop(Draws.class);
        }
    }

    /** Returns a seed that nobody knows, for a generator of the infrastructure. */
    public static long entropy() {
        return System.nanoTime() ^ System.identityHashCode(new Object());
    }

    /**
     * A class is about to be initialized, which happens once, in whichever test comes first: what it draws is not that
     * test's. The test's own class draws from a stream of its own, which nobody hears: it would be missed the next time.
     */
    public static void initialize(Class<?> type) {
        if (active != 0) {
            Slot slot = Slot.ofThisThread();
            Context context = Slot.drawing();
            if (context != null) {
                Root root = context.root;
                slot.push(type, root.owner == type ? new Context(root, root.initializers, null) : null);
            }
        }
    }

    /** A class was initialized, or failed. */
    public static void initialized(Class<?> type) {
        if (Tasks.everOpen) {
            Slot.ofThisThread().pop(type);
        }
    }
}
