package dev.seeded.internal.launcher;

import dev.seeded.Seeded.Global;
import dev.seeded.internal.declared.ContextSeed;
import dev.seeded.internal.declared.TestDeclarations;
import dev.seeded.internal.declared.TestOrder;
import dev.seeded.internal.note.EarlierTests;
import dev.seeded.internal.note.Leftovers;
import dev.seeded.internal.note.Reproduction;
import dev.seeded.internal.note.Reproduction.Facts;
import dev.seeded.internal.note.SeedReport;
import dev.seeded.internal.note.TestNames;
import dev.seeded.internal.replay.TestName;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.platform.commons.JUnitException;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/** Reports failures of tests that no extension of ours is on, but whose order or surroundings come from the run seed. */
final class OrderedFailures {

    private OrderedFailures() {}

    /** Returns the report of a failure; empty if the seed has no part in it. */
    static Optional<SeedReport> report(TestIdentifier test, TestPlan plan, PlanRun run) {
        if (!test.getUniqueId().contains(JupiterMethods.ENGINE)) {
            return Optional.empty();
        }
        List<TestIdentifier> outwards = Stream.iterate(
                        Optional.of(test), Optional::isPresent, found -> found.flatMap(plan::getParent))
                .flatMap(Optional::stream)
                .toList();
        Optional<Method> method =
                sources(outwards, MethodSource.class).findFirst().flatMap(source -> found(source::getJavaMethod));
        List<Class<?>> classes = Stream.<Supplier<Class<?>>>concat(
                        sources(outwards, MethodSource.class).map(source -> source::getJavaClass),
                        sources(outwards, ClassSource.class).map(source -> source::getJavaClass))
                .map(OrderedFailures::found)
                .<Class<?>>flatMap(Optional::stream)
                .distinct()
                .toList();
        if (classes.isEmpty()) {
            return Optional.empty();
        }
        Function<String, Optional<String>> parameters = plan.getConfigurationParameters()::get;
        TestOrder order = TestOrder.of(classes, parameters);
        if (order == TestOrder.NATURAL && !run.run().wanted().areFromSeed()) {
            return Optional.empty();
        }
        Leftovers left = Leftovers.ofUnseeded(classes, parameters);
        String changed = left.doubt(
                order,
                TestDeclarations.areParallel(parameters),
                () -> Stream.<AnnotatedElement>concat(method.stream(), classes.stream()));
        boolean needsOthers = order != TestOrder.NATURAL || !left.inClass().isEmpty();
        String doubt = changed.isEmpty() && needsOthers ? doubt(order, classes, parameters, run) : changed;
        return Reproduction.of(Facts.of(order, left.inClass(), doubt), run.run())
                .map(reproduction -> SeedReport.of(
                                name(test, outwards, classes, method),
                                run.run(),
                                new ContextSeed(run.run().seed(), Optional.empty()),
                                reproduction,
                                List.of(),
                                run.replay(),
                                Optional.empty(),
                                Global.OFF)
                        .referringTo(left.uncontrolled()));
    }

    /** Returns why tests that need those before them may not come back; empty where they do. */
    private static String doubt(
            TestOrder order, List<Class<?>> classes, Function<String, Optional<String>> parameters, PlanRun run) {
        if (TestOrder.isRandom(classes, parameters)) {
            return Reproduction.RANDOM_ORDER;
        }
        boolean mayRunMore = order != TestOrder.CLASSES && !run.replay().leavesOutAgain();
        return mayRunMore && EarlierTests.ofThisJvm().isIncomplete(classes.get(classes.size() - 1))
                ? Reproduction.LEFT_OUT
                : "";
    }

    private static TestName name(
            TestIdentifier test, List<TestIdentifier> outwards, List<Class<?>> classes, Optional<Method> method) {
        Stream<String> invocations = outwards.stream()
                .filter(found -> isInvocation(found.getUniqueId()))
                .map(TestIdentifier::getDisplayName);
        return TestNames.in(classes).of(method, invocations, test.getUniqueId());
    }

    private static boolean isInvocation(String uniqueId) {
        String last = uniqueId.substring(uniqueId.lastIndexOf('['));
        return last.contains("-invocation:") || last.startsWith("[dynamic-");
    }

    private static <T extends TestSource> Stream<T> sources(List<TestIdentifier> tests, Class<T> kind) {
        return tests.stream()
                .map(TestIdentifier::getSource)
                .flatMap(Optional::stream)
                .filter(kind::isInstance)
                .map(kind::cast);
    }

    /** A source may name what is not there any more. */
    private static <T> Optional<T> found(Supplier<T> lookup) {
        try {
            return Optional.of(lookup.get());
        } catch (JUnitException gone) {
            return Optional.empty();
        }
    }
}
