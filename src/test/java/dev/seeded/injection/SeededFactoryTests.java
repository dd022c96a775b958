package dev.seeded.injection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seeded.Seed;
import dev.seeded.Seeded;
import dev.seeded.SeededFactory;
import dev.seeded.testing.Fixtures;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.platform.testkit.engine.EngineExecutionResults;

/** The factories here are listed in {@code META-INF/services}. */
class SeededFactoryTests {

    @Test
    void makesOneObjectOfTheTestSeedForEachContext() {
        Fixtures.withSeed(1).succeed(2, DiceTestCase.class);

        assertThat(Fixtures.logged("parameter")).hasSize(2).isEqualTo(Fixtures.logged("field"));
        assertThat(Fixtures.logged("parameter"))
                .isEqualTo(Fixtures.logged("before each"))
                .extracting(dice -> ((Dice) dice).seed())
                .isEqualTo(Fixtures.logged("seed"))
                .doesNotHaveDuplicates();
        assertThat(Fixtures.logged("static field"))
                .isEqualTo(Fixtures.logged("before all"))
                .extracting(dice -> ((Dice) dice).seed())
                .isEqualTo(Fixtures.logged("class seed"));
    }

    /** Not a record: equal only to itself. */
    static final class Dice {

        private final Seed seed;

        Dice(Seed seed) {
            this.seed = seed;
        }

        Seed seed() {
            return seed;
        }
    }

    public static final class DiceFactory implements SeededFactory<Dice> {

        @Override
        public Class<Dice> type() {
            return Dice.class;
        }

        @Override
        public Dice create(Seed seed) {
            return new Dice(seed);
        }
    }

    @Seeded
    static class DiceTestCase {

        @Seeded
        private static Dice ofClass;

        @Seeded
        private Dice field;

        @BeforeAll
        static void beforeAll(@Seeded Dice dice, Seed seed) {
            Fixtures.log("before all", dice);
            Fixtures.log("static field", ofClass);
            Fixtures.log("class seed", seed);
        }

        @BeforeEach
        void beforeEach(@Seeded Dice dice) {
            Fixtures.log("before each", dice);
        }

        @Test
        void one(@Seeded Dice dice, Seed seed) {
            log(dice, seed);
        }

        @Test
        void other(@Seeded Dice dice, Seed seed) {
            log(dice, seed);
        }

        private void log(Dice dice, Seed seed) {
            Fixtures.log("parameter", dice);
            Fixtures.log("field", field);
            Fixtures.log("seed", seed);
        }
    }

    @Test
    void isGivenPinsAndStreams() {
        Fixtures.withSeed(1).succeed(1, PinnedDiceTestCase.class);

        assertThat(Fixtures.logged("seeds"))
                .containsExactly(
                        Seed.of(42), Seed.of(7), Seed.of(7), Seed.of(42).stream("left"), Seed.of(7).stream("left"));
        assertThat(Fixtures.logged("dice")).hasSize(5).doesNotHaveDuplicates();
    }

    @Seeded(42)
    static class PinnedDiceTestCase {

        @Test
        void test(
                @Seeded Dice shared,
                @Seeded(7) Dice pinned,
                @Seeded(7) Dice pinnedToo,
                @Seeded(stream = "left") Dice stream,
                @Seeded(value = 7, stream = "left") Dice pinnedStream) {
            for (Dice dice : List.of(shared, pinned, pinnedToo, stream, pinnedStream)) {
                Fixtures.log("seeds", dice.seed());
                Fixtures.log("dice", dice);
            }
        }
    }

    @Test
    void servesAnnotatedElementsOnly() {
        assertThat(Fixtures.onlyFailure(Fixtures.withSeed(1).run(BareDiceTestCase.class)))
                .isInstanceOf(ParameterResolutionException.class)
                .hasMessageStartingWith("No ParameterResolver registered for parameter [" + Dice.class.getName());
    }

    @Seeded
    static class BareDiceTestCase {

        @Test
        void test(Dice dice) {
            Fixtures.log("body", dice);
        }
    }

    @Test
    void isMissedByName() {
        assertThat(messages(UnknownTypeTestCase.class))
                .containsExactlyInAnyOrder(
                        "@Seeded parameter text of " + UnknownTypeTestCase.class.getName()
                                + ".test(String): Seeded has no generator of type"
                                + " java.lang.String: declare java.util.Random, another type that @Seeded lists, or provide"
                                + " a dev.seeded.SeededFactory for it",
                        "@Seeded field " + UnknownTypeTestCase.class.getName()
                                + "$OfField.number: Seeded has no generator of type int:"
                                + " declare java.util.Random, another type that @Seeded lists, or provide a"
                                + " dev.seeded.SeededFactory for it");
        assertThat(Fixtures.logged()).isEmpty();
    }

    static class UnknownTypeTestCase {

        @Test
        void test(@Seeded String text) {
            Fixtures.log("body", text);
        }

        @Nested
        class OfField {

            @Seeded
            private int number;

            @Test
            void test() {
                Fixtures.log("body", number);
            }
        }
    }

    @Test
    void isRefusedWhereThereAreTwo() {
        assertThat(messages(TwiceMadeTestCase.class))
                .containsExactly("@Seeded parameter made of " + TwiceMadeTestCase.class.getName()
                        + ".test(TwiceMade): several factories make a " + TwiceMade.class.getName() + ": "
                        + OneFactory.class.getName() + ", " + OtherFactory.class.getName() + "; keep one");
        assertThat(Fixtures.logged()).isEmpty();
    }

    static final class TwiceMade {}

    public static final class OneFactory implements SeededFactory<TwiceMade> {

        @Override
        public Class<TwiceMade> type() {
            return TwiceMade.class;
        }

        @Override
        public TwiceMade create(Seed seed) {
            return new TwiceMade();
        }
    }

    public static final class OtherFactory implements SeededFactory<TwiceMade> {

        @Override
        public Class<TwiceMade> type() {
            return TwiceMade.class;
        }

        @Override
        public TwiceMade create(Seed seed) {
            return new TwiceMade();
        }
    }

    static class TwiceMadeTestCase {

        @Test
        void test(@Seeded TwiceMade made) {
            Fixtures.log("body", made);
        }
    }

    @Test
    void isBlamedForWhatItDoesWrong() {
        EngineExecutionResults results = Fixtures.withSeed(1).run(FaultyTestCase.class);

        assertThat(Fixtures.failures(results))
                .extracting(Throwable::getMessage)
                .satisfiesExactlyInAnyOrder(
                        nothing -> assertThat(nothing)
                                .endsWith(NullFactory.class.getName() + " made null where it promises a "
                                        + Missing.class.getName()),
                        wrong -> assertThat(wrong)
                                .endsWith(WrongFactory.class.getName() + " made a java.lang.String where it promises a "
                                        + Mistaken.class.getName()),
                        thrown -> assertThat(thrown)
                                .endsWith(ThrowingFactory.class.getName() + " failed to make a "
                                        + Thrown.class.getName()));
        assertThat(Fixtures.failures(results))
                .anySatisfy(failure -> assertThat(failure).rootCause().hasMessage("out of dice"));
        assertThat(Fixtures.logged()).isEmpty();
    }

    static final class Missing {}

    static final class Mistaken {}

    static final class Thrown {}

    public static final class NullFactory implements SeededFactory<Missing> {

        @Override
        public Class<Missing> type() {
            return Missing.class;
        }

        @Override
        @SuppressWarnings({"NullAway", "DataFlowIssue"})
        public Missing create(Seed seed) {
            return null;
        }
    }

    @SuppressWarnings({"rawtypes", "unchecked"})
    public static final class WrongFactory implements SeededFactory {

        @Override
        public Class type() {
            return Mistaken.class;
        }

        @Override
        public Object create(Seed seed) {
            return "dice";
        }
    }

    public static final class ThrowingFactory implements SeededFactory<Thrown> {

        @Override
        public Class<Thrown> type() {
            return Thrown.class;
        }

        @Override
        public Thrown create(Seed seed) {
            throw new UnsupportedOperationException("out of dice");
        }
    }

    static class FaultyTestCase {

        @Test
        void missing(@Seeded Missing missing) {
            Fixtures.log("body", missing);
        }

        @Test
        void mistaken(@Seeded Mistaken mistaken) {
            Fixtures.log("body", mistaken);
        }

        @Test
        void thrown(@Seeded Thrown thrown) {
            Fixtures.log("body", thrown);
        }
    }

    private static List<String> messages(Class<?> fixture) {
        return Fixtures.failures(Fixtures.withSeed(1).run(fixture)).stream()
                .map(Throwable::getMessage)
                .toList();
    }
}
