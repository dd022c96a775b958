package dev.seeded.internal.execution;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.platform.commons.JUnitException;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.hierarchical.Node;

/**
 * Copies what Jupiter discovered, as Jupiter itself does for each invocation of a class. That is internal to it, and new in
 * JUnit 5.13: without it, and where a copy is not what was copied, there is none.
 */
final class Copier {

    private final Method copy;

    private Copier(Method copy) {
        this.copy = copy;
    }

    /** Returns what copies the descriptors below a root of Jupiter's, and is shown to; empty where nothing does. */
    static Optional<Copier> of(TestDescriptor root) {
        try {
            Method copy = Class.forName(
                            "org.junit.jupiter.engine.descriptor.JupiterTestDescriptor",
                            false,
                            root.getClass().getClassLoader())
                    .getDeclaredMethod("copyIncludingDescendants", UnaryOperator.class);
            copy.setAccessible(true);
            return Optional.of(new Copier(copy)).filter(copier -> copier.copiesAll(root));
        } catch (ReflectiveOperationException | RuntimeException inaccessible) {
            return Optional.empty();
        }
    }

    /** Returns a copy of a descriptor and of all that is below it, without a parent. */
    TestDescriptor copy(TestDescriptor original) {
        try {
            return (TestDescriptor) copy.invoke(original, UnaryOperator.<UniqueId>identity());
        } catch (IllegalAccessException | InvocationTargetException impossible) {
            throw new JUnitException("Jupiter does not copy " + original.getUniqueId(), impossible);
        }
    }

    /** No copy has the execution mode that an orderer asked for, which counts where tests run in parallel. */
    private boolean copiesAll(TestDescriptor root) {
        List<TestDescriptor> originals = List.copyOf(root.getChildren());
        List<TestDescriptor> copies = originals.stream().map(this::copy).toList();
        // What they inherit is compared as well.
        copies.forEach(copy -> copy.setParent(root));
        return areSame(originals, copies);
    }

    private static boolean areSame(List<TestDescriptor> originals, List<TestDescriptor> copies) {
        if (originals.size() != copies.size()) {
            return false;
        }
        for (int at = 0; at < originals.size(); at++) {
            if (!isSame(originals.get(at), copies.get(at))) {
                return false;
            }
        }
        return true;
    }

    @SuppressWarnings("ReferenceEquality") // descriptors with one unique id are equal
    private static boolean isSame(TestDescriptor original, TestDescriptor copy) {
        return copy != original
                && copy.getClass() == original.getClass()
                && copy.getUniqueId().equals(original.getUniqueId())
                && copy.getDisplayName().equals(original.getDisplayName())
                && copy.getSource().equals(original.getSource())
                && copy.getTags().equals(original.getTags())
                && copy.getType() == original.getType()
                && ((Node<?>) copy).getExecutionMode() == ((Node<?>) original).getExecutionMode()
                && areSame(List.copyOf(original.getChildren()), List.copyOf(copy.getChildren()));
    }
}
