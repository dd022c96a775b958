package dev.seeded.internal.explore;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The numbers of runs, dealt to JVMs that run them side by side. What became of the runs comes back in the order of
 * their numbers, so that nobody sees which JVM was first.
 *
 * @param <R> what became of a run
 */
final class DealtRuns<R> {

    /**
     * The numbers that one JVM is dealt, one after the other.
     *
     * @param isOnlyHere whether no other JVM is to run them, as one has ended when it did
     */
    record Numbers(long from, long end, boolean isOnlyHere) {}

    /** What became of the run of a number. */
    record Ended<R>(long number, R result) {}

    /** How far the first is ahead of the last, at most: what became of the runs in between is kept. */
    private static final long AHEAD = 20_000;

    /** The time that what is dealt at once should take, and up to twice as much. */
    private static final Duration SHARE = Duration.ofMillis(200);

    private final Quota quota;
    private final int jobs;
    private final TreeMap<Long, Numbers> running = new TreeMap<>();
    private final TreeMap<Long, Numbers> left = new TreeMap<>();
    private final TreeMap<Long, Deque<R>> ended = new TreeMap<>();
    private long next;
    private long last = Long.MAX_VALUE;
    private long size = 1;

    /** @param jobs how many JVMs there are */
    DealtRuns(Quota quota, int jobs) {
        this.quota = quota;
        this.jobs = jobs;
    }

    /**
     * Deals the next numbers, if there are any for now.
     *
     * @param here whether it is this JVM that will run them
     */
    Optional<Numbers> deal(boolean here) {
        Optional<Numbers> again = left.values().stream()
                .filter(numbers -> here || !numbers.isOnlyHere)
                .findFirst()
                .filter(this::isAllowed);
        long first = Stream.of(running, left, ended)
                .filter(some -> !some.isEmpty())
                .mapToLong(TreeMap::firstKey)
                .min()
                .orElse(next);
        Optional<Numbers> dealt =
                again.or(() -> Optional.of(new Numbers(next, Math.min(next + size(), quota.count()), false))
                        .filter(numbers -> numbers.from < first + AHEAD && isAllowed(numbers)));
        dealt.ifPresent(numbers -> {
            left.remove(numbers.from);
            running.put(numbers.from, numbers);
            next = Math.max(next, numbers.end);
        });
        return dealt;
    }

    private boolean isAllowed(Numbers numbers) {
        // A number with which a JVM has ended is not forgotten as the time is up.
        return numbers.from <= last && (numbers.isOnlyHere || quota.allows(numbers.from));
    }

    /** The last runs are dealt one by one, so that no JVM waits long for another; so are all where there is one JVM. */
    private long size() {
        if (jobs == 1) {
            return 1;
        }
        return quota.isCounted() ? Math.max(1, Math.min(size, (quota.count() - next) / (2L * jobs))) : size;
    }

    /**
     * Takes what became of runs, in the order of their numbers. Those that were not run are dealt again.
     *
     * @param nanos how long they took
     */
    void end(Numbers dealt, List<R> results, long nanos) {
        running.remove(dealt.from);
        if (!results.isEmpty()) {
            ended.put(dealt.from, new ArrayDeque<>(results));
            // A question takes time of its own, so that few runs may take as long as many.
            if (nanos < SHARE.toNanos()) {
                size = Math.max(size, 2L * results.size());
            } else if (nanos > 2 * SHARE.toNanos()) {
                size = Math.max(1, results.size() / 2);
            }
        }
        putBack(new Numbers(dealt.from + results.size(), dealt.end, dealt.isOnlyHere));
    }

    /** Takes numbers back with one of which the JVM ended that ran them. */
    void lose(Numbers dealt) {
        running.remove(dealt.from);
        putBack(new Numbers(dealt.from, dealt.end, true));
    }

    private void putBack(Numbers numbers) {
        if (numbers.from < numbers.end) {
            left.put(numbers.from, numbers);
        }
    }

    /** Has no number after this one dealt until {@link #goOn}. */
    void stopAfter(long number) {
        last = Math.min(last, number);
    }

    /** Has all numbers dealt again. */
    void goOn() {
        last = Long.MAX_VALUE;
    }

    /** Returns whether a number is one after which nothing is dealt. */
    boolean isBeyond(long number) {
        return number > last;
    }

    /** Returns whether any number is dealt of which nothing came back. */
    boolean isRunning() {
        return !running.isEmpty();
    }

    /** Returns the next run, if all before it have ended, or never will. */
    Optional<Ended<R>> next() {
        boolean isWaiting = ended.isEmpty()
                || Stream.concat(
                                running.values().stream(),
                                left.values().stream().filter(this::isAllowed))
                        .anyMatch(numbers -> numbers.from < ended.firstKey());
        if (isWaiting) {
            return Optional.empty();
        }
        Map.Entry<Long, Deque<R>> first = ended.pollFirstEntry();
        Deque<R> results = first.getValue();
        Ended<R> run = new Ended<>(first.getKey(), results.removeFirst());
        if (!results.isEmpty()) {
            ended.put(first.getKey() + 1, results);
        }
        return Optional.of(run);
    }
}
