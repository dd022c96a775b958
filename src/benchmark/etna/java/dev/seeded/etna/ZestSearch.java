package dev.seeded.etna;

import static org.junit.Assert.assertTrue;

import com.pholser.junit.quickcheck.From;
import com.pholser.junit.quickcheck.generator.GenerationStatus;
import com.pholser.junit.quickcheck.generator.Generator;
import com.pholser.junit.quickcheck.random.SourceOfRandomness;
import edu.berkeley.cs.jqf.fuzz.Fuzz;
import edu.berkeley.cs.jqf.fuzz.JQF;
import edu.berkeley.cs.jqf.fuzz.ei.ZestGuidance;
import edu.berkeley.cs.jqf.fuzz.junit.GuidedFuzzing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.function.BooleanSupplier;
import org.junit.runner.RunWith;

/** A test for JQF, and one search with it. JQF makes the instance, so what it is to search for is static. */
@RunWith(JQF.class)
public final class ZestSearch {

    private static Property property;
    private static Count count;

    /** Searches, and returns the number of runs, and 1 if the last one found the fault. */
    public static long[] search(String workload, String mutant, String name, long seed, long runs, long nanos)
            throws IOException {
        property = Workload.valueOf(workload).properties(mutant).stream()
                .filter(each -> each.name().equals(name))
                .findAny()
                .orElseThrow();
        count = new Count(new Limit(runs, nanos));
        Path folder = Files.createTempDirectory("zest");
        ZestGuidance guidance = new ZestGuidance(name, null, null, folder.toFile(), new Random(seed)) {
            @Override
            public boolean hasInput() {
                return count.isGoingOn() && super.hasInput();
            }
        };
        GuidedFuzzing.run(ZestSearch.class, "holds", guidance, null);
        Outcome outcome = count.outcome();
        return new long[] {outcome.runs(), outcome.isFound() ? 1 : 0};
    }

    @Fuzz
    public void holds(@From(RunGenerator.class) BooleanSupplier run) {
        count.holds(run);
        assertTrue(!count.outcome().isFound());
    }

    /** Generates all parameters at once, one after the other from the bytes that Zest changes. */
    public static final class RunGenerator extends Generator<BooleanSupplier> {

        public RunGenerator() {
            super(BooleanSupplier.class);
        }

        @Override
        public BooleanSupplier generate(SourceOfRandomness random, GenerationStatus status) {
            return property.draw().apply(new QuickcheckInputs(() -> random, status));
        }
    }
}
