package dev.seeded.internal.execution;

import dev.seeded.internal.declared.TestOrder;
import dev.seeded.internal.seed.Identity;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.platform.commons.JUnitException;
import org.junit.platform.engine.ConfigurationParameters;
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
    private final Map<UniqueId, String> ids;

    private final Optional<Copier> copier;

    /** All that is below the root, which has nothing below it between two runs. */
    private final List<TestDescriptor> all;

    private Set<String> selected = Set.of();
    private List<TestDescriptor> onlySelected = List.of();

    /**
     * Discovers tests.
     *
     * @param settings hold in the first run, before the parameters
     * @param once whether there is no second run
     */
    Template(
            TestEngine engine,
            Collection<SelectedTest> tests,
            ConfigurationParameters parameters,
            Map<String, String> settings,
            boolean once) {
        this.engine = engine;
        this.parameters = new RunParameters(parameters, settings);
        this.fixed = fixed(settings);
        this.tests = ids(tests);
        this.issues = new DiscoveryIssues(this.parameters);
        this.request = Jupiter.request(SelectedTest.selectors(tests), this.parameters)
                .listeners(issues)
                .build();
        this.root = discover();
        this.ids = texts(root);
        boolean isCopied = !once
                && tests.stream().allMatch(test -> test.invocations().isEmpty())
                && TestOrder.isFixed(classes(root), this.parameters::get);
        this.copier = isCopied ? Copier.of(root) : Optional.empty();
        this.all = List.copyOf(root.getChildren());
        all.forEach(root::removeChild);
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

    /** Tells whether it does for more than one run. */
    boolean isReusable() {
        return copier.isPresent();
    }

    /** Tells whether it does for a run of these tests with these settings. */
    boolean serves(Collection<SelectedTest> some, Map<String, String> settings) {
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
            List<SelectedTest> some,
            boolean inOrder,
            Map<String, String> settings,
            EngineRequests requests,
            RunResults results) {
        parameters.become(settings);
        results.identify(ids);
        Set<String> wanted = ids(some);
        if (copier.isEmpty()) {
            all.forEach(root::addChild);
            retain(wanted);
            if (inOrder) {
                new InOrder(some).order(root);
            }
            root.accept(TestDescriptor::prune);
        } else {
            select(wanted, copier.get());
            copier.get().copies(onlySelected).forEach(root::addChild);
        }
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
            clear();
        }
    }

    private void select(Set<String> wanted, Copier copies) {
        if (!wanted.equals(selected)) {
            copies.copies(all).forEach(root::addChild);
            retain(wanted);
            root.accept(TestDescriptor::prune);
            onlySelected = List.copyOf(root.getChildren());
            selected = wanted;
            clear();
        }
    }

    /** Leaves out other methods of a class, unless the class itself is selected. */
    private void retain(Set<String> wanted) {
        for (TestDescriptor found : root.getDescendants()) {
            if (found.getSource().orElse(null) instanceof MethodSource
                    && found.getChildren().isEmpty()
                    && !isWithin(found, wanted)) {
                found.removeFromHierarchy();
            }
        }
    }

    private boolean isWithin(TestDescriptor found, Set<String> wanted) {
        Optional<TestDescriptor> around = Optional.of(found);
        while (around.isPresent()) {
            String id = ids.get(Identity.declared(around.get().getUniqueId()));
            if (id != null && wanted.contains(id)) {
                return true;
            }
            around = around.get().getParent();
        }
        return false;
    }

    private void clear() {
        List.copyOf(root.getChildren()).forEach(root::removeChild);
    }

    private JUnitException failure(String what, Throwable cause) {
        return new JUnitException("TestEngine with ID '" + engine.getId() + "' failed to " + what + " tests", cause);
    }

    private static Set<String> ids(Collection<SelectedTest> tests) {
        return tests.stream().map(SelectedTest::id).collect(Collectors.toUnmodifiableSet());
    }

    private static Map<UniqueId, String> texts(TestDescriptor root) {
        Map<UniqueId, String> texts = new HashMap<>();
        root.accept(found -> texts.computeIfAbsent(Identity.declared(found.getUniqueId()), UniqueId::toString));
        return texts;
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
                .filter(setting ->
                        !setting.getKey().equals("seed") && !setting.getKey().startsWith("seed."))
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
