package dev.seeded.note;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seeded.Seed;
import dev.seeded.Seeded;
import dev.seeded.testing.Fixtures;
import dev.seeded.testing.NotedFailure;
import java.time.Clock;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a generator outlives a test, what the test drew depends on the tests before it: the whole class comes back. */
class OutlivingGeneratorTests {

    @ParameterizedTest
    @ValueSource(
            classes = {
                StaticFieldTestCase.class,
                BeforeAllTestCase.class,
                BeforeAllOfAnInstanceTestCase.class,
                ConstructorTestCase.class
            })
    void selectsTheClass(Class<?> type) {
        assertThat(note(type))
                .isEqualTo(type.getName() + ".fails(Random) ran with seed 42\n\t  replay  again '" + type.getName()
                        + "' '*' 42 '[engine:junit-jupiter]/[class:" + type.getName() + "]'"
                        + NotedFailure.KEPT_GENERATOR);
    }

    @ParameterizedTest
    @ValueSource(classes = {SeedTestCase.class, ClockTestCase.class, StaticClockTestCase.class, AfterAllTestCase.class})
    void selectsTheTestWhereNothingWithAStateWasGiven(Class<?> type) {
        assertThat(note(type)).contains("\n\t  replay  again '" + type.getName() + "' fails 42 ");
    }

    private static String note(Class<?> type) {
        Throwable failure = Fixtures.onlyFailure(Fixtures.withSeed(42)
                .with("seed.command", "again {class} {method} {seed} {id}")
                .run(type));
        return failure.getSuppressed()[0].getMessage();
    }

    @Seeded
    static class StaticFieldTestCase extends Failing {

        @Seeded
        static Random random;
    }

    @Seeded
    static class BeforeAllTestCase extends Failing {

        static Random kept;

        @BeforeAll
        static void keep(Random random) {
            kept = random;
        }
    }

    @Seeded
    @TestInstance(Lifecycle.PER_CLASS)
    static class BeforeAllOfAnInstanceTestCase extends Failing {

        Random kept;

        @BeforeAll
        void keep(Random random) {
            kept = random;
        }
    }

    @Seeded
    @TestInstance(Lifecycle.PER_CLASS)
    static class ConstructorTestCase extends Failing {

        final Random kept;

        ConstructorTestCase(Random random) {
            kept = random;
        }
    }

    @Seeded
    static class SeedTestCase extends Failing {

        static Seed kept;

        @BeforeAll
        static void keep(Seed seed) {
            kept = seed;
        }
    }

    @Seeded
    static class ClockTestCase extends Failing {

        static Clock kept;

        @BeforeAll
        static void keep(@Seeded Clock clock) {
            kept = clock;
        }
    }

    @Seeded
    static class StaticClockTestCase extends Failing {

        @Seeded
        static Clock clock;
    }

    @Seeded
    static class AfterAllTestCase extends Failing {

        @AfterAll
        static void cleanUp(Random random) {}
    }
}
