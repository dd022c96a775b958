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
 * Runs a test with seeds that once failed, and then with new ones.
 *
 * <pre>{@code
 * @SeededTest(seeds = {7, 99}, runs = 20)
 * void keepsItsElements(Random random) { … }
 * }</pre>
 *
 * <p>Each invocation is a test of its own, with its own lifecycle. Takes the place of {@code @Test}; {@link Seeded} need
 * not be added.
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
     * The test seeds of the first invocations, each as a {@linkplain Seeded#value() pin}: the injected
     * {@link java.util.Random} gives exactly the sequence of {@code new Random(7)}, whatever {@code -Dseed} says.
     */
    long[] seeds() default {};

    /** How many invocations follow, with seeds of their own that are derived from the run seed. Not negative. */
    int runs() default 1;

    /**
     * Whether three of four of these runs draw, in place of uniform numbers, those on which programs break, as {@code
     * -Dseed.edgeCases=true} has all tests do: bounds, powers of two, numbers that were drawn before. Those with a seed that
     * is listed do not.
     *
     * @since 0.1
     */
    boolean edgeCases() default false;
}
