package dev.seeded.internal.jvm.hooks;

import dev.seeded.internal.seed.Derivation;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.ObjLongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The streams of one thread or task in a test, one for each kind of API. Used by one thread at a time. Each is a
 * SplitMix64 sequence whose state is a negative numbered stream of the context's seed; the children's seeds are those
 * numbered from zero, in the order in which the threads were started and the tasks submitted.
 */
public final class Context {

    static final String RANDOM = "java.util.Random";
    static final String LOCAL = "java.util.concurrent.ThreadLocalRandom";
    static final String MATH = "java.lang.Math.random";
    static final String UUIDS = "java.util.UUID.randomUUID";
    static final String SECURE = "java.security.SecureRandom";
    static final String SHUFFLE = "java.util.Collections.shuffle";
    static final String CREATED = "java.util.random.RandomGenerator";

    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;
    private static final double DOUBLE_UNIT = 0x1.0p-53;

    final Root root;

    private final long seed;

    /** Whether a draw needs no more than a number: nothing is reported, and nobody listens. */
    private final boolean quick;

    /** The numbers of the threads and tasks that lead here, as far as the test's draws are heard; null if nobody listens. */
    private final @Nullable String path;

    private long random;
    private long local;
    private long math;
    private long uuid;
    private long secure;
    private long shuffle;
    private long created;
    private long children;

    Context(Root root, long seed, @Nullable String path) {
        this.root = root;
        this.seed = seed;
        this.path = path;
        quick = root.seeds() && !root.detects() && path == null;
        random = Derivation.stream(seed, -1);
        local = Derivation.stream(seed, -2);
        math = Derivation.stream(seed, -3);
        uuid = Derivation.stream(seed, -4);
        secure = Derivation.stream(seed, -5);
        shuffle = Derivation.stream(seed, -6);
        created = Derivation.stream(seed, -7);
    }

    /** Returns the context of the next thread or task that this one starts. */
    Context child() {
        String childPath = path;
        if (path != null) {
            String number = Long.toString(children + 1);
            childPath = path.isEmpty() ? number : path.concat(".").concat(number);
        }
        return new Context(root, Derivation.stream(seed, children++), childPath);
    }

    /** Tells whether anything was drawn, started or submitted here. */
    boolean isUsed() {
        Context fresh = new Context(root, seed, null);
        return children != 0
                || random != fresh.random
                || local != fresh.local
                || math != fresh.math
                || uuid != fresh.uuid
                || secure != fresh.secure
                || shuffle != fresh.shuffle
                || created != fresh.created;
    }

    /** Reports a draw if need be; returns this if it is to be seeded. */
    @Nullable
    Context seeding(String api) {
        if (quick) {
            return this;
        }
        watched(api);
        return root.seeds() ? this : null;
    }

    /** Reports a draw if need be; returns this, which then knows how to draw unseeded too. */
    Context watched(String api) {
        if (root.detects()) {
            report(api, true);
        }
        return this;
    }

    /** Reports a draw that cannot be seeded. */
    void unseedable(String api) {
        report(api, false);
    }

    private void report(String api, boolean seedable) {
        if (root.report != null) {
            Slot slot = Slot.ofThisThread();
            slot.push(this, null);
            try {
                root.report.accept(api, seedable);
            } finally {
                slot.pop(this);
            }
        }
    }

    /** Draws for {@code Random.next}. */
    public int next(int bits) {
        int drawn = (int) (mix64(random += GOLDEN_GAMMA) >>> (Long.SIZE - bits));
        if (!quick) {
            tell(RANDOM, drawn);
        }
        return drawn;
    }

    /** Draws for {@code Random.nextGaussian}, without the half that an instance keeps for its next caller. */
    public double gaussian(Random random) {
        if (!root.seeds()) {
            Slot slot = Slot.ofThisThread();
            slot.push(this, null);
            try {
                return random.nextGaussian();
            } finally {
                slot.pop(this);
            }
        }
        double first;
        double square;
        do {
            first = 2 * random.nextDouble() - 1;
            double second = 2 * random.nextDouble() - 1;
            square = first * first + second * second;
        } while (square >= 1 || square == 0);
        return first * StrictMath.sqrt(-2 * StrictMath.log(square) / square);
    }

    /** Draws for {@code ThreadLocalRandom.nextSeed}, whose callers mix. */
    public long local() {
        long drawn = local += GOLDEN_GAMMA;
        if (!quick) {
            tell(LOCAL, drawn);
        }
        return drawn;
    }

    /** Draws for {@code Math.random}. */
    public double math() {
        if (quick) {
            return nextMath();
        }
        if (root.seeds()) {
            double drawn = nextMath();
            tell(MATH, Double.doubleToLongBits(drawn));
            return drawn;
        }
        Slot slot = Slot.ofThisThread();
        slot.push(this, null);
        try {
            return Math.random();
        } finally {
            slot.pop(this);
        }
    }

    private double nextMath() {
        return (mix64(math += GOLDEN_GAMMA) >>> 11) * DOUBLE_UNIT;
    }

    /** Draws for {@code UUID.randomUUID}. */
    public UUID uuid() {
        if (quick) {
            return nextUuid();
        }
        if (root.seeds()) {
            UUID drawn = nextUuid();
            tell(UUIDS, drawn.getMostSignificantBits());
            return drawn;
        }
        Slot slot = Slot.ofThisThread();
        slot.push(this, null);
        try {
            return UUID.randomUUID();
        } finally {
            slot.pop(this);
        }
    }

    private UUID nextUuid() {
        long high = mix64(uuid += GOLDEN_GAMMA);
        long low = mix64(uuid += GOLDEN_GAMMA);
        return new UUID((high & ~0xF000L) | 0x4000L, (low & (-1L >>> 2)) | (1L << 63));
    }

    void shuffle(List<?> list) {
        if (root.seeds()) {
            Random drawn = new Random(mix64(shuffle += GOLDEN_GAMMA));
            tell(SHUFFLE, list.size());
            Collections.shuffle(list, drawn);
            return;
        }
        Slot slot = Slot.ofThisThread();
        slot.push(this, null);
        try {
            Collections.shuffle(list);
        } finally {
            slot.pop(this);
        }
    }

    void fill(byte[] bytes) {
        for (int at = 0; at < bytes.length; ) {
            long word = mix64(secure += GOLDEN_GAMMA);
            for (int taken = 0; taken < Long.BYTES && at < bytes.length; taken++) {
                bytes[at++] = (byte) word;
                word >>>= Byte.SIZE;
            }
        }
        if (!quick) {
            tell(SECURE, Arrays.hashCode(bytes));
        }
    }

    /** Draws the seed of a generator that is created without one. */
    long created() {
        long drawn = mix64(created += GOLDEN_GAMMA);
        if (!quick) {
            tell(CREATED, drawn);
        }
        return drawn;
    }

    private void tell(String api, long value) {
        ObjLongConsumer<String> listener = root.listener;
        if (listener != null && path != null) {
            Slot slot = Slot.ofThisThread();
            slot.push(this, null);
            try {
                listener.accept(path.isEmpty() ? api : api.concat(" in task ").concat(path), value);
            } finally {
                slot.pop(this);
            }
        }
    }

    private static long mix64(long z) {
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
