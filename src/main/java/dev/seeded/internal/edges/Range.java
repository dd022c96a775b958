package dev.seeded.internal.edges;

import dev.seeded.internal.draws.Domain;
import dev.seeded.internal.draws.Domain.Kind;
import java.util.OptionalLong;

/**
 * The numbers that one draw can give. Real numbers are those that a method makes of a multiple of 2<sup>-53</sup>, or of
 * 2<sup>-24</sup> where they are single: {@code RandomSupport.boundedNextDouble} says how.
 *
 * @param isSingle whether real numbers are single
 * @param isNormal whether real numbers come from a normal distribution
 */
record Range(Domain domain, boolean isSingle, boolean isNormal) {

    static Range of(String method, Domain domain) {
        return new Range(domain, method.equals("nextFloat"), method.equals("nextGaussian"));
    }

    /** More are no alternatives, of which each has a meaning of its own. */
    static final int FEW = 16;

    /** Returns whether these are a few alternatives. */
    boolean hasFew() {
        return domain.kind() != Kind.REAL
                && domain.most() - domain.least() < FEW
                && domain.most() - domain.least() >= 0;
    }

    /** Returns how many alternatives there are. */
    int count() {
        return (int) (domain.most() - domain.least()) + 1;
    }

    boolean isReal() {
        return domain.kind() == Kind.REAL;
    }

    Number least() {
        return domain.number(domain.least());
    }

    Number most() {
        return domain.number(domain.most());
    }

    /** Returns how many powers of two there are. */
    int bits() {
        return isReal()
                ? units()
                : Long.SIZE
                        - Long.numberOfLeadingZeros(Math.max(Math.abs(domain.most()), Math.abs(domain.least())) | 1);
    }

    /** Returns a power of two, or one by so many beside it; among real numbers, the inverse of a power. */
    Number nearPower(int exponent, int sign, int distance) {
        return isReal() ? (Number) (sign * Math.scalb(1.0, -exponent)) : (Number) (sign * (1L << exponent) + distance);
    }

    /** Returns what is so many steps from a number. */
    Number near(Number number, int steps) {
        return isReal()
                ? (Number) (number.doubleValue() + steps * (end() - first()) * Math.scalb(1.0, -units()))
                : (Number) (number.longValue() + steps);
    }

    /** Returns a number near the simplest. */
    Number small(int distance) {
        double origin = domain.number(domain.simplest()).doubleValue();
        return isReal()
                ? (Number) (origin + distance)
                : (Number) (domain.simplest() + (domain.simplest() == domain.most() ? -distance : distance));
    }

    /**
     * Returns the bits of a number, if it is one of these. Of real numbers without an end, and of a normal distribution,
     * nothing is known but the 0 that is the least, and what was drawn of them.
     */
    OptionalLong find(Number number, Past past) {
        if (isReal()) {
            double wanted = number.doubleValue();
            if (!(wanted >= first() && wanted < end())) {
                return OptionalLong.empty();
            }
            return isNormal || isEndless()
                    ? (wanted == 0 && first() == 0 && !isNormal) || past.hasDrawnAlike(number)
                            ? OptionalLong.of(Double.doubleToLongBits(wanted))
                            : OptionalLong.empty()
                    : OptionalLong.of(domain.fit(Double.doubleToLongBits(rounded(wanted))));
        }
        return domain.includes(number.longValue()) && number.doubleValue() == number.longValue()
                ? OptionalLong.of(number.longValue())
                : OptionalLong.empty();
    }

    private boolean isEndless() {
        return Double.isInfinite(isSingle ? (float) end() - (float) first() : end() - first());
    }

    /** Returns the nearest number that the method gives. */
    private double rounded(double wanted) {
        double length = end() - first();
        double units = Math.scalb(1.0, units());
        double unit = Math.min(Math.rint((wanted - first()) / length * units), units - 1) / units;
        return isSingle ? (float) unit * ((float) end() - (float) first()) + (float) first() : unit * length + first();
    }

    private double first() {
        return Double.longBitsToDouble(domain.least());
    }

    private double end() {
        double most = Double.longBitsToDouble(domain.most());
        double end = isSingle ? Math.nextUp((float) most) : Math.nextUp(most);
        return end == Double.MAX_VALUE || most == Double.MAX_VALUE ? Double.POSITIVE_INFINITY : end;
    }

    private int units() {
        return isSingle ? 24 : 53;
    }
}
