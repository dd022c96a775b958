package dev.seeded.internal.execution;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.launcher.PostDiscoveryFilter;

/**
 * Puts what was discovered into an order, and leaves out nothing. A filter is asked after all orderers, those that classes
 * name included; the platform shows it no engine, whose classes are therefore put in order when the first of them is asked
 * for.
 */
final class InOrder implements PostDiscoveryFilter {

    /** The place of the first test that a class, or what is around it, contains. */
    private final Map<String, Integer> places = new HashMap<>();

    InOrder(List<SelectedTest> tests) {
        for (int place = 0; place < tests.size(); place++) {
            String id = tests.get(place).id();
            for (int end = id.length(); end > 0; end = id.lastIndexOf("/[", end - 1)) {
                places.putIfAbsent(id.substring(0, end), place);
            }
        }
    }

    @Override
    public FilterResult apply(TestDescriptor descriptor) {
        Optional<TestDescriptor> parent = descriptor.getParent();
        parent.filter(found -> found.getChildren().iterator().next().equals(descriptor))
                .ifPresent(this::order);
        return FilterResult.included("has its place");
    }

    private void order(TestDescriptor parent) {
        parent.orderChildren(children -> {
            List<TestDescriptor> ordered = new ArrayList<>(children);
            ordered.sort(Comparator.comparingInt(
                    child -> places.getOrDefault(child.getUniqueId().toString(), Integer.MAX_VALUE)));
            return ordered;
        });
    }
}
