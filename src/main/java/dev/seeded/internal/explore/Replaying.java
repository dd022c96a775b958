package dev.seeded.internal.explore;

import dev.seeded.Seed;
import dev.seeded.internal.console.StandardError;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Runs each test with the seeds that it failed with, or else with the run's.
 *
 * @param failed returns the seeds that a test failed with, by its identity
 */
record Replaying(Function<String, List<Seed>> failed, Optional<FailureShrinking> shrinking, AssumedOrders orders)
        implements Mode {

    @Override
    public void explore(ClassExploration explored) {
        Map<TestExploration, List<Seed>> known = new LinkedHashMap<>();
        Map<Seed, List<TestExploration>> runs = new LinkedHashMap<>();
        for (TestExploration test : explored.tests()) {
            List<Seed> seeds = failed.apply(test.identity());
            known.put(test, seeds);
            for (Seed seed : seeds.isEmpty() ? List.of(explored.run().seed()) : seeds) {
                runs.computeIfAbsent(seed, unused -> new ArrayList<>()).add(test);
            }
        }
        runs.forEach((seed, tests) -> explored.run(tests, seed));
        known.forEach((test, seeds) -> {
            if (!seeds.isEmpty()) {
                StandardError.print(Summary.ofReplay(test.title(), seeds.size(), test.tally(), test.needsWholeRun()));
            }
            if (test.hasFailed()) {
                orders.judge(explored, test);
                shrinking.ifPresent(found -> found.shrink(explored, test));
            }
            test.finish(Optional.empty());
        });
    }
}
