package dev.seeded.internal.jupiter;

import dev.seeded.internal.config.Exploration;
import dev.seeded.internal.config.GivenSurroundings;
import dev.seeded.internal.config.Run;
import dev.seeded.internal.config.Setting;
import dev.seeded.internal.config.Settings;
import dev.seeded.internal.config.Validated;
import dev.seeded.internal.libraries.ProvidedFactories;
import dev.seeded.internal.process.LibrarySeeders;
import dev.seeded.internal.replay.Host;
import dev.seeded.internal.replay.Replay;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;

/** What is kept in the stores of extension contexts, each thing with the context that it belongs to. */
final class Stores {

    private static final Namespace CLASSES = Namespace.create(ClassScope.class);
    private static final Namespace SCOPES = Namespace.create(Scope.class);
    private static final Namespace FACTORIES = Namespace.create(ProvidedFactories.class);
    private static final Namespace SEEDERS = Namespace.create(LibrarySeeders.class);
    private static final Namespace UNCLAIMED = Namespace.create(UnclaimedParameter.class);
    private static final Namespace THREADS = Namespace.create(ThreadContext.class);
    private static final Namespace REPLAY = Namespace.create(Replay.class);

    private Stores() {}

    /** Returns what holds in the class that this context is in, or is. */
    static ClassScope classScope(ExtensionContext context) {
        ExtensionContext owner = Contexts.owner(context);
        return kept(
                owner.getStore(CLASSES),
                owner,
                () -> owner.getTestClass().isEmpty()
                        ? ClassScope.outside(owner, runOf(owner))
                        : classScope(owner.getParent().orElseThrow()).with(owner));
    }

    /** Returns the factories that the tests of this context see. */
    static ProvidedFactories factories(ExtensionContext context) {
        ClassLoader loader = context.getRequiredTestClass().getClassLoader();
        return kept(context.getRoot().getStore(FACTORIES), loader, () -> ProvidedFactories.seenBy(loader));
    }

    /** Returns the seeders that the tests of this context see. */
    static LibrarySeeders processSeeders(ExtensionContext context) {
        ClassLoader loader = context.getRequiredTestClass().getClassLoader();
        return kept(context.getRoot().getStore(SEEDERS), loader, () -> LibrarySeeders.seenBy(loader));
    }

    /** Returns the scopes of this context and of those around it, the nearest first, as far as they have any. */
    static Stream<Scope> scopes(ExtensionContext context) {
        Store store = context.getStore(SCOPES);
        return Contexts.outwards(context)
                .map(owner -> Optional.ofNullable(store.get(owner, Scope.class)))
                .flatMap(Optional::stream);
    }

    /** Has a resource closed when a context ends. */
    static void closeAtEnd(ExtensionContext context, ThreadContext test) {
        context.getStore(THREADS).put(context, test);
    }

    /** Has a parameter explained, if nobody resolves it, when a context ends. */
    static void closeAtEnd(ExtensionContext context, UnclaimedParameter parameter) {
        context.getStore(UNCLAIMED).put(parameter, parameter);
    }

    /** Returns the way to replay a test of this run, which takes a look at files to find. */
    static Replay replay(ExtensionContext context, Run run) {
        return kept(
                context.getRoot().getStore(REPLAY),
                Replay.class,
                () -> Host.ofThisJvm().replay(run.command()));
    }

    /** Returns the scope of a context, made the first time. */
    static Scope scope(ExtensionContext context, Supplier<Scope> maker) {
        return kept(context.getStore(SCOPES), context, maker);
    }

    @SuppressWarnings("unchecked") // each namespace has values of one type
    private static <T> T kept(Store store, Object key, Supplier<T> maker) {
        return (T) Objects.requireNonNull(store.getOrComputeIfAbsent(key, unused -> maker.get()));
    }

    private static Validated<Run> runOf(ExtensionContext context) {
        Function<String, Optional<String>> parameters = context::getConfigurationParameter;
        if (!Setting.areGiven(parameters)) {
            return Run.ofThisJvm(parameters);
        }
        return Validated.of(() -> {
            Settings settings = Settings.ofThisJvm(parameters);
            Exploration.demandSomebodyFor(settings);
            Run run = Run.ofThisJvm(parameters).get();
            GivenSurroundings.demandFor(run, settings);
            return run;
        });
    }
}
