package dev.seeded.internal.explore;

import dev.seeded.internal.bisect.TestList;
import dev.seeded.internal.config.Exploration;
import dev.seeded.internal.config.Exploration.After;
import dev.seeded.internal.config.Exploration.Check;
import dev.seeded.internal.config.Exploration.Search;
import dev.seeded.internal.config.Settings;
import dev.seeded.internal.memory.MemoryUpdates;
import dev.seeded.internal.secondjvm.SecondJvm;
import java.util.Optional;
import org.junit.platform.engine.ConfigurationParameters;

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
        FreshRuns freshRuns,
        Jobs jobs) {

    Mode of(Exploration wanted) {
        AssumedOrders orders = new AssumedOrders(
                freshRuns, wanted instanceof Check, wanted instanceof Check check && check.secondJvm());
        if (FailedHere.areAll(engine, wanted)) {
            return new Replaying(FailedHere::seedsOf, Companions.NONE, Optional.empty(), orders, freshRuns);
        }
        if (wanted instanceof After after) {
            return new AfterOthers(TestList.read(after.others(), parameters));
        }
        Optional<FailureShrinking> shrinking = Exploration.shrinking(Settings.ofThisJvm(parameters::get))
                .map(time -> new FailureShrinking(time, freshRuns));
        if (wanted instanceof Search search) {
            jobs.start(search.jobs());
            return new Searching(
                    search,
                    Budget.of(search.runs(), ExploredDescriptor.countClasses(engine)),
                    jobs,
                    freshRuns,
                    shrinking,
                    orders);
        }
        return wanted instanceof Check checked
                ? new Checking(checked, secondJvm, freshRuns, orders)
                : new Replaying(memory::seedsOf, engine.companions(), shrinking, orders, freshRuns);
    }
}
