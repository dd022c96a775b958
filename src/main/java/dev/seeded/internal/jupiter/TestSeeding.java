package dev.seeded.internal.jupiter;

import dev.seeded.internal.config.Outcome;
import dev.seeded.internal.config.Pin;
import dev.seeded.internal.generator.Factories;
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
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;

/** What annotations tell of the tests of a class before any of them runs. */
public final class TestSeeding {

    private final Outcome<ClassSeeding> seeding;
    private final boolean drawsAround;
    private final boolean ordered;
    private final boolean shared;

    private TestSeeding(Outcome<ClassSeeding> seeding, boolean drawsAround, boolean ordered, boolean shared) {
        this.seeding = seeding;
        this.drawsAround = drawsAround;
        this.ordered = ordered;
        this.shared = shared;
    }

    /**
     * Returns what holds outside of all classes.
     *
     * @param parameters the configuration parameters, which may name the order of all classes' tests
     */
    public static TestSeeding outside(Function<String, Optional<String>> parameters) {
        return new TestSeeding(
                Outcome.of(() -> ClassSeeding.NONE), false, Declarations.isOrderSeededByDefault(parameters), false);
    }

    /** Returns what holds in a class inside of this one. */
    public TestSeeding of(Class<?> type) {
        Outcome<ClassSeeding> inner =
                Outcome.of(() -> ClassSeeding.of(type, seeding.get(), () -> Factories.seenBy(type.getClassLoader())));
        boolean draws = inner.value().map(ClassSeeding::hasInstanceFields).orElse(true);
        boolean shares =
                inner.value().filter(found -> !found.staticFields().isEmpty()).isPresent();
        return new TestSeeding(
                inner,
                drawsAround || draws || shares || hasSeededSteps(type),
                Declarations.hasSeededOrder(type).orElse(ordered),
                shared || shares);
    }

    /** Tells whether a test is what it is in its class's run only: the seed orders the tests, or they share a generator. */
    public boolean needsWhole() {
        return ordered || shared;
    }

    /** Tells whether a test is given a generator, or might be; a test whose annotations are wrong counts as well. */
    public boolean isSeeded(Method test) {
        return drawsAround
                || isSeeded((Executable) test)
                || seeding.value().map(ClassSeeding::isSeeded).orElse(true);
    }

    /** Returns the pin that is nearest to a test; empty as well where the annotations are wrong. */
    public Optional<Pin> pin(Method test) {
        return Outcome.of(() -> seeding.get().pin(test)).value().flatMap(pin -> pin);
    }

    private static boolean hasSeededSteps(Class<?> type) {
        Stream<Constructor<?>> constructors = Arrays.stream(type.getDeclaredConstructors());
        Stream<Method> methods = Stream.of(BeforeAll.class, BeforeEach.class, AfterEach.class, AfterAll.class)
                .map(step -> AnnotationSupport.findAnnotatedMethods(type, step, HierarchyTraversalMode.TOP_DOWN))
                .flatMap(List::stream);
        return Stream.concat(constructors, methods).anyMatch(TestSeeding::isSeeded);
    }

    private static boolean isSeeded(Executable executable) {
        return Declarations.isSeeded(executable)
                || Arrays.stream(executable.getParameters()).anyMatch(Declarations::isSeeded);
    }
}
