package dev.seeded.internal.note;

import dev.seeded.internal.console.Counted;
import dev.seeded.internal.console.StandardError;
import dev.seeded.internal.jvm.DetectedDraw;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** The unseeded random numbers that the tests of a launcher session drew, for one block at its end. */
public final class DetectionBlock {

    /** The key of the report entry with one place where unseeded random numbers were drawn. */
    public static final String DETECTED = "unseeded draw";

    private static final int LISTED = 40;

    private final Map<String, Set<String>> tests = new LinkedHashMap<>();

    /** Creates an empty block. Safe for concurrent use. */
    public DetectionBlock() {}

    /**
     * Adds what one test drew.
     *
     * @param uniqueId the test
     * @param draw API and place
     */
    public synchronized void add(String uniqueId, String draw) {
        tests.computeIfAbsent(draw, unused -> new LinkedHashSet<>()).add(uniqueId);
    }

    /** Writes the block, if there is one, to standard error. */
    public void print() {
        StandardError.printUnlessEmpty(text());
    }

    /** Returns the block, its lines joined by line feeds; empty where nothing was drawn. */
    synchronized String text() {
        if (tests.isEmpty()) {
            return "";
        }
        StringBuilder block = new StringBuilder("Seeded: unseeded ")
                .append(DetectedDraw.title(tests.keySet()))
                .append(':');
        tests.entrySet().stream()
                .limit(LISTED)
                .forEach(place -> block.append("\n  ")
                        .append(place.getKey())
                        .append(" in ")
                        .append(Counted.of(place.getValue().size(), "test")));
        if (tests.size() > LISTED) {
            block.append("\n  and ").append(tests.size() - LISTED).append(" more places");
        }
        return block.toString();
    }
}
