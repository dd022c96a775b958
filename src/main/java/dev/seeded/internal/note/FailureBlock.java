package dev.seeded.internal.note;

import dev.seeded.internal.config.Setting;
import dev.seeded.internal.console.Counted;
import dev.seeded.internal.console.StandardError;
import dev.seeded.internal.replay.Host;
import dev.seeded.internal.seed.Identity;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The failed seeded tests of a launcher session, for one block at its end. Safe for concurrent use. */
public final class FailureBlock {

    /** The key of the report entry with a verdict. */
    public static final String VERDICT = "seed verdict";

    /** The key with what a person calls the test that the verdict is on. */
    public static final String VERDICT_TITLE = "seed verdict on";

    private static final int LISTED = 50;

    private final Set<String> failed = new HashSet<>();
    private final Map<String, Entry> first = new LinkedHashMap<>();
    private @Nullable Path file;

    /**
     * What the block lists.
     *
     * @param count how many tests failed
     * @param first the first of them
     */
    public record Listing(int count, List<Entry> first) {

        /** Returns the number of failed tests, and how many of them are listed, in words. */
        public String heading() {
            return Counted.of(count, "seeded test") + " failed"
                    + (count > first.size() ? ", of which these are the first " + first.size() : "");
        }
    }

    /**
     * A failed test.
     *
     * @param title what a person reads of it
     * @param report what brings it back; null where it was given no generator
     * @param verdict whether it is a matter of seeds; null where it was not judged
     */
    public record Entry(
            String title,
            @Nullable SeedReport report,
            @Nullable String verdict) {

        /** Returns whether both are invocations of one test, and the lines of the other stand for those of both. */
        private boolean isReplayedLike(Entry other) {
            return report != null
                    && other.report != null
                    && verdict == null
                    && Identity.method(report.uniqueId()).equals(Identity.method(other.report.uniqueId()))
                    && report.replayLines()
                            .toList()
                            .equals(other.report.replayLines().toList());
        }
    }

    /** Says in which file the seeds of all failed tests are kept. */
    public synchronized void keptIn(Path found) {
        file = found;
    }

    /** Adds a failed test; one that failed several times is listed once. */
    public synchronized void add(SeedReport report) {
        list(report.uniqueId(), new Entry(report.title(), report, null));
    }

    /**
     * Adds whether a failure is a matter of seeds.
     *
     * @param uniqueId the test
     * @param title what a person calls it
     */
    public synchronized void judge(String uniqueId, String title, String verdict) {
        list(uniqueId, new Entry(title + " failed (uses no seeded generator)", null, null));
        first.computeIfPresent(uniqueId, (unused, test) -> new Entry(test.title(), test.report(), verdict));
    }

    /** Says why the failure of a test may not come back. */
    public synchronized void doubt(String uniqueId, String why) {
        first.computeIfPresent(
                uniqueId,
                (unused, test) -> new Entry(
                        test.title(),
                        test.report() == null ? null : test.report().doubted(why),
                        test.verdict()));
    }

    private void list(String uniqueId, Entry test) {
        if (failed.add(uniqueId) && first.size() < LISTED) {
            first.put(uniqueId, test);
        }
    }

    /** Writes the block to {@code System.err}; nothing where nothing failed. */
    public void print() {
        StandardError.printUnlessEmpty(text());
    }

    /** Returns what is to be listed. */
    public synchronized Listing listing() {
        return new Listing(failed.size(), List.copyOf(first.values()));
    }

    /** Returns the block, its lines joined by line feeds; empty where nothing failed. */
    public synchronized String text() {
        if (failed.isEmpty()) {
            return "";
        }
        Listing listing = listing();
        StringBuilder block =
                new StringBuilder("Seeded: ").append(listing.heading()).append(':');
        for (int at = 0; at < listing.first().size(); at++) {
            Entry test = listing.first().get(at);
            block.append("\n  ").append(test.title());
            boolean isSaidOfNext = at + 1 < listing.first().size()
                    && test.isReplayedLike(listing.first().get(at + 1));
            if (test.report() != null && !isSaidOfNext) {
                Stream.concat(test.report().replayLines(), test.report().uncontrolledLine().stream())
                        .forEach(line -> block.append("\n    ").append(line));
            }
            if (test.verdict() != null) {
                block.append("\n    verdict ").append(test.verdict());
            }
        }
        int more = failed.size() - first.size();
        if (more > 0) {
            block.append("\n  and ").append(Counted.number(more)).append(" more");
            if (file != null) {
                block.append(", whose seeds are in ")
                        .append(file)
                        .append(": ")
                        .append(Host.typed(Setting.SEED.property(), "last"))
                        .append(" runs them");
            }
        }
        return block.toString();
    }
}
