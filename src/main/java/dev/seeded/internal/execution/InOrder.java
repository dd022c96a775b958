package dev.seeded.internal.execution;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.platform.engine.TestDescriptor;

/** Puts what was discovered into an order, after all orderers, those that classes name included. */
final class InOrder {

    /** The place of the first test that a class, or what is around it, contains. */
    private final Map<String, Integer> places = new HashMap<>();

    InOrder(List<TestSelection> tests) {
        for (int place = 0; place < tests.size(); place++) {
            String id = tests.get(place).id();
            for (int end = id.length(); end > 0; end = id.lastIndexOf("/[", end - 1)) {
                places.putIfAbsent(id.substring(0, end), place);
            }
        }
    }

    /** Orders all that is below a descriptor. */
    void order(TestDescriptor root) {
        root.accept(parent -> parent.orderChildren(children -> {
            List<TestDescriptor> ordered = new ArrayList<>(children);
            ordered.sort(Comparator.comparingInt(
                    child -> places.getOrDefault(child.getUniqueId().toString(), Integer.MAX_VALUE)));
            return ordered;
        }));
    }
}
