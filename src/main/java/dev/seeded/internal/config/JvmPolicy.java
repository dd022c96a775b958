package dev.seeded.internal.config;

import dev.seeded.Seeded.Global;
import dev.seeded.internal.jvm.Unordered;
import java.util.Optional;
import java.util.Set;

/**
 * What becomes of random numbers that the JVM gives.
 *
 * @param mode what is done in every test of the run; empty where the annotations say it
 * @param strict whether a test fails that draws what is not seeded
 * @param unordered what comes in an order from the test seed
 * @param clock when the clock of each test starts; empty for the time that it is
 */
public record JvmPolicy(Optional<Global> mode, boolean strict, Set<Unordered> unordered, Optional<WantedClock> clock) {

    /** The policy where nothing is set. */
    public static final JvmPolicy PRESET = new JvmPolicy(Optional.empty(), false, Set.of(), Optional.empty());

    /** Returns whether what a test gets from the JVM comes from its seed, whatever its annotations say. */
    public boolean seedsAnything() {
        return seedsOrdersOrClock()
                || mode.filter(given -> given == Global.SEED || given == Global.BOTH)
                        .isPresent();
    }

    /** Returns whether a test meets other orders, or another time, than without the settings of the run. */
    public boolean seedsOrdersOrClock() {
        return !unordered.isEmpty() || clock.isPresent();
    }

    /** Returns the mode that is written this way. */
    static Optional<Global> mode(String text) {
        return switch (text) {
            case "off" -> Optional.of(Global.OFF);
            case "seed" -> Optional.of(Global.SEED);
            case "detect" -> Optional.of(Global.DETECT);
            case "both" -> Optional.of(Global.BOTH);
            default -> Optional.empty();
        };
    }
}
