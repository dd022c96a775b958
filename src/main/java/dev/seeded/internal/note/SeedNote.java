package dev.seeded.internal.note;

import java.io.Serial;

/** A seed report on its way with a failure, as a suppressed throwable without a stack trace. */
public final class SeedNote extends Throwable {

    /** The key of the report entry by which a report travels that no throwable carries. */
    public static final String REPORT_ENTRY = "seed note";

    /** The key of the report entry with the places where unseeded random numbers were drawn, one a line. */
    public static final String DETECTED_ENTRY = "unseeded random numbers";

    @Serial
    private static final long serialVersionUID = 1;

    private final String uniqueId;

    /**
     * Creates the note that says this.
     *
     * @param uniqueId the test or class that it says it of
     */
    public SeedNote(String uniqueId, String report) {
        super(report, null, false, false);
        this.uniqueId = uniqueId;
    }

    /** Tells whether this is the note of a test, which others may have that throw the same instance. */
    public boolean isOf(String uniqueId) {
        return this.uniqueId.equals(uniqueId);
    }

    /**
     * Attaches this note to a failure, unless that has one already or takes none.
     *
     * @return whether it is attached
     */
    public boolean attachTo(Throwable failure) {
        synchronized (failure) {
            for (Throwable suppressed : failure.getSuppressed()) {
                if (suppressed instanceof SeedNote) {
                    return false;
                }
            }
            failure.addSuppressed(this);
            return failure.getSuppressed().length > 0;
        }
    }

    /** Returns what a stack trace shows: "Seed: " and the report. */
    @Override
    @SuppressWarnings("OverrideThrowableToString") // a stack trace begins with this, and would show the class name
    public String toString() {
        return "Seed: " + getMessage();
    }
}
