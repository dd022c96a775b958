package dev.seeded.global;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seeded.testing.AgentJvm;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What each API draws on each kind of thread is the same in every JVM, on every Java version. */
@Tag("jdk")
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class MatrixTests {

    @ParameterizedTest
    @ValueSource(strings = {"alone", "together", "watched"})
    void drawsTheSameInEveryJvm(String company) throws IOException {
        assertThat(matrix("42", company)).isEqualTo(expected());
    }

    @Test
    void drawsSomethingElseWithAnotherSeed() throws IOException {
        assertThat(matrix("43", "alone")).doesNotContainAnyElementsOf(expected());
    }

    private static List<String> matrix(String seed, String company) {
        return new AgentJvm()
                // Parallel streams split by the number of processors.
                .with("-Djava.util.concurrent.ForkJoinPool.common.parallelism=3")
                .run(Matrix.class, seed, company)
                .success()
                .lines()
                .toList();
    }

    private static List<String> expected() throws IOException {
        try (InputStream stream = Objects.requireNonNull(MatrixTests.class.getResourceAsStream("matrix.txt"))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("VIRTUAL_THREADS") || Ways.VIRTUAL_THREADS.isOnThisJvm())
                    .toList();
        }
    }
}
