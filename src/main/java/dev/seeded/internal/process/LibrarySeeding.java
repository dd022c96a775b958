package dev.seeded.internal.process;

import dev.seeded.LibrarySeeder;
import dev.seeded.Seed;
import dev.seeded.internal.JvmState;
import dev.seeded.internal.JvmState.Slot;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The time in which the process-wide generators belong to one test. JUnit's locks keep the tests of one run apart; here
 * it is seen when they don't.
 */
public final class LibrarySeeding implements AutoCloseable {

    private static final Slot<LibrarySeeding> CURRENT = JvmState.LIBRARY_SEEDING.holding(LibrarySeeding.class);

    private final String test;
    private final Deque<LibrarySeeder> seeded = new ArrayDeque<>();
    private @Nullable IllegalStateException problem;

    private LibrarySeeding(String test) {
        this.test = test;
    }

    /** Seeds what these seeders seed, in their order, as far as that is possible. */
    static LibrarySeeding begin(List<LibrarySeeder> seeders, Seed seed, String test) {
        LibrarySeeding begun = new LibrarySeeding(test);
        LibrarySeeding other = CURRENT.setIfEmpty(begun);
        if (other == null) {
            begun.seed(seeders, seed);
        } else {
            begun.problem = new IllegalStateException(test + " needs the process-wide generators that a "
                    + LibrarySeeder.class.getName() + " seeds while " + other.test
                    + " has them: run the tests of this JVM in one run, or one run after the other");
        }
        return begun;
    }

    /**
     * Throws what stood in the way of the seeding.
     *
     * @throws IllegalStateException if a seeder threw, or another test has the generators
     */
    public void check() {
        if (problem != null) {
            throw problem;
        }
    }

    /**
     * Restores what was seeded, in the reverse order.
     *
     * @throws IllegalStateException if a seeder threw; all others were restored
     */
    @Override
    public void close() {
        IllegalStateException failure = null;
        while (!seeded.isEmpty()) {
            LibrarySeeder seeder = seeded.pop();
            try {
                seeder.restore();
            } catch (Throwable cause) {
                IllegalStateException next = failure(seeder, "restore what it seeded", cause);
                if (failure == null) {
                    failure = next;
                } else {
                    failure.addSuppressed(next);
                }
            }
        }
        CURRENT.remove(this);
        if (failure != null) {
            throw failure;
        }
    }

    private void seed(List<LibrarySeeder> seeders, Seed seed) {
        for (LibrarySeeder seeder : seeders) {
            try {
                seeder.seed(seed);
            } catch (Throwable cause) {
                problem = failure(seeder, "seed its library with " + seed, cause);
                return;
            }
            seeded.push(seeder);
        }
    }

    private IllegalStateException failure(LibrarySeeder seeder, String task, Throwable cause) {
        return new IllegalStateException(seeder.getClass().getName() + " failed to " + task + " for " + test, cause);
    }
}
