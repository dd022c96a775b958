package dev.seeded.internal.edges;

import dev.seeded.Seed;
import dev.seeded.internal.seed.Derivation;
import java.util.Optional;

/**
 * Which edge cases a run plays, and how often. Each run leaves many of them out, and has much of others: a fault that needs
 * several of a kind is not found by a little of everything.
 */
@SuppressWarnings("EnumOrdinal") // weights are those of the rows, in their order
public final class EdgeMix {

    /** One run in so many is uniform. */
    private static final int UNIFORM = 4;

    /** So many draws of a hundred are replaced. */
    private static final int[] SHARES = {5, 15, 40, 75, 100};

    /** There are 1, 2, 4 and so on small numbers in a run, up to 64. */
    private static final int WIDTHS = 7;

    private final int share;
    private final int[] weights;
    private final int width;
    private final boolean swarms;

    private EdgeMix(int share, int[] weights, int width) {
        this.share = share;
        this.weights = weights;
        this.width = width;
        swarms = weights[EdgeValue.SWARM.ordinal()] > 0;
        weights[EdgeValue.SWARM.ordinal()] = 0;
    }

    /** Returns the mix of a run with this seed; empty where the run is uniform. */
    public static Optional<EdgeMix> of(Seed seed) {
        Dice dice = new Dice(Derivation.edgeCases(seed.value(), ""));
        if (dice.oneIn(UNIFORM)) {
            return Optional.empty();
        }
        int share = SHARES[dice.below(SHARES.length)];
        int[] weights = EdgeValue.weights();
        for (int row = 0; row < weights.length; row++) {
            weights[row] *= dice.oneIn(2) ? 0 : dice.oneIn(3) ? 4 : 1;
        }
        // One row at least.
        weights[EdgeValue.BOUND.ordinal()]++;
        return Optional.of(new EdgeMix(share, weights, 1 << dice.below(WIDTHS)));
    }

    /** Returns the row for the next draw; empty where it is uniform. */
    Optional<EdgeValue> next(Range range, Dice dice) {
        if (range.hasFew()) {
            return swarms ? Optional.of(EdgeValue.SWARM) : Optional.empty();
        }
        return dice.below(100) < share ? Optional.of(EdgeValue.at(dice.weighted(weights))) : Optional.empty();
    }

    /** Returns how many small numbers there are in the run. */
    int width() {
        return width;
    }
}
