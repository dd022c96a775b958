package dev.seeded.jvm;

import dev.seeded.internal.jvm.Detections;
import dev.seeded.internal.jvm.JvmScope;
import dev.seeded.internal.jvm.JvmSeeding;
import dev.seeded.internal.jvm.JvmSeeding.Entered;
import java.security.DrbgParameters;
import java.security.DrbgParameters.Capability;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Prints, in a JVM of its own, what generators draw that keep something for the next call, or have a seed of their own. */
final class Gaussians {

    private Gaussians() {}

    public static void main(String... arguments) throws Exception {
        Random plain = new Random();
        Random delegating = new Random() {
            @Override
            protected int next(int bits) {
                return super.next(bits);
            }
        };
        SecureRandom secure = new SecureRandom();
        for (Random random : List.of(plain, delegating, secure, ThreadLocalRandom.current())) {
            double alone = seeded(random::nextGaussian);
            // Leaves a half for the next caller, in a test and outside of all.
            seeded(random::nextGaussian);
            random.nextGaussian();
            System.out.println(
                    Stream.generate(() -> seeded(random::nextGaussian)).limit(4).allMatch(drawn -> drawn == alone));
        }

        System.out.println(ownSequence().equals(seeded(Gaussians::ownSequence)));
        Detections detections = new Detections();
        Entered test = JvmSeeding.enter(JvmScope.detecting(1, detections));
        ownSequence();
        test.exit();
        System.out.println(detections.unseeded());
        System.out.println(callsWhereDetected() == 1);

        SecureRandom parameterized =
                SecureRandom.getInstance("DRBG", DrbgParameters.instantiation(128, Capability.NONE, null));
        System.out.println(seeded(() -> bytes(parameterized)).equals(seeded(() -> bytes(parameterized))));
        System.out.println(seeded(() -> bytes(secure)));
    }

    /** Returns how often an override is called when it is called once. */
    private static int callsWhereDetected() {
        AtomicInteger calls = new AtomicInteger();
        Random counting = new Random() {
            @Override
            public synchronized double nextGaussian() {
                calls.incrementAndGet();
                return super.nextGaussian();
            }
        };
        Entered test = JvmSeeding.enter(JvmScope.detecting(1, new Detections()));
        counting.nextGaussian();
        test.exit();
        return calls.get();
    }

    private static String bytes(SecureRandom random) {
        byte[] bytes = new byte[9];
        try {
            random.nextBytes(bytes, DrbgParameters.nextBytes(-1, false, null));
        } catch (UnsupportedOperationException refused) {
            return refused.getClass().getName();
        }
        return Arrays.toString(bytes);
    }

    /** Draws from generators that have a seed, in ways that the JDK's class does not know. */
    private static List<Double> ownSequence() {
        Random bits = new Random() {
            private final Random given = new Random(42);

            @Override
            protected int next(int bits) {
                return given.nextInt() >>> (Integer.SIZE - bits);
            }
        };
        Random doubles = new Random() {
            private final Random given = new Random(42);

            @Override
            public double nextDouble() {
                return given.nextDouble();
            }
        };
        Random subclass = new Random(42) {};
        return Stream.of(bits, doubles, subclass, new Random(42))
                .flatMap(random -> Stream.generate(random::nextGaussian).limit(3))
                .toList();
    }

    private static <T> T seeded(Supplier<T> draw) {
        Entered test = JvmSeeding.enter(JvmScope.seeded(1));
        try {
            return draw.get();
        } finally {
            test.exit();
        }
    }
}
