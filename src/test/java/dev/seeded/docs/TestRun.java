package dev.seeded.docs;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import dev.seeded.demo.Demo;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs tests of the demo, and prints their failures when all have run, as Surefire does when those of a class have. */
final class TestRun implements TestExecutionListener {

    private final List<Throwable> failures = new ArrayList<>();

    private TestRun() {}

    /** Runs the tests with these names, {@code DiceTest} or {@code DiceTest#rolls}. */
    public static void main(String[] tests) {
        try (LauncherSession session = LauncherFactory.openSession()) {
            TestRun run = new TestRun();
            session.getLauncher()
                    .execute(
                            LauncherDiscoveryRequestBuilder.request()
                                    .selectors(Arrays.stream(tests)
                                            .flatMap(TestRun::select)
                                            .toList())
                                    .build(),
                            run);
            run.failures.forEach(failure -> System.err.println(Demo.text(failure)));
        }
    }

    private static Stream<DiscoverySelector> select(String test) {
        String[] names = test.split("#", 2);
        Class<?> type = type(names[0]);
        return names.length == 1
                ? Stream.of(selectClass(type))
                : Arrays.stream(type.getDeclaredMethods())
                        .filter(method -> method.getName().equals(names[1]))
                        .map(method -> selectMethod(type, method));
    }

    private static Class<?> type(String name) {
        String demo = Demo.class.getPackageName() + ".";
        try {
            return Class.forName(name.startsWith(demo) ? name : demo + name);
        } catch (ClassNotFoundException missing) {
            throw new IllegalArgumentException(missing);
        }
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        result.getThrowable().ifPresent(failures::add);
    }
}
