package dev.seeded.internal.bisect;

import dev.seeded.internal.UserError;
import dev.seeded.internal.config.GivenSetting;
import dev.seeded.internal.console.Printable;
import dev.seeded.internal.execution.Jupiter;
import dev.seeded.internal.execution.TestSelection;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;
import org.junit.platform.engine.ConfigurationParameters;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.support.descriptor.MethodSource;

/**
 * The tests that {@code seed.after} names: {@code com.acme.LoginTest#logsIn;com.acme.CartTest}. No name of the JVM's has a
 * semicolon in it. Types of parameters follow a method that has namesakes; a question mark stands for any character, as
 * those beyond ASCII do not survive every terminal.
 */
public final class TestList {

    private static final String SEPARATOR = ";";
    private static final Pattern UNSAFE = Pattern.compile("[^ -~]");

    private TestList() {}

    /** Writes tests as they are read again. */
    static String write(List<TestReference> tests) {
        return tests.stream().map(TestList::write).collect(Collectors.joining(SEPARATOR));
    }

    private static String write(TestReference test) {
        String name = test.method().isEmpty()
                ? test.className()
                : test.className() + "#" + test.method() + (hasNamesakes(test) ? "(" + test.parameters() + ")" : "");
        return UNSAFE.matcher(name).replaceAll("?");
    }

    private static boolean hasNamesakes(TestReference test) {
        Optional<Class<?>> type = load(test.className());
        return type.isPresent()
                && ReflectionSupport.findMethods(
                                        type.get(),
                                        method -> method.getName().equals(test.method()) && !method.isBridge(),
                                        HierarchyTraversalMode.TOP_DOWN)
                                .size()
                        > 1;
    }

    /**
     * Finds the tests that a setting names, each with what a person calls it.
     *
     * @throws UserError if there is none of a name; the message says what is wrong
     */
    public static Map<TestSelection, String> read(GivenSetting setting, ConfigurationParameters parameters) {
        Map<TestSelection, String> tests = new LinkedHashMap<>();
        for (String entry : setting.text().split(SEPARATOR, -1)) {
            if (!entry.trim().isEmpty()) {
                tests.putAll(find(entry.trim(), setting, parameters));
            }
        }
        if (tests.isEmpty()) {
            throw mistake(setting.text(), setting, "it names no test");
        }
        return tests;
    }

    private static Map<TestSelection, String> find(
            String entry, GivenSetting setting, ConfigurationParameters parameters) {
        String className = entry.split("#", 2)[0];
        Class<?> type = load(className)
                .orElseThrow(() -> mistake(entry, setting, "there is no class " + Printable.line(className)));
        Pattern pattern = pattern(entry);
        Map<TestSelection, String> found = new LinkedHashMap<>();
        for (TestDescriptor test : Jupiter.discover(
                        List.of(DiscoverySelectors.selectClass(type)), List.of(), parameters)
                .getDescendants()) {
            test.getSource()
                    .filter(MethodSource.class::isInstance)
                    .map(MethodSource.class::cast)
                    .filter(source -> names(source).stream()
                            .anyMatch(name -> pattern.matcher(name).matches()))
                    .ifPresent(source -> found.put(
                            new TestSelection(test.getUniqueId().toString()),
                            source.getClassName() + "." + test.getLegacyReportingName()));
        }
        if (found.isEmpty()) {
            throw mistake(entry, setting, Printable.line(className) + " has no such Jupiter test");
        }
        return found;
    }

    /** Returns all names of a test: those of the classes that it is in, and its own. */
    private static List<String> names(MethodSource source) {
        String method = source.getClassName() + "#" + source.getMethodName();
        return List.of(source.getClassName(), method, method + "(" + source.getMethodParameterTypes() + ")");
    }

    private static Pattern pattern(String entry) {
        return Pattern.compile(
                Arrays.stream(entry.split("\\?", -1)).map(Pattern::quote).collect(Collectors.joining(".")),
                Pattern.DOTALL);
    }

    private static UserError mistake(String entry, GivenSetting setting, String problem) {
        return new UserError(Printable.quote(entry) + " (" + setting.sourceText() + ") is not a test: " + problem
                + "; write names such as com.acme.LoginTest#logsIn, or com.acme.LoginTest for all tests of a class, with"
                + " semicolons between them");
    }

    private static Optional<Class<?>> load(String className) {
        return ReflectionSupport.tryToLoadClass(className).toOptional().map(found -> found);
    }
}
