package dev.seeded.internal.bisect;

import dev.seeded.internal.execution.FailureShape;
import dev.seeded.internal.execution.Jupiter;
import dev.seeded.internal.execution.RunResult;
import dev.seeded.internal.seed.Identity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestIdentifier;

/** The tests of Jupiter's that ran in this JVM, in their order, and those of them that failed. */
final class RunHistory {

    /**
     * A test that failed.
     *
     * @param shape how it failed the first time
     * @param position how many tests ran before it
     */
    record FailedTest(TestReference test, FailureShape shape, int position) {}

    private static final String JUPITER = "[engine:" + Jupiter.ID + "]";

    /** What Jupiter calls a method, whatever is below it. */
    private static final Pattern METHOD =
            Pattern.compile("^(.*?/\\[(?:method|test-template|test-factory):[^]]*])(/.*)?$");

    private final Map<String, TestReference> tests = new LinkedHashMap<>();
    private final Map<String, Integer> positions = new LinkedHashMap<>();
    private final Map<String, FailedTest> failed = new LinkedHashMap<>();

    private long foreign;

    synchronized void started(TestIdentifier identifier) {
        foreign += identifier.isTest() && id(identifier).isEmpty() ? 1 : 0;
        ofMethod(identifier).filter(test -> !tests.containsKey(test.id())).ifPresent(this::add);
    }

    synchronized void finished(TestIdentifier identifier, TestExecutionResult result) {
        if (result.getStatus() != Status.FAILED || result.getThrowable().isEmpty()) {
            return;
        }
        Optional<TestReference> test = ofMethod(identifier).or(() -> ofClass(identifier));
        test.ifPresent(found -> {
            if (!failed.containsKey(found.id())) {
                int position = positions.getOrDefault(found.id(), tests.size());
                failed.put(found.id(), new FailedTest(found, shape(result), position));
            }
            boolean hasRun = tests.keySet().stream().anyMatch(id -> id.startsWith(found.id()));
            if (!hasRun) {
                add(found);
            }
        });
    }

    private void add(TestReference test) {
        positions.put(test.id(), tests.size());
        tests.put(test.id(), test);
    }

    synchronized List<FailedTest> failed() {
        return List.copyOf(failed.values());
    }

    /** Counts the tests of other engines. */
    synchronized long countForeign() {
        return foreign;
    }

    /** Returns what ran before a test. */
    synchronized List<TestReference> before(FailedTest test) {
        return others(test).subList(0, countBefore(test));
    }

    /** Returns what ran after a test. */
    synchronized List<TestReference> later(FailedTest test) {
        List<TestReference> others = others(test);
        return others.subList(countBefore(test), others.size());
    }

    private int countBefore(FailedTest test) {
        return (int) tests.values().stream()
                .limit(test.position)
                .filter(found -> isOther(found, test))
                .count();
    }

    private List<TestReference> others(FailedTest test) {
        return new ArrayList<>(
                tests.values().stream().filter(found -> isOther(found, test)).toList());
    }

    private static boolean isOther(TestReference found, FailedTest test) {
        return !(found.id() + "/").startsWith(test.test.id() + "/");
    }

    private static FailureShape shape(TestExecutionResult result) {
        return Objects.requireNonNull(
                RunResult.failed(result.getThrowable().orElseThrow()).shape());
    }

    private static Optional<TestReference> ofMethod(TestIdentifier identifier) {
        return id(identifier).flatMap(id -> ofMethod(id, identifier.getSource()));
    }

    /** Returns the test method that has a unique id, or that the id is within. */
    static Optional<TestReference> ofMethod(String id, Optional<TestSource> source) {
        Matcher method = METHOD.matcher(id);
        return method.matches()
                ? source.filter(MethodSource.class::isInstance)
                        .map(MethodSource.class::cast)
                        .map(found -> new TestReference(
                                method.group(1),
                                found.getClassName(),
                                found.getMethodName(),
                                found.getMethodParameterTypes(),
                                found.getClassName() + "." + found.getMethodName() + "("
                                        + simpleNames(found.getMethodParameterTypes()) + ")"))
                : Optional.empty();
    }

    private static Optional<TestReference> ofClass(TestIdentifier identifier) {
        return id(identifier)
                .flatMap(id -> identifier
                        .getSource()
                        .filter(ClassSource.class::isInstance)
                        .map(ClassSource.class::cast)
                        .map(source -> new TestReference(id, source.getClassName(), "", "", source.getClassName())));
    }

    /** Returns the unique id in Jupiter's engine, outside of any suite; empty where the test is of another engine. */
    private static Optional<String> id(TestIdentifier identifier) {
        String id = identifier.getUniqueId();
        return id.contains(JUPITER + "/")
                ? Optional.of(JUPITER + Identity.declared(Identity.of(id)))
                : Optional.empty();
    }

    private static String simpleNames(String types) {
        return types.replaceAll("[\\w.$]*[.$](?=\\w)", "");
    }
}
