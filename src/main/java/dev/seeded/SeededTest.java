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
 * Runs a test with seeds that failed before, and then with new seeds.
 *
 * <pre>{@code
 * @SeededTest(seeds = {7, 99}, runs = 20)
 * void keepsItsElements(Random random) { … }
 * }</pre>
 *
 * <p>Each invocation is a separate test with its own lifecycle. Use this annotation instead of {@code @Test}; you need not
 * add {@link Seeded}.
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

    /** The number of invocations after these, each with its own seed that is derived from the run seed. Not negative. */
    int runs() default 1;
}
