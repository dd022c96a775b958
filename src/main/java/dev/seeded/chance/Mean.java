package dev.seeded.chance;

import static java.util.Objects.requireNonNull;

import dev.seeded.chance.Claim.Subject;
import java.util.function.DoubleSupplier;
import java.util.function.IntToDoubleFunction;

/**
 * Claims about a mean: what bounded values are on average, scores or losses, say.
 *
 * <pre>{@code
 * Mean.of(() -> model.score(random), 0, 1).isAtLeast(0.9, 0.01);
 * }</pre>
 *
 * <p>Nothing else need be known of the distribution. The bounds must be, as without them a rare value could have any weight.
 * The closer they are, and the smaller the variance, the fewer trials it takes.
 *
 * <p>The package says {@linkplain dev.seeded.chance how claims are decided} and what trials must be. Immutable; trials run on
 * the caller's thread, and what they throw, the claim throws.
 *
 * @since 0.1.0
 */
public final class Mean extends BoundedMean<Mean> {

    private Mean(IntToDoubleFunction trials, Subject subject, Limits limits) {
        super(trials, subject, limits);
    }

    /**
     * Returns the mean of the values that {@code trial} gives; each call must try anew, independently of the others. If a
     * value is out of bounds, or NaN, the claim throws an {@link IllegalStateException} that names it.
     *
     * @param low the least value that is possible
     * @param high the greatest
     * @throws IllegalArgumentException if {@code low} is not less than {@code high}, or their difference is not finite
     */
    public static Mean of(DoubleSupplier trial, double low, double high) {
        requireNonNull(trial, "trial");
        if (!(low < high && Double.isFinite(high - low))) {
            throw new IllegalArgumentException(
                    "bounds " + low + " and " + high + ": the first must be less, and their difference finite");
        }
        return new Mean(
                number -> {
                    double value = trial.getAsDouble();
                    if (!(value >= low && value <= high)) {
                        throw new IllegalStateException("trial " + (number + 1) + " gave " + value
                                + ", which is out of its bounds " + low + " and " + high);
                    }
                    return value;
                },
                new Subject("mean", low, high, false),
                DEFAULT);
    }

    @Override
    Mean with(Limits limits) {
        return new Mean(trials, subject, limits);
    }
}
