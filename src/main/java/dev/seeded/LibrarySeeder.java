package dev.seeded;

/**
 * Seeds the process-wide generator of a library, which has no place for one of its own: before each seeded test, and puts
 * it back after.
 *
 * <p>Implementations are found by {@link java.util.ServiceLoader}: name them in
 * {@code META-INF/services/dev.seeded.LibrarySeeder} or in {@code module-info.java}. Where there are several, they seed in
 * the order in which they are found, and restore in the reverse order. The one for <a href="https://djl.ai">DJL</a>'s
 * engines needs no name, only an engine on the class path.
 *
 * <h2>When</h2>
 *
 * <p>A test is seeded from before the constructor of its instance ({@code @BeforeEach}, where all tests of the class share
 * the instance) until all else about it is over, if {@link Seeded} stands on its method, on its class or around that; an
 * annotated field or parameter alone is given a generator and no more. The methods {@code @BeforeAll} and
 * {@code @AfterAll} of such a class are seeded likewise, each by itself, with the seed of the class. Dynamic tests belong
 * to their factory method.
 *
 * <h2>Concurrent tests</h2>
 *
 * <p>Where there is a seeder, seeded tests run one after the other under JUnit's parallel execution: each holds the lock
 * {@value #RESOURCE}, and the tests of a seeded class run in one thread. Other tests run along. Those which draw from a
 * generator that a seeder seeds would draw from a seeded test's sequence: let them hold the lock too,
 * {@code @ResourceLock(LibrarySeeder.RESOURCE)}. A second run of tests in the same JVM is not JUnit's to lock; its tests
 * fail, and say so, while a test of the first one holds the generators.
 *
 * @since 0.1
 */
public interface LibrarySeeder {

    /** The name of the lock that seeded tests hold where there is a seeder: {@value}. */
    String RESOURCE = "dev.seeded.LibrarySeeder";

    /**
     * Seeds the generator, so that what it draws next depends on {@code seed} alone. A test whose seeder throws fails
     * before it starts, with an error that names the seeder.
     *
     * @param seed the test seed: under {@code @Seeded(42)} it is 42, so that seeding with it unchanged gives what the
     *     library's users know. A seeder whose draws must not resemble those of an injected generator seeds with a
     *     {@linkplain Seed#stream(String) stream}
     */
    void seed(Seed seed);

    /**
     * Puts the generator back as it was, or, where the library cannot, to where it is unpredictable again. Called once
     * after each call of {@link #seed} that returned. A test whose seeder throws here fails, when all seeders were asked.
     */
    void restore();
}
