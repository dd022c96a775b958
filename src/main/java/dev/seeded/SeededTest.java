package dev.seeded;

import dev.seeded.internal.jupiter.SeededTestInvocations;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Runs a test with listed seeds and draws, such as those that failed before, and then with new seeds.
 *
 * <pre>{@code
 * @SeededTest(seeds = {7, 99}, runs = 20)
 * void keepsItsElements(Random random) { … }
 * }</pre>
 *
 * <p>Each invocation is a separate test with its own lifecycle. Use this annotation instead of {@code @Test}; you do not
 * have to add {@link Seeded}.
 *
 * @since 0.1
 */
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Documented
@TestTemplate
@Seeded
@ExtendWith(SeededTestInvocations.class)
@SuppressWarnings("exports") // users name the annotation, never the extension
public @interface SeededTest {

    /**
     * The test seeds of the first invocations. Each is a {@linkplain Seeded#value() pin}: for the seed 7, the injected
     * {@link java.util.Random} gives exactly the sequence of {@code new Random(7)}, and {@code -Dseed} does not change it.
     */
    long[] seeds() default {};

    /**
     * The draws of the next invocations. Each text, such as {@code "42:AtM…"}, has a test seed and the draws that the test makes
     * instead of the draws of this seed. Copy it from the line {@code pin} of a failure after {@code -Dseed.shrink=true}.
     * Each is a pin, as {@link Seeded#draws()} is.
     *
     * @since 0.1
     */
    String[] draws() default {};

    /**
     * The number of further invocations, not negative. Each has its own seed, derived from the run seed. By default, the test
     * runs once with a new seed.
     */
    int runs() default 1;

    /**
     * Whether these runs draw edge cases: numbers that often break programs, such as bounds, powers of two, and numbers that
     * the test drew before. Three of four runs draw edge cases, the fourth draws uniform numbers. Invocations with a listed
     * seed or listed draws draw no edge cases. {@code -Dseed.edgeCases=true} does the same for all tests.
     *
     * @since 0.1
     */
    boolean edgeCases() default false;
}
