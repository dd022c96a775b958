package dev.seeded.internal.draws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.seeded.internal.draws.DrawRecord.Difference;
import java.util.List;
import java.util.function.LongUnaryOperator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DrawComparisonTests {

    private static final long DRAWS = 20_000;

    @ParameterizedTest
    @CsvSource({
        "1, 1, 1",
        "1000, 1000, 1000",
        "1001, 1001, 5096",
        "5096, 1001, 5096",
        "5097, 5097, 9192",
        "19999, 17385, 20000",
    })
    void findsTheFirstDrawThatDiffers(long changed, long number, long last) {
        assertThat(compare(DRAWS, DRAWS, draw -> draw == changed ? -1 : draw))
                .extracting(Difference::number, Difference::last)
                .containsExactly(tuple(number, last));
    }

    @Test
    void findsNothingWhereNothingDiffers() {
        assertThat(compare(DRAWS, DRAWS, draw -> draw)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"500, 501", "500, 499", "15000, 20000", "15000, 14999"})
    void countsDraws(long first, long second) {
        assertThat(compare(first, second, draw -> draw))
                .hasSize(1)
                .allSatisfy(
                        difference -> assertThat(Math.min(first, second) + 1).isEqualTo(difference.last()));
    }

    @Test
    void leavesOutGeneratorsThatAreTooMany() {
        DrawRecord record = new DrawRecord(2, 0, 1_000, 0);
        LongStream.range(0, 5).forEach(number -> record.drawn(name("" + number), "nextLong", number));
        DrawComparison comparison = new DrawComparison(record);
        LongStream.range(0, 6).forEach(number -> comparison.drawn(name("" + number), "nextLong", -number));

        assertThat(record.generators()).containsExactlyInAnyOrder(name("0"), name("1"));
        assertThat(comparison.differences()).extracting(Difference::generator).containsExactly(name("1"));
    }

    @Test
    void keepsTheFirstDrawsOfEachWhateverOthersDraw() {
        DrawRecord record = new DrawRecord(10, 1, 3, 0);
        LongStream.range(0, 10).forEach(number -> record.drawn(name("greedy"), "nextLong", number));
        LongStream.range(0, 2).forEach(number -> {
            record.drawn(name("first"), "nextLong", number);
            record.drawn(name("second"), "nextLong", number);
            record.drawn(name("less"), "nextLong", number);
        });
        DrawComparison comparison = new DrawComparison(record);
        LongStream.range(0, 2).forEach(number -> {
            comparison.drawn(name("first"), "nextLong", -1);
            comparison.drawn(name("second"), "nextLong", 0);
        });
        LongStream.range(0, 10).forEach(number -> comparison.drawn(name("greedy"), "nextLong", number));
        comparison.drawn(name("less"), "nextLong", 0);

        assertThat(comparison.differences())
                .extracting(Difference::generator, Difference::number, Difference::forgotten)
                .containsExactlyInAnyOrder(
                        tuple(name("first"), 1L, false),
                        tuple(name("second"), 2L, true),
                        tuple(name("less"), 2L, true));
    }

    private static GeneratorName name(String kind) {
        return new GeneratorName("[a]", kind, "");
    }

    private static List<Difference> compare(long first, long second, LongUnaryOperator change) {
        DrawRecord record = new DrawRecord(10, 0, 1_000, 0);
        LongStream.rangeClosed(1, first).forEach(draw -> record.drawn(name("Random"), "nextLong", draw));
        DrawComparison comparison = new DrawComparison(record);
        LongStream.rangeClosed(1, second)
                .forEach(draw -> comparison.drawn(name("Random"), "nextLong", change.applyAsLong(draw)));
        return comparison.differences();
    }
}
