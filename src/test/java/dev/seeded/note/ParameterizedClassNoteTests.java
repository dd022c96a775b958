package dev.seeded.note;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seeded.Seeded;
import dev.seeded.testing.Fixtures;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.commons.support.ReflectionSupport;

/** Failures in classes with invocations of their own, which JUnit has since 5.13. */
@EnabledIf("isSupported")
class ParameterizedClassNoteTests {

    static boolean isSupported() {
        return ReflectionSupport.tryToLoadClass("org.junit.jupiter.params.ParameterizedClass")
                .toOptional()
                .isPresent();
    }

    @Test
    void ofTheTest() {
        assertNote(TestTestCase.class, ".fails(Random) > [2] value=7", "fails", true);
    }

    @Test
    void ofTheConstructor() {
        assertNote(ConstructorTestCase.class, ".passes() > [2] value=7", "passes", true);
    }

    @Test
    void ofATestWhoseArgumentsWereDrawn() {
        assertNote(DrawnArgumentsTestCase.class, ".fails() > [1] value=DRAWN", "fails", false);
    }

    @ParameterizedTest
    @CsvSource({
        "SharedTestCase, the java.util.ArrayList that the instances of its class share",
        "SharedFieldTestCase, the field %s$SharedFieldTestCase.numbers"
    })
    void ofATestThatSharesAnArgumentOfItsClass(String type, String kept) throws ClassNotFoundException {
        String own = getClass().getName();
        Throwable failure = Fixtures.onlyFailure(Fixtures.withSeed(42)
                .with("seed.command", "again {class} {method} {seed}")
                .run(Class.forName(own + "$" + type)));

        assertThat(failure.getSuppressed()[0])
                .hasMessageContaining(
                        "\n\t  replay  again '" + own + "$" + type + "' '*' 42\n\t  reason  needs the tests"
                                + " before it, as " + kept.replace("%s", own) + " may keep state from earlier tests");
    }

    private static void assertNote(Class<?> fixture, String title, String method, boolean pin) {
        Throwable failure = Fixtures.onlyFailure(Fixtures.withSeed(42)
                .with("seed.command", "again {class} {method} {seed}")
                .run(fixture));

        assertThat(failure).hasMessage("as it was");
        assertThat(failure.getSuppressed()).hasSize(1);
        // JUnit 5 and 6 show arguments in different ways.
        assertThat(failure.getSuppressed()[0]
                        .getMessage()
                        .replaceFirst("@Seeded\\(-?\\d+L\\)$", "…")
                        .replaceFirst("value ?= ?", "value=")
                        .replaceFirst("value=\\S{3,}", "value=DRAWN"))
                .isEqualTo(fixture.getName() + title + " ran with seed 42\n\t  replay  again '" + fixture.getName()
                        + "' " + method + " 42" + (pin ? "\n\t  pin     …" : ""));
    }

    @Seeded
    @ParameterizedClass
    @ValueSource(ints = {6, 7})
    static class TestTestCase {

        private final int value;

        TestTestCase(int value) {
            this.value = value;
        }

        @Test
        void fails(Random random) {
            if (value == 7) {
                throw new IllegalStateException("as it was");
            }
        }
    }

    @Seeded
    @ParameterizedClass
    @ValueSource(ints = {6, 7})
    static class ConstructorTestCase {

        ConstructorTestCase(int value, Random random) {
            if (value == 7) {
                throw new IllegalStateException("as it was");
            }
        }

        @Test
        void passes() {}
    }

    @Seeded
    @ParameterizedClass
    @MethodSource("values")
    static class DrawnArgumentsTestCase {

        DrawnArgumentsTestCase(int value) {}

        static Stream<Integer> values(Random random) {
            return Stream.of(random.nextInt());
        }

        @Test
        void fails() {
            throw new IllegalStateException("as it was");
        }
    }

    @ParameterizedClass
    @MethodSource("lists")
    static class SharedTestCase {

        private final List<Integer> numbers;

        SharedTestCase(List<Integer> numbers) {
            this.numbers = numbers;
        }

        static Stream<List<Integer>> lists() {
            List<Integer> numbers = new ArrayList<>();
            return Stream.of(numbers, numbers);
        }

        @Test
        @Seeded
        void fails(Random random) {
            assertThat(numbers).isEmpty();
            numbers.add(1);
        }
    }

    @Seeded
    @ParameterizedClass
    @MethodSource("lists")
    static class SharedFieldTestCase {

        @Parameter
        private List<Integer> numbers = new ArrayList<>();

        static Stream<List<Integer>> lists() {
            return Stream.of(new ArrayList<>());
        }

        @RepeatedTest(2)
        void fails(Random random) {
            assertThat(numbers).isEmpty();
            numbers.add(1);
        }
    }
}
