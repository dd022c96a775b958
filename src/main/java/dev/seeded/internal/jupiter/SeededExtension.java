package dev.seeded.internal.jupiter;

import dev.seeded.internal.UserError;
import dev.seeded.internal.config.JvmPolicy;
import dev.seeded.internal.config.Setting;
import dev.seeded.internal.declared.Annotations;
import dev.seeded.internal.declared.DeclaredClass.SeededField;
import dev.seeded.internal.declared.Preparation;
import dev.seeded.internal.jvm.JvmSeeding;
import dev.seeded.internal.process.LibrarySeeders;
import dev.seeded.internal.process.LibrarySeeding;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

    private static final Set<Preparation> OF_CLASS = EnumSet.of(Preparation.AGENT, Preparation.JVM_ORDERS_AND_CLOCK);

    private static final Set<Preparation> OF_TEST = EnumSet.allOf(Preparation.class);

    /** Settings and annotations that are wrong fail the test, not its constructor. */
    private static final Set<Preparation> OF_TEST_INSTANCE = EnumSet.complementOf(EnumSet.of(Preparation.SETTINGS));

    private static final Set<Preparation> OF_CLASS_INSTANCE =
            EnumSet.complementOf(EnumSet.of(Preparation.SETTINGS, Preparation.PROCESS_SEEDERS));

    /**
     * A context that a callback was called with.
     *
     * @param due what is to be done before its test
     * @param mistake why it could not be entered: Jupiter would wrap it there, so that it comes before the test
     */
    private record Current(
            ExtensionContext context,
            ClassScope scope,
            Set<Preparation> due,
            @Nullable UserError mistake) {}

    /** The last one: one test's callbacks, and one class's tests, follow each other, and a look into a store is dear. */
    private volatile @Nullable Current latest;

    /** Makes the constructor of a test's instance part of the test. */
    @Override
    public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext rootContext) {
        return ExtensionContextScope.TEST_METHOD;
    }

    /** Enables everything; conditions are asked first, so that whatever fails after this is seen. */
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        classScope(context);
        return ENABLED;
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        ClassScope scope = prepare(context, OF_CLASS);
        try {
            List<SeededField> fields = scope.declared().staticFields();
            for (SeededField field : fields) {
                refuseToShare(field.field(), context);
            }
            Injector.setFields(fields, null, context, scope);
        } catch (UserError mistake) {
            throw configuration(mistake);
        }
    }

    /** Keeps what a constructor draws, be it from an outer instance or globally, from depending on earlier tests. */
    @Override
    public void preConstructTestInstance(TestInstanceFactoryContext factoryContext, ExtensionContext context) {
        prepare(context, context.getTestMethod().isPresent() ? OF_TEST_INSTANCE : OF_CLASS_INSTANCE);
    }

    @Override
    public <T> T interceptTestClassConstructor(
            Invocation<T> invocation,
            ReflectiveInvocationContext<Constructor<T>> invocationContext,
            ExtensionContext context)
            throws Throwable {
        if (invocationContext.getExecutable().getParameterCount() > 0) {
            classScope(context).arguments().addInstance(invocationContext);
        }
        return invocation.proceed();
    }

    @Override
    public void postProcessTestInstance(Object instance, ExtensionContext context) {
        ClassScope scope = classScope(context);
        try {
            if (scope.declared().hasInstanceFields()) {
                Injector.setFields(fieldsOf(instance, context, scope), instance, context, scope);
            }
        } catch (UserError mistake) {
            throw configuration(mistake);
        }
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        prepare(context, OF_TEST).countTest();
    }

    @Override
    public void interceptBeforeAllMethod(
            Invocation<Void> invocation,
            ReflectiveInvocationContext<Method> invocationContext,
            ExtensionContext context)
            throws Throwable {
        proceedLibrarySeeded(invocation, context, classScope(context));
    }

    @Override
    public void interceptAfterAllMethod(
            Invocation<Void> invocation,
            ReflectiveInvocationContext<Method> invocationContext,
            ExtensionContext context)
            throws Throwable {
        ClassScope scope = classScope(context);
        try {
            Injector.setFields(scope.declared().staticFields(), null, context, scope);
            if (scope.preparations(context).contains(Preparation.SHARED_FIELDS)) {
                lendInstances(context);
            }
        } catch (UserError mistake) {
            throw configuration(mistake);
        }
        proceedLibrarySeeded(invocation, context, scope);
    }

    @Override
    public void interceptTestMethod(
            Invocation<Void> invocation,
            ReflectiveInvocationContext<Method> invocationContext,
            ExtensionContext context)
            throws Throwable {
        ClassScope scope = classScope(context);
        scope.arguments().add(invocationContext);
        TimeLimit.proceed(invocation, scope.limit(context));
    }

    @Override
    public void interceptTestTemplateMethod(
            Invocation<Void> invocation,
            ReflectiveInvocationContext<Method> invocationContext,
            ExtensionContext context)
            throws Throwable {
        ClassScope scope = classScope(context);
        scope.arguments().addInvocation(invocationContext);
        TimeLimit.proceed(invocation, scope.limit(context));
    }

    @Override
    public <T> T interceptTestFactoryMethod(
            Invocation<T> invocation, ReflectiveInvocationContext<Method> invocationContext, ExtensionContext context)
            throws Throwable {
        return TimeLimit.proceed(invocation, classScope(context).limit(context));
    }

    @Override
    public void interceptBeforeEachMethod(
            Invocation<Void> invocation,
            ReflectiveInvocationContext<Method> invocationContext,
            ExtensionContext context)
            throws Throwable {
        TimeLimit.proceed(invocation, classScope(context).limit(context));
    }

    @Override
    public void interceptAfterEachMethod(
            Invocation<Void> invocation,
            ReflectiveInvocationContext<Method> invocationContext,
            ExtensionContext context)
            throws Throwable {
        TimeLimit.proceed(invocation, classScope(context).limit(context));
    }

    @Override
    public void interceptDynamicTest(
            Invocation<Void> invocation, DynamicTestInvocationContext invocationContext, ExtensionContext context)
            throws Throwable {
        try {
            TimeLimit.proceed(invocation, classScope(context).limit(context));
        } catch (Throwable failure) {
            FailureNotes.attachToDynamic(failure, context);
            throw failure;
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        try {
            return Injector.supports(parameter, context, classScope(context));
        } catch (UserError mistake) {
            throw UserError.shown(new ParameterResolutionException(mistake.getMessage()));
        }
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        try {
            return Injector.parameter(parameter, context, classScope(context));
        } catch (UserError mistake) {
            throw UserError.shown(new ParameterResolutionException(mistake.getMessage()));
        }
    }

    /** Returns the scope of the class that a context is in, or is; enters the context first if this is its first callback. */
    private ClassScope classScope(ExtensionContext context) {
        return current(context).scope();
    }

    private Current current(ExtensionContext context) {
        Current known = latest;
        if (known != null && known.context().equals(context)) {
            return known;
        }
        ClassScope scope =
                known != null && known.scope().contains(context) ? known.scope() : Stores.classScope(context);
        UserError mistake = null;
        try {
            scope.enter(context);
        } catch (UserError found) {
            mistake = found;
        }
        Current current = new Current(context, scope, scope.preparations(context), mistake);
        latest = current;
        return current;
    }

    /** Does what is to be done for a context now; returns the scope of the class that it is in, or is. */
    private ClassScope prepare(ExtensionContext context, Set<Preparation> now) {
        Current current = current(context);
        for (Preparation step : current.due()) {
            if (now.contains(step)) {
                try {
                    prepare(step, current);
                } catch (UserError mistake) {
                    throw configuration(mistake);
                }
            }
        }
        return current.scope();
    }

    private static void prepare(Preparation step, Current current) {
        ExtensionContext context = current.context();
        ClassScope scope = current.scope();
        switch (step) {
            case AGENT -> {
                JvmSeeding.require();
                if (current.mistake() != null) {
                    throw current.mistake();
                }
            }
            case JVM_ORDERS_AND_CLOCK -> {
                JvmPolicy policy = scope.rules().run().get().global();
                policy.unordered().forEach(kind -> JvmSeeding.require(kind, Setting.UNORDERED.property()));
                policy.clock().ifPresent(unused -> JvmSeeding.requireClock(Setting.CLOCK.property()));
            }
            case SETTINGS -> scope.rules().pin(context.getTestMethod(), context::getUniqueId);
            case SHARED_FIELDS -> lendInstances(context);
            case PROCESS_SEEDERS ->
                scope.seeders(context)
                        .map(seeders -> scope.scope(context).keepLibrarySeeded(seeders))
                        .ifPresent(LibrarySeeding::check);
        }
    }

    private static void refuseToShare(Field field, ExtensionContext context) {
        if (field.getDeclaringClass() != context.getRequiredTestClass()
                && Contexts.runsConcurrently(context, context.getRoot())) {
            throw new UserError("the static @Seeded field " + Annotations.name(field)
                    + " is inherited, and classes that run concurrently would share it: declare one in each class,"
                    + " or take parameters instead");
        }
    }

    /**
     * Sets the fields of instances that several tests share to the generators of one test or class: of an instance per
     * class, and of those around it, which live as long.
     */
    private static void lendInstances(ExtensionContext context) {
        Contexts.classes(context)
                .filter(Contexts::hasInstancePerClass)
                .filter(owner -> owner.getTestInstances().isPresent())
                .findFirst()
                .ifPresent(owner -> owner.getRequiredTestInstances()
                        .getAllInstances()
                        .forEach(instance -> lendInstance(instance, owner, context)));
    }

    private static void lendInstance(Object instance, ExtensionContext owner, ExtensionContext test) {
        List<SeededField> fields = fieldsOf(instance, owner, Stores.classScope(owner));
        if (!fields.isEmpty() && Contexts.runsConcurrently(test, owner)) {
            throw new UserError("the @Seeded fields of " + instance.getClass().getName()
                    + " belong to one instance, which concurrent tests would share: take parameters instead,"
                    + " or remove PER_CLASS or CONCURRENT");
        }
        Injector.setFields(fields, instance, test, Stores.classScope(test));
    }

    private static List<SeededField> fieldsOf(Object instance, ExtensionContext context, ClassScope scope) {
        if (instance.getClass() == context.getRequiredTestClass()) {
            return scope.declared().instanceFields();
        }
        return Contexts.classes(context)
                .filter(owner -> owner.getRequiredTestClass() == instance.getClass())
                .findFirst()
                .map(owner -> Stores.classScope(owner).declared().instanceFields())
                .orElse(List.of());
    }

    /** Invokes a method that belongs to a class with process-wide generators seeded for it, if there are seeders. */
    private static void proceedLibrarySeeded(Invocation<Void> invocation, ExtensionContext context, ClassScope scope)
            throws Throwable {
        Optional<LibrarySeeders> seeders = scope.seeders(context);
        if (seeders.isEmpty()) {
            TimeLimit.proceed(invocation, scope.limit(context));
            return;
        }
        Scope own;
        try {
            own = scope.scope(context);
        } catch (UserError mistake) {
            throw configuration(mistake);
        }
        try (LibrarySeeding seeding = own.seedProcess(seeders.get())) {
            seeding.check();
            TimeLimit.proceed(invocation, scope.limit(context));
        }
    }

    static ExtensionConfigurationException configuration(UserError mistake) {
        return UserError.shown(new ExtensionConfigurationException(mistake.getMessage()));
    }
}
