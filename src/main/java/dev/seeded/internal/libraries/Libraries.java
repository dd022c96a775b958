package dev.seeded.internal.libraries;

import dev.seeded.SeededFactory;
import java.util.Optional;

/** Finds what serves a library. Classes that need a library are loaded only when it is known to be there. */
public final class Libraries {

    private Libraries() {}

    /** Returns the factory for this type, if it is a library's. As the type is loaded, the library is there. */
    static Optional<SeededFactory<?>> factory(Class<?> type) {
        return switch (type.getName()) {
            case "kotlin.random.Random" -> Optional.of(new KotlinRandomFactory());
            case "net.datafaker.Faker" -> Optional.of(new FakerFactory());
            case "org.apache.commons.rng.UniformRandomProvider" ->
                isPresent("org.apache.commons.rng.simple.RandomSource")
                        ? Optional.of(new CommonsRngFactory())
                        : Optional.empty();
            case "org.instancio.settings.Settings" -> Optional.of(new InstancioSettingsFactory());
            default -> Optional.empty();
        };
    }

    /** Looks for a class without initializing it. */
    public static boolean isPresent(String type) {
        try {
            Class.forName(type, false, Libraries.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException absent) {
            return false;
        }
    }
}
