package dev.seeded.internal.jupiter;

import dev.seeded.Seed;
import dev.seeded.Seeded.Global;
import dev.seeded.internal.config.ContextSeed;
import dev.seeded.internal.config.Run;
import dev.seeded.internal.generator.Recipe;
import dev.seeded.internal.global.Detections;
import dev.seeded.internal.global.GlobalSeeding;
import dev.seeded.internal.global.GlobalSeeding.Entered;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;

/**
 * The generators of one context, and what becomes of its failure. Lies in the context's store, which closes it when
 * the context ends: after everything that can fail, and before a failure is reported.
 */
@SuppressWarnings("deprecation") // JUnit 5.12 closes nothing else
final class Scope implements CloseableResource, AutoCloseable {

    private record Key(Object lane, Object kind) {}

    private final ExtensionContext context;
    private final Run run;
    private final ContextSeed seed;
    private final Optional<Scope> around;
    private final Map<Key, Object> generators = new ConcurrentHashMap<>();
    private final Detections detections = new Detections();
    private Optional<Entered> entered = Optional.empty();

    /**
     * Creates the scope of one context.
     *
     * @param around the scope of the nearest context around it that has one
     */
    Scope(ExtensionContext context, Run run, ContextSeed seed, Optional<Scope> around) {
        this.context = context;
        this.run = run;
        this.seed = seed;
        this.around = around;
    }

    boolean belongsTo(ExtensionContext candidate) {
        return context.equals(candidate);
    }

    Run run() {
        return run;
    }

    ContextSeed seed() {
        return seed;
    }

    /** Tells whether the context was given a generator or a seed. */
    boolean isUsed() {
        return !generators.isEmpty() || entered.filter(Entered::isUsed).isPresent();
    }

    /** Returns the scopes of the contexts around this one. */
    Stream<Scope> outer() {
        return Stream.iterate(around, Optional::isPresent, scope -> scope.flatMap(outer -> outer.around))
                .flatMap(Optional::stream);
    }

    /**
     * Returns the context's one object for a lane and kind, made at the first call.
     *
     * @throws IllegalArgumentException if it does not fit the recipe
     */
    Object obtain(Lane lane, Recipe recipe) {
        return recipe.fit(generators.computeIfAbsent(
                new Key(lane.owner(), recipe.kind()), key -> recipe.maker().apply(lane.seed())));
    }

    /**
     * Enters the context on this thread, which is the one that it ends on.
     *
     * @param mode what becomes of the JVM's random numbers
     * @param classSeed the seed of the class, from which that of its static initializer comes
     */
    void enter(Global mode, Seed classSeed) {
        if (entered.isEmpty()) {
            entered = Optional.of(GlobalSeeding.enter(
                    seed.seed().value(),
                    mode,
                    classSeed.stream("static initializer").value(),
                    context.getRequiredTestClass(),
                    detections));
        }
    }

    /** Returns a line for each place where something unseeded was drawn. */
    List<String> unseeded() {
        return detections.lines();
    }

    @Override
    public void close() {
        entered.ifPresent(Entered::exit);
        FailureNotes.attach(context, this);
        FailureNotes.detected(context, this);
    }

    /**
     * Where a generator belongs and what seed it has.
     *
     * @param owner what shares the generator: the context, or an element with a pin or stream of its own
     */
    record Lane(Object owner, Seed seed) {}
}
