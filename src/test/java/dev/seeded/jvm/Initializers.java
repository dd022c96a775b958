package dev.seeded.jvm;

import dev.seeded.internal.jvm.Detections;
import dev.seeded.internal.jvm.JvmScope;
import dev.seeded.internal.jvm.JvmSeeding;
import dev.seeded.internal.jvm.JvmSeeding.Entered;
import java.security.SecureRandom;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

/**
 * Prints, in a JVM of its own, what static initializers draw, and what the test draws that lets them. Takes the run seed,
 * the test seed, and where the classes are initialized: {@code inside} of the test, {@code after} it, or where draws are
 * {@code detected} only.
 */
final class Initializers {

    private static final class Helper {

        static final long SEED = new SecureRandom().nextLong();
        static final Random GIVEN = new Random(SEED);
    }

    private static final class Singleton {

        static final Singleton INSTANCE = new Singleton();

        final UUID id = UUID.randomUUID();
    }

    private enum Constants {
        ONE;

        final double drawn = Math.random();
    }

    private Initializers() {}

    public static void main(String... arguments) {
        Detections detections = new Detections();
        boolean detected = arguments[2].equals("detected");
        Entered test = JvmSeeding.enter(new JvmScope(
                Long.parseLong(arguments[1]),
                !detected,
                detected,
                Set.of(),
                null,
                null,
                Long.parseLong(arguments[0]),
                detections,
                null));
        String drawn = "";
        if (!arguments[2].equals("after")) {
            drawn = statics();
        }
        boolean used = test.isUsed();
        String own = Math.random() + " " + UUID.randomUUID() + " " + new SecureRandom().nextInt();
        test.exit();
        if (arguments[2].equals("after")) {
            drawn = statics();
        }
        System.out.println(drawn);
        System.out.println(own);
        System.out.println(used);
        detections.unseeded().forEach(System.out::println);
    }

    private static String statics() {
        return Helper.GIVEN.nextInt() + " " + Singleton.INSTANCE.id + " " + Constants.ONE.drawn;
    }
}
