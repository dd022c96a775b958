package dev.seeded.internal.draws;

import dev.seeded.Seed;
import dev.seeded.internal.generator.Recipe;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BiFunction;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Lets a listener hear the draws of the generators that are handed out while it listens; others are as fast as ever. */
public final class DrawSession {

    /**
     * Static for the reason that {@link dev.seeded.internal.config.ClaimedTests} has: nothing else leads from an engine to an
     * extension.
     */
    private static volatile @Nullable Session session;

    /** What the APIs of the JVM give, where it is more than bits. */
    private static final Map<String, String> METHODS = Map.of(
            "java.lang.Math.random",
            "nextDouble",
            "java.security.SecureRandom",
            "nextBytes",
            "java.util.UUID.randomUUID",
            DrawListener.UUID,
            "java.util.Collections.shuffle",
            DrawListener.SHUFFLE);

    private DrawSession() {}

    /** Has a listener hear generators that are handed out while an action runs. */
    public static void to(DrawListener heard, Runnable action) {
        Session begun = new Session(heard, new ConcurrentLinkedQueue<>());
        session = begun;
        try {
            action.run();
        } finally {
            session = null;
        }
        begun.ends.forEach(Runnable::run);
    }

    /**
     * Returns what records the random numbers that a test, or a class, draws from an API of the JVM in a task, which is
     * empty on the test's own thread; null if nobody listens.
     *
     * @param owner names the test equally in each run
     */
    public static @Nullable BiFunction<String, String, LongConsumer> ofJvm(Supplier<String> owner) {
        Session now = session;
        if (now == null) {
            return null;
        }
        String prefix = owner.get() + " ";
        return (api, task) -> {
            String name = prefix + api + (task.isEmpty() ? "" : " in task " + task);
            String method = METHODS.getOrDefault(api, DrawListener.BITS);
            return value -> now.listener.drawn(name, method, value);
        };
    }

    /**
     * Makes a generator; one that draws the same and is recorded while a listener listens, if it can be. A {@link
     * SplittableRandom} cannot: when all is over, the listener is told how often it drew.
     *
     * @param name names the generator, equally in each run
     */
    public static Object make(Supplier<String> name, Recipe recipe, Seed seed) {
        Session now = session;
        return now == null ? recipe.maker().apply(seed) : now.make(name.get(), recipe, seed);
    }

    private record Session(DrawListener listener, Queue<Runnable> ends) {

        Object make(String name, Recipe recipe, Seed seed) {
            DrawRecorder recorder = new DrawRecorder(name, listener);
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
                ends.add(() -> listener.drawn(name, DrawListener.COUNT, SplittableCount.before(random, seed.value())));
            } else if (recipe.factory().isPresent()) {
                ParityRecording.begin(made, recorder);
            } else if (made instanceof RandomGenerator generator) {
                return recorder.proxy(generator, RandomGenerator.class);
            }
            return made;
        }
    }
}
