package dev.seeded;

import dev.seeded.internal.UserError;
import dev.seeded.internal.console.Printable;
import dev.seeded.internal.jvm.JvmSeeding;
import dev.seeded.internal.seed.Derivation;
import dev.seeded.internal.seed.SeedText;
import java.util.Random;

/**
 * A seed of 64 bits. It makes random generators and further seeds.
 *
 * <p>Seeds are immutable, equal by value and usable without JUnit. A seed that is injected into a seeded test is the test
 * seed: {@code seed.random()} gives the same numbers as the injected {@link Random}.
 *
 * <p>{@link #stream(String)} and {@link #stream(long)} derive child seeds for threads, shards and subsystems. The
 * derivation is fixed: the same parent and name give the same child in every version.
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
     * Returns the seed that {@code text} names, in the form of {@code -Dseed}: a decimal {@code long} ({@code -42}), or
     * {@code 0x} and 1 to 16 hexadecimal digits ({@code 0x2A}). Both may end in {@code L}, as a Java literal does. Blanks
     * around the text are ignored.
     *
     * @throws IllegalArgumentException if {@code text} has another form; the message shows the text and two examples
     */
    public static Seed parse(CharSequence text) {
        try {
            return of(SeedText.parse(text, ""));
        } catch (UserError mistake) {
            throw new IllegalArgumentException(mistake.getMessage(), mistake.getCause());
        }
    }

    /**
     * Returns the test seed of the seeded test that runs on this thread. Use it in code to which you cannot pass a seed,
     * such as builders, fixtures and static helpers. With the agent, this also works on threads that the test starts and in
     * tasks that it submits.
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
                                        : "; without the agent, only the test's own thread knows its seed"))));
    }

    /** Returns this seed as a number. */
    public long value() {
        return value;
    }

    /** Returns a new {@link Random} with this seed. Two calls return two generators with the same sequence. */
    public Random random() {
        return new Random(value);
    }

    /** Returns the child seed with the given name. It is independent of this seed and of children with other names. */
    public Seed stream(String name) {
        return of(Derivation.stream(value, name));
    }

    /** Returns the child seed with the given number, for a thread or a shard. It is independent of all other children. */
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

    /** Returns this seed as a decimal number, which {@link #parse} and {@code -Dseed} accept. */
    @Override
    public String toString() {
        return Long.toString(value);
    }
}
