package dev.seeded.internal.jupiter;

import dev.seeded.Seed;
import dev.seeded.Seeded.Global;
import dev.seeded.internal.config.ContextSeed;
import dev.seeded.internal.config.Outcome;
import dev.seeded.internal.config.Pin;
import dev.seeded.internal.config.Run;
import dev.seeded.internal.config.Settings;
import dev.seeded.internal.config.Takeover;
import dev.seeded.internal.generator.Factories;
import dev.seeded.internal.generator.GlobalSeeders;
import dev.seeded.internal.report.Announcement;
import dev.seeded.internal.report.Host;
import dev.seeded.internal.report.Replay;
import java.lang.reflect.Method;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;

/** What is kept in the stores of extension contexts, each thing with the context that it belongs to. */
final class Stores {

    private static final Namespace NAMESPACE = Namespace.create(Stores.class);

    private static final Outcome<ClassSeeding> NO_CLASS = Outcome.of(() -> ClassSeeding.NONE);

    private record SeedersKey(ClassLoader loader) {}

    private Stores() {}

    /** Returns the run that this context belongs to. */
    static Outcome<Run> run(ExtensionContext context) {
        return surroundings(context).run;
    }

    /** Returns the factories that the tests of this context see. */
    static Factories factories(ExtensionContext context) {
        ClassLoader loader = context.getRequiredTestClass().getClassLoader();
        return kept(context.getRoot(), loader, () -> Factories.seenBy(loader));
    }

    /** Returns the seeders that the tests of this context see. */
    static GlobalSeeders globalSeeders(ExtensionContext context) {
        ClassLoader loader = context.getRequiredTestClass().getClassLoader();
        return kept(context.getRoot(), new SeedersKey(loader), () -> GlobalSeeders.seenBy(loader));
    }

    /** Returns what holds in the class that this context is in, or is. */
    static Outcome<ClassSeeding> seeding(ExtensionContext context) {
        return surroundings(context).seeding;
    }

    /** Tells whether {@code @Seeded} stands on the test of this context, on its class or around that. */
    static boolean isSeeded(ExtensionContext context) {
        return surroundings(context).seeds(context.getTestMethod());
    }

    /**
     * Finds out whether the settings and the annotations around this context are in order.
     *
     * @throws IllegalArgumentException if the run or an annotation has a value that it cannot have
     */
    static void check(ExtensionContext context) {
        Surroundings surroundings = surroundings(context);
        if (surroundings.seeds(context.getTestMethod())) {
            ContextSeed.inForce(surroundings.run.get(), surroundings.nearestPin(context));
        }
    }

    /**
     * Returns what becomes of the JVM's random numbers in this context.
     *
     * @throws IllegalArgumentException if the run or an annotation has a value that it cannot have
     */
    static Global global(ExtensionContext context) {
        Surroundings surroundings = surroundings(context);
        Optional<Global> forAll =
                surroundings.run.value().flatMap(run -> run.global().mode());
        return forAll.orElseGet(() -> surroundings.global(context.getTestMethod()));
    }

    /** Tells whether the test seed orders the immutable collections in this context. */
    static boolean isOrdered(ExtensionContext context) {
        Surroundings surroundings = surroundings(context);
        return surroundings.seeds(context.getTestMethod())
                && surroundings
                        .run
                        .value()
                        .filter(run -> run.global().collections())
                        .isPresent();
    }

    /**
     * Enters a context that is seeded, on the thread that it runs on.
     *
     * @throws IllegalArgumentException if the run or an annotation has a value that it cannot have
     */
    static void enter(ExtensionContext context) {
        Global mode = global(context);
        if (context.getTestClass().isPresent() && (mode != Global.OFF || isSeeded(context))) {
            scope(context).enter(mode, () -> classSeed(context));
        }
    }

    private static Seed classSeed(ExtensionContext context) {
        Surroundings surroundings = surroundings(context);
        ExtensionContext ofClass = Contexts.ofClass(context);
        return ContextSeed.of(surroundings.run.get(), surroundings.nearestPin(ofClass), ofClass.getUniqueId())
                .seed();
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
        Surroundings surroundings = surroundings(context);
        Run run = surroundings.run.get();
        Announcement.makeOnce(run);
        Optional<Pin> pin = surroundings.nearestPin(context);
        ContextSeed seed = ContextSeed.of(run, pin, context.getUniqueId());
        Scope scope = new Scope(context, run, seed, nearest);
        store(context).put(Scope.class, scope);
        return scope;
    }

    /** Returns the scope of this context or, where it has none, of the nearest context around it that has. */
    static Optional<Scope> nearestScope(ExtensionContext context) {
        return Optional.ofNullable(store(context).get(Scope.class, Scope.class));
    }

    /** Returns the way to replay a test of this run, which takes a look at files to find. */
    static Replay replay(ExtensionContext context, Run run) {
        return kept(context.getRoot(), Replay.class, () -> Host.ofThisJvm().replay(run.command()));
    }

    /** One look into the store gives all that most callbacks need. */
    private static Surroundings surroundings(ExtensionContext context) {
        Class<?> type = context.getTestClass().orElse(null);
        Surroundings nearest = store(context).get(Surroundings.class, Surroundings.class);
        if (nearest != null && Objects.equals(nearest.type, type)) {
            return nearest;
        }
        ExtensionContext own = type == null ? context.getRoot() : Contexts.ofClass(context);
        Surroundings surroundings = type == null
                ? new Surroundings(null, runOf(context), NO_CLASS)
                : surroundings(own.getParent().orElseThrow()).with(type, () -> factories(own));
        store(own).put(Surroundings.class, surroundings);
        return surroundings;
    }

    private static Outcome<Run> runOf(ExtensionContext context) {
        return Outcome.of(() -> {
            Takeover.demandFor(Settings.ofThisJvm(context::getConfigurationParameter));
            return Run.ofThisJvm(context::getConfigurationParameter).get();
        });
    }

    /**
     * What holds in a class.
     *
     * @param type the class; null outside of all
     */
    private record Surroundings(@Nullable Class<?> type, Outcome<Run> run, Outcome<ClassSeeding> seeding) {

        Surroundings with(Class<?> inner, Supplier<Factories> factories) {
            return new Surroundings(inner, run, Outcome.of(() -> ClassSeeding.of(inner, seeding.get(), factories)));
        }

        boolean seeds(Optional<Method> test) {
            Optional<ClassSeeding> found = seeding.value();
            return found.isEmpty()
                    || found.get().isSeeded()
                    || test.filter(found.get()::isSeeded).isPresent();
        }

        Global global(Optional<Method> test) {
            return seeding.value()
                    .flatMap(found -> test.map(found::global).orElseGet(found::global))
                    .orElse(Global.OFF);
        }

        Optional<Pin> nearestPin(ExtensionContext context) {
            ClassSeeding found = seeding.get();
            return context.getTestMethod()
                    .map(test -> found.pin(test, context.getUniqueId()))
                    .orElseGet(found::pin);
        }
    }

    @SuppressWarnings("unchecked") // each key has values of one type
    private static <T> T kept(ExtensionContext context, Object key, Supplier<T> maker) {
        return (T) Objects.requireNonNull(store(context).getOrComputeIfAbsent(key, unused -> maker.get()));
    }

    private static Store store(ExtensionContext context) {
        return context.getStore(NAMESPACE);
    }
}
