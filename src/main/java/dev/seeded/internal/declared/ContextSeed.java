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
     * What a test is to draw.
     *
     * @param origin where the text stands
     */
    public record GivenDraws(String text, String origin) {}

    /** Returns what the test is to draw in place of what the seed gives: what the run is given, or else the pin. */
    public Optional<GivenDraws> draws(Run run) {
        return run.draws()
                .map(given -> new GivenDraws(given.text(), given.origin()))
                .or(() -> pin.filter(found -> !found.draws().isEmpty())
                        .map(found -> new GivenDraws(found.draws(), found.toString())));
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
