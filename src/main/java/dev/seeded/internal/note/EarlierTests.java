package dev.seeded.internal.note;

import dev.seeded.internal.JvmState;
import dev.seeded.internal.JvmState.Slot;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The tests that ran in this JVM so far, seeded or not, and the system properties that they left. Safe for concurrent use. All
 * suites that have the jar pay for this: what notes a test loads few classes, and so has no lambdas.
 */
public final class EarlierTests {

    private static final Slot<EarlierTests> OF_THIS_JVM = JvmState.EARLIER_TESTS.holding(EarlierTests.class);

    private final Set<String> classNames = new LinkedHashSet<>();

    /** The test classes by each class that they extend. */
    private final Map<String, Set<String>> extending = new HashMap<>();

    private final Map<String, LeftProperty> left = new HashMap<>();
    private final Texts texts = new Texts();
    private final Map<String, String> atStart = texts.copy();
    private Map<String, String> latest = atStart;
    private int latestSum = texts.sum();
    private String latestClass = "";
    private boolean isInFirst = true;
    private @Nullable Predicate<Class<?>> leftOut;

    /**
     * A system property that is not what it was before all tests.
     *
     * @param name its name
     * @param value its value; null where it was removed
     * @param className the test class that ran when it changed
     * @param test what a person calls the test, or the class if none of its tests ran
     */
    public record LeftProperty(String name, @Nullable String value, String className, String test) {

        /** Returns whether it still has that value. */
        public boolean holds() {
            return Objects.equals(System.getProperties().get(name), value);
        }

        /** Returns whether a test changed it, and not what prepares all tests of the class. */
        public boolean isOfTest() {
            return !test.equals(className);
        }
    }

    /** Returns those of this JVM. */
    public static EarlierTests ofThisJvm() {
        EarlierTests known = OF_THIS_JVM.get();
        if (known == null) {
            EarlierTests made = new EarlierTests();
            known = OF_THIS_JVM.setIfEmpty(made);
            return known == null ? made : known;
        }
        return known;
    }

    /**
     * Notes which tests are to run.
     *
     * @param leftOut tells whether tests of a class, or of those in it, are not among them
     */
    public synchronized void plan(Predicate<Class<?>> leftOut) {
        this.leftOut = leftOut;
    }

    /** Returns whether tests of a class, or of those in it, were left out. */
    public synchronized boolean isIncomplete(Class<?> outermost) {
        return leftOut != null && leftOut.test(outermost);
    }

    /**
     * Notes that a test begins.
     *
     * @return whether it is the first of its class
     */
    public synchronized boolean begin(String className) {
        if (latestClass.equals(className)) {
            isInFirst = false;
            return false;
        }
        int nested = latestClass.indexOf('$');
        isInFirst = !belongs(className, nested < 0 ? latestClass : latestClass.substring(0, nested));
        latestClass = className;
        compareProperties(className, "");
        return classNames.add(className);
    }

    /** Returns whether the test that began last is the first one of its outermost class. */
    public synchronized boolean isInFirstTest() {
        return isInFirst;
    }

    /** Notes what a test class extends. */
    public synchronized void extend(String className, String parent) {
        Set<String> known = extending.get(parent);
        if (known == null) {
            known = new LinkedHashSet<>();
            extending.put(parent, known);
        }
        known.add(className);
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
        int now = texts.sum();
        if (now == latestSum) {
            return;
        }
        latestSum = now;
        Map<String, String> current = texts.copy();
        String test = method.isEmpty() ? className : className + "." + method;
        Stream.of(latest, current)
                .flatMap(some -> some.keySet().stream())
                .distinct()
                .filter(name -> !Objects.equals(latest.get(name), current.get(name)))
                // The JDK sets this when it is first asked for a time zone.
                .filter(name -> !name.equals("user.timezone"))
                .forEach(name -> left.put(name, new LeftProperty(name, current.get(name), className, test)));
        left.values().removeIf(found -> Objects.equals(found.value, atStart.get(found.name)));
        latest = current;
    }

    /** Returns the system properties that changed, and are not again what they were before all tests. */
    public synchronized List<LeftProperty> leftProperties() {
        return left.values().stream()
                .filter(found -> !Objects.equals(System.getProperties().get(found.name), atStart.get(found.name)))
                .sorted(Comparator.comparing(LeftProperty::name))
                .toList();
    }

    /** Returns the test classes that do not belong to this one. */
    public synchronized List<String> besides(String outermost) {
        return besides(classNames, outermost);
    }

    /** Returns whether any test class extends another class. */
    public synchronized boolean knowsParents() {
        return !extending.isEmpty();
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

    /** The system properties that are texts: of others, user code says what they are equal to. */
    private static final class Texts implements BiConsumer<Object, Object> {

        private int sum;
        private @Nullable Map<String, String> copy;

        /** Returns a number that is another one if a property changes. Asked after each test, and so without a copy. */
        int sum() {
            sum = 0;
            System.getProperties().forEach(this);
            return sum;
        }

        Map<String, String> copy() {
            Map<String, String> all = new HashMap<>();
            copy = all;
            System.getProperties().forEach(this);
            copy = null;
            return all;
        }

        @Override
        public void accept(Object name, Object value) {
            if (name instanceof String text && value instanceof String found) {
                sum += (text.hashCode() * 31) ^ found.hashCode();
                if (copy != null) {
                    copy.put(text, found);
                }
            }
        }
    }
}
