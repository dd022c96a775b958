package dev.seeded.internal.explore;

import dev.seeded.internal.config.Exploration;
import dev.seeded.internal.config.Settings;
import dev.seeded.internal.declared.Annotations;
import dev.seeded.internal.declared.Pin;
import dev.seeded.internal.declared.TestDeclarations;
import dev.seeded.internal.execution.Jupiter;
import dev.seeded.internal.execution.TestSelection;
import dev.seeded.internal.note.Reproduction;
import dev.seeded.internal.replay.Selection;
import dev.seeded.internal.seed.Identity;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.platform.engine.ConfigurationParameters;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.TestTag;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.engine.support.hierarchical.Node;
import org.junit.platform.engine.support.hierarchical.Node.ExecutionMode;

/**
 * A class or a test method of Jupiter's, as the exploring engine shows it: with the same name, tags and source, so that
 * filters treat it as they would treat the original. A method is one test, however many invocations it has.
 */
final class ExploredDescriptor extends AbstractTestDescriptor {

    private final TestSelection original;
    private final Set<TestTag> tags;
    private final String reportingName;
    private final Type type;
    private final Optional<Pin> pin;
    private final Selection selection;
    private final boolean isConcurrent;
    private final TestDeclarations around;

    private ExploredDescriptor(
            TestDescriptor parent,
            TestDescriptor original,
            TestSelection selected,
            TestSource source,
            Type type,
            Optional<Pin> pin,
            Selection selection,
            TestDeclarations around) {
        super(parent.getUniqueId().append(original.getUniqueId().getLastSegment()), original.getDisplayName(), source);
        this.original = selected;
        this.tags = original.getTags();
        this.reportingName = original.getLegacyReportingName();
        this.type = type;
        this.pin = pin;
        this.selection = selection;
        this.isConcurrent = around.areParallel()
                && original instanceof Node<?> node
                && node.getExecutionMode() == ExecutionMode.CONCURRENT;
        this.around = around;
    }

    /**
     * Puts the seeded tests of Jupiter's engine below the exploring engine, or all tests where they are to run after others, or
     * may have failed in a seeded order.
     *
     * @param invocations those that are selected one by one
     * @param parameters may name the order of all classes' tests
     */
    static void mirror(
            TestDescriptor jupiter,
            SelectedInvocations invocations,
            ConfigurationParameters parameters,
            TestDescriptor engine) {
        Settings settings = Settings.ofThisJvm(parameters::get);
        boolean all = Exploration.after(settings).isPresent() || Exploration.isReplay(settings);
        mirror(jupiter, TestDeclarations.outside(parameters::get), all, invocations, engine);
    }

    /** Returns the unique ids that the tests below this descriptor have in Jupiter's engine. */
    static Set<String> originals(TestDescriptor engine) {
        return ids(engine).collect(Collectors.toUnmodifiableSet());
    }

    /** Returns the identities of the tests below this descriptor. */
    static Stream<String> identities(TestDescriptor engine) {
        return ids(engine).map(Identity::of);
    }

    private static Stream<String> ids(TestDescriptor engine) {
        return engine.getDescendants().stream()
                .filter(TestDescriptor::isTest)
                .map(test -> ((ExploredDescriptor) test).original.id());
    }

    /** Returns the unique id that a test of the exploring engine has in Jupiter's. */
    static UniqueId original(UniqueId mirrored, UniqueId engine) {
        UniqueId original = UniqueId.forEngine(Jupiter.ID);
        List<UniqueId.Segment> segments = mirrored.getSegments();
        for (UniqueId.Segment segment : segments.subList(engine.getSegments().size(), segments.size())) {
            original = original.append(segment);
        }
        return original;
    }

    /** Returns how many classes below this descriptor have tests of their own. */
    static long countClasses(TestDescriptor parent) {
        return classes(parent).stream()
                .mapToLong(type -> (tests(type).isEmpty() ? 0 : 1) + countClasses(type))
                .sum();
    }

    /** Returns the tests directly below a descriptor. */
    static List<ExploredDescriptor> tests(TestDescriptor parent) {
        return mirrors(parent).filter(TestDescriptor::isTest).toList();
    }

    /** Returns the classes directly below a descriptor. */
    static List<ExploredDescriptor> classes(TestDescriptor parent) {
        return mirrors(parent).filter(TestDescriptor::isContainer).toList();
    }

    /** Returns the test of Jupiter's engine, and what of it runs. */
    TestSelection original() {
        return original;
    }

    /** Returns the pin because of which one run is as good as many. */
    Optional<Pin> pin() {
        return pin;
    }

    /** Returns what has to run so that the test is what it was: others that the seed orders, or share a generator with it. */
    Selection selection() {
        return selection;
    }

    /** Returns whether it may run at the same time as others of its class. */
    boolean isConcurrent() {
        return isConcurrent;
    }

    /** Returns whether JUnit gives the tests of its class an order of which nobody knows the seed. */
    boolean isInRandomOrder() {
        return around.areInRandomOrder();
    }

    @Override
    public Type getType() {
        return type;
    }

    @Override
    public Set<TestTag> getTags() {
        return tags;
    }

    @Override
    public String getLegacyReportingName() {
        return reportingName;
    }

    private static Stream<ExploredDescriptor> mirrors(TestDescriptor parent) {
        return parent.getChildren().stream().map(ExploredDescriptor.class::cast);
    }

    private static void mirror(
            TestDescriptor parent,
            TestDeclarations around,
            boolean all,
            SelectedInvocations invocations,
            TestDescriptor mirror) {
        boolean isNested = parent.getParent().filter(outer -> !outer.isRoot()).isPresent();
        Selection whole = Reproduction.selection(around.order().ofClassAlone(), around.shareGenerator());
        // So do the classes around.
        Selection selection = isNested && whole == Selection.CLASS ? Selection.NESTED : whole;
        for (TestDescriptor child : parent.getChildren()) {
            TestSource source = child.getSource().orElse(null);
            TestSelection original = invocations.of(child.getUniqueId().toString());
            if (source instanceof MethodSource method && (all || around.isSeeded(method.getJavaMethod()))) {
                Optional<Pin> pin =
                        around.pin(method.getJavaMethod()).or(() -> Annotations.onlyListedPin(method.getJavaMethod()));
                mirror.addChild(
                        new ExploredDescriptor(mirror, child, original, method, Type.TEST, pin, selection, around));
            } else if (source instanceof ClassSource type) {
                ExploredDescriptor container = new ExploredDescriptor(
                        mirror, child, original, type, Type.CONTAINER, Optional.empty(), selection, around);
                mirror(child, around.of(type.getJavaClass()), all, invocations, container);
                if (!container.getChildren().isEmpty()) {
                    mirror.addChild(container);
                }
            }
        }
    }
}
