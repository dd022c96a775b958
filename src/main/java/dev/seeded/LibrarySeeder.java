package dev.seeded;

/**
 * Seeds the process-wide generator of a library before each seeded test, and restores it after the test. Write a seeder if
 * you cannot pass a generator to the library.
 *
 * <p>{@link java.util.ServiceLoader} finds implementations: list them in {@code META-INF/services/dev.seeded.LibrarySeeder}
 * or in {@code module-info.java}. If there are several, they seed in the order in which they are found, and restore in the
 * reverse order. The seeder for the engines of <a href="https://djl.ai">DJL</a> is built in and needs only an engine on the
 * class path.
 *
 * <h2>When</h2>
 *
 * <p>The seeder runs for a test if {@link Seeded} is on its method, on its class or on a class around it. If the annotation
 * is only on a field or parameter, the seeder does not run.
 *
 * <p>The generator is seeded before the constructor of the test class runs, and restored after everything else of the test
 * is over. If all tests of a class share one instance, the generator is seeded before {@code @BeforeEach}. For each
 * {@code @BeforeAll} and {@code @AfterAll} method, it is seeded separately with the seed of the class. Dynamic tests belong
 * to their factory method.
 *
 * <h2>Concurrent tests</h2>
 *
 * <p>If there is a seeder, seeded tests run one after the other, even under JUnit's parallel execution: each test holds the
 * lock {@value #RESOURCE}, and the tests of a seeded class run in one thread. Unseeded tests still run at the same time. If
 * an unseeded test draws from the same generator, it takes numbers from the sequence of a seeded test. Give it the lock
 * too: {@code @ResourceLock(LibrarySeeder.RESOURCE)}.
 *
 * <p>JUnit cannot lock a second test run in the same JVM. While a test of the first run uses the generators, the tests of
 * the second run fail, and the message says why.
 *
 * @since 0.1
 */
public interface LibrarySeeder {

    /** The name of the lock that seeded tests hold if there is a seeder: {@value}. */
    String RESOURCE = "dev.seeded.LibrarySeeder";

    /**
     * Seeds the generator, so that its next numbers depend on {@code seed} alone. If a seeder throws, the test fails before
     * it starts, with an error that names the seeder.
     *
     * @param seed the test seed. Under {@code @Seeded(42)} it is 42. Use it unchanged to give the numbers that users of the
     *     library expect for this seed. If the numbers must not resemble those of an injected generator, use a {@linkplain
     *     Seed#stream(String) stream}
     */
    void seed(Seed seed);

    /**
     * Restores the generator as it was. If the library cannot do that, makes it unpredictable again. Called once after each
     * call of {@link #seed} that returned. If a seeder throws here, the test fails, after all seeders were called.
     */
    void restore();
}
