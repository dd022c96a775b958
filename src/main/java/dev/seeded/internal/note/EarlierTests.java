package dev.seeded.internal.note;

import dev.seeded.internal.JvmState;
import dev.seeded.internal.JvmState.Slot;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The tests that ran in this JVM so far, seeded or not, and the system properties that they left. Safe for concurrent use. */
public final class EarlierTests {

    private static final Slot<EarlierTests> OF_THIS_JVM = JvmState.EARLIER_TESTS.holding(EarlierTests.class);

    private final Set<String> classNames = new LinkedHashSet<>();

    /** The test classes by each class that they extend. */
    private final Map<String, Set<String>> extending = new HashMap<>();

    private final Map<String, String> atStart = properties();
    private final Map<String, LeftProperty> left = new TreeMap<>();
    private final Sum sum = new Sum();
    private Map<String, String> latest = atStart;
    private int latestSum = sum.now();
    private String latestClass = "";

    /**
     * A system property that is not what it was before all tests.
     *
     * @param name its name
     * @param value its value; null where it was removed
     * @param className the test class that ran when it changed
     * @param test what a person calls the test, or the class if none of its tests ran
     */
    public record LeftProperty(String name, @Nullable String value, String className, String test) {

        private boolean holds() {
            return Objects.equals(System.getProperties().get(name), value);
        }

        /** Returns whether a test changed it, and not what prepares all tests of the class. */
        public boolean isOfTest() {
            return !test.equals(className);
        }
    }

    /** Returns those of this JVM. */
    public static EarlierTests ofThisJvm() {
        return OF_THIS_JVM.orMake(EarlierTests::new);
    }

    /**
     * Notes that a test begins.
     *
     * @param parents the classes that its class extends; asked once for each class
     */
    public synchronized void begin(String className, Supplier<List<String>> parents) {
        if (!latestClass.equals(className)) {
            latestClass = className;
            if (classNames.add(className)) {
                parents.get()
                        .forEach(parent -> extending
                                .computeIfAbsent(parent, unused -> new LinkedHashSet<>())
                                .add(className));
            }
            compareProperties(className, "");
        }
    }

    /**
     * Notes that a test ends, or a class.
     *
     * @param method the method of the test; empty for a class
     */
    public synchronized void end(String className, String method) {
        compareProperties(className, method);
    }

    private void compareProperties(String className, String method) {
        int now = sum.now();
        if (now == latestSum) {
            return;
        }
        latestSum = now;
        Map<String, String> properties = properties();
        String test = method.isEmpty() ? className : className + "." + method;
        Stream.of(latest, properties)
                .flatMap(some -> some.keySet().stream())
                .distinct()
                .filter(name -> !Objects.equals(latest.get(name), properties.get(name)))
                .forEach(name -> left.put(name, new LeftProperty(name, properties.get(name), className, test)));
        left.values().removeIf(found -> Objects.equals(found.value, atStart.get(found.name)));
        latest = properties;
    }

    /** Returns the system properties that changed, and are still what they were then. */
    public synchronized List<LeftProperty> leftProperties() {
        return left.values().stream().filter(LeftProperty::holds).toList();
    }

    /** Returns the test classes that do not belong to this one. */
    public synchronized List<String> besides(String outermost) {
        return besides(classNames, outermost);
    }

    /** Returns the test classes that extend a class and do not belong to this one. */
    public synchronized List<String> extending(String parent, String outermost) {
        return besides(extending.getOrDefault(parent, Set.of()), outermost);
    }

    private static List<String> besides(Collection<String> names, String outermost) {
        return names.stream().filter(name -> !belongs(name, outermost)).toList();
    }

    /** Returns whether a test class is this one, or in it. */
    public static boolean belongs(String className, String outermost) {
        return className.equals(outermost) || className.startsWith(outermost + "$");
    }

    /** Returns the system properties that are texts: of others, user code says whether they are equal. */
    private static Map<String, String> properties() {
        Map<String, String> properties = new HashMap<>();
        System.getProperties().forEach((name, value) -> {
            if (name instanceof String text && value instanceof String found) {
                properties.put(text, found);
            }
        });
        return properties;
    }

    /** Adds up the system properties, which changes if one of them does; after each test, as it copies nothing. */
    private static final class Sum implements BiConsumer<Object, Object> {

        private int sum;

        int now() {
            sum = 0;
            System.getProperties().forEach(this);
            return sum;
        }

        @Override
        public void accept(Object name, Object value) {
            if (name instanceof String && value instanceof String) {
                sum += (name.hashCode() * 31) ^ value.hashCode();
            }
        }
    }
}
