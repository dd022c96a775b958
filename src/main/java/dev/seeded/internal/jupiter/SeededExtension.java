package dev.seeded.internal.jupiter;

import dev.seeded.internal.config.Validated;
import dev.seeded.internal.declared.Annotations;
import dev.seeded.internal.declared.DeclaredClass.SeededField;
import dev.seeded.internal.process.ProcessSeeders;
import dev.seeded.internal.process.ProcessSeeding;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.DynamicTestInvocationContext;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.jupiter.api.extension.TestInstanceFactoryContext;
import org.junit.jupiter.api.extension.TestInstancePostProcessor;
import org.junit.jupiter.api.extension.TestInstancePreConstructCallback;

/** What Jupiter calls: brings generators to fields and parameters, and seed notes to failures. */
public final class SeededExtension
        implements ExecutionCondition,
                BeforeAllCallback,
                TestInstancePreConstructCallback,
                TestInstancePostProcessor,
                BeforeEachCallback,
                ParameterResolver,
                InvocationInterceptor {

    private static final ConditionEvaluationResult ENABLED = ConditionEvaluationResult.enabled(null);

    /**
     * A context as the first callback finds it.
     *
     * @param idle whether nothing is to be done before the test but to set fields, as is so for most
     */
    private record Place(ExtensionContext context, Surroundings around, boolean idle) {}

    /** The last place: one test's callbacks, and one class's tests, follow each other, and a look into a store is dear. */
    private volatile @Nullable Place latest;

    /** Makes the constructor of a test's instance part of the test. */
    @Override
    public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext rootContext) {
        return ExtensionContextScope.TEST_METHOD;
    }

    /** Enables everything; conditions are asked first, so that whatever fails after this is seen. */
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        place(context);
        return ENABLED;
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        Surroundings here = around(context);
        configure(() -> {
            here.requireAgent(context);
            List<SeededField> fields = here.seeding().get().staticFields();
            fields.stream().map(SeededField::field).forEach(field -> refuseToShare(field, context));
            Injector.setFields(fields, null, context, here);
        });
    }

    /** Keeps what a constructor draws, be it from an outer instance or globally, from depending on earlier tests. */
    @Override
    public void preConstructTestInstance(TestInstanceFactoryContext factoryContext, ExtensionContext context) {
        Place place = place(context);
        if (place.idle()) {
            return;
        }
        Surroundings here = place.around();
        configure(() -> {
            here.requireAgent(context);
            lendInstances(context, here);
            if (context.getTestMethod().isPresent()) {
                seedGlobally(context, here);
            }
        });
    }

    @Override
    public void postProcessTestInstance(Object instance, ExtensionContext context) {
        Surroundings here = around(context);
        configure(() -> {
            if (here.seeding().get().hasInstanceFields()) {
                Injector.setFields(fieldsOf(instance, context, here), instance, context, here);
            }
        });
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        Place place = place(context);
        if (place.idle()) {
            return;
        }
        Surroundings here = place.around();
        configure(() -> {
            here.requireAgent(context);
            here.check(context);
            lendInstances(context, here);
            seedGlobally(context, here);
        });
    }

    @Override
    public void interceptBeforeAllMethod(
            Invocation<Void> invocation,
            ReflectiveInvocationContext<Method> invocationContext,
            ExtensionContext context)
            throws Throwable {
        proceedSeededGlobally(invocation, context, around(context));
    }

    @Override
    public void interceptAfterAllMethod(
            Invocation<Void> invocation,
            ReflectiveInvocationContext<Method> invocationContext,
            ExtensionContext context)
            throws Throwable {
        Surroundings here = around(context);
        configure(() -> {
            Injector.setFields(here.seeding().get().staticFields(), null, context, here);
            lendInstances(context, here);
        });
        proceedSeededGlobally(invocation, context, here);
    }

    @Override
    public void interceptDynamicTest(
            Invocation<Void> invocation, DynamicTestInvocationContext invocationContext, ExtensionContext context)
            throws Throwable {
        try {
            invocation.proceed();
        } catch (Throwable failure) {
            FailureNotes.attachToDynamic(failure, context);
            throw failure;
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return Injector.supports(parameter, context, around(context));
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        try {
            return Injector.parameter(parameter, context, around(context));
        } catch (IllegalArgumentException mistake) {
            throw new ParameterResolutionException(mistake.getMessage());
        }
    }

    private Surroundings around(ExtensionContext context) {
        return place(context).around();
    }

    /** Returns the place of a context; enters it first if this is the first callback, whichever that is. */
    private Place place(ExtensionContext context) {
        Place known = latest;
        if (known != null && known.context().equals(context)) {
            return known;
        }
        Surroundings around =
                known != null && known.around().hold(context) ? known.around() : Stores.surroundings(context);
        enter(context, around);
        Place found = new Place(context, around, around.areIdle(context));
        latest = found;
        return found;
    }

    private static void refuseToShare(Field field, ExtensionContext context) {
        if (field.getDeclaringClass() != context.getRequiredTestClass()
                && Contexts.runsConcurrently(context, context.getRoot())) {
            throw new IllegalArgumentException("the static @Seeded field " + Annotations.name(field)
                    + " is inherited, and classes that run concurrently would share it: declare one in each class,"
                    + " or take parameters instead");
        }
    }

    /**
     * Sets the fields of instances that several tests share to the generators of one test or class: of an instance per
     * class, and of those around it, which live as long.
     */
    private static void lendInstances(ExtensionContext context, Surroundings here) {
        if (!here.shareFields()) {
            return;
        }
        Contexts.classes(context)
                .filter(Contexts::hasInstancePerClass)
                .filter(owner -> owner.getTestInstances().isPresent())
                .findFirst()
                .ifPresent(owner -> owner.getRequiredTestInstances()
                        .getAllInstances()
                        .forEach(instance -> lendInstance(instance, owner, context, here)));
    }

    private static void lendInstance(
            Object instance, ExtensionContext owner, ExtensionContext test, Surroundings here) {
        List<SeededField> fields = fieldsOf(instance, owner, Stores.surroundings(owner));
        if (!fields.isEmpty() && Contexts.runsConcurrently(test, owner)) {
            throw new IllegalArgumentException(
                    "the @Seeded fields of " + instance.getClass().getName()
                            + " belong to one instance, which concurrent tests would share: take parameters instead,"
                            + " or remove PER_CLASS or CONCURRENT");
        }
        Injector.setFields(fields, instance, test, here);
    }

    private static List<SeededField> fieldsOf(Object instance, ExtensionContext context, Surroundings here) {
        if (instance.getClass() == context.getRequiredTestClass()) {
            return here.seeding().get().instanceFields();
        }
        return Contexts.classes(context)
                .filter(owner -> owner.getRequiredTestClass() == instance.getClass())
                .findFirst()
                .map(SeededExtension::instanceFields)
                .orElse(List.of());
    }

    private static List<SeededField> instanceFields(ExtensionContext owner) {
        return Stores.surroundings(owner).seeding().get().instanceFields();
    }

    /** Seeds process-wide generators for a test, until its context ends, if there are seeders. */
    private static void seedGlobally(ExtensionContext test, Surroundings here) {
        here.seeders(test)
                .map(seeders -> here.scope(test).keepSeedingGlobally(seeders))
                .ifPresent(ProcessSeeding::check);
    }

    /** Invokes a method that belongs to a class with process-wide generators seeded for it, if there are seeders. */
    private static void proceedSeededGlobally(Invocation<Void> invocation, ExtensionContext context, Surroundings here)
            throws Throwable {
        Optional<ProcessSeeders> seeders = here.seeders(context);
        if (seeders.isEmpty()) {
            invocation.proceed();
            return;
        }
        Scope scope = configured(() -> here.scope(context));
        try (ProcessSeeding seeding = scope.seedGlobally(seeders.get())) {
            seeding.check();
            invocation.proceed();
        }
    }

    /** Enters a context, if it is seeded. A mistake comes back before the test: Jupiter would wrap it here. */
    private static void enter(ExtensionContext context, Surroundings here) {
        Validated.of(() -> {
            here.enter(context);
            return context;
        });
    }

    private static void configure(Runnable step) {
        configured(() -> {
            step.run();
            return true;
        });
    }

    private static <T> T configured(Supplier<T> step) {
        try {
            return step.get();
        } catch (IllegalArgumentException mistake) {
            throw new ExtensionConfigurationException(mistake.getMessage());
        }
    }
}
