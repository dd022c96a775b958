package dev.seeded.internal.explore;

import dev.seeded.internal.JvmState;
import dev.seeded.internal.JvmState.Slot;
import dev.seeded.internal.console.StandardError;
import dev.seeded.internal.execution.Jupiter;
import dev.seeded.internal.memory.FailedSeeds;
import dev.seeded.internal.memory.Memory;
import dev.seeded.internal.seed.Identity;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.UniqueId;

/**
 * The tests that failed before, which {@code seed=last} runs.
 *
 * @param seeds what they failed with
 * @param file where that is kept
 */
record RememberedFailures(FailedSeeds seeds, Optional<Path> file) {

    private static final Slot<RememberedFailures> SAID = JvmState.REMEMBERED_FAILURES.holding(RememberedFailures.class);

    static RememberedFailures of(Memory memory) {
        return new RememberedFailures(memory.read(), memory.source());
    }

    /** Leaves tests out for which nothing is kept. */
    void retain(TestDescriptor engine) {
        for (TestDescriptor test : List.copyOf(engine.getDescendants())) {
            if (test instanceof ExploredDescriptor explored
                    && explored.isTest()
                    && seeds.concerning(Identity.of(explored.original().id()))
                            .distinct()
                            .isEmpty()) {
                explored.removeFromHierarchy();
            }
        }
        engine.accept(TestDescriptor::prune);
    }

    /** Says where nothing is kept, and names tests that are gone; once, as some tools discover each class apart. */
    void announce() {
        if (equals(SAID.get())) {
            return;
        }
        SAID.set(this);
        if (seeds.byIdentity().isEmpty()) {
            StandardError.print("Seeded: seed=last runs nothing, as no failed seed is kept"
                    + file.map(path -> " in " + path).orElse(""));
        }
        String gone = seeds.byIdentity().keySet().stream()
                .map(identity -> UniqueId.parse("[engine:" + Jupiter.ID + "]" + identity))
                .filter(id -> !exists(id))
                .map(RememberedFailures::title)
                .sorted()
                .distinct()
                .collect(Collectors.joining(", "));
        if (!gone.isEmpty()) {
            StandardError.print("Seeded: seeds are kept for tests that are gone: " + gone);
        }
    }

    private static boolean exists(UniqueId id) {
        Optional<Class<?>> type =
                ReflectionSupport.tryToLoadClass(className(id)).toOptional().map(found -> found);
        Optional<String> method = method(id);
        return type.isPresent()
                && (method.isEmpty()
                        || !ReflectionSupport.findMethods(
                                        type.get(),
                                        candidate -> method.get().startsWith(candidate.getName() + "("),
                                        HierarchyTraversalMode.TOP_DOWN)
                                .isEmpty());
    }

    private static String title(UniqueId id) {
        return className(id) + method(id).map(method -> "." + method).orElse("");
    }

    private static String className(UniqueId id) {
        return id.getSegments().stream()
                .filter(segment -> segment.getType().startsWith("class")
                        || segment.getType().startsWith("nested-class"))
                .filter(segment -> !segment.getType().endsWith("invocation"))
                .map(UniqueId.Segment::getValue)
                .collect(Collectors.joining("$"));
    }

    private static Optional<String> method(UniqueId id) {
        return id.getSegments().stream()
                .filter(segment ->
                        List.of("method", "test-template", "test-factory").contains(segment.getType()))
                .map(UniqueId.Segment::getValue)
                .findFirst();
    }
}
