package dev.seeded.internal.jupiter;

import dev.seeded.internal.config.Outcome;
import dev.seeded.internal.config.Run;
import dev.seeded.internal.config.Settings;
import dev.seeded.internal.config.Takeover;
import dev.seeded.internal.generator.Factories;
import dev.seeded.internal.generator.GlobalSeeders;
import dev.seeded.internal.report.Host;
import dev.seeded.internal.report.Replay;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.platform.commons.JUnitException;

/** What is kept in the stores of extension contexts, each thing with the context that it belongs to. */
final class Stores {

    private static final Namespace NAMESPACE = Namespace.create(Stores.class);

    private record SurroundingsKey(ExtensionContext owner) {}

    private record SeedersKey(ClassLoader loader) {}

    private Stores() {}

    /** Returns what holds in the class that this context is in, or is. */
    static Surroundings surroundings(ExtensionContext context) {
        ExtensionContext owner = context.getTestClass().isEmpty() ? context.getRoot() : Contexts.ofClass(context);
        return kept(
                owner,
                new SurroundingsKey(owner),
                () -> owner.getTestClass().isEmpty()
                        ? Surroundings.outside(owner, runOf(owner))
                        : surroundings(owner.getParent().orElseThrow()).with(owner));
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

    /** Returns the scopes of this context and of those around it, the nearest first, as far as they have any. */
    static Stream<Scope> scopes(ExtensionContext context) {
        Store store = store(context);
        return Contexts.outwards(context)
                .map(owner -> Optional.ofNullable(store.get(owner, Scope.class)))
                .flatMap(Optional::stream);
    }

    /** Tells whether a context has ended: its store refuses to be changed then, even where there is nothing to change. */
    static boolean isClosed(ExtensionContext context) {
        try {
            store(context).remove(Stores.class);
            return false;
        } catch (JUnitException closed) {
            return true;
        }
    }

    /** Returns the way to replay a test of this run, which takes a look at files to find. */
    static Replay replay(ExtensionContext context, Run run) {
        return kept(context.getRoot(), Replay.class, () -> Host.ofThisJvm().replay(run.command()));
    }

    /** Returns what a context keeps by this key, made the first time. */
    @SuppressWarnings("unchecked") // each key has values of one type
    static <T> T kept(ExtensionContext context, Object key, Supplier<T> maker) {
        return (T) Objects.requireNonNull(store(context).getOrComputeIfAbsent(key, unused -> maker.get()));
    }

    private static Outcome<Run> runOf(ExtensionContext context) {
        return Outcome.of(() -> {
            Takeover.demandFor(Settings.ofThisJvm(context::getConfigurationParameter));
            return Run.ofThisJvm(context::getConfigurationParameter).get();
        });
    }

    private static Store store(ExtensionContext context) {
        return context.getStore(NAMESPACE);
    }
}
