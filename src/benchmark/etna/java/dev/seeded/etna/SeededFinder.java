package dev.seeded.etna;

import dev.seeded.internal.seed.Derivation;
import dev.seeded.internal.seed.Identity;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Random;

/** Runs the test with what {@code -Dseed.runs} would give it under a run seed, but without JUnit in between. */
final class SeededFinder implements Finder {

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
                long run = number == 0 ? first : Derivation.runSeed(first, number);
                Random random = new Random(Derivation.testSeed(run, identity));
                count.holds(() -> passes(instance, test, random));
            }
            return count.outcome();
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
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
