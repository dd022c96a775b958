package dev.seeded.internal.declared;

import dev.seeded.Seed;
import dev.seeded.internal.config.Run;
import dev.seeded.internal.seed.Derivation;
import dev.seeded.internal.seed.Identity;
import java.util.Optional;

/**
 * The test seed of one context.
 *
 * @param seed the test seed
 * @param pin what fixed it; empty where it was derived from the run seed
 */
public record ContextSeed(Seed seed, Optional<Pin> pin) {

    /**
     * Decides which seed a context has.
     *
     * @param nearest the nearest pin around the context
     * @param uniqueId the context's JUnit unique id
     * @throws IllegalArgumentException if there is a pin and the run forbids pins
     */
    public static ContextSeed of(Run run, Optional<Pin> nearest, String uniqueId) {
        Optional<Pin> pin = inForce(run, nearest);
        long seed = pin.isPresent()
                ? pin.get().value()
                : Derivation.testSeed(run.seed().value(), Identity.of(uniqueId));
        return new ContextSeed(Seed.of(seed), pin);
    }

    /**
     * Returns the pin if the run obeys pins.
     *
     * @throws IllegalArgumentException if there is a pin and the run forbids pins
     */
    public static Optional<Pin> inForce(Run run, Optional<Pin> pin) {
        return switch (run.pins()) {
            case OBEY -> pin;
            case IGNORE -> Optional.empty();
            case FAIL -> {
                pin.ifPresent(forbidden -> {
                    throw new IllegalArgumentException(
                            forbidden + " fixes the seed, which seed.pins=fail forbids: remove the value");
                });
                yield Optional.empty();
            }
        };
    }
}
