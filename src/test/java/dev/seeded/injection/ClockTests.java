package dev.seeded.injection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seeded.Seed;
import dev.seeded.Seeded;
import dev.seeded.testing.ErrorOutput;
import dev.seeded.testing.Fixtures;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import java.util.TimeZone;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/** Clocks that are injected. */
@ResourceLock(Resources.TIME_ZONE)
@ResourceLock(Resources.SYSTEM_ERR)
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class ClockTests {

    private final TimeZone before = TimeZone.getDefault();

    @BeforeEach
    void isInBerlin() {
        TimeZone.setDefault(TimeZone.getTimeZone("Europe/Berlin"));
    }

    @AfterEach
    void setsBack() {
        TimeZone.setDefault(before);
    }

    @Test
    void standStillAtAnInstantOfTheSeedInTheDefaultZone() {
        Fixtures.withSeed(1).succeed(3, RepeatedTestCase.class);

        List<Object> clocks = Fixtures.logged("clock");
        assertThat(clocks)
                .hasSize(3)
                .doesNotHaveDuplicates()
                .allSatisfy(clock -> assertThat(((Clock) clock).getZone()).isEqualTo(ZoneId.of("Europe/Berlin")))
                .allSatisfy(clock -> assertThat(((Clock) clock).instant()).isEqualTo(((Clock) clock).instant()));
        Fixtures.withSeed(1).succeed(3, RepeatedTestCase.class);
        assertThat(Fixtures.logged("clock")).isEqualTo(clocks);
    }

    @Test
    void areOneInAContextUnlessTheyHaveAStreamOrAPin() {
        Fixtures.withSeed(1).succeed(1, SharingTestCase.class);

        assertThat(Fixtures.logged("field"))
                .first()
                .isSameAs(Fixtures.logged("source").get(0));
        assertThat(Fixtures.logged("field"))
                .first()
                .isSameAs(Fixtures.logged("before each").get(0));
        assertThat(Fixtures.logged("field"))
                .first()
                .isNotEqualTo(Fixtures.logged("stream").get(0));
        // Neither moves the numbers of a Random.
        assertThat(Fixtures.logged("drawn"))
                .first()
                .isEqualTo(((Seed) Fixtures.logged("seed").get(0)).random().nextInt());
    }

    /** A golden value, in a zone whose summer time is as it was for long. */
    @Test
    void areWhatTheyHaveAlwaysBeenUnderAPin() {
        Fixtures.withSeed(1).succeed(1, SharingTestCase.class);

        assertThat(Fixtures.logged("pinned"))
                .containsExactly(Clock.fixed(Instant.parse("2038-01-19T03:14:06Z"), ZoneId.of("Europe/Berlin")));
    }

    @Test
    void areNotInjectedBare() {
        assertThat(Fixtures.onlyFailure(Fixtures.withSeed(1).run(BareTestCase.class)))
                .isInstanceOf(ParameterResolutionException.class)
                .hasMessageStartingWith("No ParameterResolver registered for parameter [java.time.Clock ");
    }

    @Test
    void takeNoAlgorithm() {
        assertThat(Fixtures.onlyFailure(Fixtures.withSeed(1).run(AlgorithmTestCase.class)))
                .hasMessageContaining("algorithm \"Random\" does not apply to java.time.Clock:"
                        + " declare a java.util.random.RandomGenerator, or leave the algorithm out");
    }

    @Test
    void areExploredAndReplayed() {
        Throwable[] failure = new Throwable[1];
        String written = ErrorOutput.of(() -> failure[0] =
                Fixtures.onlyFailure(Fixtures.withSeed(1).with("seed.runs", 100).explore(LeapDayTestCase.class)));

        assertThat(written).containsPattern("LeapDayTestCase\\.isOneYearOlder\\(Clock\\): failed in run \\d+");
        String note = failure[0].getSuppressed()[0].getMessage();
        String seed = note.replaceAll("(?s).* -Dseed=(\\d+).*", "$1");
        assertThat(Fixtures.onlyFailure(Fixtures.withSeed(seed).run(LeapDayTestCase.class)))
                .hasMessage(failure[0].getMessage());
        // It has no state that another test of its class could move.
        assertThat(note).contains("#isOneYearOlder'").contains("pin     @Seeded(");
    }

    @Test
    @Tag("slow")
    void keepTheirSeedWhileARunIsShrunk() {
        String written = ErrorOutput.of(() -> {
            Throwable failure = Fixtures.onlyFailure(Fixtures.withSeed(1)
                    .with("seed.runs", 500)
                    .with("seed.shrink", true)
                    .explore(ShrunkTestCase.class));
            assertThat(failure.getSuppressed()[0].getMessage())
                    .contains("draws   nextInt(1000) = 201 at ")
                    .contains("; java.time.Clock keeps its seed");
        });
        assertThat(written).contains("ShrunkTestCase.failsOnFridays(Clock, Random): failed in run ");
    }

    @Seeded
    static class RepeatedTestCase {

        @RepeatedTest(3)
        void logs(@Seeded Clock clock) {
            Fixtures.log("clock", clock);
        }
    }

    @Seeded
    static class SharingTestCase {

        @Seeded
        private Clock field;

        @BeforeEach
        void prepare(@Seeded Clock clock) {
            Fixtures.log("before each", clock);
        }

        @Test
        void logs(
                @Seeded InstantSource source,
                @Seeded(stream = "other") Clock other,
                @Seeded(42) Clock pinned,
                Random random,
                Seed seed) {
            Fixtures.log("field", field);
            Fixtures.log("source", source);
            Fixtures.log("stream", other);
            Fixtures.log("pinned", pinned);
            Fixtures.log("drawn", random.nextInt());
            Fixtures.log("seed", seed);
        }
    }

    @Seeded
    static class BareTestCase {

        @Test
        void takesOne(Clock clock) {}
    }

    static class AlgorithmTestCase {

        @Test
        void takesOne(@Seeded(algorithm = "Random") Clock clock) {}
    }

    static class LeapDayTestCase {

        @Test
        void isOneYearOlder(@Seeded Clock clock) {
            LocalDate today = LocalDate.now(clock);
            assertThat(today.plusYears(1).minusYears(1)).isEqualTo(today);
        }

        @Test
        void passes(@Seeded Clock clock) {}
    }

    @Seeded
    static class ShrunkTestCase {

        @Test
        void failsOnFridays(@Seeded Clock clock, Random random) {
            int drawn = random.nextInt(1_000);
            assertThat(LocalDate.now(clock).getDayOfWeek().getValue() == 5 && drawn > 200)
                    .isFalse();
        }
    }
}
