package dev.seeded.internal.declared;

import dev.seeded.internal.config.JvmPolicy;
import dev.seeded.internal.config.Run;
import dev.seeded.internal.config.Validated;
import dev.seeded.internal.generator.Recipe;
import dev.seeded.internal.libraries.ProvidedFactories;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;

/** What annotations tell of the tests of a class before any of them runs. */
public final class TestDeclarations {

    /** The parameter by which JUnit puts registered extensions on each test. */
    public static final String AUTO_DETECTION = "junit.jupiter.extensions.autodetection.enabled";

    /** The parameter by which JUnit runs tests at the same time. */
    public static final String PARALLEL = "junit.jupiter.execution.parallel.enabled";

    private final Validated<DeclaredClass> declared;
    private final List<Class<?>> classes;
    private final Function<String, Optional<String>> parameters;
    private final TestOrder order;
    private final boolean drawsAround;
    private final boolean sharesGenerator;

    private TestDeclarations(
            Validated<DeclaredClass> declared,
            List<Class<?>> classes,
            Function<String, Optional<String>> parameters,
            boolean drawsAround,
            boolean sharesGenerator) {
        this.declared = declared;
        this.classes = classes;
        this.parameters = parameters;
        this.order = TestOrder.of(classes, parameters);
        this.drawsAround = drawsAround;
        this.sharesGenerator = sharesGenerator;
    }

    /**
     * Returns what holds outside of all classes.
     *
     * @param parameters JUnit's configuration parameters
     */
    public static TestDeclarations outside(Function<String, Optional<String>> parameters) {
        return new TestDeclarations(
                Validated.of(() -> DeclaredClass.NONE),
                List.of(),
                parameters,
                isSeededWithoutAnnotation(parameters),
                false);
    }

    /** Returns what holds in a class inside of this one. */
    public TestDeclarations of(Class<?> type) {
        Validated<DeclaredClass> inner = Validated.of(
                () -> DeclaredClass.of(type, declared.get(), () -> ProvidedFactories.seenBy(type.getClassLoader())));
        boolean draws = inner.value()
                .map(found -> found.hasInstanceFields() || !found.staticFields().isEmpty())
                .orElse(true);
        boolean shares =
                inner.value().filter(found -> keepsGenerator(type, found)).isPresent();
        return new TestDeclarations(
                inner,
                Stream.concat(Stream.of(type), classes.stream()).toList(),
                parameters,
                drawsAround || draws || shares || hasSeededSteps(type),
                sharesGenerator || shares);
    }

    /** Returns what the run seed puts into an order. */
    public TestOrder order() {
        return order;
    }

    /** Returns whether tests of this run may run at the same time. */
    public boolean areParallel() {
        return areParallel(parameters);
    }

    /** Returns whether tests of a run with these parameters may run at the same time. */
    public static boolean areParallel(Function<String, Optional<String>> parameters) {
        return parameters.apply(PARALLEL).filter(Boolean::parseBoolean).isPresent();
    }

    /** Returns whether JUnit gives the tests of the class an order of which nobody knows the seed. */
    public boolean areInRandomOrder() {
        return TestOrder.isRandom(classes, parameters);
    }

    /** Returns whether tests may draw from one generator, one after the other. */
    public boolean shareGenerator() {
        return sharesGenerator;
    }

    /**
     * Returns whether the seed may decide over a test: it is given a generator, or might be, or has its place in an order from
     * the seed. A test whose annotations are wrong counts as well.
     */
    public boolean isSeeded(Method test) {
        return areSeeded() || isSeeded((Executable) test);
    }

    /** Returns whether that holds for all tests of the class. */
    public boolean areSeeded() {
        return drawsAround
                || order == TestOrder.METHODS
                || declared.value().map(DeclaredClass::isSeeded).orElse(true);
    }

    /** Returns the pin that is nearest to a test; empty as well where the annotations are wrong. */
    public Optional<Pin> pin(Method test) {
        return Validated.of(() -> declared.get().pin(test)).value().flatMap(pin -> pin);
    }

    private static boolean isSeededWithoutAnnotation(Function<String, Optional<String>> parameters) {
        Optional<Run> run = Run.ofThisJvm(parameters).value();
        // With JUnit's auto-detection, the extension is on each test, and seeds what the JVM gives to it.
        boolean seedsJvm =
                parameters.apply(AUTO_DETECTION).filter(Boolean::parseBoolean).isPresent()
                        && run.map(Run::global).filter(JvmPolicy::seedsAnything).isPresent();
        return seedsJvm || run.filter(found -> found.wanted().areFromSeed()).isPresent();
    }

    private boolean keepsGenerator(Class<?> type, DeclaredClass found) {
        Stream<Constructor<?>> constructors =
                hasInstancePerClass(type, parameters) ? Arrays.stream(type.getDeclaredConstructors()) : Stream.empty();
        Stream<Method> methods =
                ReflectionSupport.findMethods(type, Annotations::preparesTests, HierarchyTraversalMode.TOP_DOWN)
                        .stream();
        return found.staticFields().stream()
                        .anyMatch(field -> field.request()
                                .value()
                                .filter(Request::mayBeKept)
                                .isPresent())
                || Stream.concat(constructors, methods)
                        .flatMap(executable -> Arrays.stream(executable.getParameters()))
                        .anyMatch(parameter -> Recipe.isStateful(parameter.getType())
                                && Annotations.isInjected(parameter, found.isSeeded()));
    }

    /** Returns whether the tests of a class share its instance. */
    public static boolean hasInstancePerClass(Class<?> type, Function<String, Optional<String>> parameters) {
        Optional<Lifecycle> declared =
                AnnotationSupport.findAnnotation(type, TestInstance.class).map(TestInstance::value);
        return declared.isPresent()
                ? declared.get() == Lifecycle.PER_CLASS
                : parameters
                        .apply(Lifecycle.DEFAULT_LIFECYCLE_PROPERTY_NAME)
                        .filter(name -> name.trim().equalsIgnoreCase(Lifecycle.PER_CLASS.name()))
                        .isPresent();
    }

    private static boolean hasSeededSteps(Class<?> type) {
        Stream<Constructor<?>> constructors = Arrays.stream(type.getDeclaredConstructors());
        Stream<Method> methods = Stream.of(BeforeAll.class, BeforeEach.class, AfterEach.class, AfterAll.class)
                .map(step -> AnnotationSupport.findAnnotatedMethods(type, step, HierarchyTraversalMode.TOP_DOWN))
                .flatMap(List::stream);
        return Stream.concat(constructors, methods).anyMatch(TestDeclarations::isSeeded);
    }

    private static boolean isSeeded(Executable executable) {
        return Annotations.isSeeded(executable)
                || Arrays.stream(executable.getParameters()).anyMatch(Annotations::isSeeded);
    }
}
