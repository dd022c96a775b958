package dev.seeded.chance;

import static java.util.Objects.requireNonNull;

import dev.seeded.Seed;
import dev.seeded.chance.Claim.Subject;
import java.util.function.BooleanSupplier;
import java.util.function.IntToDoubleFunction;
import java.util.function.Predicate;

/**
 * Claims about a chance: how often a trial succeeds.
 *
 * <pre>{@code
 * Chance.of(() -> coin.toss(random)).isBetween(0.45, 0.55, 0.02);
 * int trials = Chance.of(() -> model.isRight(random)).isAtLeast(0.9, 0.02);
 * }</pre>
 *
 * <p>The {@linkplain dev.seeded.chance package} explains how claims are decided, and which trials they need. Instances are
 * immutable. Trials run on the thread of the caller. If a trial throws an exception, the claim throws it too.
 *
 * @since 0.1
 */
public final class Chance extends BoundedMean<Chance> {

    private Chance(IntToDoubleFunction trials, Limits limits) {
        super(trials, new Subject("chance", 0, 1, true), limits);
    }

    /**
     * Returns the chance that {@code trial} gives {@code true}. Each call must be a new trial, independent of the others.
     */
    public static Chance of(BooleanSupplier trial) {
        requireNonNull(trial, "trial");
        return new Chance(number -> trial.getAsBoolean() ? 1 : 0, DEFAULT);
    }

    /**
     * Returns the chance that {@code trial} gives {@code true} for a seed. Each trial gets a new seed: {@code
     * seed.stream(0)}, {@code seed.stream(1)} and so on.
     */
    public static Chance over(Seed seed, Predicate<Seed> trial) {
        requireNonNull(seed, "seed");
        requireNonNull(trial, "trial");
        return new Chance(number -> trial.test(seed.stream(number)) ? 1 : 0, DEFAULT);
    }

    @Override
    Chance with(Limits limits) {
        return new Chance(trials, limits);
    }
}
