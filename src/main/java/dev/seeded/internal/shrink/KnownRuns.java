package dev.seeded.internal.shrink;

import static dev.seeded.internal.seed.Derivation.mix64;

import dev.seeded.internal.draws.GeneratorName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * What a test draws after draws that it made, as its runs have shown. A run that would come to the end of one of them need not
 * be made (D. MacIver and A. Donaldson, "Test-Case Reduction via Test-Case Generation", ECOOP 2020).
 */
final class KnownRuns {

    /** Draws that are kept, of all runs together: some ten megabytes. */
    private static final int MOST = 100_000;

    /** The draw after others, whatever its value is; empty where a run ended. */
    private final Map<Key, Optional<Choice>> next = new HashMap<>();

    /** Adds a run that nothing ended. */
    void add(List<Choice> made) {
        if (next.size() > MOST) {
            next.clear();
        }
        Hash before = new Hash();
        made.forEach(draw -> {
            next.putIfAbsent(before.key(), Optional.of(draw));
            before.add(draw, 0);
        });
        next.put(before.key(), Optional.empty());
    }

    /** Returns how many draws the test makes when these are played to it; -1 where that is not known. */
    int made(List<Choice> wished) {
        Map<GeneratorName, Queue<Choice>> played = Player.byGenerator(wished);
        Hash before = new Hash();
        int made = 0;
        @Nullable Optional<Choice> draw = next.get(before.key());
        while (draw != null && draw.isPresent()) {
            before.add(Player.play(played, draw.get()), 0);
            made++;
            draw = next.get(before.key());
        }
        return draw == null ? -1 : made;
    }

    /** Takes draws one by one. */
    static final class Hash {

        private long high;
        private long low = ~0;

        /** @param line a number for the line of the draw; 0 if that does not matter */
        void add(Choice draw, int line) {
            long from = draw.generator().hashCode() * 31L + draw.domain().hashCode();
            high = mix64(mix64(high ^ draw.value()) ^ (from << Integer.SIZE) ^ line);
            low = mix64(mix64(low + from + ((long) line << Integer.SIZE)) + draw.value());
        }

        Key key() {
            return new Key(high, low);
        }
    }

    /** 128 bits, so that two lists of draws have the same by chance with a probability below 10^-25 in a search. */
    record Key(long high, long low) {}
}
