package dev.seeded.internal.jupiter;

import dev.seeded.Seeded.Global;
import dev.seeded.internal.JvmState;
import dev.seeded.internal.JvmState.Slot;
import dev.seeded.internal.UserError;
import dev.seeded.internal.code.TestCode;
import dev.seeded.internal.config.GivenSetting;
import dev.seeded.internal.config.Run;
import dev.seeded.internal.config.Validated;
import dev.seeded.internal.declared.Annotations;
import dev.seeded.internal.declared.ClassRules;
import dev.seeded.internal.declared.ContextSeed;
import dev.seeded.internal.declared.DeclaredClass;
import dev.seeded.internal.declared.KeptState;
import dev.seeded.internal.declared.Pin;
import dev.seeded.internal.declared.Preparation;
import dev.seeded.internal.declared.TestDeclarations;
import dev.seeded.internal.declared.TestOrder;
import dev.seeded.internal.execution.Jupiter;
import dev.seeded.internal.jvm.JvmSeeding;
import dev.seeded.internal.jvm.ThreadContexts;
import dev.seeded.internal.note.Announcement;
import dev.seeded.internal.note.EarlierTests;
import dev.seeded.internal.note.Leftovers;
import dev.seeded.internal.note.TestNames;
import dev.seeded.internal.process.LibrarySeederLocks;
import dev.seeded.internal.process.LibrarySeeders;
import dev.seeded.internal.replay.TestName;
import dev.seeded.internal.seed.Identity;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;
import org.junit.platform.commons.JUnitException;

/**
 * The facts of a class, or of what is outside of all classes: found once, and kept in the store of the class's context,
 * which closes them when the class ends.
 */
@SuppressWarnings("deprecation") // JUnit 5.12 closes nothing else
final class ClassScope implements CloseableResource, AutoCloseable {

    private static final Validated<DeclaredClass> NO_CLASS = Validated.of(() -> DeclaredClass.NONE);

    private static final Slot<Boolean> SEEDED = JvmState.SEEDED.holding(Boolean.class);

    private final ExtensionContext owner;
    private final @Nullable ClassScope around;
    private final ClassRules rules;
    private final boolean parallel;
    private final boolean sharesFields;

    private final Optional<Duration> timeout;

    /** Whether the class has ended, and all tests with it. */
    private final AtomicBoolean over = new AtomicBoolean();

    /** Null until it is asked for: a provider that cannot be loaded fails the tests, not the class. */
    private volatile @Nullable LibrarySeeders seeders;

    /** Null until a test needs it, as are those below. */
    private volatile @Nullable TestOrder order;

    private volatile @Nullable TestDeclarations declarations;

    private volatile @Nullable String identityOfOwner;

    private volatile @Nullable TestNames names;

    /** The one that was asked for last: a look into a store is dear. */
    private volatile @Nullable Scope latest;

    /** What is to be done before tests without an annotation of ours: the same for all of them. */
    private volatile @Nullable Set<Preparation> preparations;

    /** How many tests of the class ran, and of those in it. */
    private final AtomicInteger ran = new AtomicInteger();

    /** What tests of other classes have set in what the class extends, when it begins: initialized by then. */
    private final Map<Field, Object> inherited;

    /** What the tests of this class share, in all invocations of the class. */
    private final SharedArguments arguments;

    /** Whether a class or a container has a scope: tests in it may depend on more than their own seed. */
    private volatile boolean lends;

    private ClassScope(ExtensionContext owner, @Nullable ClassScope around, ClassRules rules) {
        this.owner = owner;
        this.around = around;
        this.rules = rules;
        timeout = around == null ? timeout(owner, rules) : around.timeout;
        parallel = around == null ? Contexts.isParallel(owner) : around.parallel;
        ClassScope all = ofAllInvocations();
        arguments = all == this ? new SharedArguments() : all.arguments;
        inherited = around == null || runsAgain(owner) ? Map.of() : Leftovers.inherited(classes());
        sharesFields = (around != null && around.sharesFields)
                || (rules.hasInstanceFields() && Contexts.hasInstancePerClass(owner));
    }

    private static Optional<Duration> timeout(ExtensionContext root, ClassRules rules) {
        return rules.run()
                .value()
                .flatMap(Run::timeout)
                .filter(unused -> root.getConfigurationParameter(Jupiter.TIMED).isEmpty());
    }

    /** Returns what holds outside of all classes. */
    static ClassScope outside(ExtensionContext root, Validated<Run> run) {
        return new ClassScope(root, null, new ClassRules(run, NO_CLASS));
    }

    /** Returns what holds in a class, or in an invocation of a class, inside of this. */
    ClassScope with(ExtensionContext inner) {
        Class<?> type = inner.getRequiredTestClass();
        boolean isInvocation = owner.getTestClass().filter(type::equals).isPresent();
        Validated<DeclaredClass> declared = rules.declared();
        return new ClassScope(
                inner,
                this,
                isInvocation
                        ? rules
                        : new ClassRules(
                                rules.run(),
                                Validated.of(
                                        () -> DeclaredClass.of(type, declared.get(), () -> Stores.factories(inner)))));
    }

    /** Returns whether this is the scope of the class that a context is in, or is. */
    boolean contains(ExtensionContext context) {
        return Contexts.owner(context).equals(owner);
    }

    ClassRules rules() {
        return rules;
    }

    DeclaredClass declared() {
        return rules.declared().get();
    }

    /** Returns what the run seed puts into an order. */
    TestOrder order() {
        TestOrder known = order;
        if (known == null) {
            known = TestOrder.of(classes(), owner::getConfigurationParameter);
            boolean isApart = owner.getConfigurationParameter(Jupiter.EXPLORED)
                    .filter(value -> !value.equals(Jupiter.WHOLE))
                    .isPresent();
            known = isApart ? known.ofClassAlone() : known;
            order = known;
        }
        return known;
    }

    /** Returns whether JUnit gives the tests an order of which nobody knows the seed. */
    boolean isInRandomOrder() {
        return TestOrder.isRandom(classes(), owner::getConfigurationParameter);
    }

    /** Returns whether tests of the outermost class were left out. */
    boolean isIncomplete() {
        try {
            return EarlierTests.ofThisJvm().isIncomplete(outermost().owner.getRequiredTestClass());
        } catch (JUnitException | LinkageError broken) {
            // That is for JUnit to say.
            return false;
        }
    }

    /** Returns the time that each method of a test has, if the test is seeded and the user gives one. */
    Optional<Duration> limit(ExtensionContext context) {
        if (timeout.isEmpty()) {
            return timeout;
        }
        boolean isSeeded = method(context)
                .map(test -> declarations().isSeeded(test))
                .orElseGet(() -> declarations().areSeeded());
        return timeout.filter(unused -> isSeeded);
    }

    /** Returns what decides whether a test is explored, and so whether it has a limit there. */
    private TestDeclarations declarations() {
        TestDeclarations known = declarations;
        if (known == null) {
            ClassScope outer = around;
            if (outer == null) {
                known = TestDeclarations.outside(owner::getConfigurationParameter);
            } else {
                Class<?> type = owner.getRequiredTestClass();
                boolean isInvocation =
                        outer.owner.getTestClass().filter(type::equals).isPresent();
                known = isInvocation
                        ? outer.declarations()
                        : outer.declarations().of(type);
            }
            declarations = known;
        }
        return known;
    }

    /** Returns the name of the test or class that a context in this class belongs to. */
    TestName name(ExtensionContext context) {
        Stream<String> invocations =
                Contexts.outwards(context).filter(Contexts::isInvocation).map(ExtensionContext::getDisplayName);
        TestName name = names().of(method(context), invocations, context.getUniqueId());
        boolean isAlone = ofAllInvocations().ran.get() == outermost().ran.get() && isExplored(context);
        return isAlone ? name.inClassAlone() : name;
    }

    /** Returns the method of a test; of a dynamic one, its factory. */
    private static Optional<Method> method(ExtensionContext context) {
        return Contexts.outwards(context)
                .map(ExtensionContext::getTestMethod)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private TestNames names() {
        TestNames known = names;
        if (known == null) {
            // Each once: invocations of a class have contexts of their own.
            known = TestNames.in(Contexts.classes(owner)
                    .<Class<?>>map(ExtensionContext::getRequiredTestClass)
                    .distinct()
                    .toList());
            names = known;
        }
        return known;
    }

    /** Returns what is to be done for a context before its test runs. */
    Set<Preparation> preparations(ExtensionContext context) {
        Optional<Method> test = context.getTestMethod();
        if (test.isPresent() && Annotations.concern(test.get())) {
            return preparations(test);
        }
        Set<Preparation> known = preparations;
        if (known == null) {
            known = preparations(Optional.empty());
            preparations = known;
        }
        return known;
    }

    private Set<Preparation> preparations(Optional<Method> test) {
        Optional<Class<?>> type = owner.getTestClass();
        return rules.preparations(test, sharesFields, type.isPresent() && LibrarySeederLocks.areNeededBy(type.get()));
    }

    /** Returns the seeders that a seeded context needs; none for others. */
    Optional<LibrarySeeders> seeders(ExtensionContext context) {
        if (!rules.isSeeded(context.getTestMethod())) {
            return Optional.empty();
        }
        LibrarySeeders known = seeders;
        if (known == null) {
            known = Stores.processSeeders(owner);
            seeders = known;
        }
        return known.isEmpty() ? Optional.empty() : Optional.of(known);
    }

    /**
     * Enters a context, if it is seeded, on the thread that it runs on.
     *
     * @throws UserError if the run or an annotation has a value that it cannot have
     */
    void enter(ExtensionContext context) {
        boolean seeded = rules.isSeeded(context.getTestMethod());
        Optional<Run> run = rules.run().value();
        if (seeded && run.isPresent()) {
            SEEDED.setIfEmpty(true);
            Announcement.makeOnce(run.get());
        }
        boolean isInClass = context.getTestClass().isPresent();
        if (JvmSeeding.isAgentPresent()) {
            Global mode = rules.jvm(context.getTestMethod());
            if (isInClass && (seeded || mode != Global.OFF || rules.seedsOrdersOrClock())) {
                scope(context).enter(mode);
            }
        } else if (isInClass && seeded) {
            begin(context);
        }
        if (lendsTo(context) || (isInClass && mayFailForRunSeed(run))) {
            scope(context);
        }
    }

    /** Returns what the tests of this class share, in all invocations of the class. */
    SharedArguments arguments() {
        return arguments;
    }

    /** Notes that a test of the class runs. */
    void countTest() {
        for (ClassScope at = this; at.around != null; at = at.around) {
            at.ran.incrementAndGet();
        }
    }

    /** Returns what a failure may depend on besides its seed. */
    Leftovers leftovers(ExtensionContext failed, Throwable failure) {
        List<Class<?>> classes = classes();
        boolean isFirst = !ranBefore(failed);
        String broken = Leftovers.broken(failure);
        String kept = isFirst ? "" : broken.isEmpty() ? keptIn(failed) : broken;
        if (classes.isEmpty()) {
            return Leftovers.inClass(kept, "");
        }
        boolean seedsJvm = rules.jvm(failed.getTestMethod()) != Global.OFF;
        Map<Field, Object> all = new LinkedHashMap<>();
        for (ClassScope at = this; at.around != null; at = at.around) {
            all.putAll(at.inherited);
        }
        try {
            return runsAgain(failed)
                    ? Leftovers.inClass(kept, TestCode.uncontrolled(classes, seedsJvm))
                    : Leftovers.of(kept, isFirst ? broken : "", classes, isFirst, all, seedsJvm);
        } catch (RuntimeException | LinkageError unreadable) {
            // A class file that no compiler wrote: a note must never be a second failure.
            return Leftovers.inClass(kept, "");
        }
    }

    /** Returns whether a test of the outermost class ran before. A replay runs those of seed.after again. */
    private boolean ranBefore(ExtensionContext failed) {
        ClassScope outermost = outermost();
        return (outermost.ran.get() > 1 && !isNamedByAfter())
                || (after().isEmpty() && outermost.hasBegunAgain(failed))
                || outermost.isAfterAnother(failed);
    }

    /** Returns whether the class has run before in this JVM, and no fresh one is to know better. */
    private boolean hasBegunAgain(ExtensionContext failed) {
        return !runsAgain(failed)
                && owner.getTestClass()
                        .filter(type -> EarlierTests.ofThisJvm().hasBegunAgain(type.getName()))
                        .isPresent();
    }

    /** Returns whether another test of the class is known to have begun before, be it seeded or not. */
    private boolean isAfterAnother(ExtensionContext failed) {
        return !isExplored(failed)
                && owner.getTestClass()
                        .filter(type -> !EarlierTests.ofThisJvm().isInFirstTest(type.getName()))
                        .isPresent();
    }

    /** Returns whether a test is explored, and so runs with no others than it needs. */
    boolean isExplored(ExtensionContext test) {
        return test.getConfigurationParameter(Jupiter.EXPLORED).isPresent() && after().isEmpty();
    }

    /** Returns whether a test, or those of a class, run again in fresh JVMs, which is to know better. */
    private boolean runsAgain(ExtensionContext test) {
        return isExplored(test)
                && test.getConfigurationParameter(Jupiter.EXPLORED)
                        .filter(Jupiter.REPLAYED::equals)
                        .isEmpty();
    }

    /** Returns the setting that names tests to run before the selected ones. */
    private Optional<GivenSetting> after() {
        return rules.run().value().flatMap(Run::after);
    }

    /** Returns whether tests of the outermost class ran before those of another one, as {@code seed.after} names them. */
    boolean ranBeforeOthers() {
        String outermost = outermost().owner.getRequiredTestClass().getName();
        return !EarlierTests.ofThisJvm().besides(outermost).isEmpty() && isNamedByAfter();
    }

    /** Returns whether {@code seed.after} names tests of the outermost class. */
    private boolean isNamedByAfter() {
        Class<?> outermost = outermost().owner.getTestClass().orElse(null);
        return outermost != null
                && after().stream()
                        .flatMap(after -> Stream.of(after.text().split(";")))
                        .map(test -> test.strip().split("#", 2)[0])
                        .anyMatch(name -> EarlierTests.belongs(name, outermost.getName()));
    }

    /** Returns this class and those around it. */
    private List<Class<?>> classes() {
        List<Class<?>> classes = new ArrayList<>();
        for (ClassScope at = this; at.around != null; at = at.around) {
            classes.add(at.owner.getRequiredTestClass());
        }
        return classes;
    }

    /** Returns the field in which earlier tests of the outermost class may have left something; empty for none. */
    private String keptIn(ExtensionContext failed) {
        List<Object> shared = new ArrayList<>();
        for (ClassScope at = this; at.around != null; at = at.around) {
            Class<?> type = at.owner.getRequiredTestClass();
            if ((at.ran.get() > 1 || at.isAfterAnother(failed)) && Contexts.hasInstancePerClass(at.owner)) {
                failed.getTestInstances()
                        .flatMap(instances -> instances.findInstance(type).map(found -> (Object) found))
                        .ifPresent(shared::add);
            }
        }
        return KeptState.keptIn(classes().stream(), shared)
                .or(() -> failed.getTestMethod().flatMap(arguments::kept))
                .or(() -> owner.getTestClass().flatMap(arguments::keptByInstances))
                .or(() -> failed.getTestInstance().flatMap(KeptState::keptInParameters))
                .orElse("");
    }

    /** Returns the scope of the class, where this is that of one of its invocations. */
    private ClassScope ofAllInvocations() {
        ClassScope at = this;
        while (at.around != null && at.around.owner.getTestClass().equals(owner.getTestClass())) {
            at = at.around;
        }
        return at;
    }

    private ClassScope outermost() {
        ClassScope at = this;
        while (at.around != null && at.around.around != null) {
            at = at.around;
        }
        return at;
    }

    /** Returns whether the run seed may be the reason of any failure, whatever a test was given. */
    private boolean mayFailForRunSeed(Optional<Run> run) {
        return order() != TestOrder.NATURAL
                || (run.isPresent() && run.get().wanted().areFromSeed());
    }

    private void begin(ExtensionContext context) {
        ThreadContext test = new ThreadContext(context, over, parallel);
        ThreadContexts.begin(test);
        if (parallel) {
            Stores.closeAtEnd(context, test);
        }
    }

    /**
     * Returns the scope of a context.
     *
     * @throws UserError if the run or an annotation has a value that it cannot have
     */
    Scope scope(ExtensionContext context) {
        Scope known = latest;
        if (known != null && known.context().equals(context) && !known.isOver()) {
            return known;
        }
        Run run = rules.run().get();
        // Not within the store, which keeps a failure and reports it once more.
        Optional<Pin> pin = rules.pin(context.getTestMethod(), context::getUniqueId);
        Scope scope = Stores.scope(context, () -> newScope(context, run, pin));
        latest = scope;
        return scope;
    }

    private Scope newScope(ExtensionContext context, Run run, Optional<Pin> pin) {
        SEEDED.setIfEmpty(true);
        Announcement.makeOnce(run);
        String identity = identity(context);
        if (context.equals(owner) || Identity.isTemplate(identity)) {
            lends = true;
        }
        return new Scope(context, this, run, ContextSeed.of(run, pin, identity));
    }

    /** Returns the identity of a context. JUnit makes the text of a unique id anew for each, which takes longer than this. */
    private String identity(ExtensionContext context) {
        Optional<Method> test = context.getTestMethod();
        if (test.isPresent()
                && Annotations.isPlainTest(test.get(), owner.getRequiredTestClass())
                && context.getParent().equals(Optional.of(owner))) {
            String ofOwner = identityOfOwner;
            if (ofOwner == null) {
                // A template of classes has no tests of its own, but invocations.
                ofOwner = around != null && around.around == null
                        ? Identity.ofClass(owner.getRequiredTestClass())
                        : Identity.of(owner.getUniqueId());
                identityOfOwner = ofOwner;
            }
            return Identity.ofTest(ofOwner, test.get());
        }
        return Identity.of(context.getUniqueId());
    }

    /** Returns whether contexts around this one may have scopes. */
    boolean lendsTo(ExtensionContext context) {
        return context.equals(owner) ? around != null && around.lendsAnywhere() : lendsAnywhere();
    }

    private boolean lendsAnywhere() {
        return lends || (around != null && around.lendsAnywhere());
    }

    @Override
    public void close() {
        over.set(true);
    }
}
