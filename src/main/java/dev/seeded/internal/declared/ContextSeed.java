package dev.seeded.internal.declared;

import dev.seeded.Seed;
import dev.seeded.internal.UserError;
import dev.seeded.internal.config.PinPolicy;
import dev.seeded.internal.config.Run;
import dev.seeded.internal.config.Setting;
import dev.seeded.internal.seed.Derivation;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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
     * @param isListed whether it is for this invocation, whichever the draws are of
     */
    public record GivenDraws(String text, String source, boolean isListed) {}

    /** Returns what the test may have to draw in place of what the seed gives: what the run is given, before the pin. */
    public List<GivenDraws> draws(Run run) {
        if (run.draws().isEmpty() && (pin.isEmpty() || pin.get().draws().isEmpty())) {
            // Each test asks, and a stream allocates a kilobyte.
            return List.of();
        }
        return Stream.concat(
                        run.draws().stream().map(given -> new GivenDraws(given.text(), given.sourceText(), false)),
                        pin.stream()
                                .filter(found -> !found.draws().isEmpty())
                                .map(found -> new GivenDraws(found.draws(), found.toString(), found.isListed())))
                .toList();
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
