package dev.seeded.internal.jupiter;

import dev.seeded.internal.config.ContextSeed;
import dev.seeded.internal.config.FreshSeed;
import dev.seeded.internal.config.Outcome;
import dev.seeded.internal.config.Pin;
import dev.seeded.internal.config.Run;
import dev.seeded.internal.config.Settings;
import dev.seeded.internal.generator.Factories;
import dev.seeded.internal.report.Announcement;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;

/**
 * What is kept in the stores of extension contexts. A store also finds what the contexts around it keep; what belongs to
 * one context therefore has that context's unique id in its key.
 */
final class Stores {

    private static final Namespace NAMESPACE = Namespace.create(Stores.class);

    private record ClassKey(String uniqueId) {}

    private record ScopeKey(String uniqueId) {}

    private Stores() {}

    /** Returns the run that this context belongs to. */
    static Outcome<Run> run(ExtensionContext context) {
        return kept(
                context.getRoot(),
                Run.class,
                () -> Outcome.of(() -> Run.read(
                        new Settings(
                                name -> context.getConfigurationParameter(name).orElse(null),
                                System::getProperty,
                                System::getenv),
                        FreshSeed::ofThisJvm)));
    }

    /** Returns the factories that the tests of this context see. */
    static Factories factories(ExtensionContext context) {
        ClassLoader loader = context.getRequiredTestClass().getClassLoader();
        return kept(context.getRoot(), loader, () -> Factories.seenBy(loader));
    }

    /** Returns what holds in the class that this context is in, or is. */
    static Outcome<ClassSeeding> seeding(ExtensionContext context) {
        Optional<ExtensionContext> found = Contexts.classes(context).findFirst();
        if (found.isEmpty()) {
            return Outcome.of(() -> ClassSeeding.NONE);
        }
        ExtensionContext own = found.get();
        return kept(
                own,
                new ClassKey(own.getUniqueId()),
                () -> Outcome.of(() -> ClassSeeding.of(
                        own.getRequiredTestClass(),
                        own.getParent().map(Stores::seeding).map(Outcome::get).orElse(ClassSeeding.NONE))));
    }

    /** Tells whether {@code @Seeded} stands on the test of this context, on its class or around that. */
    static boolean isSeeded(ExtensionContext context) {
        Outcome<ClassSeeding> seeding = seeding(context);
        return !seeding.isPresent()
                || seeding.get().seeded()
                || context.getTestMethod().filter(Declarations::isSeeded).isPresent();
    }

    /**
     * Returns the pin that is nearest to this context.
     *
     * @throws IllegalArgumentException if an annotation cannot be meant
     */
    static Optional<Pin> nearestPin(ExtensionContext context) {
        ClassSeeding seeding = seeding(context).get();
        return context.getTestMethod().flatMap(Declarations::pin).or(seeding::pin);
    }

    /**
     * Returns the generators of this context.
     *
     * @throws IllegalArgumentException if the run or an annotation has a value that it cannot have
     */
    static Scope scope(ExtensionContext context) {
        Optional<Scope> present = existingScope(context);
        if (present.isPresent()) {
            return present.get();
        }
        Run run = run(context).get();
        Announcement.makeOnce(run);
        ContextSeed seed = ContextSeed.of(run, nearestPin(context), context.getUniqueId());
        return kept(
                context,
                new ScopeKey(context.getUniqueId()),
                () -> new Scope(run, seed, scope -> FailureNotes.attach(context, scope)));
    }

    /** Returns the scopes around this context, in which a generator was given. */
    static Stream<Scope> usedScopesAround(ExtensionContext context) {
        return Contexts.outwards(context)
                .skip(1)
                .map(Stores::existingScope)
                .flatMap(Optional::stream)
                .filter(Scope::isUsed);
    }

    static Optional<Scope> existingScope(ExtensionContext context) {
        return Optional.ofNullable(store(context).get(new ScopeKey(context.getUniqueId()), Scope.class));
    }

    @SuppressWarnings("unchecked") // each key has values of one type
    private static <T> T kept(ExtensionContext context, Object key, Supplier<T> maker) {
        return (T) Objects.requireNonNull(store(context).getOrComputeIfAbsent(key, unused -> maker.get()));
    }

    private static Store store(ExtensionContext context) {
        return context.getStore(NAMESPACE);
    }
}
