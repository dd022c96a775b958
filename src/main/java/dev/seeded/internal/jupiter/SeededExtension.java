package dev.seeded.internal.jupiter;

import dev.seeded.Seeded.Global;
import dev.seeded.internal.config.Outcome;
import dev.seeded.internal.generator.GlobalSeeders;
import dev.seeded.internal.generator.GlobalSeeding;
import dev.seeded.internal.global.JvmSeeding;
import dev.seeded.internal.jupiter.ClassSeeding.SeededField;
import dev.seeded.internal.report.Announcement;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.TestInstance.Lifecycle;
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

    /** Makes the constructor of a test's instance part of the test. */
    @Override
    public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext rootContext) {
        return ExtensionContextScope.TEST_METHOD;
    }

    /** Enables everything; conditions are asked first, so that whatever fails after this is seen. */
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (Stores.isSeeded(context)) {
            Stores.run(context).value().ifPresent(Announcement::makeOnce);
        }
        if (Stores.nearestScope(context).isPresent()) {
            // A mistake is no reason to fail here: Jupiter would wrap it. It comes back before the test.
            Outcome.of(() -> Stores.scope(context));
        }
        enter(context);
        return ConditionEvaluationResult.enabled(null);
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        configure(() -> {
            requireAgent(context);
            List<SeededField> fields = Stores.seeding(context).get().staticFields();
            fields.stream().map(SeededField::field).forEach(field -> refuseToShare(field, context));
            Injector.setFields(fields, null, context);
        });
    }

    /** Keeps what a constructor draws, be it from an outer instance or globally, from depending on earlier tests. */
    @Override
    public void preConstructTestInstance(TestInstanceFactoryContext factoryContext, ExtensionContext context) {
        configure(() -> requireAgent(context));
        enter(context);
        configure(() -> {
            lendInstances(context);
            if (context.getTestMethod().isPresent()) {
                seedGlobally(context);
            }
        });
    }

    @Override
    public void postProcessTestInstance(Object instance, ExtensionContext context) {
        configure(() -> Injector.setFields(fieldsOf(instance, context), instance, context));
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        configure(() -> {
            requireAgent(context);
            Stores.check(context);
            lendInstances(context);
            seedGlobally(context);
        });
    }

    @Override
    public void interceptBeforeAllMethod(
            Invocation<Void> invocation,
            ReflectiveInvocationContext<Method> invocationContext,
            ExtensionContext context)
            throws Throwable {
        proceedSeededGlobally(invocation, context);
    }

    @Override
    public void interceptAfterAllMethod(
            Invocation<Void> invocation,
            ReflectiveInvocationContext<Method> invocationContext,
            ExtensionContext context)
            throws Throwable {
        configure(() -> {
            Injector.setFields(Stores.seeding(context).get().staticFields(), null, context);
            lendInstances(context);
        });
        proceedSeededGlobally(invocation, context);
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
        return Injector.supports(parameter, context);
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        try {
            return Injector.parameter(parameter, context);
        } catch (IllegalArgumentException mistake) {
            throw new ParameterResolutionException(mistake.getMessage());
        }
    }

    private static void refuseToShare(Field field, ExtensionContext context) {
        if (field.getDeclaringClass() != context.getRequiredTestClass()
                && Contexts.runsConcurrently(context, context.getRoot())) {
            throw new IllegalArgumentException("the static @Seeded field " + Declarations.name(field)
                    + " is inherited, and classes that run concurrently would share it: declare one in each class,"
                    + " or take parameters instead");
        }
    }

    /** Sets the fields of instances that several tests share to the generators of one test or class. */
    private static void lendInstances(ExtensionContext context) {
        if (Stores.seeding(context).get().hasInstanceFields()) {
            Contexts.classes(context).forEach(owner -> lendInstance(owner, context));
        }
    }

    /** Seeds process-wide generators for a test, until its context ends, if there are seeders. */
    private static void seedGlobally(ExtensionContext test) {
        globalSeeders(test)
                .map(seeders -> Stores.scope(test).keepSeedingGlobally(seeders))
                .ifPresent(GlobalSeeding::check);
    }

    /** Invokes a method that belongs to a class with process-wide generators seeded for it, if there are seeders. */
    private static void proceedSeededGlobally(Invocation<Void> invocation, ExtensionContext context) throws Throwable {
        Optional<GlobalSeeders> seeders = globalSeeders(context);
        if (seeders.isEmpty()) {
            invocation.proceed();
            return;
        }
        Scope scope = configured(() -> Stores.scope(context));
        try (GlobalSeeding seeding = scope.seedGlobally(seeders.get())) {
            seeding.check();
            invocation.proceed();
        }
    }

    private static Optional<GlobalSeeders> globalSeeders(ExtensionContext context) {
        return Stores.isSeeded(context)
                ? Optional.of(Stores.globalSeeders(context)).filter(seeders -> !seeders.isEmpty())
                : Optional.empty();
    }

    private static void lendInstance(ExtensionContext owner, ExtensionContext test) {
        if (owner.getTestInstanceLifecycle().filter(Lifecycle.PER_CLASS::equals).isEmpty()) {
            return;
        }
        List<SeededField> fields = Stores.seeding(owner).get().instanceFields();
        owner.getTestInstance().filter(instance -> !fields.isEmpty()).ifPresent(instance -> {
            if (Contexts.runsConcurrently(test, owner)) {
                throw new IllegalArgumentException(
                        "the @Seeded fields of " + owner.getRequiredTestClass().getName()
                                + " belong to one instance, which concurrent tests would share: take parameters instead,"
                                + " or remove PER_CLASS or CONCURRENT");
            }
            Injector.setFields(fields, instance, test);
        });
    }

    private static List<SeededField> fieldsOf(Object instance, ExtensionContext context) {
        if (!Stores.seeding(context).get().hasInstanceFields()) {
            return List.of();
        }
        return Contexts.classes(context)
                .filter(owner -> owner.getRequiredTestClass() == instance.getClass())
                .findFirst()
                .map(owner -> Stores.seeding(owner).get().instanceFields())
                .orElse(List.of());
    }

    /** Enters a context, if it is seeded. A mistake comes back before the test. */
    private static void enter(ExtensionContext context) {
        Outcome.of(() -> {
            Stores.enter(context);
            return context;
        });
    }

    private static void requireAgent(ExtensionContext context) {
        if (Stores.global(context) != Global.OFF) {
            JvmSeeding.require();
        }
        if (Stores.isOrdered(context)) {
            JvmSeeding.requireCollections();
        }
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
