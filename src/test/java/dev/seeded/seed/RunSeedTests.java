package dev.seeded.seed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seeded.Seeded;
import dev.seeded.testing.ChildJvm;
import dev.seeded.testing.Fixtures;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Where the run seed of a JVM comes from, and that the JVM says so, once and in time. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class RunSeedTests {

    private static final Pattern FRESH =
            Pattern.compile("Seeded: run seed ([0-9]{1,16}) \\(fresh\\); replay with -Dseed=\\1");

    @Test
    @Tag("slow")
    void isFreshOncePerJvmAndReplaysFromItsAnnouncement() {
        ChildJvm.Result first = new ChildJvm()
                .plans(2)
                .run(OneTestCase.class, OtherTestCase.class)
                .succeeded();
        ChildJvm.Result second =
                new ChildJvm().run(OneTestCase.class, OtherTestCase.class).succeeded();

        assertThat(first.err()).hasSize(1);
        MatchResult announced = FRESH.matcher(first.err().get(0))
                .results()
                .findFirst()
                .orElseThrow(() -> new AssertionError(first.err().toString()));
        assertThat(Long.parseLong(announced.group(1))).isBetween(0L, (1L << 53) - 1);
        assertThat(first.out()).hasSize(2);
        assertThat(first.out().get(0))
                .contains("one=[", "other=[")
                .isEqualTo(first.out().get(1));
        assertThat(second.out().get(0)).isNotEqualTo(first.out().get(0));
        assertThat(second.err()).hasSize(1).isNotEqualTo(first.err());

        ChildJvm.Result replay = new ChildJvm()
                .property("seed", announced.group(1))
                .run(OneTestCase.class, OtherTestCase.class)
                .succeeded();
        assertThat(replay.out().get(0)).isEqualTo(first.out().get(0));
        assertThat(replay.err())
                .containsExactly("Seeded: run seed " + announced.group(1)
                        + " (from system property seed); replay with -Dseed=" + announced.group(1));
    }

    @Test
    void comesFromTheSystemPropertyFirst() {
        ChildJvm.Result result = new ChildJvm()
                .property("seed", "0x2A")
                .environment("JUNIT_SEED", "7")
                .run(OneTestCase.class)
                .succeeded();

        assertThat(result.err())
                .containsExactly("Seeded: run seed 42 (from system property seed); replay with -Dseed=42");
        Fixtures.withSeed(42).succeed(1, OneTestCase.class);
        assertThat(result.out()).containsExactly(Fixtures.logged().toString());
    }

    @Test
    void comesFromTheEnvironmentWhereThePropertyIsBlank() {
        ChildJvm.Result result = new ChildJvm()
                .property("seed", " ")
                .environment("JUNIT_SEED", " 42L ")
                .run(OneTestCase.class)
                .succeeded();

        assertThat(result.err())
                .containsExactly("Seeded: run seed 42 (from environment variable JUNIT_SEED); replay with -Dseed=42");
        Fixtures.withSeed(42).succeed(1, OneTestCase.class);
        assertThat(result.out()).containsExactly(Fixtures.logged().toString());
    }

    @Test
    void ofTheEnvironmentFailsTestsWhereItIsBad() {
        ChildJvm.Result result =
                new ChildJvm().environment("JUNIT_SEED", "abc").run(OneTestCase.class, OtherTestCase.class);

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.out()).containsExactly("{}");
    }

    @Test
    @Tag("slow")
    void isAnnouncedNeitherWhereThatIsNotWantedNorWhereNothingIsSeeded() {
        assertThat(new ChildJvm()
                        .environment("JUNIT_SEED_ANNOUNCE", "false")
                        .run(OneTestCase.class)
                        .succeeded()
                        .err())
                .isEmpty();
        assertThat(new ChildJvm()
                        .property("seed", "1")
                        .property("seed.anounce", "false")
                        .run(UnseededTestCase.class)
                        .succeeded()
                        .err())
                .isEmpty();
    }

    @Test
    void isAnnouncedWithWarningsOfMisspeltProperties() {
        assertThat(new ChildJvm()
                        .property("seed", "1")
                        .property("seed.anounce", "false")
                        .property("seed.pin", "fail")
                        .property("seeds.else", "1")
                        .plans(2)
                        .run(OneTestCase.class)
                        .succeeded()
                        .err())
                .containsExactly(
                        "Seeded: run seed 1 (from system property seed); replay with -Dseed=1",
                        "Seeded: warning: -Dseed.anounce is not a setting and has no effect: did you mean -Dseed.announce?",
                        "Seeded: warning: -Dseed.pin is not a setting and has no effect: did you mean -Dseed.pins?");
    }

    @Test
    @Tag("slow")
    void isAnnouncedBeforeATestEndsTheJvm() {
        List<String> announcement =
                List.of("Seeded: run seed 1 (from system property seed); replay with -Dseed=1", "body");

        ChildJvm.Result exited = new ChildJvm().property("seed", "1").run(ExitTestCase.class);
        assertThat(exited.exitCode()).isEqualTo(17);
        assertThat(exited.err()).isEqualTo(announcement);
        ChildJvm.Result halted = new ChildJvm().property("seed", "1").run(HaltTestCase.class);
        assertThat(halted.exitCode()).isEqualTo(18);
        assertThat(halted.err()).isEqualTo(announcement);
    }

    @Test
    void isAnnouncedOnceByTestsInParallel() {
        ChildJvm.Result result = new ChildJvm()
                .property("junit.jupiter.execution.parallel.enabled", "true")
                .property("junit.jupiter.execution.parallel.mode.default", "concurrent")
                // JUnit 6.1 recommends the other one on standard error.
                .property("junit.jupiter.execution.parallel.config.executor-service", "FORK_JOIN_POOL")
                .property("seed", "1")
                .run(OneTestCase.class, OtherTestCase.class, FieldTestCase.class, ParameterTestCase.class)
                .succeeded();

        assertThat(result.err())
                .containsExactly("Seeded: run seed 1 (from system property seed); replay with -Dseed=1");
    }

    @Seeded
    static class OneTestCase {

        @Test
        void test(Random random) {
            Fixtures.log("one", random.nextLong());
        }
    }

    @Seeded
    static class OtherTestCase {

        @Test
        void test(Random random) {
            Fixtures.log("other", random.nextLong());
        }
    }

    static class FieldTestCase {

        @Seeded
        private Random random;

        @Test
        void test() {
            Fixtures.log("field", random.nextLong());
        }
    }

    static class ParameterTestCase {

        @Test
        void test(@Seeded Random random) {
            Fixtures.log("parameter", random.nextLong());
        }
    }

    static class UnseededTestCase {

        @Test
        void test() {
            Fixtures.log("unseeded", "run");
        }
    }

    /** Injects nothing, so that nothing but the annotation can cause the announcement. */
    @Seeded
    static class ExitTestCase {

        @Test
        void test() {
            System.err.println("body");
            System.exit(17);
        }
    }

    @Seeded
    static class HaltTestCase {

        @Test
        void test() {
            System.err.println("body");
            Runtime.getRuntime().halt(18);
        }
    }
}
