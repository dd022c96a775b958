package dev.seeded;

import dev.seeded.internal.jupiter.SeededExtension;
import dev.seeded.internal.process.LibrarySeederLocks;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * Injects random generators that a printed seed replays.
 *
 * <p>On a class, an interface or a method, every bare parameter of a type below is injected, in constructors, lifecycle
 * methods and tests. On a field or parameter, that one is. Works alone, as a meta-annotation, and through superclasses,
 * interfaces and the enclosing classes of {@code @Nested} tests.
 *
 * <pre>{@code
 * @Seeded
 * class ShuffleTest {
 *     @Test
 *     void keepsItsElements(Random random) { … }
 * }
 * }</pre>
 *
 * <p>When the test fails, the failure carries the run seed and a command that replays it. {@code -Dseed=…} sets the run
 * seed; without it each Maven build, or each JVM of another tool, has a fresh one. The test seed is derived from the run
 * seed and the test's unique id, so that it does not depend on which other tests run, nor in which order.
 *
 * <h2>Types</h2>
 *
 * <ul>
 *   <li>{@link java.util.Random}: draws what {@code new Random(testSeed)} draws.
 *   <li>{@link java.util.random.RandomGenerator}: the same object, or the named {@link #algorithm()}.
 *   <li>{@link java.util.random.RandomGenerator.SplittableGenerator SplittableGenerator} and {@link
 *       java.util.random.RandomGenerator.StreamableGenerator StreamableGenerator}: {@code L64X128MixRandom}.
 *   <li>{@link java.util.random.RandomGenerator.JumpableGenerator JumpableGenerator} and {@link
 *       java.util.random.RandomGenerator.LeapableGenerator LeapableGenerator}: {@code Xoshiro256PlusPlus}.
 *   <li>{@link java.util.SplittableRandom}: {@code new SplittableRandom(testSeed)}.
 *   <li>{@link Seed}: the test seed.
 *   <li>{@link Labels}: what counts in which runs something happened.
 *   <li>{@link java.security.SecureRandom}: a deterministic stand-in, which is not secure; only where {@code @Seeded}
 *       stands on the field or parameter.
 *   <li>{@link java.time.Clock} and {@link java.time.InstantSource}: a clock that stands still at an instant from the test
 *       seed, in the default time zone; only where {@code @Seeded} stands on the field or parameter.
 *   <li>the generators of {@link dev.seeded.parity}, and, where their libraries are present, Datafaker's {@code Faker},
 *       Commons RNG's {@code UniformRandomProvider} ({@code XO_RO_SHI_RO_128_PP}), Kotlin's {@code Random} and Instancio's
 *       {@code Settings}; only where {@code @Seeded} stands on the field or parameter.
 *   <li>any type that a {@link SeededFactory} makes; only where {@code @Seeded} stands on the field or parameter.
 * </ul>
 *
 * <p>A bare parameter that carries an annotation of another extension ({@code @Mock}, {@code @Autowired}) is left to
 * that extension.
 *
 * <h2>Scope</h2>
 *
 * <p>Constructor, fields, {@code @BeforeEach}, test and {@code @AfterEach} of one invocation share one generator of each
 * type; static fields, {@code @BeforeAll} and {@code @AfterAll} share the class's. A field or parameter with a pin or a
 * stream has a generator of its own. Dynamic tests belong to their factory method. A {@link LibrarySeeder} reaches
 * generators that cannot be injected.
 *
 * @since 0.1
 */
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.FIELD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Documented
@ExtendWith(SeededExtension.class)
@ResourceLock(providers = LibrarySeederLocks.class)
public @interface Seeded {

    /**
     * The pin: none, or one test seed. {@code @Seeded(42)} gives exactly the sequence of {@code new Random(42)}, in every
     * invocation, whatever {@code -Dseed} says. On a class it holds for every test, lifecycle method and nested class in
     * it; the nearest pin wins, and an unpinned {@code @Seeded} inside does not lift it. {@code -Dseed.pins=ignore} lifts
     * the pins of classes and methods for one run, {@code -Dseed.pins=fail} makes them failures.
     */
    long[] value() default {};

    /**
     * The name of an independent stream derived from the test seed, for a field or parameter: draws elsewhere don't
     * shift it. Empty for none. An error on classes and methods.
     */
    String stream() default "";

    /**
     * The name of a {@link java.util.random.RandomGeneratorFactory} algorithm, for a field or parameter of type {@link
     * java.util.random.RandomGenerator} or one of its sub-interfaces. Empty for the type's own. An error on classes and
     * methods.
     */
    String algorithm() default "";

    /**
     * The draws that a test makes in place of those of its seed, as a note shows them after {@code -Dseed.shrink=true}:
     * {@code @Seeded(value = 42, draws = "…")}. Empty for none. Only with a value, and on a test method.
     *
     * @since 0.1
     */
    String draws() default "";

    /**
     * What is done with the random numbers that the code under test draws itself: from {@code Math.random()}, {@code
     * new Random()}, {@code ThreadLocalRandom}, {@code UUID.randomUUID()}, {@code Collections.shuffle(list)}, {@code new
     * SecureRandom()} and the like, on every thread that the test reaches. Anything but {@link Global#OFF} needs the
     * agent, {@code -javaagent:} with this library's jar. The nearest that is not off wins; {@code -Dseed.global=…} sets
     * it for a whole run. An error on fields and parameters.
     */
    Global global() default Global.OFF;

    /**
     * What is done with the random numbers that come from the JVM instead of an injected generator.
     *
     * @since 0.1
     */
    enum Global {
        /** They stay as they are. */
        OFF,
        /** They are derived from the test seed. What cannot be is reported. */
        SEED,
        /** They stay random, and each place that draws them is reported. */
        DETECT,
        /** They are derived from the test seed, and each place that draws them is reported. */
        BOTH
    }
}
