package dev.seeded.internal.declared;

/**
 * A test seed fixed by an annotation.
 *
 * @param value the test seed
 * @param annotation the annotation as a user writes it
 * @param place the class or method that is annotated
 * @param draws the draws that the test makes in place of those of the seed; empty for none
 */
public record Pin(long value, String annotation, String place, String draws) {

    private static final String LISTED = "@SeededTest(";

    /** Returns the pin of an invocation whose seed {@code @SeededTest} lists. */
    static Pin listed(long value, String place) {
        return new Pin(value, LISTED + "seeds = " + value + ")", place);
    }

    /** Returns the pin of an invocation whose draws {@code @SeededTest} lists. */
    static Pin listed(long value, String draws, String place) {
        return new Pin(value, LISTED + "draws = \"" + value + ":" + draws + "\")", place, draws);
    }

    /** Returns the pin of a test that runs with listed ones only. */
    Pin alone() {
        return new Pin(value, LISTED + "runs = 0)", place);
    }

    /** Returns whether {@code @SeededTest} lists it, to run with this seed besides new ones: it keeps none from coming. */
    boolean isListed() {
        return annotation.startsWith(LISTED);
    }

    /** Creates a pin of the seed alone. */
    public Pin(long value, String annotation, String place) {
        this(value, annotation, place, "");
    }

    /** Creates the pin that {@code @Seeded} sets. */
    public Pin(long value, String place) {
        this(value, "@Seeded(" + literal(value) + ")", place);
    }

    private static String literal(long value) {
        return value + (value == (int) value ? "" : "L");
    }

    /** Returns the pin as a user sees it: "@Seeded(42) on com.acme.DiceTest". */
    @Override
    public String toString() {
        return annotation + " on " + place;
    }
}
