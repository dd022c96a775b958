package dev.seeded.internal.jvm.hooks;

import dev.seeded.internal.seed.Derivation;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.LongUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The streams of one thread or task in a test, one for each kind of API. Used by one thread at a time. Each is a
 * SplitMix64 sequence whose state is a negative numbered stream of the task's seed. The seeds of the threads and tasks that
 * are started or submitted from here are numbered too, those of each origin from zero, in the order in which they come.
 */
public final class TaskStreams {

    static final String RANDOM = "java.util.Random";
    static final String LOCAL = "java.util.concurrent.ThreadLocalRandom";
    static final String MATH = "java.lang.Math.random";
    static final String UUIDS = "java.util.UUID.randomUUID";
    static final String SECURE = "java.security.SecureRandom";
    static final String SHUFFLE = "java.util.Collections.shuffle";
    static final String CREATED = "java.util.random.RandomGenerator";

    private static final double DOUBLE_UNIT = 0x1.0p-53;

    /** Of each API, so many draws are all told of; then one after each further part of all so far that is one in so many. */
    private static final int TOLD = 100;

    final RunningScope test;

    /** What the seeds of all these streams begin with. */
    private final long streams;

    /** Whether a draw needs no more than a number: none is reported or recorded. */
    private final boolean quick;

    /** The numbers of the threads and tasks that lead here; null if draws are not recorded. */
    private final @Nullable String path;

    private long random;
    private long local;
    private long math;
    private long uuid;
    private long secure;
    private long shuffle;
    private long created;
    private @Nullable Children children;
    private @Nullable Reports reports;

    /** The number of the call that draws many numbers, or of the last one. */
    private long call;

    private boolean inCall;

    /** How many threads and tasks of one origin there were. */
    private static final class Children {

        final TaskOrigin origin;
        final long streams;
        final @Nullable Children others;
        long count;

        Children(TaskOrigin origin, long seed, @Nullable Children others) {
            this.origin = origin;
            streams = Derivation.numberedStreams(seed);
            this.others = others;
        }
    }

    /** How often an API was drawn from, and in which call of many draws last. */
    private static final class Reports {

        final String api;
        final @Nullable Reports others;
        long draws;
        long next;
        long call;

        Reports(String api, @Nullable Reports others) {
            this.api = api;
            this.others = others;
        }
    }

    TaskStreams(RunningScope test, long seed, @Nullable String path) {
        this.test = test;
        this.path = path;
        streams = Derivation.numberedStreams(seed);
        quick = test.seeds && !test.detects && path == null;
        random = stream(-1);
        local = stream(-2);
        math = stream(-3);
        uuid = stream(-4);
        secure = stream(-5);
        shuffle = stream(-6);
        created = stream(-7);
    }

    private long stream(long number) {
        return Derivation.numberedStream(streams, number);
    }

    /** Returns the streams of a thread or task that is started or submitted from here. */
    @SuppressWarnings("ReferenceEquality") // there is one of each name
    TaskStreams child(Object threadOrTask) {
        TaskOrigin origin = TaskOrigin.of(threadOrTask);
        Children siblings = children;
        while (siblings != null && siblings.origin != origin) {
            siblings = siblings.others;
        }
        if (siblings == null) {
            siblings = new Children(origin, stream(origin.number), children);
            children = siblings;
        }
        long number = siblings.count++;
        return new TaskStreams(
                test,
                Derivation.numberedStream(siblings.streams, number),
                path == null ? null : inside(origin.name.concat(" ").concat(Long.toString(number + 1))));
    }

    /** Returns the streams of what an executor does to get this task to run, which depends on the executor. */
    TaskStreams dispatch() {
        return new TaskStreams(test, stream(-8), path == null ? null : inside("executor"));
    }

    private @Nullable String inside(String task) {
        return path == null || path.isEmpty() ? task : path.concat(", ").concat(task);
    }

    /** Returns whether anything was drawn, started or submitted here. */
    boolean isUsed() {
        return children != null
                || random != stream(-1)
                || local != stream(-2)
                || math != stream(-3)
                || uuid != stream(-4)
                || secure != stream(-5)
                || shuffle != stream(-6)
                || created != stream(-7);
    }

    /** Reports a draw if need be; returns this if it is to be seeded. */
    @Nullable
    TaskStreams seeding(String api) {
        if (quick) {
            return this;
        }
        if (test.detects) {
            report(api, test.seeds);
        }
        return test.seeds ? this : null;
    }

    /** Reports a draw of an API that calls others; returns this, which then knows how to draw unseeded too. */
    TaskStreams watched(String api) {
        if (test.detects) {
            report(api, test.seeds);
        }
        return this;
    }

    /**
     * Tells of a draw. To find its place takes a hundred times as long as to draw: the first draws from each API are told of,
     * and then fewer and fewer. Whether a test draws anything unseeded is known from the first.
     */
    void report(String api, boolean seeded) {
        if (test.report != null && isTold(api)) {
            ThreadStack stack = ThreadStack.ofThisThread();
            stack.push(this, null);
            try {
                test.report.accept(api, seeded);
            } finally {
                stack.pop(this);
            }
        }
    }

    @SuppressWarnings("ReferenceEquality") // there is one of each name
    private boolean isTold(String api) {
        Reports found = reports;
        while (found != null && found.api != api) {
            found = found.others;
        }
        if (found == null) {
            found = new Reports(api, reports);
            reports = found;
        }
        if (inCall) {
            if (found.call == call) {
                return false;
            }
            found.call = call;
        }
        if (found.draws++ < found.next) {
            return false;
        }
        found.next = found.draws + found.draws / TOLD;
        return true;
    }

    /** Returns what is given: what was drawn, or what takes its place. */
    private long record(String api, long value) {
        BiFunction<String, String, LongUnaryOperator> recorder = test.recorder;
        if (recorder != null && path != null) {
            ThreadStack stack = ThreadStack.ofThisThread();
            stack.push(this, null);
            try {
                return recorder.apply(api, path).applyAsLong(value);
            } finally {
                stack.pop(this);
            }
        }
        return value;
    }

    /** Draws as outside of the test, so that what an API draws from others is not reported once more. */
    private Object unseeded(String api, Object from) {
        ThreadStack stack = ThreadStack.ofThisThread();
        stack.push(this, null);
        try {
            return switch (api) {
                case MATH -> Math.random();
                case UUIDS -> UUID.randomUUID();
                case SHUFFLE -> {
                    Collections.shuffle((List<?>) from);
                    yield from;
                }
                default -> polar((Random) from);
            };
        } finally {
            stack.pop(this);
        }
    }

    /**
     * Draws what {@code Random.nextBytes} is specified to draw, as one draw. Calls nothing else that a subclass may override.
     */
    void bytes(Random random, byte[] bytes) {
        boolean around = inCall;
        if (!around) {
            inCall = true;
            call++;
        }
        try {
            for (int at = 0; at < bytes.length; ) {
                int word = random.nextInt();
                for (int taken = 0; taken < Integer.BYTES && at < bytes.length; taken++) {
                    bytes[at++] = (byte) word;
                    word >>= Byte.SIZE;
                }
            }
        } finally {
            inCall = around;
        }
    }

    /** Draws for {@code Random.next}. */
    public int next(int bits) {
        int drawn = (int) (Derivation.mix64(random += Derivation.GOLDEN_GAMMA) >>> (Long.SIZE - bits));
        return quick ? drawn : (int) record(RANDOM, ((long) bits << Integer.SIZE) | (drawn & 0xFFFF_FFFFL));
    }

    /** Draws for {@code Random.nextGaussian}, without the half that an instance keeps for its next caller. */
    Double gaussian(Random random) {
        if (!test.seeds) {
            return (Double) unseeded(RANDOM, random);
        }
        return polar(random);
    }

    /** Draws what {@code nextGaussian} gives first, without calling that, which a subclass may override. */
    private static double polar(Random random) {
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
        long drawn = local += Derivation.GOLDEN_GAMMA;
        if (!quick) {
            record(LOCAL, drawn);
        }
        return drawn;
    }

    /** Draws for {@code Math.random}. */
    public double math() {
        if (!test.seeds) {
            return (Double) unseeded(MATH, this);
        }
        double drawn = (Derivation.mix64(math += Derivation.GOLDEN_GAMMA) >>> 11) * DOUBLE_UNIT;
        return quick ? drawn : Double.longBitsToDouble(record(MATH, Double.doubleToLongBits(drawn)));
    }

    UUID uuid() {
        if (!test.seeds) {
            return (UUID) unseeded(UUIDS, this);
        }
        long high = Derivation.mix64(uuid += Derivation.GOLDEN_GAMMA);
        long low = Derivation.mix64(uuid += Derivation.GOLDEN_GAMMA);
        UUID drawn = new UUID((high & ~0xF000L) | 0x4000L, (low & (-1L >>> 2)) | (1L << 63));
        if (!quick) {
            record(UUIDS, drawn.getMostSignificantBits());
        }
        return drawn;
    }

    void shuffle(List<?> list) {
        if (!test.seeds) {
            unseeded(SHUFFLE, list);
            return;
        }
        Random drawn = new Random(Derivation.mix64(shuffle += Derivation.GOLDEN_GAMMA));
        record(SHUFFLE, list.size());
        Collections.shuffle(list, drawn);
    }

    void fill(byte[] bytes) {
        for (int at = 0; at < bytes.length; ) {
            long word = Derivation.mix64(secure += Derivation.GOLDEN_GAMMA);
            for (int taken = 0; taken < Long.BYTES && at < bytes.length; taken++) {
                bytes[at++] = (byte) word;
                word >>>= Byte.SIZE;
            }
        }
        if (!quick) {
            record(SECURE, Arrays.hashCode(bytes));
        }
    }

    /** Draws the seed of a generator that is created without one. */
    long created() {
        long drawn = Derivation.mix64(created += Derivation.GOLDEN_GAMMA);
        if (!quick) {
            record(CREATED, drawn);
        }
        return drawn;
    }
}
