package dev.seeded.internal.note;

import dev.seeded.internal.console.StandardError;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The failed seeded tests of a launcher session, for one block at its end. Safe for concurrent use. */
public final class FailureBlock {

    /** The key of the report entry by which a verdict travels. */
    public static final String VERDICT = "seed verdict";

    private static final int LISTED = 20;

    private final Set<String> failed = new HashSet<>();
    private final Map<String, String> listed = new LinkedHashMap<>();
    private final Map<String, String> verdicts = new HashMap<>();

    /**
     * Adds a failed test.
     *
     * @param uniqueId the test; one that failed several times is listed once
     * @param report its {@link SeedReport}
     */
    public synchronized void add(String uniqueId, String report) {
        if (failed.add(uniqueId) && listed.size() < LISTED) {
            listed.put(uniqueId, report);
        }
    }

    /**
     * Adds whether a failure is a matter of seeds.
     *
     * @param uniqueId the test
     * @param verdict what a person calls the test and, on the next line, the verdict
     */
    public synchronized void judge(String uniqueId, String verdict) {
        add(uniqueId, verdict.lines().findFirst().orElse("") + " failed, and was given no generator");
        verdicts.put(uniqueId, verdict.lines().skip(1).collect(Collectors.joining(" ")));
    }

    /** Writes the block to {@code System.err}; nothing where nothing failed. */
    public void print() {
        StandardError.printUnlessEmpty(text());
    }

    /** Returns the block, its lines joined by line feeds; empty where nothing failed. */
    synchronized String text() {
        if (failed.isEmpty()) {
            return "";
        }
        StringBuilder block = new StringBuilder("Seeded: ")
                .append(failed.size())
                .append(failed.size() == 1 ? " seeded test failed:" : " seeded tests failed:");
        listed.forEach((uniqueId, report) -> {
            block.append("\n  ").append(SeedReport.title(report));
            line(block, SeedReport.replay(report));
            line(
                    block,
                    Optional.ofNullable(verdicts.get(uniqueId))
                            .map(verdict -> "verdict " + verdict)
                            .orElse(""));
        });
        int more = failed.size() - listed.size();
        if (more > 0) {
            block.append("\n  and ").append(more).append(" more");
        }
        return block.toString();
    }

    private static void line(StringBuilder block, String text) {
        if (!text.isEmpty()) {
            block.append("\n    ").append(text);
        }
    }
}
