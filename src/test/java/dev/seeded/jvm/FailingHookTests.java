package dev.seeded.jvm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seeded.testing.AgentJvm;
import dev.seeded.testing.Jvm.Output;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A hook that does not work on some JVM is named and stays off; all others, and the JVM, work. */
@Tag("jdk")
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class FailingHookTests {

    @ParameterizedTest
    @CsvSource({
        "lost:java/util/concurrent/ThreadLocalRandom, java.util.concurrent.ThreadLocalRandom,"
                + "THREAD_LOCAL_INT THREAD_LOCAL_LONG_RANGE THREAD_LOCAL_DOUBLE THREAD_LOCAL_DOUBLES",
        "lost:java/security/SecureRandom, java.security.SecureRandom,"
                + "NEW_SECURE_RANDOM HELD_SECURE_RANDOM_BYTES SECURE_RANDOM_SEED EVERY_GENERATOR",
        "lost:java/util/concurrent/ScheduledThreadPoolExecutor, java.util.concurrent.ScheduledThreadPoolExecutor, ''",
        "lost:java/util/concurrent/ForkJoinTask, java.util.concurrent.ForkJoinPool, ''",
        "lost:java/lang/Thread, java.lang.Thread, ''"
    })
    void isNamedIfItHasNoEffect(String tampering, String label, String random) {
        Output output = run(tampering, Repeating.class);

        String failed = label + " (has no effect)";
        assertThat(output.success().lines()).containsExactly("random: " + random, incomplete(failed));
        assertThat(output.err()).isEqualTo(warning(failed));
    }

    @ParameterizedTest
    @CsvSource({
        "java/security/SecureRandom, java.security.SecureRandom,"
                + "NEW_SECURE_RANDOM HELD_SECURE_RANDOM_BYTES SECURE_RANDOM_SEED EVERY_GENERATOR",
        "java/util/SplittableRandom, java.util.random.RandomGenerator, SPLITTABLE_RANDOM DEFAULT_GENERATOR EVERY_GENERATOR"
    })
    void isNamedIfTheJvmRefusesIt(String type, String label, String random) {
        Output output = run("refused:" + type, Repeating.class);

        String failed = label + " (" + type + ": java.lang.ClassFormatError)";
        assertThat(output.success().lines()).containsExactly("random: " + random, incomplete(failed));
        assertThat(output.err()).isEqualTo(warning(failed));
    }

    @Test
    void failsTheTestsThatAskForItAndNoOthers() {
        assertThat(run("lost:java/security/SecureRandom", GlobalFixtures.class, "MethodTestCase")
                        .success()
                        .lines())
                .anyMatch(line -> line.startsWith("off ["))
                .anyMatch(line -> line.startsWith("bare ["))
                .noneMatch(line -> line.startsWith("seeded ["))
                .contains("failed: " + incomplete("java.security.SecureRandom (has no effect)"));
    }

    @Test
    void isToldFromAMissingAgent() {
        Output output = run("closed", GlobalFixtures.class, "MethodTestCase");

        String problem = "java.lang.UnsupportedOperationException: closed for this test";
        assertThat(output.success().lines())
                .anyMatch(line -> line.startsWith("off ["))
                .contains("failed: " + incomplete("the agent could not be installed (" + problem + ")"));
        assertThat(output.err())
                .isEqualTo("Seeded: warning: the agent could not be installed on Java " + Runtime.version()
                        + ", tests that need it will fail: " + problem + "\n");
    }

    /** Java 24 refuses to start with a security manager, with or without an agent. */
    @Test
    @EnabledForJreRange(max = JRE.JAVA_23)
    void doesNotKeepTheJvmFromItsStart() {
        Output output = new AgentJvm().with("-Djava.security.manager").run(Started.class);

        assertThat(output.success()).isEqualTo("started\n");
        assertThat(output.err()).contains("Seeded: warning: the agent could not be installed on Java ");
    }

    private static final class Started {

        public static void main(String... arguments) {
            System.out.println("started");
        }
    }

    private static String incomplete(String failed) {
        return "JVM-wide seeding is incomplete on Java " + Runtime.version() + ": " + failed
                + "; use another Java version, or remove global";
    }

    private static String warning(String failed) {
        return "Seeded: warning: on Java " + Runtime.version() + " these hooks don't work and are off: " + failed
                + "\n";
    }

    private static Output run(String tampering, Class<?> main, String... arguments) {
        return new AgentJvm().withAgent(TamperedAgent.class, tampering).run(main, arguments);
    }
}
