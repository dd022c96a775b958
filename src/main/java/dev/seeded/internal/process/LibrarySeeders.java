package dev.seeded.internal.process;

import dev.seeded.LibrarySeeder;
import dev.seeded.Seed;
import dev.seeded.internal.libraries.Libraries;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/** The {@link LibrarySeeder seeders} that the class path or module path provides. */
public final class LibrarySeeders {

    private static final String SERVICE = "META-INF/services/" + LibrarySeeder.class.getName();

    /** Asked once, as each run of an exploration asks again, and a class that is absent takes long to look for. */
    private static final boolean DJL = Libraries.isPresent("ai.djl.engine.Engine");

    private final List<LibrarySeeder> seeders;

    LibrarySeeders(List<LibrarySeeder> seeders) {
        this.seeders = seeders;
    }

    /** Loads the seeders that this class loader sees. */
    public static LibrarySeeders seenBy(ClassLoader loader) {
        return new LibrarySeeders(Stream.concat(services(loader).map(ServiceLoader.Provider::get), djl(loader).stream())
                .toList());
    }

    /** Returns whether this class loader sees any; loads none. */
    public static boolean areSeenBy(ClassLoader loader) {
        return (mayBeServices(loader) && services(loader).findAny().isPresent())
                || djl(loader).isPresent();
    }

    /** Without a file there is no service, unless it is a module's; a service loader takes 10 ms to look. */
    private static boolean mayBeServices(ClassLoader loader) {
        try {
            return LibrarySeeder.class.getModule().isNamed()
                    || loader.getResources(SERVICE).hasMoreElements();
        } catch (IOException unknown) {
            return true;
        }
    }

    /** Returns whether there is none. */
    public boolean isEmpty() {
        return seeders.isEmpty();
    }

    /**
     * Seeds what all seeders seed, until the result is closed.
     *
     * @param test the name of the test that needs it
     */
    public LibrarySeeding seed(Seed seed, String test) {
        return LibrarySeeding.begin(seeders, seed, test);
    }

    private static Stream<ServiceLoader.Provider<LibrarySeeder>> services(ClassLoader loader) {
        return ServiceLoader.load(LibrarySeeder.class, loader).stream();
    }

    /** Returns the seeder for DJL's engines, if there are any. */
    private static Optional<LibrarySeeder> djl(ClassLoader loader) {
        return DJL && DjlSeeder.isNeeded(loader) ? Optional.of(new DjlSeeder()) : Optional.empty();
    }
}
