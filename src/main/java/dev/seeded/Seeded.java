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
 * Injects random generators into tests. A failed test names its seed, and the same seed gives the same numbers again.
 *
 * <p>On a class, an interface or a method, this annotation injects the parameters of constructors, lifecycle methods and
 * tests if their type is in the first list below. On a field or parameter, it injects only that field or parameter. You
 * need no {@code @ExtendWith}. The annotation also works as a meta-annotation, on superclasses and interfaces, and on the
 * enclosing classes of {@code @Nested} tests. A test with the annotation in any of these places is a <em>seeded test</em>.
 *
 * <pre>{@code
 * @Seeded
 * class ShuffleTest {
 *     @Test
 *     void keepsItsElements(Random random) { … }
 * }
 * }</pre>
 *
 * <p>When the test fails, the failure shows the run seed and a command that repeats the failure. {@code -Dseed=…} sets the
 * run seed. Without it, each Maven build has a fresh run seed; on Windows, and with any other build tool than Maven, each
 * JVM has one. The test seed is derived from the run seed and the test's unique id. So it does not depend on which tests
 * run, or in which order.
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
 *   <li>{@link Labels}: counts how many runs met a case.
 * </ul>
 *
 * <p>To inject one of these types, put {@code @Seeded} on the field or parameter itself:
 *
 * <ul>
 *   <li>{@link java.security.SecureRandom}: a deterministic stand-in, which is not secure.
 *   <li>{@link java.time.Clock} and {@link java.time.InstantSource}: a clock that stands still at an instant from the test
 *       seed, in the default time zone.
 *   <li>the generators of {@link dev.seeded.parity}.
 *   <li>if their libraries are present: Datafaker's {@code Faker}, Commons RNG's {@code UniformRandomProvider} ({@code
 *       XO_RO_SHI_RO_128_PP}), Kotlin's {@code Random} and Instancio's {@code Settings}.
 *   <li>any type for which you write a {@link SeededFactory}.
 * </ul>
 *
 * <p>If a parameter has an annotation of another extension ({@code @Mock}, {@code @Autowired}), and not {@code
 * @Seeded}, Seeded leaves it to that extension.
 *
 * <h2>Scope</h2>
 *
 * <p>The constructor, the fields, {@code @BeforeEach}, the test and {@code @AfterEach} of one invocation share one
 * generator of each type. Static fields, {@code @BeforeAll} and {@code @AfterAll} share the generators of the class. A
 * field or parameter with a pin or a stream has its own generator. Dynamic tests belong to their factory method. If you
 * cannot inject a generator into a library, write a {@link LibrarySeeder}.
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
     * The pin: none, or one test seed. {@code @Seeded(42)} gives exactly the sequence of {@code new Random(42)} in every
     * invocation, and {@code -Dseed} does not change it. On a class, the pin applies to every test, lifecycle method and
     * nested class in it. The nearest pin wins, and an unpinned {@code @Seeded} inside the class does not remove the pin.
     *
     * <p>{@code -Dseed.pins=ignore} ignores the pins of classes and methods for one run. With {@code -Dseed.pins=fail},
     * each test that has such a pin fails.
     */
    long[] value() default {};

    /**
     * The name of an independent stream for a field or parameter. The stream is derived from the test seed, and draws from
     * other generators do not shift it. Empty for none. An error on classes and methods.
     */
    String stream() default "";

    /**
     * The name of a {@link java.util.random.RandomGeneratorFactory} algorithm, for a field or parameter of type {@link
     * java.util.random.RandomGenerator} or one of its sub-interfaces. Empty for the default algorithm of the type. An error
     * on classes and methods.
     */
    String algorithm() default "";

    /**
     * The draws that a test makes instead of the draws of its seed. Copy the text from the note of a failure after {@code
     * -Dseed.shrink=true}: {@code @Seeded(value = 42, draws = "…")}. Empty for none. Needs a {@link #value()}, and is
     * allowed only on a test method.
     *
     * @since 0.1
     */
    String draws() default "";

    /**
     * Whether to seed or report the random numbers that the code under test takes from the JVM itself: {@code
     * Math.random()}, {@code new Random()}, {@code ThreadLocalRandom}, {@code UUID.randomUUID()}, {@code
     * Collections.shuffle(list)}, {@code new SecureRandom()} and similar calls, on every thread that the test uses.
     *
     * <p>All values except {@link Global#OFF} need the agent, {@code -javaagent:} with the jar of this library. Of several
     * annotations, the nearest with a value other than {@code OFF} wins. {@code -Dseed.global=…} sets the value for a whole
     * run, and overrides all annotations. An error on fields and parameters.
     */
    Global global() default Global.OFF;

    /**
     * Whether to seed or report random numbers that do not come from an injected generator, but from the JVM.
     *
     * @since 0.1
     */
    enum Global {
        /** The numbers stay random. */
        OFF,
        /** The numbers come from the test seed. Numbers that cannot be seeded are reported. */
        SEED,
        /** The numbers stay random, and each place that draws them is reported. */
        DETECT,
        /** The numbers come from the test seed, and each place that draws them is reported. */
        BOTH
    }
}
