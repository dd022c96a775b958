package dev.seeded.internal.explore;

import dev.seeded.internal.execution.TestSelection;
import dev.seeded.internal.seed.Identity;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.discovery.IterationSelector;
import org.junit.platform.engine.discovery.MethodSelector;
import org.junit.platform.engine.discovery.NestedMethodSelector;
import org.junit.platform.engine.discovery.UniqueIdSelector;

/**
 * The invocations that a request selects one by one, which are not there before their test runs.
 *
 * @param ids of the invocations
 * @param wholes the ids of the tests that are selected with all their invocations
 */
record SelectedInvocations(List<String> ids, Set<String> wholes) {

    /** No test is selected by its invocations. */
    static final SelectedInvocations NONE = new SelectedInvocations(List.of(), Set.of());

    private static final Pattern INVOCATION = Pattern.compile(".*\\[(?:[a-z-]+-invocation|dynamic-[a-z]+):#\\d+].*");

    /**
     * Finds them among selectors.
     *
     * @param discover returns what Jupiter's engine finds
     */
    static SelectedInvocations of(
            List<DiscoverySelector> selectors, Function<List<DiscoverySelector>, TestDescriptor> discover) {
        List<DiscoverySelector> single =
                selectors.stream().filter(SelectedInvocations::isSingle).toList();
        if (single.isEmpty()) {
            return NONE;
        }
        List<DiscoverySelector> others =
                selectors.stream().filter(selector -> !isSingle(selector)).toList();
        return new SelectedInvocations(
                single.stream().flatMap(selector -> ids(selector, discover)).toList(),
                others.isEmpty() ? Set.of() : leaves(discover.apply(others)).collect(Collectors.toUnmodifiableSet()));
    }

    /** Returns selectors of the tests that have the invocations, and all others. */
    static List<DiscoverySelector> whole(List<DiscoverySelector> selectors) {
        return selectors.stream().map(SelectedInvocations::whole).toList();
    }

    /** Returns the test with its invocations that are selected. */
    TestSelection of(String test) {
        return new TestSelection(
                test,
                wholes.contains(test)
                        ? List.of()
                        : ids.stream()
                                .flatMap(id -> within(test, id).stream())
                                .distinct()
                                .toList());
    }

    /** An invocation of a class contains those of each of its tests. */
    private static List<String> within(String test, String invocation) {
        String declared = Identity.declared(invocation);
        if (declared.equals(test) || declared.startsWith(test + "/")) {
            return List.of(invocation);
        }
        return test.startsWith(declared + "/") ? List.of(invocation + test.substring(declared.length())) : List.of();
    }

    private static boolean isSingle(DiscoverySelector selector) {
        return selector instanceof IterationSelector
                || (selector instanceof UniqueIdSelector id
                        && INVOCATION.matcher(id.getUniqueId().toString()).matches());
    }

    private static DiscoverySelector whole(DiscoverySelector selector) {
        if (selector instanceof IterationSelector iteration) {
            return iteration.getParentSelector();
        }
        return isSingle(selector)
                ? DiscoverySelectors.selectUniqueId(Identity.declared(
                        ((UniqueIdSelector) selector).getUniqueId().toString()))
                : selector;
    }

    private static Stream<String> ids(
            DiscoverySelector selector, Function<List<DiscoverySelector>, TestDescriptor> discover) {
        if (selector instanceof UniqueIdSelector id) {
            return Stream.of(id.getUniqueId().toString());
        }
        IterationSelector iteration = (IterationSelector) selector;
        DiscoverySelector parent = iteration.getParentSelector();
        boolean isOfMethod = parent instanceof MethodSelector || parent instanceof NestedMethodSelector;
        return leaves(discover.apply(List.of(parent)))
                .map(test -> isOfMethod ? test : test.substring(0, test.lastIndexOf("/[")))
                .distinct()
                .flatMap(test -> iteration.getIterationIndices().stream()
                        .flatMap(index -> types(test).map(type -> test + "/[" + type + ":#" + (index + 1) + "]")));
    }

    /** Returns what the invocations of a test or class may be. */
    private static Stream<String> types(String test) {
        String type = test.substring(test.lastIndexOf('[') + 1);
        if (type.startsWith("test-factory")) {
            return Stream.of("dynamic-test", "dynamic-container");
        }
        return Stream.of(type.startsWith("test-template") ? "test-template-invocation" : "class-template-invocation");
    }

    private static Stream<String> leaves(TestDescriptor found) {
        return found.getDescendants().stream()
                .filter(descriptor -> descriptor.getChildren().isEmpty())
                .map(descriptor -> descriptor.getUniqueId().toString());
    }
}
