package dev.seeded.internal.explore;

import dev.seeded.internal.bisect.TestList;
import dev.seeded.internal.config.Exploration;
import dev.seeded.internal.config.Exploration.After;
import dev.seeded.internal.config.Exploration.Check;
import dev.seeded.internal.config.Exploration.Search;
import dev.seeded.internal.config.Runs;
import dev.seeded.internal.config.Settings;
import dev.seeded.internal.config.SurefireFork;
import dev.seeded.internal.execution.Jupiter;
import dev.seeded.internal.memory.MemoryUpdates;
import dev.seeded.internal.secondjvm.SecondJvm;
import java.util.List;
import java.util.Optional;
import org.junit.platform.engine.ConfigurationParameters;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.support.descriptor.EngineDescriptor;

/**
 * Finds the way to explore that is wanted.
 *
 * @param parameters JUnit's configuration parameters
 * @param engine has the tests
 */
record Modes(
        ConfigurationParameters parameters,
        ExploredEngine engine,
        MemoryUpdates memory,
        SecondJvm secondJvm,
        FreshRuns freshRuns) {

    Mode of(Exploration wanted) {
        AssumedOrders orders = new AssumedOrders(
                freshRuns, wanted instanceof Check, wanted instanceof Check check && check.secondJvm());
        if (FailedHere.areAll(engine)) {
            return new Replaying(FailedHere::seedsOf, Companions.NONE, Optional.empty(), orders);
        }
        if (wanted instanceof After after) {
            return new AfterOthers(TestList.read(after.others(), parameters));
        }
        Optional<Shrinks> shrinks =
                Exploration.shrinking(Settings.ofThisJvm(parameters::get)).map(time -> new Shrinks(time, freshRuns));
        if (wanted instanceof Search search) {
            return new Searching(search, budget(search.runs()), freshRuns, shrinks, orders);
        }
        return wanted instanceof Check checked
                ? new Checking(checked, secondJvm, freshRuns, orders)
                : new Replaying(memory::seedsOf, engine.companions(), shrinks, orders);
    }

    private Budget budget(Runs runs) {
        Optional<SurefireFork> oneByOne = runs.time()
                .flatMap(unused -> SurefireFork.ofThisJvm())
                .filter(fork -> !fork.classes().isEmpty());
        return oneByOne.map(fork -> Budget.ofThisJvm(runs, () -> share(fork)))
                .orElseGet(() -> Budget.of(runs, ExploredDescriptor.countClasses(engine)));
    }

    /** Counts the classes of the module that are to be explored, and what one of its JVMs gets of them. */
    private long share(SurefireFork fork) {
        List<DiscoverySelector> classes = fork.classes().stream()
                .<DiscoverySelector>map(DiscoverySelectors::selectClass)
                .toList();
        TestDescriptor all = new EngineDescriptor(UniqueId.forEngine(Jupiter.ID), "all");
        ExploredDescriptor.mirror(
                Jupiter.discover(classes, List.of(), parameters), SelectedInvocations.NONE, parameters, all);
        return (ExploredDescriptor.countClasses(all) + fork.forks() - 1) / fork.forks();
    }
}
