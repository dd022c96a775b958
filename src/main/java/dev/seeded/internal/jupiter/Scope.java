package dev.seeded.internal.jupiter;

import dev.seeded.Seed;
import dev.seeded.Seeded.Global;
import dev.seeded.internal.JvmState;
import dev.seeded.internal.UserError;
import dev.seeded.internal.config.Run;
import dev.seeded.internal.declared.ContextSeed;
import dev.seeded.internal.declared.ContextSeed.GivenDraws;
import dev.seeded.internal.declared.Pin;
import dev.seeded.internal.draws.DrawSession;
import dev.seeded.internal.draws.GeneratorName;
import dev.seeded.internal.edges.EdgeCases;
import dev.seeded.internal.edges.EdgeMix;
import dev.seeded.internal.execution.Jupiter;
import dev.seeded.internal.execution.RunResults;
import dev.seeded.internal.generator.NamedRandom;
import dev.seeded.internal.generator.Recipe;
import dev.seeded.internal.jvm.DetectedDraw;
import dev.seeded.internal.jvm.Detections;
import dev.seeded.internal.jvm.JvmScope;
import dev.seeded.internal.jvm.JvmSeeding;
import dev.seeded.internal.jvm.JvmSeeding.Entered;
import dev.seeded.internal.jvm.OrderedSites;
import dev.seeded.internal.labels.CountedLabels;
import dev.seeded.internal.libraries.Libraries;
import dev.seeded.internal.note.Failures;
import dev.seeded.internal.note.Given;
import dev.seeded.internal.note.NotedDraws;
import dev.seeded.internal.process.LibrarySeeders;
import dev.seeded.internal.process.LibrarySeeding;
import dev.seeded.internal.shrink.PlayedDraws;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.LongUnaryOperator;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;

/**
 * What one context was given. Lies in the context's store, which closes it when the context ends: after everything that
 * can fail, and before a failure is reported.
 */
@SuppressWarnings("deprecation") // JUnit 5.12 closes nothing else
final class Scope implements CloseableResource, AutoCloseable {

    private final ExtensionContext context;
    private final ClassScope ofClass;
    private final Run run;
    private final ContextSeed seed;
    private final Source source;
    private final List<Made> generators = new ArrayList<>(1);
    private Optional<LibrarySeeding> processSeeding = Optional.empty();

    private Optional<CountedLabels> labels = Optional.empty();

    /** Whether a generator may have been kept beyond the context's own code, so that tests draw from it one after the other. */
    private volatile boolean outlives;

    private volatile boolean outlivesInField;

    private volatile boolean used;

    /** Whether code has asked for the seed itself. */
    private volatile boolean asked;

    /** The field or parameter that has a generator with a pin of its own. */
    private volatile @Nullable Source pinned;

    private volatile boolean over;

    /** Whether the JVM's random numbers are the context's, and so whatever fails may depend on its seed. */
    private boolean seedsJvm;

    private boolean detects;

    private @Nullable Detections detections;
    private @Nullable Entered entered;

    private Optional<EdgeCases> edgeCases = Optional.empty();

    private Optional<PlayedDraws> played = Optional.empty();

    /** Whether it is known by now if draws are played. */
    private boolean playedIsKnown;

    /**
     * Creates the scope of one context.
     *
     * @param ofClass the scope of the class that it is in, or is
     */
    Scope(ExtensionContext context, ClassScope ofClass, Run run, ContextSeed seed) {
        this.context = context;
        this.ofClass = ofClass;
        this.run = run;
        this.seed = seed;
        this.source = new Source(this, seed.seed(), Optional.empty());
    }

    ExtensionContext context() {
        return context;
    }

    ClassScope ofClass() {
        return ofClass;
    }

    Run run() {
        return run;
    }

    ContextSeed seed() {
        return seed;
    }

    boolean isOver() {
        return over;
    }

    /** Notes that a static field has a generator of the context, which all tests reach. */
    void outliveInField() {
        outlivesInField = true;
        outlive();
    }

    /** Returns whether tests that run at the same time draw from a generator of the context. */
    synchronized boolean isSharedByTests() {
        return outlivesInField
                || edgeCases.filter(EdgeCases::isDrawnElsewhere).isPresent()
                || generators.stream().anyMatch(made -> Recipe.isDrawnElsewhere(made.object));
    }

    /** Notes that what the context is given now may be kept where tests reach it. */
    void outlive() {
        outlives = true;
    }

    boolean outlives() {
        return outlives;
    }

    /** Returns what the context was given. */
    Given given() {
        boolean something = used || seedsJvm || processSeeding.isPresent() || (entered != null && entered.isUsed());
        return something && seed.pin().isEmpty()
                ? Given.DERIVED
                : something || pinned != null ? Given.PINNED : Given.NOTHING;
    }

    /** Returns the seed that a failure names: of the only pin where nothing else was given, or else the context's. */
    ContextSeed reportedSeed() {
        Source known = pinned;
        return known != null && given() == Given.PINNED && seed.pin().isEmpty()
                ? new ContextSeed(Seed.of(known.pin().orElseThrow().value()), known.pin())
                : seed;
    }

    /** Returns whether threads share one of the generators. */
    synchronized boolean isShared() {
        return edgeCases.filter(EdgeCases::isShared).isPresent()
                || generators.stream().anyMatch(made -> Recipe.isShared(made.object));
    }

    /** Returns what code was given that belongs to no test: static initializers under JVM-wide seeding. */
    Given givenToInitializers() {
        return seedsJvm && JvmSeeding.haveInitializersDrawn() ? Given.DERIVED : Given.NOTHING;
    }

    /** Returns whether generators that take the lower 32 bits of the context's seed are all that it was given. */
    synchronized boolean takesLowerBits() {
        return !asked
                && processSeeding.isEmpty()
                && !seedsJvm
                && !generators.isEmpty()
                && generators.stream()
                        .allMatch(made -> made.owner.equals(this) && Libraries.takesLowerBits(made.object));
    }

    /** Returns whether a generator takes the context's seed without its sign, in a class of Java: Kotlin has no such literal. */
    synchronized boolean takesUnsigned() {
        return generators.stream().anyMatch(made -> made.owner.equals(this) && Libraries.takesUnsigned(made.object))
                && context.getTestClass().stream()
                        .flatMap(type -> Arrays.stream(type.getAnnotations()))
                        .noneMatch(annotation ->
                                annotation.annotationType().getName().equals("kotlin.Metadata"));
    }

    /** Returns the scopes of the contexts around this one, as far as they have any. */
    Stream<Scope> around() {
        return ofClass.lendsTo(context) ? Stores.scopes(context).filter(scope -> scope != this) : Stream.empty();
    }

    /** Returns the test seed to code that asks for it. */
    Seed ask() {
        used = true;
        asked = true;
        return seed.seed();
    }

    /** Returns the source of the generators that the whole context shares. */
    Source source() {
        return source;
    }

    /**
     * Returns the context's one object of a source and kind, made at the first call.
     *
     * @throws UserError if it does not fit the recipe
     */
    synchronized Object obtain(Source from, Recipe recipe) {
        for (Made made : generators) {
            if (made.owner.equals(from.owner()) && made.kind.equals(recipe.kind())) {
                return recipe.fit(made.object);
            }
        }
        Object object = recipe.fit(make(from, recipe));
        if (object instanceof NamedRandom random) {
            random.isOf(context.getRequiredTestClass(), context.getTestMethod().orElse(null));
        }
        generators.add(new Made(from.owner(), recipe.kind(), object));
        if (object instanceof CountedLabels found) {
            labels = Optional.of(found);
            if (context.getTestMethod().isEmpty()) {
                found.refuse();
            }
        } else if (from.isPinned()) {
            pinned = from;
        } else {
            used = true;
            if (object instanceof RandomGenerator || recipe.factory().isPresent()) {
                edgeCases.ifPresent(edges -> edges.handOut(nameOf(from, recipe)));
            }
        }
        return object;
    }

    private Object make(Source from, Recipe recipe) {
        Optional<PlayedDraws> playing = from.isPinned() ? Optional.empty() : played();
        if (playing.isPresent()) {
            return DrawSession.make(playing.get(), nameOf(from, recipe), recipe, from.seed());
        }
        Optional<EdgeCases> edges = from.isPinned() ? Optional.empty() : edgeCases();
        if (edges.isPresent()) {
            return DrawSession.makeWithin(edges.get(), nameOf(from, recipe), recipe, from.seed());
        }
        return JvmState.DRAWS.isEmpty()
                ? recipe.maker().apply(from.seed())
                : DrawSession.make(
                        () -> nameOf(from, recipe),
                        recipe,
                        from.seed(),
                        from.isPinned(),
                        seed.pin().isPresent());
    }

    /** Returns what plays edge cases in place of what the seed gives, if the run seed or an annotation asks for that. */
    private synchronized Optional<EdgeCases> edgeCases() {
        if (edgeCases.isEmpty() && seed.pin().isEmpty()) {
            boolean isDeclared = context.getTestMethod()
                    .filter(ofClass.declared()::hasEdgeCases)
                    .isPresent();
            if (isDeclared || run.edgeCases()) {
                edgeCases = EdgeMix.of(isDeclared ? seed.seed() : run.seed())
                        .map(mix -> new EdgeCases(mix, seed.seed(), context.getRequiredTestClass()));
            }
        }
        return edgeCases;
    }

    /** Returns whether something of the context draws edge cases. */
    boolean hasEdgeCases() {
        return edgeCases.filter(EdgeCases::arePlayed).isPresent();
    }

    /**
     * Returns what plays draws in place of what the seed gives, to a test; read when it is first needed.
     *
     * @throws UserError if there is a text that is not of this test
     */
    private Optional<PlayedDraws> played() {
        if (!playedIsKnown) {
            List<GivenDraws> given = context.getTestMethod().isPresent() ? seed.draws(run) : List.of();
            for (GivenDraws draws : given) {
                if (played.isEmpty()) {
                    played = PlayedDraws.of(
                            draws.text(),
                            draws.source(),
                            context.getUniqueId(),
                            ofClass.name(context).title(),
                            draws.isListed());
                }
            }
            playedIsKnown = true;
        }
        return played;
    }

    /** Returns the draws that were played: those of a search, of a text that was given, or edge cases. */
    Optional<NotedDraws> draws() {
        String edges = edgeCases
                .filter(EdgeCases::arePlayed)
                .map(EdgeCases::text)
                .orElseGet(() -> around().anyMatch(Scope::hasEdgeCases) ? EdgeCases.SAID : "");
        Optional<NotedDraws> noted = notedDraws();
        return edges.isEmpty()
                ? noted
                : Optional.of(noted.map(found ->
                                new NotedDraws(found.text(), found.listed(), found.rows(), edges + found.origin()))
                        .orElseGet(() -> new NotedDraws("", "", List.of(), edges)));
    }

    private Optional<NotedDraws> notedDraws() {
        return JvmState.NOTED_DRAWS
                .holding(NotedDraws.class)
                .find()
                // Where the agent seeds the JVM, dynamic tests have scopes as well.
                .filter(unused -> Contexts.outwards(context)
                        .anyMatch(outer -> outer.getTestMethod().isPresent()))
                .or(() -> played.map(given -> new NotedDraws(given.text(), "", List.of(), "")));
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
        boolean isOff = mode == Global.OFF;
        seedsJvm = mode == Global.SEED || mode == Global.BOTH;
        detects = mode == Global.DETECT || mode == Global.BOTH;
        detections = isOff && run.global().clock().isEmpty() ? null : new Detections();
        JvmScope test = new JvmScope(
                seed.seed().value(),
                seedsJvm,
                detects,
                run.global().unordered(),
                JvmState.ORDERED_SITES.holding(OrderedSites.class).get(),
                run.global().clock().map(clock -> clock.of(seed.seed())).orElse(null),
                isOff ? null : run.seed().value(),
                detections,
                isOff ? null : recorder());
        entered = JvmSeeding.enter(test);
    }

    private @Nullable BiFunction<String, String, LongUnaryOperator> recorder() {
        Optional<PlayedDraws> source = seedsJvm ? played() : Optional.empty();
        if (source.isPresent()) {
            return DrawSession.ofJvm(source.get(), context.getUniqueId());
        }
        Optional<EdgeCases> edges = seedsJvm ? edgeCases() : Optional.empty();
        return edges.isPresent()
                ? DrawSession.ofJvmWithin(edges.get().ofJvm(), context.getUniqueId())
                : DrawSession.ofJvm(context::getUniqueId);
    }

    /** Returns the places that are reported even if the test passes, whether they draw seeded or not. */
    List<DetectedDraw> detected() {
        return detections == null
                ? List.of()
                : detections.draws().stream()
                        .filter(draw -> detects || !draw.isTimeOfFile())
                        .toList();
    }

    /** Returns a line for each place where something unseeded was drawn. */
    List<String> unseeded() {
        return detections == null ? List.of() : detections.unseeded();
    }

    /** Seeds process-wide generators with the context's seed, until the result is closed. */
    LibrarySeeding seedProcess(LibrarySeeders seeders) {
        LibrarySeeding seeding = seeders.seed(seed.seed(), ofClass.name(context).title());
        processSeeding = Optional.of(seeding);
        return seeding;
    }

    /** Seeds process-wide generators with the context's seed, until the context ends; once, however often it is called. */
    LibrarySeeding keepLibrarySeeded(LibrarySeeders seeders) {
        return processSeeding.orElseGet(() -> seedProcess(seeders));
    }

    /** Names a generator equally in each run. */
    private GeneratorName nameOf(Source from, Recipe recipe) {
        String kind = recipe.kind() instanceof Class<?> type
                ? type.getName()
                : recipe.kind().toString();
        String owner = from.owner().equals(this) ? "" : from.owner().toString();
        return new GeneratorName(context.getUniqueId(), kind, owner);
    }

    @Override
    public void close() {
        over = true;
        try {
            if (entered != null) {
                entered.exit();
            }
            if (played.isPresent()) {
                played.get().end();
            }
            Optional<Throwable> failure = context.getExecutionException();
            if (failure.isPresent()) {
                FailureNotes.attach(failure.get(), context, this);
            }
            if (detections != null) {
                FailureNotes.publishDetected(this);
            }
            labels.ifPresent(this::publish);
            publishPinnedFailure();
            publishEdgeCases();
        } finally {
            if (processSeeding.isPresent()) {
                processSeeding.get().close();
            }
        }
    }

    /** Publishes labels to who explores. Those of a pin or of an aborted invocation are no part of a sample of seeds. */
    private void publish(CountedLabels counted) {
        counted.refuse();
        Map<String, String> entries = counted.entries();
        if (!entries.isEmpty()
                && seed.pin().isEmpty()
                && context.getExecutionException().filter(Failures::isAborted).isEmpty()
                && context.getConfigurationParameter(Jupiter.EXPLORED).isPresent()) {
            context.publishReportEntry(entries);
        }
    }

    /** Tells who explores that a pinned seed fails, which is in all runs and tells nothing of other seeds. */
    private void publishPinnedFailure() {
        if (seed.pin().isPresent()
                && context.getTestMethod().isPresent()
                && context.getExecutionException().isPresent()
                && context.getConfigurationParameter(Jupiter.EXPLORED).isPresent()) {
            context.publishReportEntry(RunResults.PINNED, "true");
        }
    }

    /** Tells who explores that the run is not uniform. */
    private void publishEdgeCases() {
        if (hasEdgeCases()
                && context.getConfigurationParameter(Jupiter.EXPLORED).isPresent()) {
            context.publishReportEntry(RunResults.EDGE_CASES, "true");
        }
    }

    /**
     * Where generators come from.
     *
     * @param owner what shares them: the context, or an element with a pin or stream of its own
     * @param seed the seed that they get
     * @param pin with which an element fixes that seed for itself, or the one that a stream comes from
     */
    record Source(Object owner, Seed seed, Optional<Pin> pin) {

        boolean isPinned() {
            return pin.isPresent();
        }
    }

    private record Made(Object owner, Object kind, Object object) {}
}
