package dev.seeded.internal.edges;

import org.jspecify.annotations.Nullable;

/**
 * The table of what is played in place of uniform numbers: each row with the faults that it finds, its weight, which says
 * how often it is played beside others, and the number that it gives.
 */
enum EdgeValue {
    /** Comparisons and indices that are wrong by one where a range ends. */
    BOUND(8, (range, past, dice) -> switch (dice.below(6)) {
        case 0, 1 -> range.least();
        case 2, 3 -> range.most();
        case 4 -> range.near(range.least(), 1);
        default -> range.near(range.most(), -1);
    }),
    /** Division by zero, nothing at all, one alone, the sign. */
    ORIGIN(8, (range, past, dice) -> dice.oneIn(2) ? 0L : dice.oneIn(2) ? 1L : -1L),
    /** Tables that double, masks that cut, and fractions that are exact. */
    POWER(
            4,
            (range, past, dice) ->
                    range.nearPower(dice.below(range.bits()), dice.oneIn(2) ? 1 : -1, dice.below(3) - 1)),
    /** {@code abs}, negation and sums that overflow, casts that cut. */
    EXTREME(4, (range, past, dice) -> Extremes.OF_TYPES[dice.below(Extremes.OF_TYPES.length)]),
    /** Numbers of a wide range that must meet each other. */
    SMALL(8, (range, past, dice) -> range.small(dice.below(past.width()))),
    /** Equal numbers, drawn at one place: keys that collide, elements that are there already. */
    REPEAT(8, (range, past, dice) -> past.here(dice)),
    /** Equal numbers of one range, drawn at several places: what is there when it is looked for, removed, overwritten. */
    REPEAT_ELSEWHERE(8, (range, past, dice) -> past.alike(dice)),
    /** Neighbours of numbers that were drawn before: intervals that touch. */
    NEIGHBOUR(4, (range, past, dice) -> {
        Number before = dice.oneIn(2) ? past.here(dice) : past.alike(dice);
        return before == null ? null : range.near(before, dice.oneIn(2) ? 1 : -1);
    }),
    /** Numbers with which the code under test compares. */
    CONSTANT(8, (range, past, dice) -> {
        int steps = dice.oneIn(2) ? 0 : dice.oneIn(2) ? 1 : -1;
        Number constant = past.constant(range, dice);
        return constant == null || steps == 0 ? constant : range.near(constant, steps);
    }),
    /** What has a limit, and is full after one number again and again. */
    LONG_RUN(1, (range, past, dice) -> past.again(dice)),
    /**
     * Actions that make good what others did: of few alternatives, some never come, and others come often (Groce, Zhang,
     * Eide, Chen and Regehr, <em>Swarm testing</em>, ISSTA 2012). Played wherever there are few, in runs that have it. A
     * list of choices often has more of them in some states, at its end: each keeps its weight.
     */
    SWARM(8, (range, past, dice) -> past.swarm(range, dice));

    private static final EdgeValue[] ALL = values();

    private final int weight;

    @SuppressWarnings("ImmutableEnumChecker") // it has no state
    private final Choice choice;

    EdgeValue(int weight, Choice choice) {
        this.weight = weight;
        this.choice = choice;
    }

    /** How a row chooses a number. */
    private interface Choice {

        @Nullable
        Number of(Range range, Past past, Dice dice);
    }

    private static final class Extremes {

        static final long[] OF_TYPES = {
            Integer.MIN_VALUE,
            Integer.MAX_VALUE,
            Long.MIN_VALUE,
            Long.MAX_VALUE,
            Byte.MIN_VALUE,
            Byte.MAX_VALUE,
            Short.MIN_VALUE,
            Short.MAX_VALUE,
            Character.MAX_VALUE
        };
    }

    /** Returns the weights of all rows, in their order. */
    @SuppressWarnings("EnumOrdinal") // that is the order
    static int[] weights() {
        int[] weights = new int[ALL.length];
        for (EdgeValue value : ALL) {
            weights[value.ordinal()] = value.weight;
        }
        return weights;
    }

    /** Returns a row. */
    static EdgeValue at(int row) {
        return ALL[row];
    }

    /** Returns a number, which is not played if it lies outside of the range; null for none. */
    @Nullable
    Number of(Range range, Past past, Dice dice) {
        return choice.of(range, past, dice);
    }
}
