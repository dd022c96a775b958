package dev.seeded.internal.libraries;

import dev.seeded.SeededFactory;
import dev.seeded.internal.UserError;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

/** The {@link SeededFactory factories} that the class path or module path provides. */
public final class ProvidedFactories {

    private final List<SeededFactory<?>> factories;

    private ProvidedFactories(List<SeededFactory<?>> factories) {
        this.factories = factories;
    }

    /** Loads the factories that this class loader sees. */
    @SuppressWarnings("rawtypes") // a class literal has no type arguments
    public static ProvidedFactories seenBy(ClassLoader loader) {
        ServiceLoader<SeededFactory> services = ServiceLoader.load(SeededFactory.class, loader);
        return new ProvidedFactories(services.stream()
                .map(ServiceLoader.Provider::get)
                .<SeededFactory<?>>map(factory -> factory)
                .toList());
    }

    /**
     * Returns the factory for exactly this type; a user's own comes before ours for a library.
     *
     * @throws UserError if there are several
     */
    public Optional<SeededFactory<?>> find(Class<?> type) {
        List<SeededFactory<?>> found =
                factories.stream().filter(factory -> factory.type() == type).toList();
        if (found.size() > 1) {
            String names =
                    found.stream().map(factory -> factory.getClass().getName()).collect(Collectors.joining(", "));
            throw new UserError("several factories make a " + type.getName() + ": " + names + "; keep one");
        }
        return found.stream().findFirst().or(() -> Libraries.factory(type));
    }
}
