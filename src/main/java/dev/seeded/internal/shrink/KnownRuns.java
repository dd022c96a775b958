package dev.seeded.internal.shrink;

import static dev.seeded.internal.seed.Derivation.mix64;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a test draws after draws that it made, as its runs have shown. A run that would come to the end of one of them need not
 * be made (D. MacIver and A. Donaldson, "Test-Case Reduction via Test-Case Generation", ECOOP 2020).
 */
final class KnownRuns {

    /** Draws that are kept, of all runs together: some ten megabytes. */
    private static final int MOST = 100_000;

    /** The draw after others, whatever its value is. */
    private final Map<DrawsKey, Choice> next = new HashMap<>();

    /** The draws after which a run ended. */
    private final Set<DrawsKey> ends = new HashSet<>();

    /** Adds a run that nothing ended. */
    void add(List<Choice> made) {
        if (next.size() > MOST) {
            next.clear();
            ends.clear();
        }
        DrawsHash before = new DrawsHash();
        made.forEach(draw -> {
            next.putIfAbsent(before.key(), draw);
            before.add(draw, 0);
        });
        ends.add(before.key());
    }

    /** Returns how many draws the test makes when these are played to it; -1 where that is not known. */
    int made(List<Choice> wished) {
        WishedDraws played = new WishedDraws(wished);
        DrawsHash before = new DrawsHash();
        int made = 0;
        while (!ends.contains(before.key())) {
            @Nullable Choice draw = next.get(before.key());
            if (draw == null) {
                return -1;
            }
            before.add(played.play(draw), 0);
            made++;
        }
        return made;
    }

    /** Takes draws one by one. */
    static final class DrawsHash {

        private long high;
        private long low = ~0;

        /** @param line a number for the line of the draw; 0 if that does not matter */
        void add(Choice draw, int line) {
            long from = draw.generator().hashCode() * 31L + draw.domain().hashCode();
            high = mix64(mix64(high ^ draw.value()) ^ (from << Integer.SIZE) ^ line);
            low = mix64(mix64(low + from + ((long) line << Integer.SIZE)) + draw.value());
        }

        DrawsKey key() {
            return new DrawsKey(high, low);
        }
    }

    /** 128 bits, so that two lists of draws have the same by chance with a probability below 10^-25 in a search. */
    record DrawsKey(long high, long low) {}
}
