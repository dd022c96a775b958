package dev.seeded.pin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seeded.Seed;
import dev.seeded.Seeded;
import dev.seeded.parity.NumPyGenerator;
import dev.seeded.parity.NumPyRandomState;
import dev.seeded.testing.Fixtures;
import java.io.IOException;
import java.math.BigInteger;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pin line pasted into the source gives the same draws; what a pin says of itself. */
class PinLineTests {

    private static final Pattern PIN_LINE = Pattern.compile("\n\t  pin     @Seeded\\((-?\\d+)L\\)$");

    @Test
    void namesTheSeedOfTheDraws() {
        Throwable failure = Fixtures.onlyFailure(Fixtures.withSeed(8).run(DrawingTestCase.class));

        assertThat(Fixtures.logged()).containsEntry("draws", drawsOf(new Random(literal(failure))));
    }

    @Test
    void isWrittenForEachInvocation() {
        List<Throwable> failures = Fixtures.failures(Fixtures.withSeed(8).run(RepeatedTestCase.class));

        assertThat(failures).hasSize(3);
        assertThat(Fixtures.logged())
                .containsEntry(
                        "draws",
                        failures.stream()
                                .flatMap(failure -> drawsOf(new Random(literal(failure))).stream())
                                .toList());
        assertThat(failures.stream().map(PinLineTests::literal).distinct()).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(longs = {8, Long.MIN_VALUE})
    void reproducesWhenItIsPasted(long seed, @TempDir Path folder) throws IOException {
        Throwable failure;
        try (var loader = compiled(folder, "@Seeded")) {
            failure = Fixtures.onlyFailure(Fixtures.withSeed(seed).run(pasted(loader)));
        }
        String literal = note(failure).substring(note(failure).lastIndexOf("@Seeded("));
        Throwable again;
        try (var loader = compiled(folder, literal)) {
            again = Fixtures.onlyFailure(Fixtures.withSeed(1234).run(pasted(loader)));
        }

        assertThat(again).hasMessage(failure.getMessage());
        assertThat(failure).hasMessageMatching("\\[-?\\d+, -?\\d+, -?\\d+]");
    }

    @Test
    void compilesForTheLeastSeed(@TempDir Path folder) throws IOException {
        try (var loader = compiled(folder, "@Seeded(" + Long.MIN_VALUE + "L)")) {
            assertThat(Fixtures.onlyFailure(Fixtures.withSeed(1).run(pasted(loader))))
                    .hasMessage(drawsOf(new Random(Long.MIN_VALUE)).toString());
        }
    }

    @Test
    void isOneThatNumPyAcceptsWhereOnlyItsGeneratorIsGiven() {
        Throwable failure = Fixtures.onlyFailure(Fixtures.withSeed(8).run(NumPyTestCase.class));

        assertThat(failure).hasMessage(Double.toString(new NumPyRandomState(literal(failure)).rand()));
    }

    /** Java takes these digits for the negative seed, and Python for the number that NumPy takes for it. */
    @Test
    void hasNoSignWhereNumPyWouldRefuseIt(@TempDir Path folder) throws IOException {
        List<String> literals = LongStream.range(0, 4)
                .mapToObj(seed -> Fixtures.onlyFailure(Fixtures.withSeed(seed).run(NumPyGeneratorTestCase.class)))
                .map(failure -> {
                    Matcher pin = Pattern.compile("@Seeded\\((?:0x([0-9a-f]{16})|(\\d+))L\\)$")
                            .matcher(note(failure));
                    assertThat(pin.find()).isTrue();
                    BigInteger number =
                            pin.group(1) == null ? new BigInteger(pin.group(2)) : new BigInteger(pin.group(1), 16);
                    assertThat(failure).hasMessage(Double.toString(new NumPyGenerator(number).random()));
                    return pin.group();
                })
                .toList();

        assertThat(literals).anyMatch(literal -> literal.contains("0x"));
        assertThat(literals).anyMatch(literal -> !literal.contains("0x"));
        for (String literal : literals) {
            compiled(folder, literal).close();
        }
    }

    /** Kotlin refuses these digits, as they are more than a long holds. */
    @Test
    void hasItsSignInKotlin() {
        assertThat(LongStream.range(0, 4)
                        .map(seed -> literal(
                                Fixtures.onlyFailure(Fixtures.withSeed(seed).run(KotlinTestCase.class)))))
                .anyMatch(seed -> seed < 0);
    }

    @ParameterizedTest
    @ValueSource(classes = {NumPyAndRandomTestCase.class, NumPyAndStreamTestCase.class})
    void isTheWholeSeedWhereMoreDependsOnIt(Class<?> fixture) {
        Throwable failure = Fixtures.onlyFailure(Fixtures.withSeed(8).run(fixture));

        assertThat(literal(failure) >>> Integer.SIZE).isNotZero();
    }

    @Test
    void isLeftOutUnderAPin() {
        Throwable failure = Fixtures.onlyFailure(fixtures(77).run(PinnedTestCase.class));

        String name = PinnedTestCase.class.getName();
        assertThat(note(failure))
                .isEqualTo(name + ".fails(Random) ran with seed 42, pinned by @Seeded(42) on " + name
                        + "; seed=77 did not apply\n\t  replay  again '" + name + "' fails ''");
    }

    @Test
    void namesTheNearestPin() {
        List<Throwable> failures = Fixtures.failures(fixtures(77).run(PinnedInsideTestCase.class));

        String outer = PinnedInsideTestCase.class.getName();
        String inner = PinnedInsideTestCase.Inner.class.getName();
        assertThat(failures)
                .extracting(failure -> note(failure).lines().findFirst().orElseThrow())
                .containsExactlyInAnyOrder(
                        outer + ".ofTheClass(Random) ran with seed 42, pinned by @Seeded(42) on " + outer
                                + "; seed=77 did not apply",
                        outer + ".ofTheMethod(Random) ran with seed -7, pinned by @Seeded(-7) on " + outer
                                + ".ofTheMethod(Random); seed=77 did not apply",
                        inner + ".ofTheClassAround(Random) ran with seed 42, pinned by @Seeded(42) on " + outer
                                + "; seed=77 did not apply");
    }

    @Test
    void keepsTheRunSeedInTheReplayWhereASetUpDependsOnIt() {
        Throwable failure = Fixtures.onlyFailure(fixtures(77).run(PinnedMethodInGivenClassTestCase.class));

        String name = PinnedMethodInGivenClassTestCase.class.getName();
        assertThat(note(failure))
                .isEqualTo(
                        name + ".fails(Random) ran with seed 42, pinned by @Seeded(42) on " + name
                                + ".fails(Random)\n\t  replay  again '" + name + "' '*' 77"
                                + "\n\t  reason  needs the tests before it, as its class may keep a generator from one test to the next");
    }

    @Test
    void comesBackWhereThePinsAreIgnored() {
        Throwable failure =
                Fixtures.onlyFailure(fixtures(77).with("seed.pins", "ignore").run(PinnedTestCase.class));

        String name = PinnedTestCase.class.getName();
        assertThat(note(failure))
                .startsWith(name + ".fails(Random) ran with seed 77\n\t  replay  again '" + name + "' fails 77"
                        + "  # these settings are needed too: -Dseed.pins=ignore\n");
        assertThat(Fixtures.logged()).containsEntry("draws", drawsOf(new Random(literal(failure))));
    }

    @Test
    void standsForAPinnedParameterToo() {
        Throwable failure = Fixtures.onlyFailure(fixtures(77).run(PinnedParameterTestCase.class));

        assertThat(note(failure))
                .startsWith(PinnedParameterTestCase.class.getName() + ".fails(Random, Random) ran with seed 77\n");
        assertThat(Fixtures.logged())
                .containsEntry("free", drawsOf(new Random(literal(failure))))
                .containsEntry("pinned", drawsOf(new Random(42)));
    }

    private static Fixtures fixtures(Object seed) {
        return Fixtures.withSeed(seed).with("seed.command", "again {class} {method} {seed}");
    }

    private static String note(Throwable failure) {
        assertThat(failure.getSuppressed()).hasSize(1);
        return failure.getSuppressed()[0].getMessage();
    }

    private static long literal(Throwable failure) {
        Matcher line = PIN_LINE.matcher(note(failure));
        assertThat(line.find()).as(note(failure)).isTrue();
        return Long.parseLong(line.group(1));
    }

    private static List<Object> drawsOf(Random random) {
        List<Object> draws = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            draws.add(random.nextLong());
        }
        return draws;
    }

    static void fail(String place, Random random) {
        List<Object> draws = drawsOf(random);
        draws.forEach(draw -> Fixtures.log(place, draw));
        throw new IllegalStateException(draws.toString());
    }

    /** Compiles a failing test with this annotation. */
    private static URLClassLoader compiled(Path folder, String annotation) throws IOException {
        Path source = Files.writeString(folder.resolve("PastedTestCase.java"), """
                package dev.seeded.pasted;

                import dev.seeded.Seeded;
                import java.util.Random;
                import org.junit.jupiter.api.BeforeEach;
                import org.junit.jupiter.api.Test;

                public class PastedTestCase {

                    private long first;

                    @BeforeEach
                    void prepare(@Seeded Random random) {
                        first = random.nextLong();
                    }

                    @Test
                    %s
                    void fails(Random random) {
                        throw new IllegalStateException(
                                java.util.List.of(first, random.nextLong(), random.nextLong()).toString());
                    }
                }
                """.formatted(annotation));
        String classPath = System.getProperty("java.class.path");
        int exit = ToolProvider.findFirst("javac")
                .orElseThrow()
                .run(
                        System.out,
                        System.err,
                        "-proc:none",
                        "-cp",
                        classPath,
                        "-d",
                        folder.toString(),
                        source.toString());
        assertThat(exit).isZero();
        return new URLClassLoader(new URL[] {folder.toUri().toURL()}, PinLineTests.class.getClassLoader());
    }

    private static Class<?> pasted(ClassLoader loader) {
        try {
            return Class.forName("dev.seeded.pasted.PastedTestCase", false, loader);
        } catch (ClassNotFoundException missing) {
            throw new IllegalStateException(missing);
        }
    }

    @Seeded
    static class DrawingTestCase {

        @BeforeEach
        void prepare(Seed seed) {}

        @Test
        void fails(Random random) {
            fail("draws", random);
        }
    }

    static class NumPyTestCase {

        @Test
        void fails(@Seeded NumPyRandomState random) {
            throw new AssertionError(random.rand());
        }
    }

    static class NumPyGeneratorTestCase {

        @Test
        void fails(@Seeded NumPyGenerator random) {
            throw new AssertionError(random.random());
        }
    }

    @kotlin.Metadata
    static class KotlinTestCase {

        @Test
        void fails(@Seeded NumPyGenerator random) {
            throw new AssertionError(random.random());
        }
    }

    static class NumPyAndRandomTestCase {

        @Test
        void fails(@Seeded NumPyRandomState random, @Seeded Random other) {
            throw new AssertionError();
        }
    }

    static class NumPyAndStreamTestCase {

        @Test
        void fails(@Seeded NumPyRandomState random, @Seeded(stream = "other") NumPyRandomState other) {
            throw new AssertionError();
        }
    }

    @Seeded
    static class RepeatedTestCase {

        @RepeatedTest(3)
        void fails(Random random) {
            fail("draws", random);
        }
    }

    @Seeded(42)
    static class PinnedTestCase {

        @Test
        void fails(Random random) {
            fail("draws", random);
        }
    }

    @Seeded(42)
    static class PinnedInsideTestCase {

        @Test
        void ofTheClass(Random random) {
            fail("class", random);
        }

        @Test
        @Seeded(-7)
        void ofTheMethod(Random random) {
            fail("method", random);
        }

        @Nested
        @Seeded
        class Inner {

            @Test
            void ofTheClassAround(Random random) {
                fail("inner", random);
            }
        }
    }

    @Seeded
    static class PinnedMethodInGivenClassTestCase {

        @Seeded
        static Random ofTheClass;

        @Test
        @Seeded(42)
        void fails(Random random) {
            fail("draws", random);
        }
    }

    @Seeded
    static class PinnedParameterTestCase {

        @Test
        void fails(Random free, @Seeded(42) Random pinned) {
            drawsOf(pinned).forEach(draw -> Fixtures.log("pinned", draw));
            fail("free", free);
        }
    }
}
