package dev.seeded.internal.explore;

import dev.seeded.internal.execution.TestSelection;
import dev.seeded.internal.replay.Selection;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.platform.engine.EngineDiscoveryRequest;
import org.junit.platform.engine.Filter;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.LauncherDiscoveryRequest;

/**
 * The tests with which others run as they did when they failed: all that the request selects, seeded or not. What becomes of
 * them is not reported.
 */
record Companions(List<TestSelection> selected) {

    /** Tests run alone. */
    static final Companions NONE = new Companions(List.of());

    /** Returns the tests that Jupiter's engine finds, as far as the filters of a launcher let them through. */
    static Companions of(TestDescriptor jupiter, EngineDiscoveryRequest request) {
        Filter<TestDescriptor> filter = request instanceof LauncherDiscoveryRequest launched
                ? Filter.composeFilters(launched.getPostDiscoveryFilters())
                : Filter.composeFilters();
        return new Companions(jupiter.getDescendants().stream()
                .filter(test ->
                        test.getSource().filter(MethodSource.class::isInstance).isPresent())
                .filter(test -> filter.apply(test).included())
                .map(test -> new TestSelection(test.getUniqueId().toString()))
                .toList());
    }

    /** Returns tests, and all that have to run with them, in Jupiter's order. */
    Collection<TestSelection> around(Collection<TestSelection> tests, Selection selection) {
        Map<String, TestSelection> byId = new HashMap<>();
        tests.forEach(test -> byId.put(test.id(), test));
        Set<TestSelection> all = others(tests, selection)
                .map(other -> byId.getOrDefault(other.id(), other))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        all.addAll(tests);
        return all;
    }

    private Stream<TestSelection> others(Collection<TestSelection> tests, Selection selection) {
        return switch (selection) {
            case TEST -> Stream.empty();
            case NESTED -> {
                List<String> classes = tests.stream().map(Companions::around).toList();
                yield selected.stream().filter(other -> classes.stream().anyMatch(other.id()::startsWith));
            }
            case CLASS -> {
                List<String> classes =
                        tests.stream().map(Companions::outermost).distinct().toList();
                yield selected.stream().filter(other -> classes.contains(outermost(other)));
            }
            case RUN -> selected.stream();
        };
    }

    /** Returns the start of the unique id that all tests of the class around a test have, those of nested ones included. */
    private static String around(TestSelection test) {
        return test.id().substring(0, test.id().lastIndexOf("/[") + 1);
    }

    /** Returns the start of the unique id that all tests of the outermost class have: the engine and that class. */
    private static String outermost(TestSelection test) {
        int engine = test.id().indexOf("/[");
        int end = test.id().indexOf("/[", engine + 2);
        return test.id().substring(0, end < 0 ? test.id().length() : end);
    }
}
