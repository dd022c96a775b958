package dev.seeded.internal.report;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The failed seeded tests of a launcher session, for one block at its end. Safe for concurrent use. */
public final class FailureBlock {

    private static final int LISTED = 20;

    private final Set<String> failed = new HashSet<>();
    private final List<String> listed = new ArrayList<>();

    /**
     * Adds a failed test.
     *
     * @param uniqueId the test; one that failed several times is listed once
     * @param report its {@link SeedReport}
     */
    public synchronized void add(String uniqueId, String report) {
        if (failed.add(uniqueId) && listed.size() < LISTED) {
            listed.add(report);
        }
    }

    /** Writes the block to {@code System.err}; nothing where nothing failed. */
    public void print() {
        String text = text();
        if (!text.isEmpty()) {
            StandardError.print(text);
        }
    }

    /** Returns the block, its lines joined by line feeds; empty where nothing failed. */
    synchronized String text() {
        if (failed.isEmpty()) {
            return "";
        }
        StringBuilder block = new StringBuilder("Seeded: ")
                .append(failed.size())
                .append(failed.size() == 1 ? " seeded test failed:" : " seeded tests failed:");
        for (String report : listed) {
            block.append("\n  ").append(SeedReport.title(report));
            block.append("\n    ").append(SeedReport.replay(report));
        }
        int more = failed.size() - listed.size();
        if (more > 0) {
            block.append("\n  and ").append(more).append(" more");
        }
        return block.toString();
    }
}
