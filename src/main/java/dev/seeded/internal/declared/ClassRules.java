package dev.seeded.internal.declared;

import dev.seeded.Seeded.Global;
import dev.seeded.internal.UserError;
import dev.seeded.internal.config.PinPolicy;
import dev.seeded.internal.config.Run;
import dev.seeded.internal.config.Validated;
import java.lang.reflect.Method;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What the settings of the run and the annotations decide together for the tests of one class.
 *
 * @param run the settings
 * @param declared the annotations on the class and around it
 */
public record ClassRules(Validated<Run> run, Validated<DeclaredClass> declared) {

    /**
     * Returns whether {@code @Seeded} stands on a test, on its class or around that; it counts as seeded where the
     * annotations are wrong, so that the test says so.
     *
     * @param test the test; empty for the class
     */
    public boolean isSeeded(Optional<Method> test) {
        Optional<DeclaredClass> found = declared.value();
        return found.isEmpty()
                || found.get().isSeeded()
                || (test.isPresent() && found.get().isSeeded(test.get()));
    }

    /** Returns whether the class, or one around it, has fields of each instance to set; not where annotations are wrong. */
    public boolean hasInstanceFields() {
        Optional<DeclaredClass> found = declared.value();
        return found.isPresent() && found.get().hasInstanceFields();
    }

    /** Returns what becomes of the random numbers that the JVM gives to a test or class. */
    public Global jvm(Optional<Method> test) {
        Optional<Run> known = run.value();
        if (known.isPresent() && known.get().global().mode().isPresent()) {
            return known.get().global().mode().get();
        }
        Optional<DeclaredClass> found = declared.value();
        return found.isEmpty()
                ? Global.OFF
                : (test.isPresent()
                                ? found.get().global(test.get())
                                : found.get().global())
                        .orElse(Global.OFF);
    }

    /** Returns whether all tests that the extension sees meet orders, or a time, from the seed. */
    public boolean seedsOrdersOrClock() {
        Optional<Run> known = run.value();
        return known.isPresent() && known.get().global().seedsOrdersOrClock();
    }

    /**
     * Returns the pin that is in force for a test or class.
     *
     * @param uniqueId the unique id of the context, asked for where it matters
     * @throws UserError if a setting or an annotation has a value that it cannot have
     */
    public Optional<Pin> pin(Optional<Method> test, Supplier<String> uniqueId) {
        DeclaredClass found = declared.get();
        return ContextSeed.inForce(run.get(), test.isPresent() ? found.pin(test.get(), uniqueId) : found.pin());
    }

    /**
     * Returns what is to be done before a test or class.
     *
     * @param sharesFields whether tests share an instance with fields to set
     * @param hasLibrarySeeders whether there are process-wide generators to seed
     */
    public Set<Preparation> preparations(Optional<Method> test, boolean sharesFields, boolean hasLibrarySeeders) {
        Set<Preparation> due = EnumSet.noneOf(Preparation.class);
        boolean seeded = isSeeded(test);
        Optional<Run> found = run.value();
        if (jvm(test) != Global.OFF) {
            due.add(Preparation.AGENT);
        }
        if (seedsOrdersOrClock()) {
            due.add(Preparation.JVM_ORDERS_AND_CLOCK);
        }
        boolean mayFail = found.isEmpty()
                || declared.value().isEmpty()
                || found.get().pins() == PinPolicy.FAIL
                || (test.isPresent() && Annotations.concern(test.get()));
        if (seeded && mayFail) {
            due.add(Preparation.SETTINGS);
        }
        if (sharesFields) {
            due.add(Preparation.SHARED_FIELDS);
        }
        if (seeded && hasLibrarySeeders) {
            due.add(Preparation.PROCESS_SEEDERS);
        }
        return due;
    }
}
