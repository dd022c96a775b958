package dev.seeded.internal.execution;

import dev.seeded.internal.config.Setting;
import dev.seeded.internal.declared.TestOrder;
import dev.seeded.internal.seed.Identity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.platform.commons.JUnitException;
import org.junit.platform.engine.ConfigurationParameters;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.EngineDiscoveryRequest;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestEngine;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;

/**
 * What Jupiter's engine found for a run. No version of it executes a descriptor twice, so further runs need copies: where
 * these can be had and would be discovered in the same order, all that is executed are copies.
 *
 * <p>That is why there is more here than the Launcher's API, which discovers the tests anew for each run: with it, a run of a
 * class with one test takes 1.8 to 2.0 times as long (rounds of 20,000 runs each in turn, in one JVM).
 */
final class Template {

    private final TestEngine engine;
    private final EngineDiscoveryRequest request;
    private final DiscoveryIssues issues;
    private final RunParameters parameters;
    private final Map<String, String> fixed;
    private final Set<String> tests;
    private final TestDescriptor root;

    /** The texts of the unique ids, each of which is long, and never kept by JUnit. */
    private final Map<UniqueId, String> ids = new HashMap<>();

    private final Optional<Copier> copier;

    /** All that is below the root, which has nothing below it between two runs. */
    private final List<Part> all;

    private Set<String> selected = Set.of();
    private List<Part> onlySelected = List.of();

    /**
     * A part of what was found, taken apart so that some of it can be put together.
     *
     * @param descriptor has neither a parent nor children between two runs
     * @param id its unique id
     */
    private record Part(TestDescriptor descriptor, String id, List<Part> parts) {

        boolean isMethod() {
            return descriptor.getSource().orElse(null) instanceof MethodSource;
        }
    }

    /**
     * Discovers tests.
     *
     * @param settings hold in the first run, before the parameters
     * @param once whether there is no second run
     */
    Template(
            TestEngine engine,
            Collection<TestSelection> tests,
            ConfigurationParameters parameters,
            Map<String, String> settings,
            boolean once) {
        this.engine = engine;
        this.parameters = new RunParameters(parameters, settings);
        this.fixed = fixed(settings);
        this.tests = ids(tests);
        List<DiscoverySelector> selectors = TestSelection.selectors(tests);
        this.issues = new DiscoveryIssues(selectors, this.parameters);
        this.request =
                Jupiter.request(selectors, this.parameters).listeners(issues).build();
        this.root = discover();
        boolean isCopied = !once
                && tests.stream().allMatch(test -> test.invocations().isEmpty())
                && TestOrder.isFixed(classes(root), this.parameters::get);
        this.copier = isCopied ? Copier.of(root) : Optional.empty();
        ids.put(root.getUniqueId(), root.getUniqueId().toString());
        this.all = takeApart(root);
    }

    private List<Part> takeApart(TestDescriptor parent) {
        List<Part> parts = new ArrayList<>();
        for (TestDescriptor child : List.copyOf(parent.getChildren())) {
            String id = ids.computeIfAbsent(Identity.declared(child.getUniqueId()), UniqueId::toString);
            parts.add(new Part(child, id, takeApart(child)));
            parent.removeChild(child);
        }
        return parts;
    }

    private TestDescriptor discover() {
        try {
            return engine.discover(request, UniqueId.forEngine(engine.getId()));
        } catch (OutOfMemoryError fatal) {
            throw fatal;
        } catch (Throwable failure) {
            throw failure("discover", failure);
        }
    }

    /** Returns whether it does for more than one run. */
    boolean isReusable() {
        return copier.isPresent();
    }

    /** Returns whether it does for a run of these tests with these settings. */
    boolean serves(Collection<TestSelection> some, Map<String, String> settings) {
        return isReusable()
                && some.stream().allMatch(test -> test.invocations().isEmpty() && tests.contains(test.id()))
                && fixed(settings).equals(fixed);
    }

    /**
     * Executes tests once.
     *
     * @param inOrder whether they have the order of the list
     */
    void execute(
            List<TestSelection> some,
            boolean inOrder,
            Map<String, String> settings,
            EngineRequests requests,
            RunResults results) {
        parameters.become(settings);
        results.identify(ids);
        select(ids(some));
        putTogether(onlySelected, root);
        if (inOrder) {
            new InOrder(some).order(root);
        }
        root.accept(TestDescriptor::prune);
        try {
            Optional<JUnitException> critical = issues.critical();
            if (critical.isPresent()) {
                results.executionFinished(root, TestExecutionResult.failed(critical.get()));
            } else {
                requests.execute(engine, root, request, results);
            }
        } catch (OutOfMemoryError fatal) {
            throw fatal;
        } catch (Throwable failure) {
            results.executionFinished(root, TestExecutionResult.failed(failure("execute", failure)));
        } finally {
            List.copyOf(root.getChildren()).forEach(root::removeChild);
        }
    }

    private void select(Set<String> wanted) {
        if (!wanted.equals(selected)) {
            onlySelected = only(all, wanted, false);
            selected = wanted;
        }
    }

    /** Leaves out other methods of a class, unless the class itself is selected. */
    private static List<Part> only(List<Part> parts, Set<String> wanted, boolean isWithin) {
        List<Part> selected = new ArrayList<>();
        for (Part part : parts) {
            boolean isWanted = isWithin || wanted.contains(part.id());
            List<Part> inner = only(part.parts(), wanted, isWanted);
            if (isWanted || !inner.isEmpty() || !part.isMethod()) {
                selected.add(new Part(part.descriptor(), part.id(), inner));
            }
        }
        return selected;
    }

    private void putTogether(List<Part> parts, TestDescriptor parent) {
        for (Part part : parts) {
            TestDescriptor child = copier.isPresent() ? copier.get().copy(part.descriptor()) : part.descriptor();
            parent.addChild(child);
            putTogether(part.parts(), child);
        }
    }

    private JUnitException failure(String what, Throwable cause) {
        return new JUnitException("TestEngine with ID '" + engine.getId() + "' failed to " + what + " tests", cause);
    }

    private static Set<String> ids(Collection<TestSelection> tests) {
        return tests.stream().map(TestSelection::id).collect(Collectors.toUnmodifiableSet());
    }

    private static List<Class<?>> classes(TestDescriptor root) {
        return root.getDescendants().stream()
                .flatMap(found -> found.getSource().stream())
                .filter(ClassSource.class::isInstance)
                .<Class<?>>map(source -> ((ClassSource) source).getJavaClass())
                .toList();
    }

    /** Jupiter keeps the values of its own settings; it asks for ours each time. */
    private static Map<String, String> fixed(Map<String, String> settings) {
        return settings.entrySet().stream()
                .filter(setting -> !Setting.isOurs(setting.getKey()))
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
