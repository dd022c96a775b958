package dev.seeded.internal.generator;

import dev.seeded.Labels;
import dev.seeded.Seed;
import dev.seeded.SeededFactory;
import dev.seeded.internal.UserError;
import dev.seeded.internal.labels.CountedLabels;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Collectors;

/**
 * How to make what is injected.
 *
 * @param type the type of the field or parameter
 * @param kind the algorithm or, where there is none, the type; recipes of one kind share one object in a context
 * @param maker makes the object from a seed
 * @param factory what makes it, unless that is the JDK
 */
public record Recipe(Class<?> type, Object kind, Function<Seed, Object> maker, Optional<SeededFactory<?>> factory) {

    /** The algorithm of {@link Random}. */
    public static final String RANDOM = "Random";

    private static final String SPLITTABLE = "L64X128MixRandom";
    private static final String JUMPABLE = "Xoshiro256PlusPlus";

    /** The recipe of what tests ask for most. */
    private static final Recipe OF_RANDOM =
            new Recipe(Random.class, RANDOM, seed -> new SeededRandom(seed.value()), Optional.empty());

    /** Returns whether threads may have drawn from a generator at the same time. */
    public static boolean isShared(Object made) {
        return made instanceof NamedRandom random && random.isShared();
    }

    /** Returns whether another thread than the one that made it has drawn from a generator. */
    public static boolean isDrawnElsewhere(Object made) {
        return made instanceof NamedRandom random && random.isDrawnElsewhere();
    }

    /** Returns whether a parameter of this type is injected without an annotation of its own. */
    public static boolean isInjectedBare(Class<?> type) {
        return type == Seed.class
                || type == Labels.class
                || type == Random.class
                || Algorithms.OF_TYPE.containsKey(type);
    }

    /** Returns whether a parameter of this type is injected only if it has an annotation of its own. */
    public static boolean isInjectedAnnotated(Class<?> type, Function<Class<?>, Optional<SeededFactory<?>>> factories) {
        if (isInjectedBare(type)) {
            return false;
        }
        try {
            return of(type, "", factories).isSeeded();
        } catch (UserError none) {
            return false;
        }
    }

    /** Returns whether what is made has a state, which whoever draws from it later depends on. */
    public boolean hasState() {
        return isStateful(type);
    }

    /** Returns whether what is made for this type has such a state. */
    public static boolean isStateful(Class<?> type) {
        return type != Seed.class && type != Labels.class && type != Clock.class && type != InstantSource.class;
    }

    /** Returns whether a seed decides over what is made. */
    public boolean isSeeded() {
        return type != Labels.class;
    }

    /**
     * Finds the recipe for a type.
     *
     * @param algorithm the algorithm's name, empty for the type's own
     * @param factories finds the factory of a type that is not the JDK's
     * @throws UserError if there is none; the message says what is possible
     */
    public static Recipe of(Class<?> type, String algorithm, Function<Class<?>, Optional<SeededFactory<?>>> factories) {
        String preset = type == Random.class ? RANDOM : Algorithms.OF_TYPE.get(type);
        if (!algorithm.isEmpty() && (preset == null || !type.isInterface())) {
            throw new UserError("algorithm \"" + algorithm + "\" does not apply to " + type.getName()
                    + ": declare a java.util.random.RandomGenerator, or leave the algorithm out");
        }
        if (preset != null) {
            return ofAlgorithm(type, algorithm.isEmpty() ? preset : algorithm);
        }
        if (type == Seed.class) {
            return new Recipe(type, type, seed -> seed, Optional.empty());
        }
        if (type == Labels.class) {
            return new Recipe(type, type, unused -> new CountedLabels(), Optional.empty());
        }
        if (type == SecureRandom.class) {
            return new Recipe(type, type, InsecureRandom::new, Optional.empty());
        }
        if (type == Clock.class || type == InstantSource.class) {
            return new Recipe(type, Clock.class, Recipe::clock, Optional.empty());
        }
        SeededFactory<?> factory = factories
                .apply(type)
                .orElseThrow(() -> new UserError("Seeded has no generator of type " + type.getTypeName()
                        + ": declare java.util.Random, another type that @Seeded lists, or provide a "
                        + SeededFactory.class.getName() + " for it"));
        return new Recipe(type, type, seed -> make(factory, type, seed), Optional.of(factory));
    }

    /**
     * Returns what this or another recipe of the same kind made, if it can be injected here.
     *
     * @throws UserError if it is not of this type
     */
    public Object fit(Object made) {
        if (!type.isInstance(made)) {
            throw new UserError("algorithm \"" + kind + "\" is not a " + type.getName()
                    + ": name one that is, or leave the algorithm out");
        }
        return made;
    }

    private static Recipe ofAlgorithm(Class<?> type, String algorithm) {
        if (algorithm.equals(RANDOM)) {
            return type == Random.class ? OF_RANDOM : new Recipe(type, algorithm, OF_RANDOM.maker, Optional.empty());
        }
        if (algorithm.isEmpty()) {
            throw new UserError("the JDK has no algorithm for " + type.getName()
                    + ": declare a LeapableGenerator or a JumpableGenerator");
        }
        RandomGeneratorFactory<RandomGenerator> factory = factory(algorithm);
        if (factory.isStochastic()) {
            throw new UserError("algorithm \"" + algorithm + "\" takes no seed: name another");
        }
        return new Recipe(type, algorithm, seed -> factory.create(seed.value()), Optional.empty());
    }

    private static Clock clock(Seed seed) {
        ZoneId zone = ZoneId.systemDefault();
        // A stream, so that the instant has nothing in common with the numbers of the test.
        return Clock.fixed(AwkwardInstant.of(seed.stream("Clock").value(), zone), zone);
    }

    private static RandomGeneratorFactory<RandomGenerator> factory(String algorithm) {
        try {
            return RandomGeneratorFactory.of(algorithm);
        } catch (IllegalArgumentException unknown) {
            String known = RandomGeneratorFactory.all()
                    .filter(factory -> !factory.isStochastic())
                    .map(RandomGeneratorFactory::name)
                    .sorted()
                    .collect(Collectors.joining(", "));
            throw new UserError("there is no algorithm \"" + algorithm + "\" on this JVM, but " + known, unknown);
        }
    }

    private static Object make(SeededFactory<?> factory, Class<?> type, Seed seed) {
        Object made;
        try {
            made = factory.create(seed);
        } catch (RuntimeException failure) {
            throw new IllegalStateException(
                    factory.getClass().getName() + " failed to make a " + type.getName(), failure);
        }
        if (!type.isInstance(made)) {
            throw new IllegalStateException(factory.getClass().getName() + " made "
                    + (made == null ? "null" : "a " + made.getClass().getName()) + " where it promises a "
                    + type.getName());
        }
        return made;
    }

    /** The algorithm of each other type of the JDK; apart, as most tests need none of these. */
    private static final class Algorithms {

        private static final Map<Class<?>, String> OF_TYPE = Map.of(
                RandomGenerator.class,
                RANDOM,
                SplittableRandom.class,
                "SplittableRandom",
                RandomGenerator.SplittableGenerator.class,
                SPLITTABLE,
                RandomGenerator.StreamableGenerator.class,
                SPLITTABLE,
                RandomGenerator.JumpableGenerator.class,
                JUMPABLE,
                RandomGenerator.LeapableGenerator.class,
                JUMPABLE,
                RandomGenerator.ArbitrarilyJumpableGenerator.class,
                "");
    }
}
