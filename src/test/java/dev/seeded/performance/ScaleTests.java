package dev.seeded.performance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seeded.Seed;
import dev.seeded.Seeded;
import dev.seeded.testing.ChildJvm;
import dev.seeded.testing.Fixtures;
import java.util.HashSet;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Suites of a size that few have. */
@Tag("slow")
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class ScaleTests {

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    @Tag("long")
    void aHundredThousandTestsNeedHalfAGigabyte(boolean parallel) {
        new ChildJvm()
                .option("-Xmx512m")
                // So many are worth the compiler that other child JVMs leave out.
                .option("-XX:TieredStopAtLevel=4")
                .property("junit.jupiter.execution.parallel.enabled", Boolean.toString(parallel))
                .property("junit.jupiter.execution.parallel.mode.default", "concurrent")
                .property("junit.jupiter.execution.parallel.config.strategy", "fixed")
                .property("junit.jupiter.execution.parallel.config.fixed.parallelism", "2")
                .run(ManyTestCase.class)
                .succeeded();
    }

    @Test
    void tenThousandInvocationsHaveTenThousandSeeds() {
        Fixtures.withSeed(42).succeed(10_000, ParameterizedTestCase.class);

        assertThat(new HashSet<>(Fixtures.logged("seed"))).hasSize(10_000);
    }

    @Test
    @Tag("long")
    void aTestBelowAThousandContainersHasItsNote() {
        ChildJvm.Result result = new ChildJvm()
                .option("-Xss16m")
                .option("-XX:MaxJavaStackTraceDepth=10")
                // JUnit would take ten seconds to collect the ancestors of each container.
                .property("junit.platform.stacktrace.pruning.enabled", "false")
                .property("seed", "42")
                .run(DeepTestCase.class);

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(String.join("\n", result.err()))
                .contains(
                        "Seeded: 1 seeded test failed",
                        " > level 1 > level 2 > ",
                        " > level 1000 > fails ran with seed 42");
    }

    @Seeded
    static class ManyTestCase {

        @RepeatedTest(100_000)
        void draws(Random random) {
            random.nextInt();
        }
    }

    @Seeded
    static class ParameterizedTestCase {

        static IntStream numbers() {
            return IntStream.range(0, 10_000);
        }

        @ParameterizedTest
        @MethodSource("numbers")
        void logs(int number, Seed seed) {
            Fixtures.log("seed", seed);
        }
    }

    @Seeded
    static class DeepTestCase {

        @TestFactory
        DynamicNode nested(Random random) {
            DynamicNode node = DynamicTest.dynamicTest("fails", () -> {
                throw new AssertionError();
            });
            for (int level = 1_000; level > 0; level--) {
                node = DynamicContainer.dynamicContainer("level " + level, Stream.of(node));
            }
            return node;
        }
    }
}
