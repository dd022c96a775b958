package dev.seeded.internal.config;

import dev.seeded.Seeded.Global;
import java.util.Optional;

/**
 * What becomes of random numbers that the JVM gives.
 *
 * @param mode what is done in every test of the run; empty where the annotations say it
 * @param collections whether the test seed orders immutable sets and maps
 * @param strict whether a test fails that draws what is not seeded
 */
public record JvmPolicy(Optional<Global> mode, boolean strict, boolean collections) {

    /** The policy where nothing is set. */
    public static final JvmPolicy PRESET = new JvmPolicy(Optional.empty(), false, false);

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
