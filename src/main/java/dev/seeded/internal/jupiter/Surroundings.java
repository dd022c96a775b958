package dev.seeded.internal.jupiter;

import dev.seeded.Seeded.Global;
import dev.seeded.internal.config.PinPolicy;
import dev.seeded.internal.config.Run;
import dev.seeded.internal.config.Validated;
import dev.seeded.internal.declared.Annotations;
import dev.seeded.internal.declared.ContextSeed;
import dev.seeded.internal.declared.DeclaredClass;
import dev.seeded.internal.declared.Pin;
import dev.seeded.internal.jvm.JvmSeeding;
import dev.seeded.internal.jvm.ThreadTests;
import dev.seeded.internal.note.Announcement;
import dev.seeded.internal.process.ProcessSeederLocks;
import dev.seeded.internal.process.ProcessSeeders;
import dev.seeded.internal.seed.Identity;
import java.lang.reflect.Method;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;

/**
 * What holds in a class, or outside of all: found once, and kept in the store of the class's context, which closes it when
 * the class ends.
 */
@SuppressWarnings("deprecation") // JUnit 5.12 closes nothing else
final class Surroundings implements CloseableResource, AutoCloseable {

    private static final Validated<DeclaredClass> NO_CLASS = Validated.of(() -> DeclaredClass.NONE);

    private final ExtensionContext owner;
    private final @Nullable Surroundings around;
    private final Validated<Run> run;
    private final Validated<DeclaredClass> seeding;
    private final boolean parallel;
    private final boolean sharesFields;

    /** Spares asking the stores of its tests, which answer with an exception. */
    private final AtomicBoolean over = new AtomicBoolean();

    /** Null until it is asked for: a provider that cannot be loaded fails the tests, not the class. */
    private volatile @Nullable ProcessSeeders seeders;

    /** Null until a test fails, as is the name. */
    private volatile @Nullable Boolean ordered;

    private volatile @Nullable TestClasses classes;

    /** Whether a class or a container has a scope: tests in it may depend on more than their own seed. */
    private volatile boolean lends;

    private Surroundings(
            ExtensionContext owner,
            @Nullable Surroundings around,
            Validated<Run> run,
            Validated<DeclaredClass> seeding) {
        this.owner = owner;
        this.around = around;
        this.run = run;
        this.seeding = seeding;
        parallel = around == null ? Contexts.isParallel(owner) : around.parallel;
        sharesFields = (around != null && around.sharesFields)
                || (Contexts.hasInstancePerClass(owner)
                        && seeding.value()
                                .filter(DeclaredClass::hasInstanceFields)
                                .isPresent());
    }

    /** Returns what holds outside of all classes. */
    static Surroundings outside(ExtensionContext root, Validated<Run> run) {
        return new Surroundings(root, null, run, NO_CLASS);
    }

    /** Returns what holds in a class, or in an invocation of a class, inside of this. */
    Surroundings with(ExtensionContext inner) {
        Class<?> type = inner.getRequiredTestClass();
        boolean isInvocation = owner.getTestClass().filter(type::equals).isPresent();
        return new Surroundings(
                inner,
                this,
                run,
                isInvocation
                        ? seeding
                        : Validated.of(() -> DeclaredClass.of(type, seeding.get(), () -> Stores.factories(inner))));
    }

    /** Tells whether these are the surroundings of a context: those of the class that it is in, or is. */
    boolean hold(ExtensionContext context) {
        ExtensionContext at = context;
        while (!at.equals(owner) && !Contexts.isClass(at)) {
            Optional<ExtensionContext> parent = at.getParent();
            if (parent.isEmpty()) {
                return false;
            }
            at = parent.get();
        }
        return at.equals(owner);
    }

    /** Returns the settings of the run. */
    Validated<Run> run() {
        return run;
    }

    /** Returns what the annotations say. */
    Validated<DeclaredClass> seeding() {
        return seeding;
    }

    /** Tells whether the tests come in an order that the run seed decides. */
    boolean areOrdered() {
        Boolean known = ordered;
        if (known == null) {
            known = around == null
                    ? Annotations.isOrderSeededByDefault(owner::getConfigurationParameter)
                    : Annotations.hasSeededOrder(owner.getRequiredTestClass()).orElseGet(around::areOrdered);
            ordered = known;
        }
        return known;
    }

    /** Returns the class, as the names of its tests show it. */
    TestClasses classes() {
        TestClasses known = classes;
        if (known == null) {
            known = TestClasses.of(owner);
            classes = known;
        }
        return known;
    }

    /** Tells whether tests share an instance with fields to set. */
    boolean shareFields() {
        return sharesFields;
    }

    /** Returns the seeders that a seeded context needs; none for others. */
    Optional<ProcessSeeders> seeders(ExtensionContext context) {
        if (!isSeeded(context)) {
            return Optional.empty();
        }
        ProcessSeeders known = seeders;
        if (known == null) {
            known = Stores.globalSeeders(owner);
            seeders = known;
        }
        return known.isEmpty() ? Optional.empty() : Optional.of(known);
    }

    /** Tells whether {@code @Seeded} stands on the test of this context, on its class or around that. */
    boolean isSeeded(ExtensionContext context) {
        Optional<DeclaredClass> found = seeding.value();
        if (found.isEmpty() || found.get().isSeeded()) {
            return true;
        }
        Optional<Method> test = context.getTestMethod();
        return test.isPresent() && found.get().isSeeded(test.get());
    }

    /**
     * Finds out whether the settings and the annotations around a context are in order.
     *
     * @throws IllegalArgumentException if the run or an annotation has a value that it cannot have
     */
    void check(ExtensionContext context) {
        if (isSeeded(context)) {
            ContextSeed.inForce(run.get(), nearestPin(context));
        }
    }

    /**
     * Makes sure that the agent is there if a context needs it.
     *
     * @throws IllegalArgumentException if it is not
     */
    void requireAgent(ExtensionContext context) {
        if (global(context) != Global.OFF) {
            JvmSeeding.require();
        }
        Optional<Run> found = run.value();
        if (found.isPresent() && found.get().global().collections() && isSeeded(context)) {
            JvmSeeding.requireCollections();
        }
    }

    /** Tells whether callbacks before the test have nothing to do for this context but to set its instance's own fields. */
    boolean areIdle(ExtensionContext context) {
        Optional<DeclaredClass> declared = seeding.value();
        Optional<Run> found = run.value();
        return declared.isPresent()
                && found.isPresent()
                && found.get().pins() != PinPolicy.FAIL
                && !found.get().global().collections()
                && global(context) == Global.OFF
                && !sharesFields
                && !isAnnotated(context.getTestMethod())
                && !(isSeeded(context) && needsSeeders(context.getTestClass()));
    }

    private static boolean needsSeeders(Optional<Class<?>> type) {
        return type.isPresent() && ProcessSeederLocks.areNeededBy(type.get());
    }

    private static boolean isAnnotated(Optional<Method> test) {
        return test.isPresent() && Annotations.concern(test.get());
    }

    /**
     * Enters a context, if it is seeded, on the thread that it runs on.
     *
     * @throws IllegalArgumentException if the run or an annotation has a value that it cannot have
     */
    void enter(ExtensionContext context) {
        boolean seeded = isSeeded(context);
        Optional<Run> found = run.value();
        if (seeded && found.isPresent()) {
            Announcement.makeOnce(found.get());
        }
        if (JvmSeeding.isAgentPresent()) {
            Global mode = global(context);
            if ((seeded || mode != Global.OFF) && context.getTestClass().isPresent()) {
                scope(context).enter(mode);
            }
        } else if (seeded && context.getTestClass().isPresent()) {
            ThreadTests.begin(new ThreadTest(context, over, parallel));
        }
        if (lendsTo(context)) {
            scope(context);
        }
    }

    /**
     * Returns the scope of a context.
     *
     * @throws IllegalArgumentException if the run or an annotation has a value that it cannot have
     */
    Scope scope(ExtensionContext context) {
        Run found = run.get();
        // Not within the store, which keeps a failure and reports it once more.
        Optional<Pin> pin = ContextSeed.inForce(found, nearestPin(context));
        return Stores.scope(context, () -> newScope(context, found, pin));
    }

    private Scope newScope(ExtensionContext context, Run found, Optional<Pin> pin) {
        Announcement.makeOnce(found);
        String uniqueId = context.getUniqueId();
        if (context.equals(owner) || Identity.isTemplate(uniqueId)) {
            lends = true;
        }
        return new Scope(context, this, found, ContextSeed.of(found, pin, uniqueId));
    }

    /** Tells whether contexts around this one have scopes. */
    boolean lendsTo(ExtensionContext context) {
        return context.equals(owner) ? around != null && around.lendsAnywhere() : lendsAnywhere();
    }

    private boolean lendsAnywhere() {
        return lends || (around != null && around.lendsAnywhere());
    }

    private Global global(ExtensionContext context) {
        Optional<Run> found = run.value();
        if (found.isPresent() && found.get().global().mode().isPresent()) {
            return found.get().global().mode().get();
        }
        Optional<DeclaredClass> declared = seeding.value();
        if (declared.isEmpty()) {
            return Global.OFF;
        }
        Optional<Method> test = context.getTestMethod();
        return (test.isPresent()
                        ? declared.get().global(test.get())
                        : declared.get().global())
                .orElse(Global.OFF);
    }

    private Optional<Pin> nearestPin(ExtensionContext context) {
        DeclaredClass found = seeding.get();
        Optional<Method> test = context.getTestMethod();
        return test.isPresent() ? found.pin(test.get(), context::getUniqueId) : found.pin();
    }

    @Override
    public void close() {
        over.set(true);
    }
}
