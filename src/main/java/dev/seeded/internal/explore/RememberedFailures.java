package dev.seeded.internal.explore;

import dev.seeded.internal.JvmState;
import dev.seeded.internal.JvmState.Slot;
import dev.seeded.internal.UserError;
import dev.seeded.internal.console.Counted;
import dev.seeded.internal.console.Printable;
import dev.seeded.internal.console.StandardError;
import dev.seeded.internal.execution.Jupiter;
import dev.seeded.internal.memory.FailedSeeds;
import dev.seeded.internal.memory.KeptSeed;
import dev.seeded.internal.memory.Memory;
import dev.seeded.internal.replay.Selection;
import dev.seeded.internal.seed.Identity;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.platform.commons.JUnitException;
import org.junit.platform.commons.function.Try;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.discovery.DiscoverySelectors;

/**
 * The tests that failed before, which {@code seed=last} runs.
 *
 * @param seeds what they failed with
 * @param file where that is kept
 * @param isGiven whether that file comes from elsewhere, and may be about other modules
 */
record RememberedFailures(FailedSeeds seeds, Optional<Path> file, boolean isGiven) {

    private static final Slot<RememberedFailures> SAID = JvmState.REMEMBERED_FAILURES.holding(RememberedFailures.class);

    private static final int NAMED = 10;

    /** A file from elsewhere may have any number, and each look for a class takes time. */
    private static final int LOOKED_FOR = 1_000;

    /** @throws JUnitException if what is kept cannot be read: no test may seem to pass that did not run */
    static RememberedFailures of(Memory memory) {
        try {
            return new RememberedFailures(memory.demand(), memory.source(), memory.isGiven());
        } catch (UserError unreadable) {
            // Of what is thrown, Surefire shows JUnit's part alone.
            StandardError.printNow("Seeded: " + unreadable.getMessage());
            throw new JUnitException(unreadable.getMessage(), unreadable);
        }
    }

    /** Leaves tests out for which nothing is kept. */
    void retain(TestDescriptor engine) {
        for (TestDescriptor test : List.copyOf(engine.getDescendants())) {
            if (test instanceof ExploredDescriptor explored
                    && explored.isTest()
                    && kept(explored).findAny().isEmpty()) {
                explored.removeFromHierarchy();
            }
        }
        engine.accept(TestDescriptor::prune);
    }

    /** Returns the classes that run whole, whichever of their tests are selected. */
    List<DiscoverySelector> classes(TestDescriptor engine) {
        return Stream.concat(
                        engine.getChildren().stream().filter(type -> needs(type.getDescendants(), Selection.CLASS)),
                        engine.getDescendants().stream().filter(type -> needs(type.getChildren(), Selection.NESTED)))
                .map(type -> (DiscoverySelector) DiscoverySelectors.selectUniqueId(
                        ExploredDescriptor.original(type.getUniqueId(), engine.getUniqueId())))
                .toList();
    }

    private boolean needs(Set<? extends TestDescriptor> tests, Selection selection) {
        return tests.stream()
                .filter(TestDescriptor::isTest)
                .map(ExploredDescriptor.class::cast)
                .anyMatch(test -> kept(test)
                        .anyMatch(kept -> kept.with(test.selection()).how().selection() == selection));
    }

    private Stream<KeptSeed> kept(ExploredDescriptor test) {
        return seeds.concerning(Identity.of(test.original().id())).stream().filter(kept -> !kept.needsCheck());
    }

    /** Says where nothing is kept, and names tests that are gone; once, as some tools discover each class apart. */
    void announce() {
        if (equals(SAID.get())) {
            return;
        }
        SAID.set(this);
        if (seeds.byTest().isEmpty()) {
            StandardError.print("Seeded: seed=last runs nothing, because no failed seed is kept"
                    + file.map(path -> " in " + path).orElse(""));
        }
        List<String> differing = seeds.all()
                .filter(KeptSeed::needsCheck)
                .map(kept -> title(UniqueId.parse("[engine:" + Jupiter.ID + "]" + kept.identity())))
                .distinct()
                .toList();
        if (!differing.isEmpty()) {
            StandardError.print(
                    "Seeded: seed=last does not run these tests, which passed and failed only in seed.check=true: "
                            + named(differing));
        }
        List<String> kept = seeds.all().map(KeptSeed::identity).distinct().toList();
        List<String> gone = kept.stream()
                .limit(LOOKED_FOR)
                .map(identity -> UniqueId.parse("[engine:" + Jupiter.ID + "]" + identity))
                .filter(id -> !exists(id))
                .map(RememberedFailures::title)
                .distinct()
                .sorted()
                .toList();
        if (!gone.isEmpty()) {
            StandardError.print("Seeded: seeds are kept for tests that are "
                    + (isGiven ? "gone, or in another module: " : "gone: ")
                    + named(gone)
                    + (kept.size() > LOOKED_FOR
                            ? " (of the first " + Counted.number(LOOKED_FOR) + " of " + Counted.of(kept.size(), "test")
                                    + ", which alone were looked for)"
                            : ""));
        }
    }

    /** Returns how many tests of each class of this module have failed, as far as {@code seed=last} runs them. */
    Map<String, Long> ofThisModule() {
        return seeds.all()
                .filter(kept -> !kept.needsCheck())
                .map(kept -> "[engine:" + Jupiter.ID + "]" + kept.identity())
                .distinct()
                .limit(LOOKED_FOR)
                .filter(id -> exists(UniqueId.parse(id)))
                .collect(
                        Collectors.groupingBy(RememberedFailures::outermostClass, TreeMap::new, Collectors.counting()));
    }

    /** Returns the name of the class that a test lies in. */
    static String outermostClass(String uniqueId) {
        return segments(UniqueId.parse(uniqueId), List.of("class", "class-template"))
                .findFirst()
                .orElse("");
    }

    private static String named(List<String> tests) {
        return tests.stream().limit(NAMED).map(Printable::line).collect(Collectors.joining(", "))
                + (tests.size() > NAMED ? " and " + Counted.number(tests.size() - NAMED) + " more" : "");
    }

    private static boolean exists(UniqueId id) {
        String name = className(id);
        Optional<Class<?>> type = name.isBlank()
                ? Optional.empty()
                : ReflectionSupport.tryToLoadClass(name).toOptional().map(found -> found);
        Optional<String> method = method(id);
        return type.isPresent() && (method.isEmpty() || hasMethod(type.get(), method.get()));
    }

    private static boolean hasMethod(Class<?> type, String method) {
        return Try.call(() -> ReflectionSupport.findMethods(
                        type,
                        candidate -> method.startsWith(candidate.getName() + "("),
                        HierarchyTraversalMode.TOP_DOWN))
                .toOptional()
                .filter(found -> !found.isEmpty())
                .isPresent();
    }

    private static String title(UniqueId id) {
        return className(id) + method(id).map(method -> "." + method).orElse("");
    }

    private static String className(UniqueId id) {
        return segments(id, List.of("class", "nested-class", "class-template", "nested-class-template"))
                .collect(Collectors.joining("$"));
    }

    private static Optional<String> method(UniqueId id) {
        return segments(id, List.of("method", "test-template", "test-factory")).findFirst();
    }

    private static Stream<String> segments(UniqueId id, List<String> types) {
        return id.getSegments().stream()
                .filter(segment -> types.contains(segment.getType()))
                .map(UniqueId.Segment::getValue);
    }
}
