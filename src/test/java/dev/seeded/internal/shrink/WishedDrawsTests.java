package dev.seeded.internal.shrink;

import static dev.seeded.internal.shrink.PassesTests.TO_99;
import static dev.seeded.internal.shrink.PassesTests.draw;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seeded.internal.draws.Domain;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WishedDrawsTests {

    private static final Choice AFTER = draw(TO_99, 7, "t:3");

    private static List<Long> played(List<Choice> wished, Choice... draws) {
        WishedDraws played = new WishedDraws(wished);
        return Stream.of(draws).map(draw -> played.play(draw).value()).toList();
    }

    private static Choice slot(int count, long value) {
        return draw(Domain.slot(count), value, "t:2");
    }

    @Test
    void keepWhatFollowsAShuffleThatIsShorterNow() {
        List<Choice> wished = List.of(slot(4, 0), slot(3, 1), slot(2, 0), AFTER);

        assertThat(played(wished, slot(4, 0), slot(3, 1), slot(2, 0), AFTER)).containsExactly(0L, 1L, 0L, 7L);
        assertThat(played(wished, slot(2, 0), AFTER)).containsExactly(0L, 7L);
        assertThat(played(wished, AFTER)).containsExactly(7L);
    }

    @Test
    void keepWhatFollowsASampleThatIsShorterNow() {
        Choice first = draw(Domain.whole(0, 5), 1, "t:2");
        Choice second = draw(Domain.whole(0, 4), 2, "t:2");
        Choice third = draw(Domain.whole(0, 3), 3, "t:2");

        assertThat(played(List.of(first, second, third, AFTER), first, AFTER)).containsExactly(1L, 7L);
    }

    @Test
    void keepAShuffleForLaterIfAnotherDrawComesFirst() {
        Choice other = draw(TO_99, 5, "t:9");

        assertThat(played(List.of(slot(3, 0), slot(2, 1), AFTER), other, slot(3, 2), slot(2, 1), AFTER))
                .containsExactly(0L, 0L, 1L, 7L);
    }

    @Test
    void keepTheElementsOfAListForLater() {
        Choice element = draw(Domain.whole(0, 9), 4, "t:2");

        assertThat(played(List.of(element, element, AFTER), AFTER, element, element))
                .containsExactly(0L, 4L, 4L);
    }
}
