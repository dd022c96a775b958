package dev.seeded.internal.note;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Reports of failures whose throwable takes no note: left by who reports a failure, taken by who lists it. */
public final class UnattachedReports {

    /** Without a launcher nobody takes them. */
    private static final int MOST = 1_000;

    /** Static, because JUnit hands on nothing but text. */
    private static final Map<String, SeedReport> LEFT = new ConcurrentHashMap<>();

    private UnattachedReports() {}

    /** Leaves the report of a test or class. */
    public static void leave(SeedReport report) {
        if (LEFT.size() < MOST) {
            LEFT.put(report.uniqueId(), report);
        }
    }

    /** Takes the report of a test or class. */
    public static Optional<SeedReport> take(String uniqueId) {
        return Optional.ofNullable(LEFT.remove(uniqueId));
    }
}
