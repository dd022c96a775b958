package dev.seeded.etna;

import com.pholser.junit.quickcheck.internal.GeometricDistribution;
import com.pholser.junit.quickcheck.internal.generator.SimpleGenerationStatus;
import com.pholser.junit.quickcheck.random.SourceOfRandomness;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** junit-quickcheck: as its runner does, each parameter has a source of its own. */
final class QuickcheckFinder implements Finder {

    private static final int MOST_PARAMETERS = 5;

    private static final GeometricDistribution SIZES = new GeometricDistribution();

    @Override
    public Outcome find(Task task, long seed, Limit limit) {
        Random seeds = new Random(seed);
        List<SourceOfRandomness> sources = Stream.generate(() -> new SourceOfRandomness(new Random(seeds.nextLong())))
                .limit(MOST_PARAMETERS)
                .toList();
        Count count = new Count(limit);
        int trial = 0;
        while (count.isGoingOn()) {
            Iterator<SourceOfRandomness> parameters = sources.iterator();
            Inputs inputs =
                    new QuickcheckInputs(parameters::next, new SimpleGenerationStatus(SIZES, sources.get(0), trial++));
            count.holds(task.property().draw().apply(inputs));
        }
        return count.outcome();
    }
}
