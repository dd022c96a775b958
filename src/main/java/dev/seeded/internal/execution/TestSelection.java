package dev.seeded.internal.execution;

import java.io.Serializable;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.discovery.DiscoverySelectors;

/**
 * A test that is to run.
 *
 * @param id its unique id in Jupiter's engine
 * @param invocations the unique ids of those of its invocations that are to run; none for all
 */
public record TestSelection(String id, List<String> invocations) implements Serializable {

    /** Selects a whole test. */
    public TestSelection(String id) {
        this(id, List.of());
    }

    /**
     * Several methods are found with their class: what was selected first would decide over a random order, and Jupiter looks
     * through the whole class for each id. So is a method with a number sign in its name, as Kotlin allows, whose id JUnit 6.1
     * takes for a class and a method.
     */
    static List<DiscoverySelector> selectors(Collection<TestSelection> tests) {
        Map<String, List<TestSelection>> byParent = tests.stream()
                .collect(Collectors.groupingBy(TestSelection::parent, LinkedHashMap::new, Collectors.toList()));
        Set<String> classes = byParent.entrySet().stream()
                .filter(entry -> isFoundWithClass(entry.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        // What is within such a class is found there, in its place: JUnit 5.12 would run it first.
        return byParent.entrySet().stream()
                .flatMap(entry -> classes.contains(entry.getKey())
                        ? Stream.of(entry.getKey())
                        : entry.getValue().stream().flatMap(test -> test.ids().stream()))
                .filter(id ->
                        id.contains("-invocation:#") || classes.stream().noneMatch(type -> id.startsWith(type + "/")))
                .<DiscoverySelector>map(DiscoverySelectors::selectUniqueId)
                .toList();
    }

    private static boolean isFoundWithClass(List<TestSelection> tests) {
        return tests.stream().allMatch(test -> test.invocations().isEmpty())
                && (tests.size() > 1 || tests.get(0).method().contains("#"));
    }

    private List<String> ids() {
        return invocations.isEmpty() ? List.of(id) : invocations;
    }

    private String parent() {
        return id.substring(0, id.lastIndexOf("/["));
    }

    private String method() {
        return id.substring(parent().length());
    }
}
