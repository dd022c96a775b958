package dev.seeded.internal.note;

import java.io.Serial;

/** A seed report on its way with a failure, as a suppressed throwable without a stack trace. */
public final class SeedNote extends Throwable {

    @Serial
    private static final long serialVersionUID = 1;

    private final SeedReport report;

    /** Creates the note that carries this report. */
    public SeedNote(SeedReport report) {
        super(report.text(), null, false, false);
        this.report = report;
    }

    /** Returns what the note says. */
    public SeedReport report() {
        return report;
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
