package dev.seeded.internal.shrink;

import dev.seeded.internal.draws.Domain;
import dev.seeded.internal.draws.Draw.Site;
import dev.seeded.internal.draws.GeneratorName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A draw of a run.
 *
 * @param generator what was drawn from
 * @param domain what it could give
 * @param value what it gave
 * @param site where, the generator's method included; null where that was not kept
 */
public record Choice(
        GeneratorName generator,
        Domain domain,
        long value,
        @Nullable Site site) {

    Choice with(long other) {
        return new Choice(generator, domain, other, site);
    }

    Choice simplest() {
        return with(domain.simplest());
    }

    boolean isSimplest() {
        return value == domain.simplest();
    }

    /** Returns the value that is nearer to the simplest by one. */
    Choice nearer() {
        return with(value > domain.simplest() ? value - 1 : value + 1);
    }

    /** Returns how far a whole number is from the simplest. */
    long distance() {
        return domain.distance(value);
    }

    /** Returns whether this is a whole number that could be simpler. */
    boolean isLowerable() {
        return isWhole() && !isSimplest();
    }

    boolean isSameValue(Choice other) {
        return value == other.value && domain.equals(other.domain);
    }

    /** Returns whether it could have been another. */
    boolean hasChoice() {
        return domain.least() != domain.most();
    }

    boolean isWhole() {
        return domain.kind() == Domain.Kind.WHOLE;
    }

    /** Returns the draw as it is written in code, and its value: "nextInt(1, 13) = 12". */
    String text() {
        return call() + " = " + domain.text(value);
    }

    /** Returns the draw as it is written in code. */
    String call() {
        String method = site == null ? "draw" : site.method();
        if (site != null && !site.caller().isEmpty() && ParityCall.isOf(generator)) {
            return ParityCall.text(this, method, site.caller());
        }
        boolean isFull = (domain.least() == Integer.MIN_VALUE && domain.most() == Integer.MAX_VALUE)
                || (domain.least() == Long.MIN_VALUE && domain.most() == Long.MAX_VALUE);
        if (domain.kind() == Domain.Kind.REAL) {
            double most = Double.longBitsToDouble(domain.most());
            double end = method.equals("nextFloat") ? Math.nextUp((float) most) : Math.nextUp(most);
            boolean isBounded =
                    Double.isFinite(end) && end < Double.MAX_VALUE && end != 1.0 && !method.equals("nextGaussian");
            return method + (isBounded ? "(" + domain.text(domain.least()) + ", " + end + ")" : "()");
        }
        if (!isWhole() || isFull || (!method.startsWith("nextInt") && !method.startsWith("nextLong"))) {
            return method + "()";
        }
        return method + "(" + (domain.least() == 0 ? "" : domain.least() + ", ") + (domain.most() + 1) + ")";
    }

    /** Returns whether this chooses from one value less than another, in the same line. */
    boolean isOneLessThan(Choice other) {
        return isWhole()
                && other.isWhole()
                && domain.most() - domain.least() == other.domain.most() - other.domain.least() - 1
                && !isElsewhere(other);
    }

    /** Returns whether this is known to be drawn in another line of the user's code. */
    boolean isElsewhere(Choice other) {
        @Nullable StackTraceElement line = line();
        @Nullable StackTraceElement otherLine = other.line();
        return line != null && otherLine != null && !line.equals(otherLine);
    }

    /** Returns whether both are known to be drawn at the same site, with the same calls around it. */
    @SuppressWarnings("ReferenceEquality") // the same site need not be compared
    boolean isAtSameSite(Choice other) {
        return site != null && (site == other.site || site.equals(other.site));
    }

    /** Returns the lines of the user's code that draw, the nearest first. */
    List<StackTraceElement> frames() {
        return site == null ? List.of() : site.frames();
    }

    @Nullable
    StackTraceElement line() {
        return frames().isEmpty() ? null : frames().get(0);
    }

    /** Returns the user's line, after " at "; empty where none is known. */
    String place() {
        return site == null ? "" : site.place();
    }

    /** Compares draws: fewer are simpler, then those whose first values are. */
    static int compare(List<Choice> some, List<Choice> others) {
        int bySize = Integer.compare(some.size(), others.size());
        for (int at = 0; bySize == 0 && at < some.size(); at++) {
            Choice one = some.get(at);
            Choice other = others.get(at);
            int byValue = one.domain.equals(other.domain)
                    ? one.domain.compare(one.value, other.value)
                    : Long.compareUnsigned(one.distance(), other.distance());
            if (byValue != 0) {
                return byValue;
            }
        }
        return bySize;
    }
}
