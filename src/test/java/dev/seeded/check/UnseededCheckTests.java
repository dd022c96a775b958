package dev.seeded.check;

import static dev.seeded.check.Checks.check;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seeded.Seeded;
import dev.seeded.testing.ErrorOutput;
import dev.seeded.testing.Fixtures;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/** What {@code seed.check} promises of a test that passes and then fails with the same seed. */
@ResourceLock(Resources.LOCALE)
@ResourceLock(Resources.TIME_ZONE)
@ResourceLock(Resources.SYSTEM_ERR)
class UnseededCheckTests {

    @Test
    void promisesNoReplay() {
        assertThat(Fixtures.onlyFailure(check(ChanceTestCase.class)))
                .hasMessageEndingWith(": something that is not seeded decides")
                .satisfies(failure -> assertThat(failure.getSuppressed()[0])
                        .hasMessageContaining(
                                "replay  cannot be promised: with the same seed it does not always fail"));
    }

    @Test
    void saysWhatIsNotControlled() {
        assertThat(note(Fixtures.onlyFailure(check(UncontrolledTestCase.class))))
                .contains("\n\t  uncontrolled  Math.random in " + UncontrolledTestCase.class.getName() + ": ");
    }

    @Test
    @Tag("slow")
    void runsTheClassWhoseOtherTestsLeaveState() {
        assertThat(note(Fixtures.onlyFailure(check(StateTestCase.class))))
                .contains(
                        "-Dseed=1 -Dseed.check=true",
                        "needs the tests before it, as its class keeps state from run to run")
                .doesNotContain("#reads", "cannot be promised");
    }

    @Test
    @Tag("slow")
    void promisesNothingOfStateInRandomOrder() {
        assertThat(Fixtures.failures(check(RandomlyOrderedTestCase.class)))
                .isNotEmpty()
                .allSatisfy(failure -> assertThat(note(failure)).contains("cannot be promised: "));
    }

    @Test
    void promisesNothingOfStateWithoutASecondJvm() {
        List<Throwable> failures = new ArrayList<>();
        ErrorOutput.of(() -> failures.addAll(Fixtures.failures(Fixtures.withSeed(1)
                .with("seed.check", true)
                .with("seed.check.jvm", false)
                .explore(UnconfirmedTestCase.class))));

        assertThat(failures)
                .singleElement()
                .satisfies(failure -> assertThat(note(failure))
                        .contains("cannot be promised: the static field " + UnconfirmedTestCase.class.getName()
                                + ".ran may keep state from other tests, and no other JVM has confirmed it"));
    }

    @Test
    @Tag("slow")
    void letsTheSeedChooseAgainWhereThatAloneSeedsATest() {
        List<Throwable> failures = new ArrayList<>();
        ErrorOutput.of(() -> failures.addAll(Fixtures.failures(Fixtures.withSeed(1)
                .with("seed.check", true)
                .with("seed.zone", "any")
                .explore(UnseededTestCase.class))));

        assertThat(failures)
                .singleElement()
                .satisfies(failure -> assertThat(note(failure))
                        .contains("-Dseed=1 -Dseed.zone=any -Dseed.check=true")
                        .doesNotContain("cannot be promised"));
    }

    private static String note(Throwable failure) {
        return failure.getSuppressed()[0].getMessage();
    }

    @Seeded
    static class StateTestCase {

        private static int ran;

        @Test
        void leaves() {
            ran++;
        }

        @Test
        void reads(Random random) {
            random.nextInt();
            assertThat(ran).isLessThan(2);
        }
    }

    @Seeded
    static class UnconfirmedTestCase {

        private static int ran;

        @Test
        void readsItsOwn(Random random) {
            random.nextInt();
            assertThat(++ran).isEqualTo(1);
        }
    }

    @Seeded
    @TestMethodOrder(MethodOrderer.Random.class)
    static class RandomlyOrderedTestCase {

        private static int ran;

        @Test
        void one(Random random) {
            assertThat(++ran + random.nextInt(1)).isNotEqualTo(3);
        }

        @Test
        void other(Random random) {
            assertThat(++ran + random.nextInt(1)).isNotEqualTo(3);
        }
    }

    static class UnseededTestCase {

        private static int ran;

        @Test
        void failsAgain() {
            assertThat(++ran).isEqualTo(1);
        }
    }

    @Seeded
    static class UncontrolledTestCase {

        @Test
        void passesOnce(Random random) {
            Fixtures.log("called", Math.random() + random.nextInt());
            assertThat(Fixtures.logged("called")).hasSize(1);
        }
    }

    @Seeded
    static class ChanceTestCase {

        @Test
        void passesOnce(Random random) {
            Fixtures.log("drawn", random.nextInt());
            assertThat(Fixtures.logged("drawn")).hasSize(1);
        }
    }
}
