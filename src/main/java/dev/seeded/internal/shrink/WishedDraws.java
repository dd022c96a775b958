package dev.seeded.internal.shrink;

import dev.seeded.internal.draws.GeneratorName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The draws that generators are to give, those of each in their order. */
final class WishedDraws {

    private final Map<GeneratorName, Line> byGenerator = new HashMap<>();

    WishedDraws(List<Choice> wished) {
        wished.forEach(choice -> byGenerator
                .computeIfAbsent(choice.generator(), unused -> new Line())
                .choices
                .add(choice));
    }

    /** Gives a draw the next value; that of another line of code waits, as there is a draw here that was not made before. */
    Choice play(Choice draw) {
        @Nullable Line line = byGenerator.get(draw.generator());
        if (line == null || line.isAtEnd()) {
            return draw.simplest();
        }
        Choice next = line.next();
        if (!next.domain().equals(draw.domain())) {
            next = line.afterShuffle(draw);
            if (!next.domain().equals(draw.domain()) && next.isElsewhere(draw)) {
                return draw.simplest();
            }
        }
        line.at++;
        return draw.with(draw.domain().fit(next.domain(), next.value()));
    }

    private static final class Line {

        private final List<Choice> choices = new ArrayList<>();
        private int at;

        boolean isAtEnd() {
            return at == choices.size();
        }

        Choice next() {
            return choices.get(at);
        }

        /**
         * Returns the next draw, without what is left of a shuffle if a draw is the one after that: a list that has become
         * shorter takes fewer draws to shuffle.
         */
        Choice afterShuffle(Choice draw) {
            boolean isInShuffle = next().domain().isSlot() || isShuffled(at) || isShuffled(at + 1);
            int end = at + 1;
            while (isShuffled(end)) {
                end++;
            }
            if (isInShuffle
                    && end < choices.size()
                    && choices.get(end).domain().equals(draw.domain())
                    && !choices.get(end).isElsewhere(draw)) {
                at = end;
            }
            return next();
        }

        /** Returns whether a draw chooses from one less than the draw before it does, as those of a shuffle do. */
        private boolean isShuffled(int index) {
            return index > 0 && index < choices.size() && choices.get(index).isOneLessThan(choices.get(index - 1));
        }
    }
}
