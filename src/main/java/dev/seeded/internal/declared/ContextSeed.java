package dev.seeded.internal.declared;

import dev.seeded.Seed;
import dev.seeded.internal.UserError;
import dev.seeded.internal.config.GivenSetting;
import dev.seeded.internal.config.PinPolicy;
import dev.seeded.internal.config.Run;
import dev.seeded.internal.config.Setting;
import dev.seeded.internal.seed.Derivation;
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
     * @param identity that of the context
     * @throws UserError if there is a pin and the run forbids pins
     */
    public static ContextSeed of(Run run, Optional<Pin> nearest, String identity) {
        Optional<Pin> pin = inForce(run, nearest);
        long seed = pin.isPresent()
                ? pin.get().value()
                : Derivation.testSeed(run.seed().value(), identity);
        return new ContextSeed(Seed.of(seed), pin);
    }

    /**
     * What a test is to draw.
     *
     * @param source where the text stands
     */
    public record GivenDraws(String text, String source) {}

    /** Returns what the test is to draw in place of what the seed gives: what the run is given, or else the pin. */
    public Optional<GivenDraws> draws(Run run) {
        if (run.draws().isPresent()) {
            GivenSetting given = run.draws().get();
            return Optional.of(new GivenDraws(given.text(), given.sourceText()));
        }
        return pin.isEmpty() || pin.get().draws().isEmpty()
                ? Optional.empty()
                : Optional.of(new GivenDraws(pin.get().draws(), pin.get().toString()));
    }

    /**
     * Returns the pin if the run obeys pins.
     *
     * @throws UserError if there is a pin and the run forbids pins
     */
    public static Optional<Pin> inForce(Run run, Optional<Pin> pin) {
        if (run.pins() == PinPolicy.FAIL && pin.isPresent() && !pin.get().isListed()) {
            throw new UserError(
                    pin.get() + " fixes the seed, which " + Setting.PINS.with("fail") + " forbids: remove the value");
        }
        return run.pins() == PinPolicy.IGNORE ? Optional.empty() : pin;
    }
}
