package dev.seeded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seeded.testing.Fixtures;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PinTests {

    @Test
    void holdsForEverythingInTheClass() {
        Fixtures.withSeed(1).run(PinnedTestCase.class).testEvents().assertStatistics(stats -> stats.succeeded(2));

        int first = new Random(42).nextInt();
        assertThat(Fixtures.logged())
                .containsEntry("before all", List.of(first))
                .containsEntry("test", List.of(first))
                .containsEntry("nested", List.of(first));
    }

    @Seeded(42)
    static class PinnedTestCase {

        @BeforeAll
        static void prepare(Random random) {
            Fixtures.log("before all", random.nextInt());
        }

        @Test
        void draws(Random random) {
            Fixtures.log("test", random.nextInt());
        }

        @Nested
        @Seeded
        class Inner {

            @Test
            void draws(Random random) {
                Fixtures.log("nested", random.nextInt());
            }
        }
    }
}
