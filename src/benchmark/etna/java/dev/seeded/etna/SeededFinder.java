package dev.seeded.etna;

import dev.seeded.Seed;
import dev.seeded.internal.draws.DrawSession;
import dev.seeded.internal.draws.GeneratorName;
import dev.seeded.internal.edges.EdgeCases;
import dev.seeded.internal.edges.EdgeMix;
import dev.seeded.internal.generator.Recipe;
import dev.seeded.internal.seed.Derivation;
import dev.seeded.internal.seed.Identity;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Optional;
import java.util.Random;

/**
 * Runs the test with what {@code -Dseed.runs} would give it under a run seed, but without JUnit in between.
 *
 * @param hasEdgeCases whether {@code seed.edgeCases} is given as well
 */
record SeededFinder(boolean hasEdgeCases) implements Finder {

    private static final Recipe RANDOM = Recipe.of(Random.class, "", unused -> Optional.empty());

    @Override
    public Outcome find(Task task, long seed, Limit limit) {
        long first = Derivation.runSeedOf(seed);
        Class<?> tests = task.workload().tests();
        try {
            Method test = tests.getDeclaredMethod(task.property().name(), Random.class);
            String identity = Identity.ofTest(Identity.ofClass(tests), test);
            System.setProperty("etna.mutant", task.mutant());
            Object instance = tests.getDeclaredConstructor().newInstance();
            Count count = new Count(limit);
            for (long number = 0; count.isGoingOn(); number++) {
                Seed run = Seed.of(number == 0 ? first : Derivation.runSeed(first, number));
                Random random = random(run, Seed.of(Derivation.testSeed(run.value(), identity)), tests);
                count.holds(() -> passes(instance, test, random));
            }
            return count.outcome();
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Random random(Seed run, Seed seed, Class<?> tests) {
        Optional<EdgeMix> mix = hasEdgeCases ? EdgeMix.of(run) : Optional.empty();
        return (Random) mix.map(played -> DrawSession.makeWithin(
                        new EdgeCases(played, seed, tests), new GeneratorName("", Recipe.RANDOM, ""), RANDOM, seed))
                .orElseGet(() -> RANDOM.maker().apply(seed));
    }

    private static boolean passes(Object instance, Method test, Random random) {
        try {
            test.invoke(instance, random);
            return true;
        } catch (InvocationTargetException failure) {
            return false;
        } catch (IllegalAccessException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
