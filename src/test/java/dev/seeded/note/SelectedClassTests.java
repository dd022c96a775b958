package dev.seeded.note;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seeded.Seeded;
import dev.seeded.testing.Fixtures;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What a replay selects where the failed method alone would not reproduce. */
class SelectedClassTests {

    private static final String HERE = SelectedClassTests.class.getName();

    private static final String GENERATOR =
            "\n\t  reason  needs the tests before it, as its class may keep a generator from one test to the next";

    @Test
    void isTheOneThatInheritsANestedClass() {
        assertThat(notes(FirstTestCase.class, SecondTestCase.class))
                .containsExactlyInAnyOrder(
                        HERE + "$FirstTestCase$Inner.fails(Random) ran with seed 7\n\t  replay  " + HERE
                                + "$FirstTestCase '*'",
                        HERE + "$SecondTestCase$Inner.fails(Random) ran with seed 7\n\t  replay  " + HERE
                                + "$SecondTestCase '*'");
    }

    @Test
    void isTheOneThatKeepsAGenerator() {
        assertThat(notes(KeepingTestCase.class))
                .containsExactly(HERE + "$KeepingTestCase.fails() ran with seed 7\n\t  replay  " + HERE
                        + "$KeepingTestCase '*'" + GENERATOR);
    }

    @Test
    void isTheOneWhoseSetUpMayHaveKeptAGenerator() {
        assertThat(notes(PreparingTestCase.class))
                .containsExactly(HERE + "$PreparingTestCase.fails() ran with seed 7\n\t  replay  " + HERE
                        + "$PreparingTestCase '*'" + GENERATOR);
    }

    @Test
    void mayNotShareAStaticFieldWithConcurrentOnes() {
        assertThat(Fixtures.failures(Fixtures.withSeed(7)
                        .with("junit.jupiter.execution.parallel.enabled", true)
                        .run(ConcurrentTestCase.class)))
                .singleElement()
                .extracting(Throwable::getMessage)
                .isEqualTo("the static @Seeded field " + HERE + "$Base.shared is inherited, and classes that run"
                        + " concurrently would share it: declare one in each class, or take parameters instead");
        assertThat(Fixtures.failures(Fixtures.withSeed(7).run(ConcurrentTestCase.class)))
                .isEmpty();
    }

    private static List<String> notes(Class<?>... fixtures) {
        return Fixtures.failures(Fixtures.withSeed(7)
                        .with("seed.command", "{class} {method}")
                        .run(fixtures))
                .stream()
                .map(failure -> failure.getSuppressed()[0].getMessage().replaceAll("\n\t  pin.*|'(?!\\*)(?<!\\*')", ""))
                .toList();
    }

    abstract static class BaseTestCase {

        @Nested
        @Seeded
        class Inner {

            @Test
            void fails(Random random) {
                throw new IllegalStateException();
            }
        }
    }

    static class FirstTestCase extends BaseTestCase {}

    static class SecondTestCase extends BaseTestCase {}

    static class KeepingTestCase {

        @Seeded
        static Random random;

        @Test
        void fails() {
            throw new IllegalStateException();
        }
    }

    static class PreparingTestCase {

        @BeforeAll
        static void prepare(@Seeded Random random) {}

        @Test
        void fails() {
            throw new IllegalStateException();
        }
    }

    abstract static class Base {

        @Seeded
        static Random shared;
    }

    @Execution(ExecutionMode.CONCURRENT)
    static class ConcurrentTestCase extends Base {

        @Test
        void draws() {
            shared.nextInt();
        }
    }
}
