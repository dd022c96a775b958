package dev.seeded.internal.shrink;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seeded.internal.draws.Domain;
import dev.seeded.internal.draws.Draw.Site;
import dev.seeded.internal.draws.GeneratorName;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What each pass makes of values, where a test makes the very draws that it is played. */
class PassesTests {

    static final Domain TO_99 = Domain.whole(0, 99);

    /** Returns draws in lines of code, as pairs of line and value. */
    static List<Choice> draws(Domain domain, long... linesAndValues) {
        return IntStream.range(0, linesAndValues.length / 2)
                .mapToObj(at -> draw(domain, linesAndValues[2 * at + 1], "t:" + linesAndValues[2 * at]))
                .toList();
    }

    /** Returns a draw that is made by methods, each with its line, the nearest first. */
    static Choice draw(Domain domain, long value, String... frames) {
        return new Choice(
                new GeneratorName("c", "Random", ""),
                domain,
                value,
                new Site(
                        "nextInt",
                        "",
                        1,
                        Arrays.stream(frames)
                                .map(frame -> frame.split(":"))
                                .map(frame ->
                                        new StackTraceElement("T", frame[0], "T.java", Integer.parseInt(frame[1])))
                                .toList()));
    }

    static List<Long> values(List<Choice> draws) {
        return draws.stream().map(Choice::value).toList();
    }

    /** However many draws such a test makes, it says nothing of what it does with more. */
    static Trials trials(List<Choice> draws, Predicate<List<Long>> fails) {
        return new Trials(draws, wished -> new Attempt(wished, fails.test(values(wished)), false), () -> true);
    }

    private static List<Long> left(Consumer<Trials> pass, List<Choice> draws, Predicate<List<Long>> fails) {
        Trials trials = trials(draws, fails);
        pass.accept(trials);
        return values(trials.best());
    }

    private static Predicate<List<Long>> are(Long... values) {
        return List.of(values)::equals;
    }

    private static boolean isList(List<Long> values) {
        return values.get(0) == values.size() - 1;
    }

    @Nested
    class FewerDrawsTests {

        @Test
        void shortenLists() {
            assertThat(left(
                            FewerDraws::shortenLists,
                            draws(TO_99, 1, 5, 2, 11, 2, 12, 2, 7, 2, 13, 2, 14),
                            values -> isList(values) && values.contains(7L)))
                    .containsExactly(1L, 7L);
        }

        @Test
        void tryEnds() {
            assertThat(left(FewerDraws::tryEnds, draws(TO_99, 1, 2, 2, 40, 2, 60), are(1L, 99L)))
                    .containsExactly(1L, 99L);
        }

        @Test
        void raiseCalls() {
            List<Choice> expression = List.of(
                    draw(TO_99, 1, "draw:5", "t:1"),
                    draw(TO_99, 8, "draw:5", "draw:6", "t:1"),
                    draw(TO_99, 9, "draw:5", "draw:7", "t:1"));

            assertThat(left(FewerDraws::raiseCalls, expression, are(9L))).containsExactly(9L);
        }

        @Test
        void raiseShortestCallFirst() {
            List<Choice> expression = List.of(
                    draw(TO_99, 1, "draw:5", "t:1"),
                    draw(TO_99, 2, "draw:5", "draw:6", "t:1"),
                    draw(TO_99, 3, "draw:5", "draw:6", "draw:6", "t:1"),
                    draw(TO_99, 4, "draw:5", "draw:7", "draw:6", "t:1"),
                    draw(TO_99, 5, "draw:5", "draw:7", "t:1"));
            Trials trials = trials(expression, values -> values.size() == 1);

            FewerDraws.raiseCalls(trials);

            assertThat(values(trials.best())).containsExactly(3L);
            assertThat(trials.runs()).isEqualTo(1);
        }

        @Test
        void moveCalls() {
            List<Choice> tree = List.of(
                    draw(TO_99, 7, "draw:5", "t:1"),
                    draw(TO_99, 8, "draw:5", "draw:6", "t:1"),
                    draw(TO_99, 9, "draw:5", "draw:6", "draw:6", "t:1"),
                    draw(TO_99, 4, "draw:5", "draw:7", "t:1"));

            assertThat(left(FewerDraws::moveCalls, tree, are(7L, 8L, 4L, 9L))).containsExactly(7L, 8L, 4L, 9L);
        }

        @Test
        void renumberElements() {
            assertThat(left(
                            FewerDraws::renumberElements,
                            draws(TO_99, 1, 4, 2, 3, 2, 0, 2, 0, 2, 0),
                            values -> isList(values) && values.get(1) == values.size() - 2))
                    .containsExactly(2L, 1L, 0L);
        }

        @Test
        void mergeLists() {
            assertThat(left(FewerDraws::mergeLists, draws(TO_99, 1, 2, 2, 1, 3, 8, 2, 1, 3, 9), are(1L, 2L, 8L, 9L)))
                    .containsExactly(1L, 2L, 8L, 9L);
        }

        @Test
        void raiseNeighbours() {
            assertThat(left(FewerDraws::raiseNeighbours, draws(TO_99, 1, 2, 2, 0, 2, 5), are(1L, 6L)))
                    .containsExactly(1L, 6L);
        }
    }

    @Nested
    class DroppedDrawsTests {

        @Test
        void deleteBlocks() {
            assertThat(left(
                            DroppedDraws::deleteBlocks,
                            draws(TO_99, 1, 4, 2, 5, 3, 6, 4, 7, 5, 8, 6, 9),
                            values -> values.contains(7L)))
                    .containsExactly(7L);
        }

        @Test
        void deleteAnyBlocks() {
            assertThat(left(DroppedDraws::deleteAnyBlocks, draws(TO_99, 1, 4, 2, 5, 3, 6, 4, 7, 5, 8), are(4L, 8L)))
                    .containsExactly(4L, 8L);
        }

        @Test
        void dropWithLowerOnes() {
            Trials trials = trials(draws(TO_99, 1, 3, 2, 5, 3, 6), are(2L, 6L));
            // A run with the lower number alone makes another number of draws.
            trials = new Trials(
                    trials.best(),
                    wished -> new Attempt(
                            wished.subList(0, Math.min(wished.size(), (int)
                                    wished.get(0).value())),
                            values(wished).equals(List.of(2L, 6L))),
                    () -> true);

            DroppedDraws.dropWithLowerOnes(trials);

            assertThat(values(trials.best())).containsExactly(2L, 6L);
        }
    }

    @Nested
    class SimplerValuesTests {

        @Test
        void simplifyAll() {
            assertThat(left(SimplerValues::simplifyAll, draws(TO_99, 1, 4, 2, 5), values -> true))
                    .containsExactly(0L, 0L);
        }

        @Test
        void simplifyBlocks() {
            assertThat(left(
                            SimplerValues::simplifyBlocks,
                            draws(TO_99, 1, 4, 2, 5, 3, 6, 4, 7, 5, 8),
                            values -> values.contains(7L)))
                    .containsExactly(0L, 0L, 0L, 7L, 0L);
        }

        @Test
        void lowerEach() {
            assertThat(left(SimplerValues::lowerEach, draws(TO_99, 1, 57), values -> values.get(0) > 40))
                    .containsExactly(41L);
            assertThat(left(
                            SimplerValues::lowerEach,
                            draws(Domain.whole(-99, 99), 1, -57),
                            values -> Math.abs(values.get(0)) > 40))
                    .containsExactly(41L);
            assertThat(left(
                            SimplerValues::lowerEach,
                            draws(Domain.real(0, 1), 1, Double.doubleToLongBits(0.7319)),
                            values -> Double.longBitsToDouble(values.get(0)) > 0.45))
                    .containsExactly(Double.doubleToLongBits(1));
            assertThat(left(SimplerValues::lowerEach, draws(Domain.truth(), 1, 1, 2, 1), values -> values.get(1) == 1))
                    .containsExactly(0L, 1L);
        }

        @Test
        void stepEach() {
            assertThat(left(SimplerValues::stepEach, draws(TO_99, 1, 10), values -> values.get(0) % 3 == 1))
                    .containsExactly(7L);
        }

        @Test
        void sortSegments() {
            assertThat(left(
                            SimplerValues::sortSegments,
                            draws(TO_99, 1, 3, 2, 30, 1, 1, 2, 10, 1, 2, 2, 20),
                            values -> values.size() == 6))
                    .containsExactly(1L, 10L, 2L, 20L, 3L, 30L);
        }
    }

    @Nested
    class SeveralValuesTests {

        @Test
        void exchangeValues() {
            assertThat(left(SeveralValues::exchangeValues, draws(TO_99, 1, 2, 1, 1, 1, 2), values -> true))
                    .containsExactly(1L, 2L, 1L);
        }

        @Test
        void lowerEqualOnes() {
            assertThat(left(
                            SeveralValues::lowerEqualOnes,
                            draws(TO_99, 1, 7, 2, 7),
                            values -> values.get(0).equals(values.get(1)) && values.get(0) > 1))
                    .containsExactly(2L, 2L);
        }

        @Test
        void lowerPairs() {
            assertThat(left(
                            SeveralValues::lowerPairs,
                            draws(TO_99, 1, 17, 2, 13),
                            values -> values.get(0) - values.get(1) == 4 && values.get(1) > 2))
                    .containsExactly(7L, 3L);
            assertThat(left(
                            SeveralValues::lowerPairs,
                            draws(TO_99, 1, 17, 2, 13),
                            values -> values.get(0) + values.get(1) == 30 && values.get(0) > 2))
                    .containsExactly(3L, 27L);
        }

        @Test
        void moveLines() {
            assertThat(left(
                            SeveralValues::moveLines,
                            draws(TO_99, 1, 9, 2, 50, 1, 30, 1, 12),
                            values -> values.get(2) - values.get(0) == 21 && values.get(3) - values.get(0) == 3))
                    .containsExactly(0L, 50L, 21L, 3L);
            assertThat(left(
                            SeveralValues::moveLines,
                            draws(TO_99, 1, 9, 1, 30, 1, 12),
                            values -> values.get(1) - values.get(0) == 21 && values.get(0) > 4))
                    .containsExactly(5L, 26L, 8L);
        }

        @Test
        void shiftPairs() {
            Trials trials =
                    trials(draws(Domain.whole(0, 20), 1, 17, 2, 13), values -> values.get(0) + values.get(1) == 30);

            SeveralValues.shiftPairs(trials);

            assertThat(values(trials.best())).containsExactly(10L, 20L);
            assertThat(trials.runs()).isEqualTo(1);
        }

        @Test
        void lowerTwo() {
            List<Choice> draws = Stream.of(draw(TO_99, 6, "t:1"), draw(Domain.whole(0, 9), 3, "t:2"))
                    .toList();

            assertThat(left(SeveralValues::lowerTwo, draws, values -> values.get(0) == 2 * values.get(1)))
                    .containsExactly(6L, 3L);
            assertThat(left(SeveralValues::lowerTwo, draws, values -> values.get(0) - values.get(1) == 3))
                    .containsExactly(5L, 2L);
        }
    }
}
