package dev.seeded.internal.note;

import dev.seeded.internal.code.TestCode;
import dev.seeded.internal.declared.KeptState;
import dev.seeded.internal.declared.TestDeclarations;
import dev.seeded.internal.declared.TestOrder;
import dev.seeded.internal.note.EarlierTests.LeftValue;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * What a failure may depend on besides its seed: what earlier tests left, and what no seed repeats.
 *
 * @param inClass names what may keep what earlier tests of its outermost class left; empty for nothing
 * @param outside names what may keep what tests of other classes left; empty for nothing
 * @param doubt says so in a sentence
 * @param uncontrolled what no seed repeats, with the classes that refer to it; empty for nothing
 * @param setsProperties whether its code sets system properties, which tests that run at the same time share
 * @param sharesLocale whether its code uses the default locale, which is not that of before all tests
 */
public record Leftovers(
        String inClass,
        String outside,
        String doubt,
        String uncontrolled,
        boolean setsProperties,
        boolean sharesLocale) {

    /** How the JVM begins to say so, which keeps a class that failed to be initialized. */
    private static final String NOT_INITIALIZED = "Could not initialize class ";

    /** Returns what is known without a look at other classes. */
    public static Leftovers inClass(String kept, String uncontrolled) {
        return new Leftovers(kept, "", "", uncontrolled, false, false);
    }

    /** Returns what names the class that failed to be initialized before this failure; empty for none. */
    public static String broken(Throwable failure) {
        return failure instanceof NoClassDefFoundError
                ? Optional.of(Failures.text(failure::getMessage, ""))
                        .filter(message -> message.startsWith(NOT_INITIALIZED))
                        .map(message -> "class " + message.substring(NOT_INITIALIZED.length())
                                + ", which could not be initialized,")
                        .orElse("")
                : "";
    }

    /**
     * Looks for them.
     *
     * @param kept names what may keep what earlier tests of the test's classes left, such as a field; empty for nothing
     * @param keptByOthers names what keeps what tests of other classes left, as is known; empty for nothing
     * @param classes the classes that the test belongs to, the innermost first
     * @param isFirst whether no test of them ran before
     * @param inherited the fields that were set by tests of other classes when those of this one began
     * @param seedsJvm whether unseeded random numbers are seeded, or detected
     */
    public static Leftovers of(
            String kept,
            String keptByOthers,
            List<Class<?>> classes,
            boolean isFirst,
            Map<Field, Object> inherited,
            boolean seedsJvm) {
        EarlierTests earlier = EarlierTests.ofThisJvm();
        String outermost = classes.get(classes.size() - 1).getName();
        List<String> others = earlier.besides(outermost);
        TestCode code = TestCode.of(classes, others);
        Optional<String> used = isFirst ? Optional.empty() : code.keptInUsed().or(code::keptByOthersThanFields);
        List<LeftValue> left = earlier.leftValues();
        Set<String> known = code.known(left.stream().map(LeftValue::name).toList());
        List<LeftValue> values = left.stream()
                .filter(found -> found.isLocale() ? code.isLocalized() : known.contains(found.name()))
                .toList();
        Optional<String> inClass = !kept.isEmpty() || isFirst
                ? Optional.of(kept)
                : used.or(() -> values.stream()
                        .filter(found -> found.isOfTest() && EarlierTests.belongs(found.className(), outermost))
                        .map(LeftValue::title)
                        .findFirst());
        Optional<String> again = inClass.filter(found -> !found.isEmpty() && earlier.hasBegunAgain(outermost));
        Optional<String> field = again.or(() -> others.isEmpty()
                ? Optional.empty()
                : Optional.of(keptByOthers)
                        .filter(found -> !found.isEmpty())
                        .or(() -> kept(inherited, code))
                        .or(code::keptByOthers));
        Optional<LeftValue> value = values.stream()
                .filter(found ->
                        field.isEmpty() && found.holds() && !EarlierTests.belongs(found.className(), outermost))
                .findFirst();
        String outside = field.or(() -> value.map(LeftValue::title)).orElse("");
        String doubt = value.map(found -> outside + " changed while " + found.test() + " ran")
                .orElse(outside + " may keep state from "
                        + (again.isPresent() ? "an earlier run of the class" : "tests of other classes"));
        return new Leftovers(
                inClass.orElse(""),
                outside,
                outside.isEmpty() ? "" : doubt,
                code.uncontrolled(seedsJvm),
                code.setsProperties(),
                earlier.isLocaleChanged() && code.isLocalized());
    }

    /**
     * Looks for them where no extension of ours is on the test. What tests of other classes left in what it extends, and an
     * instance that its tests share, are not known then.
     *
     * @param classes the classes that the test belongs to, the innermost first
     * @param parameters JUnit's configuration parameters
     */
    public static Leftovers ofUnseeded(List<Class<?>> classes, Function<String, Optional<String>> parameters) {
        boolean isFirst = !TestDeclarations.areParallel(parameters)
                && EarlierTests.ofThisJvm()
                        .isInFirstTest(classes.get(classes.size() - 1).getName());
        Supplier<Optional<String>> shared = () -> classes.stream()
                .filter(type -> TestDeclarations.hasInstancePerClass(type, parameters))
                .flatMap(KeptState::ofInstance)
                .findFirst();
        try {
            String kept = isFirst
                    ? ""
                    : KeptState.keptIn(classes.stream(), List.of()).or(shared).orElse("");
            return of(kept, "", classes, isFirst, Map.of(), false);
        } catch (RuntimeException | LinkageError unreadable) {
            // A class file that no compiler wrote.
            return inClass("", "");
        }
    }

    /**
     * Returns why they may keep the failure from coming back; empty where they do not.
     *
     * @param order what the run seed puts into an order: where that is the classes, their tests run again
     * @param isConcurrent whether other tests ran at the same time
     * @param elements the test and what is around it, which may lock what tests share
     */
    public String doubt(TestOrder order, boolean isConcurrent, Supplier<Stream<AnnotatedElement>> elements) {
        String others = order == TestOrder.CLASSES ? "" : outside;
        if (isConcurrent) {
            String shared = inClass.isEmpty() ? others : inClass;
            if (shared.isEmpty() && setsProperties && !locks(elements.get(), Resources.SYSTEM_PROPERTIES)) {
                shared = "system properties";
            } else if (shared.isEmpty() && sharesLocale && !locks(elements.get(), Resources.LOCALE)) {
                shared = "the default locale";
            }
            if (!shared.isEmpty()) {
                return "tests that run at the same time share " + shared;
            }
        }
        return others.isEmpty() ? "" : doubt;
    }

    private static boolean locks(Stream<AnnotatedElement> elements, String resource) {
        return elements.flatMap(
                        element -> AnnotationSupport.findRepeatableAnnotations(element, ResourceLock.class).stream())
                .anyMatch(lock -> lock.value().equals(resource));
    }

    /** A number may have grown from what it was; what is another object now was made by these tests. */
    private static Optional<String> kept(Map<Field, Object> inherited, TestCode code) {
        Map<Field, Object> now = KeptState.setIn(inherited.keySet().stream().<Class<?>>map(Field::getDeclaringClass));
        return inherited.entrySet().stream()
                .filter(then -> now.containsKey(then.getKey()))
                .filter(then -> then.getValue() instanceof Number || isSame(then.getValue(), now.get(then.getKey())))
                .map(Map.Entry::getKey)
                .filter(field -> code.readsChanging(field.getDeclaringClass().getName(), field.getName()))
                .map(KeptState::name)
                .findFirst();
    }

    @SuppressWarnings("ReferenceEquality") // objects may be equal to others
    private static boolean isSame(Object then, @Nullable Object now) {
        return then == now || ((then instanceof Boolean || then instanceof Character) && then.equals(now));
    }

    /** Returns what tests of other classes have set in what these classes extend. */
    public static Map<Field, Object> inherited(List<Class<?>> classes) {
        EarlierTests earlier = EarlierTests.ofThisJvm();
        try {
            return earlier.knowsParents() ? KeptState.setIn(shared(classes, earlier)) : Map.of();
        } catch (LinkageError broken) {
            // That is for JUnit to say.
            return Map.of();
        }
    }

    /** Returns what classes extend together with other test classes, whose tests began. */
    private static Stream<Class<?>> shared(List<Class<?>> classes, EarlierTests earlier) {
        String outermost = classes.get(classes.size() - 1).getName();
        return parents(classes)
                .filter(type -> !earlier.extending(type.getName(), outermost).isEmpty());
    }

    private static Stream<Class<?>> parents(List<Class<?>> classes) {
        return classes.stream()
                .flatMap(type -> Stream.<Class<?>>iterate(type, found -> found != null, Class::getSuperclass))
                .distinct();
    }
}
