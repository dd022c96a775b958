package dev.seeded.global;

import dev.seeded.Seed;
import dev.seeded.internal.jvm.Detections;
import dev.seeded.internal.jvm.JvmScope;
import dev.seeded.internal.jvm.JvmSeeding;
import dev.seeded.internal.jvm.JvmSeeding.Entered;
import dev.seeded.jvm.Draws;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Prints, in a JVM of its own, one line for each kind of thread with a fingerprint of what every API draws there. Takes
 * the seed and "together", to do so while other tests and unseeded threads draw too, or "watched", to have draws reported.
 */
final class Matrix {

    private static final int ROUNDS = 2;

    private Matrix() {}

    public static void main(String... arguments) throws InterruptedException {
        Seed seed = Seed.parse(arguments[0]);
        Ways.prepare();
        AtomicBoolean over = new AtomicBoolean();
        Thread seededCompany = company(() -> {
            for (long other = 1; !over.get(); other++) {
                draw(Seed.of(-other), false);
            }
        });
        Thread unseededCompany = company(() -> {
            while (!over.get()) {
                for (Ways way : Ways.values()) {
                    if (way.isOnThisJvm()) {
                        way.draw(() -> String.join("", Draws.all()));
                    }
                }
            }
        });
        if (arguments[1].equals("together")) {
            seededCompany.start();
            unseededCompany.start();
        }
        boolean watched = arguments[1].equals("watched");
        String drawn = draw(seed, watched);
        for (int round = 0; round < ROUNDS; round++) {
            String again = draw(seed, watched);
            if (!drawn.equals(again)) {
                throw new AssertionError("drew\n" + drawn + "and then\n" + again);
            }
        }
        over.set(true);
        seededCompany.join();
        unseededCompany.join();
        System.out.print(drawn);
        System.exit(0);
    }

    private static Thread company(Runnable load) {
        Thread thread = new Thread(load);
        thread.setDaemon(true);
        return thread;
    }

    private static String draw(Seed seed, boolean watched) {
        StringBuilder fingerprints = new StringBuilder();
        for (Ways way : Ways.values()) {
            if (way.isOnThisJvm()) {
                StringBuilder drawn = new StringBuilder();
                for (Draws api : Draws.values()) {
                    long testSeed = seed.stream(way.name() + api).value();
                    Entered test = JvmSeeding.enter(
                            watched
                                    ? new JvmScope(
                                            testSeed, true, true, Set.of(), null, null, null, new Detections(), null)
                                    : JvmScope.seeded(testSeed));
                    try {
                        drawn.append(way.draw(api::draw));
                    } finally {
                        test.exit();
                    }
                }
                fingerprints.append("%s %08x%n".formatted(way, drawn.toString().hashCode()));
            }
        }
        return fingerprints.toString();
    }
}
