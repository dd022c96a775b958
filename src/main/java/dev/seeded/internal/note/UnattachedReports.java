package dev.seeded.internal.note;

import dev.seeded.internal.JvmState;
import dev.seeded.internal.JvmState.Slot;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Reports of failures whose throwable takes no note: left by who reports a failure, taken by who lists it. */
public final class UnattachedReports {

    /** Without a launcher nobody takes them. */
    private static final int MOST = 1_000;

    private static final Slot<UnattachedReports> OF_THIS_JVM =
            JvmState.UNATTACHED_REPORTS.holding(UnattachedReports.class);

    private final Map<String, SeedReport> left = new ConcurrentHashMap<>();

    private UnattachedReports() {}

    private static Map<String, SeedReport> left() {
        return OF_THIS_JVM.orMake(UnattachedReports::new).left;
    }

    /** Leaves the report of a test or class. */
    public static void leave(SeedReport report) {
        if (left().size() < MOST) {
            left().put(report.uniqueId(), report);
        }
    }

    /** Takes the report of a test or class. */
    public static Optional<SeedReport> take(String uniqueId) {
        return Optional.ofNullable(left().remove(uniqueId));
    }
}
