package dev.seeded.internal.explore;

import dev.seeded.internal.config.Claim;
import dev.seeded.internal.config.Exploration;
import dev.seeded.internal.config.Run;
import dev.seeded.internal.config.Setting;
import dev.seeded.internal.config.Settings;
import dev.seeded.internal.config.Validated;
import dev.seeded.internal.console.StandardError;
import dev.seeded.internal.execution.Jupiter;
import dev.seeded.internal.export.ReportFile;
import dev.seeded.internal.memory.AtShutdown;
import dev.seeded.internal.memory.Memory;
import dev.seeded.internal.memory.MemoryUpdates;
import dev.seeded.internal.memory.RunningSeed;
import dev.seeded.internal.note.Announcement;
import dev.seeded.internal.secondjvm.SecondJvm;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.platform.engine.ConfigurationParameters;
import org.junit.platform.engine.DiscoveryFilter;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.EngineDiscoveryRequest;
import org.junit.platform.engine.ExecutionRequest;
import org.junit.platform.engine.Filter;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestEngine;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.discovery.UniqueIdSelector;

/** Takes the seeded tests from Jupiter's engine and has it run them again and again. Has no tests unless that is wanted. */
public final class ExploringEngine implements TestEngine {

    private static final String ID = "seeded";

    /** Created by JUnit. */
    public ExploringEngine() {}

    /** Returns whether a test is this engine's, which stands for one of Jupiter's with another unique id. */
    public static boolean owns(String uniqueId) {
        return uniqueId.contains("[engine:" + ID + "]");
    }

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public TestDescriptor discover(EngineDiscoveryRequest request, UniqueId uniqueId) {
        ExploredEngine root = new ExploredEngine(uniqueId);
        // No filter applies within a suite, whose tests are Jupiter's as well.
        boolean claims = uniqueId.getSegments().size() == 1;
        if (claims) {
            Claim.release();
        }
        if (Setting.concernAllTests(request.getConfigurationParameters())) {
            find(request, root, claims);
        }
        return root;
    }

    private static void find(EngineDiscoveryRequest request, ExploredEngine root, boolean claims) {
        ConfigurationParameters parameters = request.getConfigurationParameters();
        if (Exploration.wanted(settings(parameters)).isEmpty()) {
            return;
        }
        boolean isReplay = Exploration.isReplay(settings(parameters));
        RunningSeed.keepLeftOnes(Memory.of(settings(parameters)));
        List<DiscoverySelector> selectors = selectors(request, root.getUniqueId());
        Function<List<DiscoverySelector>, TestDescriptor> discover =
                some -> Jupiter.discover(some, filters(request), parameters);
        ExploredDescriptor.mirror(
                discover.apply(SelectedInvocations.whole(selectors)),
                SelectedInvocations.of(selectors, discover),
                parameters,
                root);
        if (isReplay) {
            RememberedFailures kept = RememberedFailures.of(Memory.of(settings(parameters)));
            kept.announce();
            kept.retain(root);
            List<DiscoverySelector> all = new ArrayList<>(SelectedInvocations.whole(selectors));
            all.addAll(kept.classes(root));
            Companions companions = Companions.of(discover.apply(all), request);
            root.accompany(companions);
            Unselected.note(kept, companions, settings(parameters));
        }
        if (claims) {
            Claim.claim(new Claim(ExploredDescriptor.originals(root), isReplay));
        }
    }

    /** Returns what is selected, of whose tests Jupiter knows the originals. */
    private static List<DiscoverySelector> selectors(EngineDiscoveryRequest request, UniqueId engine) {
        return request.getSelectorsByType(DiscoverySelector.class).stream()
                .map(selector -> selector instanceof UniqueIdSelector ours
                                && ours.getUniqueId().hasPrefix(engine)
                        ? DiscoverySelectors.selectUniqueId(ExploredDescriptor.original(ours.getUniqueId(), engine))
                        : selector)
                .toList();
    }

    private static List<Filter<?>> filters(EngineDiscoveryRequest request) {
        return request.getFiltersByType(DiscoveryFilter.class).stream()
                .<Filter<?>>map(filter -> filter)
                .toList();
    }

    @Override
    public void execute(ExecutionRequest request) {
        TestDescriptor root = request.getRootTestDescriptor();
        request.getEngineExecutionListener().executionStarted(root);
        if (!root.getChildren().isEmpty()) {
            explore(request);
        }
        request.getEngineExecutionListener().executionFinished(root, TestExecutionResult.successful());
    }

    @SuppressWarnings("try") // the hook only has to be closed
    private static void explore(ExecutionRequest request) {
        ConfigurationParameters parameters = request.getConfigurationParameters();
        Validated<Run> run = Run.ofThisJvm(parameters::get);
        if (Exploration.isReplay(settings(parameters))) {
            run.value().ifPresent(Announcement::makeOnceForFailedSeeds);
        } else if (Exploration.after(settings(parameters)).isEmpty()) {
            run.value().ifPresent(found -> Announcement.makeOnceForManyRuns(found, settings(parameters)));
        }
        if (run.value().filter(found -> found.wanted().areFromSeed()).isPresent()) {
            StandardError.print("Seeded: each run has the locale and zone that its own run seed chooses");
        }
        Validated<Optional<Duration>> timeout = Validated.of(() -> Exploration.timeout(settings(parameters)));
        Validated<Exploration> exploration = Validated.of(() -> {
            timeout.get();
            return Exploration.read(settings(parameters));
        });
        Memory kept = Memory.of(settings(parameters));
        MemoryUpdates memory = new MemoryUpdates(kept);
        ExploredEngine root = (ExploredEngine) request.getRootTestDescriptor();
        try (Jupiter jupiter = new Jupiter(parameters, timeout.value().orElse(Optional.empty()));
                RunningSeed running = RunningSeed.of(kept);
                AtShutdown hook = AtShutdown.run(running::endIfSignalled);
                SecondJvm secondJvm = new SecondJvm(
                        parameters,
                        SecondJvm.OTHER_HASH_CODES,
                        Setting.CHECK.property()
                                + " goes on without a second JVM, and so does not notice what is constant within one JVM, such"
                                + " as the order of Set.of");
                SecondJvm freshJvm = new SecondJvm(
                        parameters, List.of(), "failures are not confirmed, because no second JVM could start");
                Jobs jobs = new Jobs(parameters, kept)) {
            Modes modes = new Modes(parameters, root, memory, secondJvm, new FreshRuns(freshJvm), jobs);
            new Explorer(
                            Validated.of(() -> modes.of(exploration.get())),
                            run,
                            jupiter,
                            memory,
                            running,
                            request.getEngineExecutionListener(),
                            ReportFile.of(settings(parameters)))
                    .explore(root);
        } finally {
            memory.keep();
        }
    }

    private static Settings settings(ConfigurationParameters parameters) {
        return Settings.ofThisJvm(parameters::get);
    }
}
