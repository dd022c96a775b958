package dev.seeded.check;

import static dev.seeded.check.Checks.check;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seeded.Seeded;
import dev.seeded.testing.ErrorOutput;
import dev.seeded.testing.Fixtures;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/** What {@code seed.check} finds by running a test in a second JVM. */
@ResourceLock(Resources.SYSTEM_ERR)
@Timeout(value = 5, unit = TimeUnit.MINUTES)
@Tag("slow")
class CheckedInSecondJvmTests {

    private static boolean loaded;

    @BeforeAll
    static void noteThatThisIsTheFirstJvm() {
        loaded = true;
    }

    @Test
    void findsTheIterationOrderOfImmutableCollections() {
        assertThat(Fixtures.failures(check(IterationTestCase.class)))
                .hasSize(4)
                .allSatisfy(failure -> assertThat(failure)
                        .hasMessageContaining("passed in two JVMs with the same run seed 1, but its draws differed:"
                                + " something that each JVM chooses for itself, such as the order of Set.of, decides"
                                + " what it draws")
                        .hasMessageContaining("\n  second JVM: nextInt gave "));
    }

    @Test
    void leavesTheSecondJvmOut() {
        ErrorOutput.of(() -> assertThat(Fixtures.failures(Fixtures.withSeed(1)
                        .with("seed.check", true)
                        .with("seed.check.jvm", false)
                        .explore(IterationTestCase.class)))
                .isEmpty());
    }

    @Test
    void givesTheSecondJvmTheSystemPropertiesOfThisOne() {
        System.setProperty("dev.seeded.CheckedInSecondJvmTests", "1000");
        try {
            assertThat(Fixtures.failures(check(PropertyTestCase.class))).isEmpty();
        } finally {
            System.clearProperty("dev.seeded.CheckedInSecondJvmTests");
        }
    }

    @Test
    void showsAFailureOfTheSecondJvm() {
        assertThat(Fixtures.onlyFailure(check(OtherOutcomeTestCase.class)))
                .hasMessage(OtherOutcomeTestCase.class.getName() + ".failsThere(Random) passed, then failed in a second"
                        + " JVM with the same run seed 1 and the same draws: something that each JVM chooses for"
                        + " itself, such as the order of Set.of, decides"
                        + "\n  -Dseed.check.jvm=false turns the second JVM off")
                .cause()
                .hasMessageContaining("java.lang.IllegalStateException: there");
    }

    /** Under a failure without a stack, the ConsoleLauncher prints the note's stack, which is none, and not the note. */
    @Test
    void showsTheNoteToTheConsoleLauncher() {
        assertThat(Fixtures.onlyFailure(check(OtherOutcomeTestCase.class))
                        .getStackTrace()[0]
                        .getMethodName())
                .isEqualTo("failsThere");
    }

    @Test
    void showsWhatKeptTheSecondJvmFromDrawing() {
        assertThat(Fixtures.onlyFailure(check(OtherEndTestCase.class)))
                .hasMessage(OtherEndTestCase.class.getName() + ".endsThere(Random) passed, then failed in a second"
                        + " JVM with the same run seed 1, before it drew as much: java.lang.AssertionError: in a second"
                        + " JVM: java.lang.IllegalStateException: taken"
                        + "\n  something that each JVM chooses for itself, such as the order of Set.of, decides"
                        + "\n  -Dseed.check.jvm=false turns the second JVM off");
    }

    @Test
    void goesOnWithoutTheSecondJvmWhereThatEnds() {
        String written = ErrorOutput.of(() -> assertThat(Fixtures.failures(Fixtures.withSeed(1)
                        .with("seed.check", true)
                        .explore(HaltTestCase.class, IterationTestCase.class)))
                .isEmpty());

        assertThat(written)
                .containsOnlyOnce(
                        "Seeded: seed.check goes on without a second JVM, and so does not notice what is constant within one JVM, such as the order of Set.of: ");
    }

    @Seeded
    static class IterationTestCase {

        @Test
        void ofTwo(Random random) {
            Set.of("a", "b").forEach(name -> random.nextInt(name.charAt(0)));
        }

        @Test
        void ofMany(Random random) {
            Set.of("a", "b", "c", "d", "e").forEach(name -> random.nextInt(name.charAt(0)));
        }

        @Test
        void ofTwoEntries(Random random) {
            Map.of(1, "", 2, "").keySet().forEach(random::nextInt);
        }

        @Test
        void ofManyEntries(Random random) {
            Map.of(1, "", 2, "", 3, "", 4, "").keySet().forEach(random::nextInt);
        }
    }

    @Seeded
    static class PropertyTestCase {

        @Test
        void draws(Random random) {
            random.nextInt(Integer.getInteger("dev.seeded.CheckedInSecondJvmTests", 1));
        }
    }

    @Seeded
    static class OtherEndTestCase {

        @Test
        void endsThere(Random random) {
            if (isSecondJvm()) {
                throw new IllegalStateException("taken");
            }
            random.nextInt();
        }
    }

    @Seeded
    static class OtherOutcomeTestCase {

        @Test
        void failsThere(Random random) {
            random.nextInt();
            if (isSecondJvm()) {
                throw new IllegalStateException("there");
            }
        }
    }

    @Seeded
    static class HaltTestCase {

        @Test
        void haltsTheOther(Random random) {
            random.nextInt();
            if (isSecondJvm()) {
                Runtime.getRuntime().halt(3);
            }
        }
    }

    /** The JVM of these tests has loaded them; a second one has not. */
    private static boolean isSecondJvm() {
        return !loaded;
    }
}
