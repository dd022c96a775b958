package dev.seeded.internal.shrink;

import dev.seeded.internal.draws.Draw.Site;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Elements of a list whose length was drawn just before, as the sites of the draws let guess.
 *
 * @param count the number of the draw that is their number
 * @param starts where each begins; the last entry is where the last one ends
 */
record Elements(int count, List<Integer> starts) {

    /** Returns the elements that may follow a draw: where there is but one, each end that it may have. */
    static List<Elements> of(List<Choice> draws, int count) {
        if (count + 1 >= draws.size() || !isNumber(draws.get(count))) {
            return List.of();
        }
        Choice first = draws.get(count + 1);
        int limit = count + 1;
        List<Integer> starts = new ArrayList<>();
        while (limit < draws.size() && !draws.get(count).isAtSameSite(draws.get(limit))) {
            if (first.isAtSameSite(draws.get(limit))) {
                starts.add(limit);
            }
            limit++;
        }
        if (starts.isEmpty()) {
            return List.of();
        }
        int last = starts.get(starts.size() - 1);
        if (starts.size() == 1) {
            return IntStream.of(last + 1, limit)
                    .distinct()
                    .mapToObj(end -> new Elements(count, List.of(last, end)))
                    .toList();
        }
        starts.add(end(draws, starts, limit));
        return List.of(new Elements(count, List.copyOf(starts)));
    }

    /** Returns whether a draw can be how many elements there are: more than need be, and fewer than draws that are played. */
    private static boolean isNumber(Choice draw) {
        return draw.isLowerable()
                && draw.value() > draw.domain().simplest()
                && Long.compareUnsigned(draw.distance(), Player.MOST) <= 0;
    }

    /** Returns where the last one of several ends: with what is drawn at a site of none before it. */
    static int end(List<Choice> draws, List<Integer> starts, int limit) {
        int last = starts.get(starts.size() - 1);
        Set<@Nullable Site> known = new HashSet<>();
        draws.subList(starts.get(0), last).forEach(draw -> known.add(draw.site()));
        int end = last;
        while (end < limit && known.contains(draws.get(end).site())) {
            end++;
        }
        return end;
    }

    int size() {
        return starts.size() - 1;
    }

    int start(int element) {
        return starts.get(element);
    }

    /** Returns where the last one ends. */
    int end() {
        return starts.get(size());
    }

    /** Returns whether an element is one draw. */
    boolean isSingle(int element) {
        return start(element + 1) == start(element) + 1;
    }

    /** Drops elements, and lowers their number by as many. */
    void drop(List<Choice> draws, int from, int size) {
        draws.subList(start(from), start(from + size)).clear();
        lower(draws, size);
    }

    /** Lowers the number of elements. */
    void lower(List<Choice> draws, int by) {
        draws.set(count, draws.get(count).with(draws.get(count).value() - by));
    }
}
