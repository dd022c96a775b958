package dev.seeded.internal.shrink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.seeded.internal.draws.Domain;
import dev.seeded.internal.draws.Draw.Site;
import dev.seeded.internal.draws.GeneratorName;
import dev.seeded.internal.shrink.DrawsText.Entry;
import dev.seeded.testing.ErrorOutput;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ResourceLock(Resources.SYSTEM_ERR)
class DrawsTextTests {

    private static final String TEST = "[engine:junit-jupiter]/[class:a.T]/[method:t(java.util.Random)]";
    private static final String OTHER = "[engine:junit-jupiter]/[class:a.T]/[method:u(java.util.Random)]";
    private static final GeneratorName RANDOM = new GeneratorName(TEST, "Random", "");

    /** The nearest code that is not Seeded's own. */
    private static final Site HERE = new Site(
            "nextLong",
            "",
            1,
            List.of(new StackTraceElement(ErrorOutput.class.getName(), "of", "ErrorOutput.java", 1)));

    private static final Domain ANY = Domain.whole(Long.MIN_VALUE, Long.MAX_VALUE);

    @Test
    void isStable() {
        assertThat(DrawsText.of(TEST, List.of(draw(Domain.whole(0, 99), 12), draw(Domain.truth(), 1))))
                .isEqualTo("Ar5BAQE_4AICGIIC");
    }

    @Test
    void keepsEveryValue() {
        List<Choice> draws = Stream.of(
                        LongStream.of(0, 1, -1, 63, 64, -64, 1L << 40, Long.MIN_VALUE, Long.MAX_VALUE)
                                .mapToObj(value -> draw(ANY, value)),
                        Stream.of(0.0, 0.5, -12.25, 1e300, Double.MIN_VALUE, 1.0 / 3, 123_456_789.125)
                                .map(value -> draw(Domain.real(-1e308, 1e308), Double.doubleToLongBits(value))),
                        Stream.of(draw(Domain.truth(), 0), draw(Domain.truth(), 1)))
                .flatMap(stream -> stream)
                .toList();

        Map<Integer, Queue<Entry>> read = DrawsText.parse(DrawsText.of(TEST, draws), "a test", TEST, "t", false)
                .orElseThrow();

        assertThat(read).hasSize(1);
        assertThat(read.values().iterator().next())
                .extracting(Entry::value)
                .containsExactlyElementsOf(draws.stream().map(Choice::value).toList());
    }

    @Test
    void tellsGeneratorsApart() {
        // The hashes of these have the same last eight bits.
        GeneratorName one = new GeneratorName(TEST, "Random", "p");
        GeneratorName other = new GeneratorName(TEST, "Random", "labels");
        PlayedDraws played = played(new Choice(one, ANY, 7, HERE), new Choice(other, ANY, 8, HERE));

        String written = ErrorOutput.of(() -> {
            assertThat(played.next(other, "nextLong", ANY, () -> 0)).isEqualTo(8);
            assertThat(played.next(one, "nextLong", ANY, () -> 0)).isEqualTo(7);
        });

        assertThat(written).isEmpty();
    }

    @Test
    void leaveAThreadAloneThatOutlivesItsTest() {
        PlayedDraws played = played(new Choice(RANDOM, ANY, 7, HERE));

        String written = ErrorOutput.of(() -> {
            assertThat(played.next(RANDOM, "nextLong", ANY, () -> 0)).isEqualTo(7);
            played.end();
            assertThat(played.next(RANDOM, "nextLong", ANY, () -> 42)).isEqualTo(42);
        });

        assertThat(written).isEmpty();
    }

    private static PlayedDraws played(Choice... draws) {
        return PlayedDraws.of(DrawsText.of(TEST, List.of(draws)), "a test", TEST, "t", false)
                .orElseThrow();
    }

    @Test
    void tellsInvocationsApart() {
        String template = "[engine:junit-jupiter]/[class:a.T]/[test-template:t(int)]/[test-template-invocation:#";
        String text = DrawsText.of(template + "2]", List.of(draw(ANY, 7)));

        assertThat(DrawsText.parse(text, "a test", template + "2]", "t", false)).isPresent();
        assertThat(DrawsText.parse(text, "a test", template + "1]", "t", false)).isEmpty();
        assertThat(DrawsText.parse(text, "a test", template + "1]", "t", true)).isPresent();
    }

    @Test
    void isRefusedByAnotherTest() {
        String text = DrawsText.of(TEST, List.of(draw(ANY, 7)));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> DrawsText.parse(text, "system property seed.draws", OTHER, "a.T.u(Random)", false))
                .withMessage("'" + text
                        + "' (system property seed.draws) does not fit a.T.u(Random): it is damaged, or comes"
                        + " from another test; select the one test whose note shows this text, and paste all of it");
    }

    @Test
    void isRefusedWhereASingleLetterIsMissingOrAnother() {
        String text = DrawsText.of(
                TEST,
                LongStream.range(0, 20).mapToObj(value -> draw(ANY, value)).toList());

        for (int at = 0; at < text.length(); at++) {
            String cut = text.substring(0, at) + text.substring(at + 1);
            String changed = text.substring(0, at) + (text.charAt(at) == 'A' ? 'B' : 'A') + text.substring(at + 1);
            for (String damaged : List.of(cut, changed)) {
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> DrawsText.parse(damaged, "a test", TEST, "t", false));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "A", "hello!", "AAAAAAAA", "ff__ffffff"})
    void isRefusedWhereItIsNone(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DrawsText.parse(text, "a test", TEST, "t", false))
                .withMessageContaining("(a test)");
    }

    private static Choice draw(Domain domain, long value) {
        StackTraceElement frame = new StackTraceElement("a.T", "t", "T.java", 7);
        return new Choice(RANDOM, domain, value, new Site("nextLong", "", 1, List.of(frame)));
    }
}
