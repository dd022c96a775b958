package dev.seeded.internal.jupiter;

import dev.seeded.Seed;
import dev.seeded.Seeded.Global;
import dev.seeded.internal.config.ContextSeed;
import dev.seeded.internal.config.Outcome;
import dev.seeded.internal.config.Pin;
import dev.seeded.internal.config.Run;
import dev.seeded.internal.generator.Factories;
import dev.seeded.internal.report.Announcement;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;

/** What is kept in the stores of extension contexts, each thing with the context that it belongs to. */
final class Stores {

    private static final Namespace NAMESPACE = Namespace.create(Stores.class);

    private static final Outcome<ClassSeeding> NO_CLASS = Outcome.of(() -> ClassSeeding.NONE);

    private record ClassKey(String uniqueId) {}

    private Stores() {}

    /** Returns the run that this context belongs to. */
    static Outcome<Run> run(ExtensionContext context) {
        return kept(context.getRoot(), Run.class, () -> Run.ofThisJvm(context::getConfigurationParameter));
    }

    /** Returns the factories that the tests of this context see. */
    static Factories factories(ExtensionContext context) {
        ClassLoader loader = context.getRequiredTestClass().getClassLoader();
        return kept(context.getRoot(), loader, () -> Factories.seenBy(loader));
    }

    /** Returns what holds in the class that this context is in, or is. */
    static Outcome<ClassSeeding> seeding(ExtensionContext context) {
        Optional<ExtensionContext> found = Contexts.ofClass(context);
        if (found.isEmpty()) {
            return NO_CLASS;
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
        return seeding(context)
                .value()
                .map(seeding -> seeding.isSeeded()
                        || context.getTestMethod().filter(seeding::isSeeded).isPresent())
                .orElse(true);
    }

    /**
     * Returns the pin that is nearest to this context.
     *
     * @throws IllegalArgumentException if an annotation cannot be meant
     */
    static Optional<Pin> nearestPin(ExtensionContext context) {
        ClassSeeding seeding = seeding(context).get();
        return context.getTestMethod().map(seeding::pin).orElseGet(seeding::pin);
    }

    /**
     * Returns what becomes of the JVM's random numbers in this context.
     *
     * @throws IllegalArgumentException if the run or an annotation has a value that it cannot have
     */
    static Global global(ExtensionContext context) {
        return run(context).get().global().mode().orElseGet(() -> {
            ClassSeeding seeding = seeding(context).get();
            return context.getTestMethod()
                    .map(seeding::global)
                    .orElseGet(seeding::global)
                    .orElse(Global.OFF);
        });
    }

    /**
     * Enters a context that is seeded, on the thread that it runs on.
     *
     * @throws IllegalArgumentException if the run or an annotation has a value that it cannot have
     */
    static void enter(ExtensionContext context) {
        Global mode = global(context);
        Optional<ExtensionContext> owner = Contexts.ofClass(context);
        if (owner.isPresent() && (mode != Global.OFF || isSeeded(context))) {
            Seed classSeed = ContextSeed.of(
                            run(context).get(),
                            nearestPin(owner.get()),
                            owner.get().getUniqueId())
                    .seed();
            scope(context).enter(mode, classSeed);
        }
    }

    /**
     * Returns the scope of this context.
     *
     * @throws IllegalArgumentException if the run or an annotation has a value that it cannot have
     */
    static Scope scope(ExtensionContext context) {
        Optional<Scope> nearest = nearestScope(context);
        if (nearest.isPresent() && nearest.get().belongsTo(context)) {
            return nearest.get();
        }
        Run run = run(context).get();
        Announcement.makeOnce(run);
        ContextSeed seed = ContextSeed.of(run, nearestPin(context), context.getUniqueId());
        Scope scope = new Scope(context, run, seed, nearest);
        store(context).put(Scope.class, scope);
        return scope;
    }

    /** Returns the scope of this context or, where it has none, of the nearest context around it that has. */
    static Optional<Scope> nearestScope(ExtensionContext context) {
        return Optional.ofNullable(store(context).get(Scope.class, Scope.class));
    }

    @SuppressWarnings("unchecked") // each key has values of one type
    private static <T> T kept(ExtensionContext context, Object key, Supplier<T> maker) {
        return (T) Objects.requireNonNull(store(context).getOrComputeIfAbsent(key, unused -> maker.get()));
    }

    private static Store store(ExtensionContext context) {
        return context.getStore(NAMESPACE);
    }
}
