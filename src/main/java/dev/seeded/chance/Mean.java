package dev.seeded.chance;

import static java.util.Objects.requireNonNull;

import dev.seeded.chance.Claim.Subject;
import java.util.function.DoubleSupplier;
import java.util.function.IntToDoubleFunction;

/**
 * Claims about a mean: the average of bounded values, such as scores or losses.
 *
 * <pre>{@code
 * Mean.of(() -> model.score(random), 0, 1).isAtLeast(0.9, 0.01);
 * }</pre>
 *
 * <p>You must know the bounds of the values, because without bounds, one rare value could decide the mean. You need not
 * know anything else about the distribution. The closer the bounds, and the smaller the variance, the fewer trials a claim
 * takes.
 *
 * <p>The {@linkplain dev.seeded.chance package} explains how claims are decided, and which trials they need. Instances are
 * immutable. Trials run on the thread of the caller. If a trial throws an exception, the claim throws it too.
 *
 * @since 0.1
 */
public final class Mean extends BoundedMean<Mean> {

    private Mean(IntToDoubleFunction trials, Subject subject, Limits limits) {
        super(trials, subject, limits);
    }

    /**
     * Returns the mean of the values that {@code trial} gives. Each call must be a new trial, independent of the others. If
     * a value is out of bounds, or NaN, the claim throws an {@link IllegalStateException} that names it.
     *
     * @param low the least possible value
     * @param high the greatest possible value
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
                                + ", which is outside the bounds " + low + " and " + high);
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
