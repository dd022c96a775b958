package dev.seeded.internal.generator;

import dev.seeded.GlobalSeeder;
import dev.seeded.Seed;
import dev.seeded.internal.libraries.Libraries;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/** The {@link GlobalSeeder seeders} that the class path or module path provides. */
public final class GlobalSeeders {

    private final List<GlobalSeeder> seeders;

    GlobalSeeders(List<GlobalSeeder> seeders) {
        this.seeders = seeders;
    }

    /** Loads the seeders that this class loader sees. */
    public static GlobalSeeders seenBy(ClassLoader loader) {
        return new GlobalSeeders(
                Stream.concat(services(loader).map(ServiceLoader.Provider::get), Libraries.djlSeeder(loader).stream())
                        .toList());
    }

    /** Tells whether this class loader sees any; loads none. */
    public static boolean areSeenBy(ClassLoader loader) {
        return services(loader).findAny().isPresent()
                || Libraries.djlSeeder(loader).isPresent();
    }

    /** Tells whether there is none. */
    public boolean isEmpty() {
        return seeders.isEmpty();
    }

    /**
     * Seeds what all seeders seed, until the result is closed.
     *
     * @param test the name of the test that needs it
     */
    public GlobalSeeding seed(Seed seed, String test) {
        return GlobalSeeding.begin(seeders, seed, test);
    }

    private static Stream<ServiceLoader.Provider<GlobalSeeder>> services(ClassLoader loader) {
        return ServiceLoader.load(GlobalSeeder.class, loader).stream();
    }
}
