package dev.seeded.internal.draws;

import java.io.Serial;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The draws of one run, in bounded memory: of each of the first hundred thousand generators the first values and places,
 * of all of them a million values and a hundred thousand places more, and a hash of each block after that.
 */
public final class DrawRecord implements DrawListener, Serializable {

    @Serial
    private static final long serialVersionUID = 1;

    static final int BLOCK = 4_096;

    private final ConcurrentHashMap<GeneratorName, Log> logs = new ConcurrentHashMap<>();
    private final transient Map<Draw.Site, Draw.Site> sites = new ConcurrentHashMap<>();
    private final int generators;
    private final int ofEach;
    private final AtomicInteger valuesLeft;
    private final AtomicInteger sitesLeft;

    public DrawRecord() {
        this(100_000, 64, 1_000_000, 100_000);
    }

    /**
     * Creates an empty record.
     *
     * @param generators how many have their draws kept
     * @param ofEach how many draws of each are kept, whatever others draw
     * @param values how many more draws are kept exactly
     * @param sites how many more places are kept
     */
    DrawRecord(int generators, int ofEach, int values, int sites) {
        this.generators = generators;
        this.ofEach = ofEach;
        valuesLeft = new AtomicInteger(values);
        sitesLeft = new AtomicInteger(sites);
    }

    @Override
    public void drawn(GeneratorName generator, String method, long value) {
        Log log = logs.get(generator);
        if (log == null && !isFull()) {
            log = logs.computeIfAbsent(generator, unused -> new Log());
        }
        if (log != null) {
            log.add(method, value);
        }
    }

    /** Returns whether there were more generators than are kept. */
    boolean isFull() {
        return logs.size() >= generators;
    }

    /** Returns the names of the generators that drew. */
    Set<GeneratorName> generators() {
        return logs.keySet();
    }

    Optional<Log> log(GeneratorName generator) {
        return Optional.ofNullable(logs.get(generator));
    }

    /** Absorbs a value into the hash of a block. */
    static long hash(long hash, long value) {
        return (hash ^ value) * 0x9E3779B97F4A7C15L + Long.rotateLeft(hash, 29);
    }

    /** Numbers threads in the order in which they come. */
    public static final class Threads {

        private final Map<Long, Integer> numbers = new HashMap<>();

        @SuppressWarnings("deprecation") // threadId() is younger than Java 17
        public int number() {
            return numbers.computeIfAbsent(Thread.currentThread().getId(), unused -> numbers.size() + 1);
        }
    }

    /** The draws of one generator. */
    final class Log implements Serializable {

        @Serial
        private static final long serialVersionUID = 1;

        private final transient Threads threads = new Threads();
        private final ArrayList<Draw.Site> firstSites = new ArrayList<>();
        private long[] values = new long[16];
        private int exact;
        private long[] blocks = new long[4];
        private long count;
        private long hash;

        synchronized void add(String method, long value) {
            boolean isOfFirst = count < ofEach;
            if (exact == count && (isOfFirst || valuesLeft.getAndDecrement() > 0)) {
                if (exact == values.length) {
                    values = Arrays.copyOf(values, 2 * exact);
                }
                values[exact++] = value;
                if (firstSites.size() == count && (isOfFirst || sitesLeft.getAndDecrement() > 0)) {
                    Draw.Site site = Draw.Site.here(method, threads);
                    Draw.Site known = sites.putIfAbsent(site, site);
                    firstSites.add(known == null ? site : known);
                }
            } else {
                int inBlocks = Math.toIntExact((count - exact) / BLOCK);
                if (inBlocks == blocks.length) {
                    blocks = Arrays.copyOf(blocks, 2 * inBlocks);
                }
                hash = hash((count - exact) % BLOCK == 0 ? 0 : hash, value);
                blocks[inBlocks] = hash;
            }
            count++;
        }

        long count() {
            return count;
        }

        /** Returns how many draws are kept exactly. */
        int exact() {
            return exact;
        }

        /** Returns whether the place of a draw is kept. */
        boolean hasSite(long index) {
            return index < firstSites.size();
        }

        /** Returns a draw that is kept exactly. */
        Draw draw(int index) {
            return new Draw(values[index], hasSite(index) ? firstSites.get(index) : null);
        }

        /** Returns the hash of a block, which may be incomplete if it is the last. */
        long block(int index) {
            return blocks[index];
        }
    }

    /**
     * Where two runs draw differently first.
     *
     * @param number the number of the draw, from 1 on
     * @param last the number of the last draw that it may be, where no more is known; otherwise the same
     * @param forgotten whether the first run's value is not kept
     * @param first what the first run drew; null if it did not draw that often, or the value is not kept
     * @param second what the second run drew; null if it did not draw that often
     */
    public record Difference(
            GeneratorName generator,
            long number,
            long last,
            boolean forgotten,
            @Nullable Draw first,
            @Nullable Draw second)
            implements Serializable {}
}
