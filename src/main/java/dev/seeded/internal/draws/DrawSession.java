package dev.seeded.internal.draws;

import dev.seeded.Seed;
import dev.seeded.internal.JvmState;
import dev.seeded.internal.JvmState.Slot;
import dev.seeded.internal.generator.Recipe;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BiFunction;
import java.util.function.LongUnaryOperator;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The time in which the draws of all generators that are handed out are recorded; others are as fast as ever.
 *
 * @param source decides what they give; null where they do
 * @param ends what is to be done when it is over
 */
public record DrawSession(DrawListener listener, @Nullable DrawSource source, Queue<Runnable> ends) {

    private static final String MATH = "java.lang.Math.random";

    /** Draws so many bits as the upper half of the value says, which are the lower half. */
    private static final String RANDOM = "java.util.Random";

    private static final Slot<DrawSession> CURRENT = JvmState.DRAWS.holding(DrawSession.class);

    private static final Domain UNIT = Domain.real(0, Math.nextDown(1.0));

    /** What the APIs of the JVM give, where it is more than bits. */
    private static final Map<String, String> METHODS = Map.of(
            MATH,
            "nextDouble",
            "java.security.SecureRandom",
            "nextBytes",
            "java.util.UUID.randomUUID",
            DrawListener.UUID,
            "java.util.Collections.shuffle",
            DrawListener.SHUFFLE);

    private static final DrawListener NOBODY = (generator, method, value) -> {};

    /** Tells a listener of the draws of the generators that are handed out while an action runs; returns its result. */
    public static <T> T record(DrawListener listener, Supplier<T> action) {
        return run(new DrawSession(listener, null, new ConcurrentLinkedQueue<>()), action);
    }

    /** Has all generators that are handed out while an action runs give what a source decides; returns its result. */
    public static <T> T replace(DrawSource source, Supplier<T> action) {
        return run(replacing(source), action);
    }

    /** Returns whether a source decides what all generators give that are handed out. */
    public static boolean isReplacing() {
        return CURRENT.find().filter(session -> session.source != null).isPresent();
    }

    private static DrawSession replacing(DrawSource source) {
        return new DrawSession(NOBODY, source, new ConcurrentLinkedQueue<>());
    }

    private static <T> T run(DrawSession session, Supplier<T> action) {
        T result = CURRENT.during(session, action);
        session.ends.forEach(Runnable::run);
        return result;
    }

    /**
     * Returns what records the random numbers that a test, or a class, draws from an API of the JVM in a task, which is
     * empty on the test's own thread; null where nothing is recorded.
     *
     * @param context returns the unique id of the test or class
     */
    public static @Nullable BiFunction<String, String, LongUnaryOperator> ofJvm(Supplier<String> context) {
        return CURRENT.find().map(session -> session.ofJvm(context.get())).orElse(null);
    }

    private static Domain bits(long value) {
        int bits = (int) (value >>> Integer.SIZE);
        return bits == Integer.SIZE
                ? Domain.whole(Integer.MIN_VALUE, Integer.MAX_VALUE)
                : Domain.whole(0, (1L << bits) - 1);
    }

    /** Returns what has a source decide what a test draws from an API of the JVM in a task, where that can be. */
    public static BiFunction<String, String, LongUnaryOperator> ofJvm(DrawSource source, String context) {
        return replacing(source).ofJvm(context);
    }

    private BiFunction<String, String, LongUnaryOperator> ofJvm(String context) {
        return (api, task) -> {
            GeneratorName name = new GeneratorName(context, api, task.isEmpty() ? "" : "in task " + task);
            String method = METHODS.getOrDefault(api, DrawListener.BITS);
            boolean isRandom = api.equals(RANDOM);
            LongUnaryOperator decides = decider(name, api, method);
            return value -> {
                long given = decides.applyAsLong(value);
                listener.drawn(name, method, isRandom ? (int) given : given);
                return given;
            };
        };
    }

    /** Returns what is given in place of a value of the JVM's. */
    private LongUnaryOperator decider(GeneratorName name, String api, String method) {
        DrawSource decides = source;
        if (decides == null) {
            return value -> value;
        }
        if (api.equals(RANDOM)) {
            return value -> decides.next(name, "next", bits(value), () -> (int) value);
        }
        if (api.equals(MATH)) {
            return value -> decides.next(name, method, UNIT, () -> value);
        }
        decides.keep(name);
        return value -> value;
    }

    /**
     * Makes a generator; while draws are recorded, one that draws the same and is recorded, if it can be. A {@link
     * SplittableRandom} cannot: when all is over, the listener is told how often it drew.
     *
     * @param isPinned whether its element fixes what it draws
     */
    public static Object make(Supplier<GeneratorName> name, Recipe recipe, Seed seed, boolean isPinned) {
        return CURRENT.find()
                .filter(session -> session.source == null || !isPinned)
                .map(session -> session.make(name.get(), recipe, seed))
                .orElseGet(() -> recipe.maker().apply(seed));
    }

    /** Makes a generator that gives what a source decides, if that can be. */
    public static Object make(DrawSource source, GeneratorName name, Recipe recipe, Seed seed) {
        return replacing(source).make(name, recipe, seed);
    }

    /** Makes a generator that gives what a source decides, while draws are recorded or replaced as well. */
    public static Object makeWithin(DrawSource source, GeneratorName name, Recipe recipe, Seed seed) {
        return within(source).make(name, recipe, seed);
    }

    /** Returns what has a source decide what a test draws from an API of the JVM, recorded or replaced as well. */
    public static BiFunction<String, String, LongUnaryOperator> ofJvmWithin(DrawSource source, String context) {
        return within(source).ofJvm(context);
    }

    /** Returns the session that goes on, which decides first and is told of what a source decides. */
    private static DrawSession within(DrawSource source) {
        DrawSession session = CURRENT.get();
        return session == null
                ? replacing(source)
                : new DrawSession(
                        session.listener,
                        session.source == null ? source : session.source.before(source),
                        session.ends);
    }

    private Object make(GeneratorName name, Recipe recipe, Seed seed) {
        DrawRecorder recorder = new DrawRecorder(name, listener, source);
        if (recipe.kind().equals(Recipe.RANDOM)) {
            return new RecordedRandom(seed, recorder);
        }
        if (recipe.kind() == SecureRandom.class) {
            return new RecordedSecureRandom(seed, recorder);
        }
        if (recipe.factory().orElse(null) instanceof RecordableFactory<?> factory) {
            return factory.create(seed, recorder);
        }
        Object made = recipe.maker().apply(seed);
        if (made instanceof SplittableRandom random) {
            keep(name);
            ends.add(() -> listener.drawn(name, DrawListener.COUNT, SplittableCount.before(random, seed.value())));
        } else if (made instanceof Clock) {
            keep(name);
        } else if (recipe.factory().isPresent()) {
            keep(name);
            ParityRecording.begin(made, recorder);
        } else if (made instanceof RandomGenerator generator) {
            return recorder.proxy(generator, RandomGenerator.class);
        }
        return made;
    }

    /** Says that a generator gives what it draws. */
    private void keep(GeneratorName name) {
        if (source != null) {
            source.keep(name);
        }
    }
}
