package dev.seeded.internal.draws;

import dev.seeded.internal.draws.DrawRecord.Difference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Compares the draws of a run with those of an earlier one while they happen; keeps no draw but the first that differs. */
public final class DrawComparison implements DrawListener {

    private final DrawRecord earlier;
    private final Map<GeneratorName, Cursor> cursors = new ConcurrentHashMap<>();
    private final List<Difference> differences = new CopyOnWriteArrayList<>();

    public DrawComparison(DrawRecord earlier) {
        this.earlier = earlier;
    }

    @Override
    public void drawn(GeneratorName generator, String method, long value) {
        Cursor cursor = cursors.get(generator);
        if (cursor == null && (earlier.log(generator).isPresent() || !earlier.isFull())) {
            cursor = cursors.computeIfAbsent(generator, this::cursor);
        }
        if (cursor != null) {
            cursor.compare(method, value);
        }
    }

    private Cursor cursor(GeneratorName generator) {
        return new Cursor(generator, earlier.log(generator).orElse(null));
    }

    /** Returns the first difference of each generator, in the order in which they were found, when the run is over. */
    public List<Difference> differences() {
        List<Difference> all = new ArrayList<>(differences);
        for (GeneratorName generator : earlier.generators()) {
            Cursor cursor = cursors.get(generator);
            (cursor == null ? cursor(generator) : cursor).missing().ifPresent(all::add);
        }
        return all;
    }

    private final class Cursor {

        private final GeneratorName generator;
        private final DrawRecord.@Nullable Log log;
        private final DrawRecord.Threads threads = new DrawRecord.Threads();
        private long count;
        private long hash;
        private boolean differs;

        Cursor(GeneratorName generator, DrawRecord.@Nullable Log log) {
            this.generator = generator;
            this.log = log;
        }

        synchronized void compare(String method, long value) {
            if (differs) {
                return;
            }
            long index = count++;
            if (log == null || index >= log.count()) {
                differ(count, count, false, null, method, value);
            } else if (index >= log.exact()) {
                compareHash(log, index, method, value);
            } else {
                Draw before = log.draw((int) index);
                Draw.Site site = log.hasSite(index) ? Draw.Site.here(method, threads) : null;
                if (before.value() != value || (site != null && !site.equals(before.site()))) {
                    differ(count, count, false, before, method, value);
                }
            }
        }

        private void compareHash(DrawRecord.Log first, long index, String method, long value) {
            long inHashes = index - first.exact();
            hash = DrawRecord.hash(inHashes % DrawRecord.BLOCK == 0 ? 0 : hash, value);
            boolean complete = (inHashes + 1) % DrawRecord.BLOCK == 0 || index + 1 == first.count();
            int block = (int) (inHashes / DrawRecord.BLOCK);
            if (complete && hash != first.block(block)) {
                differ(first.exact() + (long) block * DrawRecord.BLOCK + 1, index + 1, true, null, method, value);
            }
        }

        private void differ(
                long number, long last, boolean forgotten, @Nullable Draw before, String method, long value) {
            differs = true;
            Draw.Site site = Draw.Site.here(method, threads);
            differences.add(new Difference(generator, number, last, forgotten, before, new Draw(value, site)));
        }

        /** Returns the first draw that the earlier run made and this one did not. */
        synchronized Optional<Difference> missing() {
            if (differs || log == null || count >= log.count()) {
                return Optional.empty();
            }
            Draw before = count < log.exact() ? log.draw((int) count) : null;
            // That the draws of a block are the same is only known of all of them.
            long inBlock = count > log.exact() ? (count - log.exact()) % DrawRecord.BLOCK : 0;
            return Optional.of(new Difference(generator, count - inBlock + 1, count + 1, before == null, before, null));
        }
    }
}
