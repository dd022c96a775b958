package dev.seeded.internal.shrink;

import dev.seeded.internal.draws.Domain;
import dev.seeded.internal.draws.Draw.Site;
import dev.seeded.internal.draws.GeneratorName;
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

    boolean isSimplest() {
        return value == domain.simplest();
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
        boolean isFull = (domain.least() == Integer.MIN_VALUE && domain.most() == Integer.MAX_VALUE)
                || (domain.least() == Long.MIN_VALUE && domain.most() == Long.MAX_VALUE);
        if (domain.kind() == Domain.Kind.REAL) {
            double end = Math.nextUp(Double.longBitsToDouble(domain.most()));
            boolean isBounded = Double.isFinite(end) && end < Double.MAX_VALUE && end != 1.0;
            return method + (isBounded ? "(" + domain.text(domain.least()) + ", " + end + ")" : "()");
        }
        if (!isWhole() || isFull || (!method.startsWith("nextInt") && !method.startsWith("nextLong"))) {
            return method + "()";
        }
        return method + "(" + (domain.least() == 0 ? "" : domain.least() + ", ") + (domain.most() + 1) + ")";
    }

    /** Returns whether this is known to be drawn in another line of the user's code. */
    boolean isElsewhere(Site other) {
        return site != null
                && !site.frames().isEmpty()
                && !other.frames().isEmpty()
                && !site.frames().get(0).equals(other.frames().get(0));
    }

    /** Returns where the user's code draws. */
    String place() {
        return site == null ? "" : site.place();
    }
}
