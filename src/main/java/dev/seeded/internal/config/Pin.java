package dev.seeded.internal.config;

/**
 * A test seed fixed by an annotation.
 *
 * @param value the test seed
 * @param place the class or method that is annotated
 */
public record Pin(long value, String place) {

    /** Returns the pin as a user sees it: "@Seeded(42) on com.acme.DiceTest". */
    @Override
    public String toString() {
        return "@Seeded(" + value + ") on " + place;
    }
}
