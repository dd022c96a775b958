package dev.seeded;

import dev.seeded.internal.UserError;
import dev.seeded.internal.console.Printable;
import dev.seeded.internal.jvm.JvmSeeding;
import dev.seeded.internal.seed.Derivation;
import dev.seeded.internal.seed.SeedText;
import java.util.Random;

/**
 * A seed: 64 bits from which random generators and further seeds are made.
 *
 * <p>Immutable, equal by value and usable without JUnit. In a seeded test it can be injected, and then is the test
 * seed: {@code seed.random()} gives the same numbers as the injected {@link Random}.
 *
 * <p>{@link #stream(String)} and {@link #stream(long)} derive child seeds for threads, shards and subsystems. How they
 * do is fixed: the same parent and name give the same child in every version.
 *
 * @since 0.1
 */
public final class Seed {

    private final long value;

    private Seed(long value) {
        this.value = value;
    }

    /** Returns the seed with the given value; every {@code long} is one. */
    public static Seed of(long value) {
        return new Seed(value);
    }

    /**
     * Returns the seed that {@code text} names, written as {@code -Dseed} takes it: a decimal {@code long}
     * ({@code -42}) or {@code 0x} and 1 to 16 hexadecimal digits ({@code 0x2A}). Either may end in {@code L}, as a Java
     * literal does; blanks around it don't count.
     *
     * @throws IllegalArgumentException if {@code text} is anything else; the message shows the text and two examples
     */
    public static Seed parse(CharSequence text) {
        try {
            return of(SeedText.parse(text, ""));
        } catch (UserError mistake) {
            throw new IllegalArgumentException(mistake.getMessage(), mistake.getCause());
        }
    }

    /**
     * Returns the test seed of the seeded test that runs on this thread, for code that no seed can be handed to:
     * builders, fixtures, static helpers. With the agent it is there on the threads that the test starts and in the
     * tasks that it submits, too.
     *
     * @throws IllegalStateException if this thread runs no seeded test
     */
    public static Seed current() {
        return of(JvmSeeding.current()
                .orElseThrow(() -> new IllegalStateException(
                        "thread " + Printable.quote(Thread.currentThread().getName())
                                + " runs no seeded test: call Seed.current() in a test, constructor or lifecycle method with"
                                + " @Seeded on it or around it"
                                + (JvmSeeding.isAgentPresent()
                                        ? ""
                                        : "; without the agent other threads than the test's don't know its seed"))));
    }

    /** Returns this seed as a number. */
    public long value() {
        return value;
    }

    /** Returns a new {@link Random} with this seed; two calls give two generators of the same sequence. */
    public Random random() {
        return new Random(value);
    }

    /** Returns the child seed with the given name; children of other names, and this seed, are independent of it. */
    public Seed stream(String name) {
        return of(Derivation.stream(value, name));
    }

    /** Returns the child seed with the given number, of a thread or a shard, say; independent of all others. */
    public Seed stream(long index) {
        return of(Derivation.stream(value, index));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Seed seed && seed.value == value;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(value);
    }

    /** Returns this seed in decimal, as {@link #parse} and {@code -Dseed} accept it. */
    @Override
    public String toString() {
        return Long.toString(value);
    }
}
