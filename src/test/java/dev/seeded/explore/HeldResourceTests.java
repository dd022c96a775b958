package dev.seeded.explore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seeded.Seeded;
import dev.seeded.testing.ErrorOutput;
import dev.seeded.testing.Fixtures;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is said of failures that no other JVM can confirm, as this one holds what they need. */
@Tag("slow")
class HeldResourceTests {

    @Test
    void countsNoSeedsThatFailForAPortThatThisJvmHolds() throws Exception {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            System.setProperty("held.port", Integer.toString(free.getLocalPort()));
        }
        String written = ErrorOutput.of(() -> Fixtures.withSeed(1)
                .with("seed.runs", 5)
                .with("seed.keepGoing", true)
                .explore(LeakingTestCase.class)
                .testEvents()
                .assertStatistics(stats -> stats.started(1).failed(1)));

        assertThat(written)
                .contains("; it needs something that this JVM may still hold, so no fresh JVM can confirm its seeds"
                        + " (java.net.BindException: Address already in use")
                .doesNotContain("of the seeds")
                .doesNotContain("    run seed");
    }

    /** A port that is held says nothing of a failure that a fresh JVM has confirmed before. */
    @Test
    void promisesWhatWasConfirmedBefore() {
        Throwable failure = Fixtures.onlyFailure(Fixtures.withSeed(1)
                .with("seed.runs", 30)
                .with("seed.keepGoing", true)
                .explore(SometimesHeldTestCase.class));

        assertThat(failure).isExactlyInstanceOf(IllegalStateException.class);
        assertThat(failure.getSuppressed())
                .singleElement()
                .asString()
                .contains("replay  mvn test ")
                .doesNotContain("fresh JVM");
    }

    @Seeded
    static class SometimesHeldTestCase {

        @Test
        void listens(Random random) throws BindException {
            int value = random.nextInt(8);
            if (value == 7) {
                throw new BindException("Address already in use");
            }
            if (value < 4) {
                throw new IllegalStateException();
            }
        }
    }

    @Seeded
    static class LeakingTestCase {

        @Test
        @SuppressWarnings("resource") // it leaks
        void listens(Random random) throws Exception {
            new ServerSocket(Integer.getInteger("held.port"), 1, InetAddress.getLoopbackAddress());
        }
    }
}
