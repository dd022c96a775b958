package dev.seeded.check;

import static dev.seeded.check.Checks.check;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seeded.Seeded;
import dev.seeded.parity.NumPyGenerator;
import dev.seeded.parity.NumPyRandomState;
import dev.seeded.parity.PythonRandom;
import dev.seeded.parity.TorchGenerator;
import dev.seeded.testing.Fixtures;
import java.security.SecureRandom;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import net.datafaker.Faker;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/** Which generators {@code seed.check} compares draw by draw. */
@ResourceLock(Resources.SYSTEM_ERR)
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class CheckedGeneratorTests {

    private static final AtomicInteger STATE = new AtomicInteger();

    @BeforeEach
    void startAnew() {
        STATE.set(0);
    }

    @Test
    void recordsEveryGeneratorThatIsAnInterface() {
        assertThat(Fixtures.onlyFailure(check(AlgorithmTestCase.class)))
                .hasMessageContaining("draw 2 of")
                .hasMessageContaining("L64X128MixRandom child 1 in ");
    }

    @Test
    void recordsSecureRandom() {
        assertThat(Fixtures.onlyFailure(check(SecureTestCase.class)))
                .hasMessageContaining("draw 2 of")
                .hasMessageContaining("java.security.SecureRandom in draws(java.security.SecureRandom) is the first")
                .hasMessageContaining("  first run:  nextBytes gave ");
    }

    @Test
    void recordsTheGeneratorsOfOtherLanguages() {
        assertThat(Fixtures.failures(check(ParityTestCase.class)))
                .hasSize(5)
                .allSatisfy(failure -> assertThat(failure)
                        .hasMessageContaining("draw 2 of")
                        .hasMessageContaining("\n      at " + ParityTestCase.class.getName() + "."))
                .anySatisfy(failure -> assertThat(failure.getMessage())
                        .contains(" dev.seeded.parity.PythonRandom in ")
                        .containsPattern("first run:  PythonRandom.randint drew \\d\n")
                        .containsPattern("second run: PythonRandom.randint drew \\d+\n"))
                .anySatisfy(failure -> assertThat(failure.getMessage())
                        .contains(" dev.seeded.parity.NumPyRandomState in ")
                        .containsPattern("first run:  NumPyRandomState.rand drew 0[.]\\d+\n")
                        .contains("second run: no such draw"))
                .anySatisfy(failure -> assertThat(failure.getMessage())
                        .contains(" dev.seeded.parity.NumPyGenerator in ")
                        .containsPattern("NumPyGenerator.integers drew \\d+\n"))
                .anySatisfy(failure -> assertThat(failure.getMessage())
                        .contains(" dev.seeded.parity.NumPyGenerator child 2 in ")
                        .containsPattern("NumPyGenerator.random drew 0[.]\\d+\n"))
                .anySatisfy(failure -> assertThat(failure.getMessage())
                        .contains(" dev.seeded.parity.TorchGenerator in ")
                        .containsPattern("TorchGenerator.randperm drew \\d+\n"));
    }

    @Test
    void recordsTheGeneratorsOfLibraries() {
        assertThat(Fixtures.failures(check(LibrariesTestCase.class)))
                .hasSize(3)
                .allSatisfy(failure -> assertThat(failure)
                        .hasMessageContaining("\n      at " + LibrariesTestCase.class.getName() + ".")
                        .hasMessageNotContaining("\n      at net.datafaker."))
                .anySatisfy(failure -> assertThat(failure.getMessage())
                        .contains(" net.datafaker.Faker in ")
                        .contains("first run:  no such draw")
                        .containsPattern("second run: [\\w.]+ drew \\d+\n"))
                .anySatisfy(failure -> assertThat(failure.getMessage())
                        .contains("draw 2 of")
                        .contains(" org.apache.commons.rng.UniformRandomProvider in ")
                        .containsPattern("first run:  nextInt gave \\d\n"))
                .anySatisfy(failure -> assertThat(failure.getMessage())
                        .contains("draw 2 of")
                        .contains(" kotlin.random.Random in ")
                        .containsPattern("first run:  nextInt gave \\d\n"));
    }

    @Test
    void countsWhatASplittableRandomGives() {
        assertThat(Fixtures.onlyFailure(check(SplittableTestCase.class)))
                .hasMessage(
                        SplittableTestCase.class.getName() + ".draws(SplittableRandom) passed twice with the same run"
                                + " seed 1, but its draws differed: something that is not seeded decides what it draws"
                                + "\n  what differs is how many numbers were drawn from"
                                + " SplittableRandom in draws(java.util.SplittableRandom)"
                                + "\n  first run:  5"
                                + "\n  second run: 10");
    }

    @Seeded
    static class AlgorithmTestCase {

        @Test
        void draws(RandomGenerator.SplittableGenerator random) {
            random.nextLong();
            RandomGenerator child = random.split();
            child.nextDouble();
            child.nextInt(1_000 + STATE.getAndIncrement());
        }
    }

    @Seeded
    static class SecureTestCase {

        @Test
        void draws(@Seeded SecureRandom random) {
            random.nextBytes(new byte[9]);
            random.nextBytes(new byte[STATE.addAndGet(5)]);
        }
    }

    @Seeded
    static class ParityTestCase {

        private final boolean second = STATE.getAndIncrement() >= 5;

        @Test
        void python(@Seeded PythonRandom random) {
            random.random();
            random.randint(1, second ? 100_000_000 : 8);
        }

        @Test
        void numPyRandomState(@Seeded NumPyRandomState np) {
            np.randint(10);
            if (!second) {
                np.rand();
            }
        }

        @Test
        void numPyGenerator(@Seeded NumPyGenerator rng) {
            rng.standardNormal();
            rng.integers(0, second ? 100_000_000 : 8);
        }

        @Test
        void numPyChildren(@Seeded NumPyGenerator rng) {
            List<NumPyGenerator> children = rng.spawn(2);
            children.get(0).random();
            children.get(1).random();
            if (second) {
                children.get(1).random();
            }
        }

        @Test
        void torch(@Seeded TorchGenerator torch) {
            torch.rand(1);
            torch.randperm(second ? 7 : 8);
        }
    }

    @Seeded
    static class LibrariesTestCase {

        private final boolean second = STATE.getAndIncrement() >= 3;

        @Test
        void faker(@Seeded Faker faker) {
            faker.name().fullName();
            if (second) {
                faker.color().name();
            }
        }

        @Test
        void commons(@Seeded UniformRandomProvider random) {
            random.nextDouble();
            random.nextInt(second ? 100_000_000 : 10);
        }

        @Test
        void kotlin(@Seeded kotlin.random.Random random) {
            random.nextBytes(5);
            random.nextInt(second ? 100_000_000 : 10);
        }
    }

    @Seeded
    static class SplittableTestCase {

        @Test
        void draws(SplittableRandom random) {
            random.ints(STATE.addAndGet(5)).sum();
        }
    }
}
