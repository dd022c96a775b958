package dev.seeded.internal.note;

import dev.seeded.internal.JvmState;
import dev.seeded.internal.JvmState.Slot;
import dev.seeded.internal.config.GivenSurroundings;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The tests that ran in this JVM so far, seeded or not, and the system properties and the default locale that they left. Safe
 * for concurrent use. All suites that have the jar pay for this: what notes a test loads few classes, and so has no lambdas,
 * and the time zone, which takes milliseconds to find out, is not looked at.
 */
public final class EarlierTests {

    private static final String LOCALE = "the default locale";

    private static final Slot<EarlierTests> OF_THIS_JVM = JvmState.EARLIER_TESTS.holding(EarlierTests.class);

    private final Set<String> classNames = new LinkedHashSet<>();

    /** The classes that began, and those of them that began once more, as several suites select them. */
    private final Set<String> begun = new HashSet<>();

    private final Set<String> begunAgain = new HashSet<>();

    /** The test classes by each class that they extend. */
    private final Map<String, Set<String>> extending = new HashMap<>();

    private final Map<String, LeftValue> left = new HashMap<>();
    private final Texts texts = new Texts();
    private Map<String, String> atStart = texts.copy();
    private Map<String, String> latest = atStart;
    private int latestSum = texts.sum();
    private String latestClass = "";

    /** The class of the test that began before the latest. */
    private String classBefore = "";

    private boolean hasBegun;
    private @Nullable Predicate<Class<?>> leftOut;

    /**
     * A system property, or the default locale, that is not what it was before all tests.
     *
     * @param name the name of the property; what a person calls the default locale
     * @param value its value; null where it was removed
     * @param className the test class that ran when it changed
     * @param test what a person calls the test, or the class if none of its tests ran
     */
    public record LeftValue(String name, @Nullable String value, String className, String test) {

        /** Returns whether it still has that value. */
        public boolean holds() {
            return Objects.equals(current(name), value);
        }

        /** Returns what a person calls it. */
        public String title() {
            return isLocale() ? name : "system property " + name;
        }

        /** Returns whether it is the default locale. */
        public boolean isLocale() {
            return name.equals(LOCALE);
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

    /** Notes that a class begins. What was set before the first one is nothing that tests left. */
    public synchronized void beginClass(String className) {
        if (!begun.add(className)) {
            begunAgain.add(className);
        }
        if (hasBegun) {
            return;
        }
        int now = texts.sum();
        if (now != latestSum) {
            latestSum = now;
            atStart = texts.copy();
            latest = atStart;
        }
    }

    /**
     * Notes that a test begins.
     *
     * @return whether it is the first of its class
     */
    public synchronized boolean begin(String className) {
        hasBegun = true;
        classBefore = latestClass;
        if (latestClass.equals(className)) {
            return false;
        }
        latestClass = className;
        compareValues(className, "");
        return classNames.add(className);
    }

    /** Returns whether a class has begun twice. */
    public synchronized boolean hasBegunAgain(String className) {
        return begunAgain.contains(className);
    }

    /** Returns whether no test of this class and those in it is known to have begun before the one that began last. */
    public synchronized boolean isInFirstTest(String outermost) {
        return !belongs(latestClass, outermost) || !belongs(classBefore, outermost);
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
        hasBegun = true;
        compareValues(className, method);
    }

    private void compareValues(String className, String method) {
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
                .forEach(name -> left.put(name, new LeftValue(name, current.get(name), className, test)));
        left.values().removeIf(found -> Objects.equals(found.value, atStart.get(found.name)));
        latest = current;
    }

    private @Nullable Object atStart(String name) {
        return name.equals(LOCALE) ? localeAtStart() : atStart.get(name);
    }

    /** Returns the default locale that runs are given, or else that of before all tests. */
    private @Nullable String localeAtStart() {
        Optional<Locale> given = GivenSurroundings.locale();
        return given.isPresent() ? given.get().toString().repeat(2) : atStart.get(LOCALE);
    }

    private static @Nullable Object current(String name) {
        return name.equals(LOCALE) ? locale() : System.getProperties().get(name);
    }

    private static String locale() {
        String display = Locale.getDefault(Locale.Category.DISPLAY).toString();
        return display.concat(Locale.getDefault(Locale.Category.FORMAT).toString());
    }

    /** Returns what changed, and is not again what it was before all tests. */
    public synchronized List<LeftValue> leftValues() {
        return left.values().stream()
                .filter(found -> !Objects.equals(current(found.name), atStart(found.name)))
                .sorted(Comparator.comparing(LeftValue::name))
                .toList();
    }

    /** Returns whether the default locale is another one than before all tests, or than that which runs are given. */
    public synchronized boolean isLocaleChanged() {
        return !locale().equals(localeAtStart());
    }

    /** Sets a copy of the system properties back to what they were before all tests, as far as these changed them. */
    public synchronized void restore(Map<String, String> properties) {
        for (LeftValue value : left.values()) {
            String before = atStart.get(value.name);
            if (before == null) {
                properties.remove(value.name);
            } else if (!value.isLocale()) {
                properties.put(value.name, before);
            }
        }
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

    /** The system properties that are texts, as of others user code says what they are equal to; and the default locale. */
    private static final class Texts implements BiConsumer<Object, Object> {

        private int sum;
        private @Nullable Map<String, String> copy;

        /** Returns a number that is another one if a property changes. Asked after each test, and so without a copy. */
        int sum() {
            sum = 0;
            System.getProperties().forEach(this);
            return sum
                    + Locale.getDefault(Locale.Category.DISPLAY).hashCode()
                    + 31 * Locale.getDefault(Locale.Category.FORMAT).hashCode();
        }

        Map<String, String> copy() {
            Map<String, String> all = new HashMap<>();
            copy = all;
            System.getProperties().forEach(this);
            copy = null;
            all.put(LOCALE, locale());
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
