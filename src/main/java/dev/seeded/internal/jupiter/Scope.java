package dev.seeded.internal.jupiter;

import dev.seeded.Seed;
import dev.seeded.Seeded.Global;
import dev.seeded.internal.config.Run;
import dev.seeded.internal.declared.ContextSeed;
import dev.seeded.internal.draws.DrawSession;
import dev.seeded.internal.generator.Recipe;
import dev.seeded.internal.jvm.Detections;
import dev.seeded.internal.jvm.JvmSeeding;
import dev.seeded.internal.jvm.JvmSeeding.Entered;
import dev.seeded.internal.jvm.JvmTest;
import dev.seeded.internal.process.ProcessSeeders;
import dev.seeded.internal.process.ProcessSeeding;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;

/**
 * The generators of one context, and what becomes of its failure. Lies in the context's store, which closes it when
 * the context ends: after everything that can fail, and before a failure is reported.
 */
@SuppressWarnings("deprecation") // JUnit 5.12 closes nothing else
public final class Scope implements CloseableResource, AutoCloseable {

    private final ExtensionContext context;
    private final Surroundings here;
    private final Run run;
    private final ContextSeed seed;
    private final Lane lane;
    private Optional<ProcessSeeding> globalSeeding = Optional.empty();

    private volatile boolean kept;
    private volatile boolean asked;

    /** Few are made, one for most tests: a list is shorter than a map. */
    private volatile @Nullable Made newest;

    private @Nullable Detections detections;
    private @Nullable Entered entered;

    /**
     * Creates the scope of one context.
     *
     * @param here the surroundings of the context
     */
    Scope(ExtensionContext context, Surroundings here, Run run, ContextSeed seed) {
        this.context = context;
        this.here = here;
        this.run = run;
        this.seed = seed;
        this.lane = new Lane(this, seed.seed());
    }

    /** Notes that a class keeps a generator, in a static field or in an instance that its tests share. */
    void keep() {
        kept = true;
    }

    /** Tells whether tests can draw from a generator of their class, each after those that ran before it. */
    boolean isKept() {
        return kept;
    }

    Run run() {
        return run;
    }

    ContextSeed seed() {
        return seed;
    }

    /** Tells whether the context was given a generator or a seed, or process-wide generators were seeded for it. */
    boolean isUsed() {
        return newest != null || asked || globalSeeding.isPresent() || (entered != null && entered.isUsed());
    }

    /** Returns the surroundings of the context. */
    Surroundings surroundings() {
        return here;
    }

    /** Returns the scopes of the contexts around this one. */
    Stream<Scope> outer() {
        return here.lendsTo(context) ? Stores.scopes(context).filter(scope -> scope != this) : Stream.empty();
    }

    /** Returns the test seed to code that asks for it. */
    Seed ask() {
        asked = true;
        return seed.seed();
    }

    /** Returns where the generators belong that the whole context shares. */
    Lane lane() {
        return lane;
    }

    /**
     * Returns the context's one object for a lane and kind, made at the first call.
     *
     * @throws IllegalArgumentException if it does not fit the recipe
     */
    public synchronized Object obtain(Lane lane, Recipe recipe) {
        for (Made made = newest; made != null; made = made.older) {
            if (made.owner.equals(lane.owner()) && made.kind.equals(recipe.kind())) {
                return recipe.fit(made.object);
            }
        }
        Object object = recipe.fit(DrawSession.make(() -> nameOf(lane, recipe), recipe, lane.seed()));
        newest = new Made(lane.owner(), recipe.kind(), object, newest);
        return object;
    }

    /**
     * Enters the context on this thread, which is the one that it ends on.
     *
     * @param mode what becomes of the JVM's random numbers
     */
    void enter(Global mode) {
        if (entered != null) {
            return;
        }
        boolean collections = run.global().collections();
        JvmTest test = new JvmTest(seed.seed().value(), false, false, collections, null, null, null);
        if (mode != Global.OFF) {
            detections = new Detections();
            test = new JvmTest(
                    test.seed(),
                    mode != Global.DETECT,
                    mode != Global.SEED,
                    collections,
                    run.seed().value(),
                    detections,
                    DrawSession.ofJvm(context::getUniqueId));
        }
        entered = JvmSeeding.enter(test);
    }

    /** Returns a line for each place where something unseeded was drawn. */
    List<String> unseeded() {
        return detections == null ? List.of() : detections.lines();
    }

    /** Seeds process-wide generators with the context's seed, until the result is closed. */
    ProcessSeeding seedGlobally(ProcessSeeders seeders) {
        ProcessSeeding seeding =
                seeders.seed(seed.seed(), here.classes().name(context).title());
        globalSeeding = Optional.of(seeding);
        return seeding;
    }

    /** Seeds process-wide generators with the context's seed, until the context ends; once, however often it is called. */
    ProcessSeeding keepSeedingGlobally(ProcessSeeders seeders) {
        return globalSeeding.orElseGet(() -> seedGlobally(seeders));
    }

    /** Names a generator equally in each run. */
    private String nameOf(Lane lane, Recipe recipe) {
        Object kind = recipe.kind() instanceof Class<?> type ? type.getName() : recipe.kind();
        return context.getUniqueId() + " " + kind + (lane.owner().equals(this) ? "" : " " + lane.owner());
    }

    @Override
    public void close() {
        try {
            if (entered != null) {
                entered.exit();
            }
            FailureNotes.attach(context, this);
            FailureNotes.detected(context, this);
        } finally {
            globalSeeding.ifPresent(ProcessSeeding::close);
        }
    }

    /**
     * Where a generator belongs and what seed it has.
     *
     * @param owner what shares the generator: the context, or an element with a pin or stream of its own
     */
    public record Lane(Object owner, Seed seed) {}

    private record Made(
            Object owner,
            Object kind,
            Object object,
            @Nullable Made older) {}
}
