package dev.seeded.internal.edges;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What one generator has given at one place of the user's code, and in the same range elsewhere. */
final class Past {

    private static final int LONGEST_RUN = 7;

    private final EdgeMix mix;
    private final UserConstants constants;
    private final Recent here = new Recent();
    private Recent alike = here;
    private int draws;
    private int left;

    /** The weights of alternatives, as soon as there are any. */
    private int @Nullable [] swarm;

    Past(EdgeMix mix, UserConstants constants) {
        this.mix = mix;
        this.constants = constants;
    }

    /** The last numbers of some draws. */
    static final class Recent {

        private final Number[] last = new Number[16];
        private int count;

        private void add(Number number) {
            last[count++ % last.length] = number;
        }

        private @Nullable Number any(Dice dice) {
            return count == 0 ? null : last[dice.below(Math.min(count, last.length))];
        }

        private @Nullable Number latest() {
            return count == 0 ? null : last[(count - 1) % last.length];
        }
    }

    /** Returns how many draws there were here. */
    int draws() {
        return draws;
    }

    /** Begins with the next draw here. */
    void next(Recent ofRange) {
        alike = ofRange;
        draws++;
    }

    /** Takes what was drawn. */
    void add(Number number) {
        here.add(number);
        alike.add(number);
    }

    /** Returns a number that was drawn here; null for none. */
    @Nullable
    Number here(Dice dice) {
        return here.any(dice);
    }

    /** Returns whether a number is one of the last of the range that were drawn here or elsewhere. */
    boolean hasDrawnAlike(Number number) {
        return Arrays.asList(alike.last).contains(number);
    }

    /** Returns a number of the range that was drawn here or elsewhere; null for none. */
    @Nullable
    Number alike(Dice dice) {
        return alike.any(dice);
    }

    /** Returns the last number, which is to be given again and again; null for none. */
    @Nullable
    Number again(Dice dice) {
        left = 1 << dice.below(LONGEST_RUN);
        return here.latest();
    }

    /** Returns the number that is still to be given again; null for none. */
    @Nullable
    Number goOn() {
        if (left == 0) {
            return null;
        }
        left--;
        return here.latest();
    }

    /** Returns a number of the code under test; null for none. */
    @Nullable
    Number constant(Range range, Dice dice) {
        return constants.any(range, dice);
    }

    /** Returns how many small numbers there are. */
    int width() {
        return mix.width();
    }

    /**
     * Returns one of few alternatives, each with a weight that it has here in this run, however many there are: those that
     * are there now and then are the last. Null if none of them has any.
     */
    @Nullable
    Number swarm(Range range, Dice dice) {
        if (swarm == null) {
            swarm = weights(dice);
        }
        int[] weights = Arrays.copyOf(swarm, range.count());
        return IntStream.of(weights).sum() == 0
                ? null
                : (Number) (range.domain().least() + dice.weighted(weights));
    }

    private static int[] weights(Dice dice) {
        int[] weights = new int[Range.FEW];
        for (int at = 0; at < weights.length; at++) {
            weights[at] = dice.oneIn(3) ? 0 : dice.oneIn(4) ? 16 : 1;
        }
        return weights;
    }
}
