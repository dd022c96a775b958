package dev.seeded.internal.declared;

import dev.seeded.Seeded;
import dev.seeded.Seeded.Global;
import dev.seeded.SeededTest;
import dev.seeded.internal.UserError;
import dev.seeded.internal.config.Validated;
import dev.seeded.internal.console.Printable;
import dev.seeded.internal.generator.Recipe;
import dev.seeded.internal.seed.SeedText;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.platform.commons.annotation.Testable;
import org.junit.platform.commons.support.AnnotationSupport;

/** What {@code @Seeded} says on classes, methods, fields and parameters. */
public final class Annotations {

    /** An annotation of JUnit's that is younger than its oldest supported version. */
    private static final String BEFORE_INVOCATIONS = "BeforeParameterizedClassInvocation";

    /** Annotations by which other extensions take a constructor with all of its parameters. */
    private static final Set<String> TAKING = Set.of("Autowired", "Inject");

    private static final String AUTOWIRE_MODE = "spring.test.constructor.autowire.mode";

    private static final Set<String> NULLNESS = Set.of("Nullable", "NonNull", "Nonnull", "NotNull");

    /** Whether an annotation is ours or carries one of ours, by its type: most tests have the same few of JUnit's. */
    private static final ClassValue<Boolean> CONCERNS_US = carrying(Seeded.class);

    /** Whether Jupiter runs methods with an annotation, by its type. */
    private static final ClassValue<Boolean> MAKES_TEST = carrying(Testable.class);

    private Annotations() {}

    private static ClassValue<Boolean> carrying(Class<? extends Annotation> meta) {
        return new ClassValue<>() {
            @Override
            protected Boolean computeValue(Class<?> annotation) {
                return annotation == meta || AnnotationSupport.isAnnotated(annotation, meta);
            }
        };
    }

    /**
     * Returns whether a method is one test and nothing else, and visible where it runs.
     *
     * @param type the class in which it runs
     */
    public static boolean isPlainTest(Method method, Class<?> type) {
        boolean isTest = false;
        for (Annotation annotation : method.getDeclaredAnnotations()) {
            if (annotation.annotationType() == Test.class) {
                isTest = true;
            } else if (MAKES_TEST.get(annotation.annotationType())) {
                return false;
            }
        }
        int visible = Modifier.PUBLIC | Modifier.PROTECTED | Modifier.PRIVATE;
        Class<?> declaring = method.getDeclaringClass();
        return isTest
                && (declaring == type
                        || (method.getModifiers() & visible) != 0
                        || declaring.getPackageName().equals(type.getPackageName()));
    }

    /** Returns whether an annotation on a method is ours or carries one of ours. */
    public static boolean concern(Method method) {
        for (Annotation annotation : method.getDeclaredAnnotations()) {
            if (CONCERNS_US.get(annotation.annotationType())) {
                return true;
            }
        }
        return false;
    }

    public static boolean isSeeded(AnnotatedElement element) {
        return find(element).isPresent();
    }

    public static Optional<Seeded> find(AnnotatedElement element) {
        return AnnotationSupport.findAnnotation(element, Seeded.class);
    }

    /**
     * Returns the pin on a method.
     *
     * @throws UserError if an annotation cannot be meant
     */
    public static Optional<Pin> pin(Method method) {
        return pinOf(annotations(method), name(method));
    }

    /**
     * Returns the pin on a class or, where it has none, on its superclasses and interfaces.
     *
     * @throws UserError if an annotation cannot be meant
     */
    public static Optional<Pin> pin(Class<?> type) {
        Optional<Pin> pin = nearest(type, found -> pinOf(annotations(found), found.getName()));
        if (pin.isPresent() && !pin.get().draws().isEmpty()) {
            throw new UserError(pin.get() + ": draws belong to one test: move them, with their value, to it");
        }
        return pin;
    }

    /**
     * Returns the pin of one annotation.
     *
     * @param place the element that is annotated
     * @throws UserError if there is more than one
     */
    public static Optional<Pin> pin(Seeded seeded, String place) {
        long[] values = seeded.value();
        if (values.length > 1) {
            throw new UserError("@Seeded("
                    + Arrays.stream(values).mapToObj(Long::toString).collect(Collectors.joining(", ", "{", "}"))
                    + ") on " + place + " has " + values.length
                    + " pins, which would need as many runs: keep one, or use @SeededTest(seeds = …)");
        }
        String draws = seeded.draws();
        if (values.length == 0 && !draws.isEmpty()) {
            throw new UserError(
                    "@Seeded(draws = …) on " + place + " needs the seed that the draws were found with: value = …");
        }
        return values.length == 0
                ? Optional.empty()
                : Optional.of(
                        draws.isEmpty()
                                ? new Pin(values[0], place)
                                : new Pin(
                                        values[0],
                                        "@Seeded(value = " + values[0] + ", draws = \"" + draws + "\")",
                                        place,
                                        draws));
    }

    /** Returns whether a constructor, or a method that is called for a class, may keep something for its tests. */
    public static boolean preparesTests(Executable executable) {
        return executable instanceof Constructor
                || AnnotationSupport.isAnnotated(executable, BeforeAll.class)
                || Arrays.stream(executable.getAnnotations())
                        .map(annotation -> annotation.annotationType().getSimpleName())
                        .anyMatch(BEFORE_INVOCATIONS::equals);
    }

    /**
     * Returns whether another extension resolves all parameters of a constructor, as Spring does.
     *
     * @param parameters JUnit's configuration parameters
     */
    public static boolean isTakenWhole(Executable executable, Function<String, Optional<String>> parameters) {
        if (!(executable instanceof Constructor)) {
            return false;
        }
        return Arrays.stream(executable.getAnnotations())
                        .anyMatch(annotation ->
                                TAKING.contains(annotation.annotationType().getSimpleName()))
                || autowiring(executable.getDeclaringClass())
                        .or(() -> parameters.apply(AUTOWIRE_MODE))
                        .filter(mode -> mode.trim().equalsIgnoreCase("all"))
                        .isPresent();
    }

    /** Reads Spring's {@code @TestConstructor}, which this library does not know. */
    private static Optional<String> autowiring(Class<?> type) {
        return Stream.<Class<?>>iterate(type, found -> found != null, Class::getSuperclass)
                .flatMap(found -> Arrays.stream(found.getAnnotations()))
                .filter(annotation ->
                        annotation.annotationType().getSimpleName().equals("TestConstructor"))
                .map(Object::toString)
                .map(text -> text.contains("autowireMode=ALL") ? "all" : "annotated")
                .findFirst();
    }

    /** Returns whether a parameter is a {@code Random} without annotations. */
    public static boolean isBareRandom(Parameter parameter) {
        return parameter.getType() == Random.class && parameter.getAnnotations().length == 0;
    }

    /** Returns whether a parameter is injected. */
    public static boolean isInjected(Parameter parameter, boolean isClassSeeded) {
        return isSeeded(parameter)
                || (Recipe.isInjectedBare(parameter.getType())
                        && isBare(parameter)
                        && (isClassSeeded || isSeeded(parameter.getDeclaringExecutable())));
    }

    /** Returns whether a method is a {@code @SeededTest}. */
    public static boolean isSeededTest(Method method) {
        return AnnotationSupport.isAnnotated(method, SeededTest.class);
    }

    /** Returns whether {@code @SeededTest} asks for edge cases. */
    public static boolean hasEdgeCases(Method method) {
        return AnnotationSupport.findAnnotation(method, SeededTest.class)
                .filter(SeededTest::edgeCases)
                .isPresent();
    }

    /**
     * Returns the pins that {@code @SeededTest} sets for the first invocations of a method.
     *
     * @throws UserError if draws have no seed
     */
    public static List<Pin> listedPins(Method method) {
        String place = name(method);
        return AnnotationSupport.findAnnotation(method, SeededTest.class).stream()
                .flatMap(test -> Stream.concat(
                        Arrays.stream(test.seeds()).mapToObj(seed -> Pin.listed(seed, place)),
                        Arrays.stream(test.draws()).map(text -> listed(text, place))))
                .toList();
    }

    private static Pin listed(String text, String place) {
        int end = text.indexOf(':');
        return Validated.of(() -> SeedText.parse(text.substring(0, Math.max(end, 0)), ""))
                .value()
                .map(seed -> Pin.listed(seed, text.substring(end + 1), place))
                .orElseThrow(
                        () -> new UserError(
                                Printable.quote(text) + " in @SeededTest(draws = …) on " + place
                                        + " does not begin with a seed and a colon: copy it from the line pin of a note, such as \"42:AhQ\""));
    }

    /** Returns the pin of a {@code @SeededTest} that runs with listed seeds only; empty for any other test. */
    public static Optional<Pin> onlyListedPin(Method method) {
        return AnnotationSupport.findAnnotation(method, SeededTest.class)
                .filter(test -> test.runs() == 0)
                .flatMap(unused -> Validated.of(() -> listedPins(method)).value())
                .flatMap(listed -> listed.stream().findFirst())
                .map(Pin::alone);
    }

    /** Returns what is done with the JVM's random numbers, as a method says. */
    public static Optional<Global> global(Method method) {
        return globalOf(annotations(method));
    }

    /** Returns what is done with the JVM's random numbers, as a class or what it extends and implements says. */
    public static Optional<Global> global(Class<?> type) {
        return nearest(type, found -> globalOf(annotations(found)));
    }

    /** Returns what a class has or, where it has none, its superclasses and interfaces. */
    private static <T> Optional<T> nearest(Class<?> type, Function<Class<?>, Optional<T>> reader) {
        Optional<T> found = reader.apply(type);
        if (found.isEmpty() && type.getSuperclass() != null) {
            found = nearest(type.getSuperclass(), reader);
        }
        for (Class<?> implemented : type.getInterfaces()) {
            if (found.isEmpty()) {
                found = nearest(implemented, reader);
            }
        }
        return found;
    }

    private static Optional<Global> globalOf(List<Seeded> annotations) {
        for (Seeded seeded : annotations) {
            if (seeded.global() != Global.OFF) {
                return Optional.of(seeded.global());
            }
        }
        return Optional.empty();
    }

    /** Returns whether a parameter carries no annotation that could be another extension's; those on null don't count. */
    public static boolean isBare(Parameter parameter) {
        Annotation[] annotations = parameter.getAnnotations();
        return annotations.length == 0
                || Arrays.stream(annotations)
                        .map(annotation -> annotation.annotationType().getSimpleName())
                        .allMatch(NULLNESS::contains);
    }

    public static String name(Executable executable) {
        return executable.getDeclaringClass().getName()
                + (executable instanceof Method method ? "." + signature(method) : parameters(executable));
    }

    public static String name(Field field) {
        return field.getDeclaringClass().getName() + "." + field.getName();
    }

    /** Returns the name of a parameter, or its number, counted from 1, where the class file has no names. */
    public static String name(Parameter parameter) {
        List<Parameter> all = List.of(parameter.getDeclaringExecutable().getParameters());
        return parameter.isNamePresent() ? parameter.getName() : Integer.toString(all.indexOf(parameter) + 1);
    }

    public static String signature(Method method) {
        return method.getName() + parameters(method);
    }

    private static String parameters(Executable executable) {
        StringBuilder types = new StringBuilder("(");
        for (Class<?> type : executable.getParameterTypes()) {
            types.append(types.length() == 1 ? "" : ", ").append(type.getSimpleName());
        }
        return types.append(')').toString();
    }

    private static Optional<Pin> pinOf(List<Seeded> annotations, String place) {
        for (Seeded seeded : annotations) {
            if (!seeded.stream().isEmpty() || !seeded.algorithm().isEmpty()) {
                throw new UserError("@Seeded on " + place
                        + " names a stream or an algorithm, which only fields and parameters have: move it there");
            }
            Optional<Pin> pin = pin(seeded, place);
            if (pin.isPresent()) {
                return pin;
            }
        }
        return Optional.empty();
    }

    /** Every {@code @Seeded} on this element itself: the direct one, then those on its annotations, the nearest first. */
    private static List<Seeded> annotations(AnnotatedElement element) {
        List<Seeded> found = new ArrayList<>();
        List<AnnotatedElement> carriers = new ArrayList<>(List.of(element));
        for (int at = 0; at < carriers.size(); at++) {
            for (Annotation annotation : carriers.get(at).getDeclaredAnnotations()) {
                if (annotation instanceof Seeded seeded) {
                    found.add(seeded);
                } else if (!carriers.contains(annotation.annotationType())) {
                    carriers.add(annotation.annotationType());
                }
            }
        }
        return found;
    }
}
