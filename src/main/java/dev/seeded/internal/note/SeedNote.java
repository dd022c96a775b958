package dev.seeded.internal.note;

import java.io.Serial;
import java.util.Arrays;
import java.util.Optional;

/** A seed report on its way with a failure, as a suppressed throwable without a stack trace. */
public final class SeedNote extends Throwable {

    @Serial
    private static final long serialVersionUID = 1;

    private volatile SeedReport report;

    /** Creates the note that carries this report. */
    public SeedNote(SeedReport report) {
        super(null, null, false, false);
        this.report = report;
    }

    /** Returns what the note says. */
    public SeedReport report() {
        return report;
    }

    /** Says something else, as more is known by now. */
    public void correct(SeedReport other) {
        report = other;
    }

    @Override
    public String getMessage() {
        return report.text();
    }

    /**
     * Attaches this note to a failure, unless that has one already or takes none.
     *
     * @return whether it is attached
     */
    public boolean attachTo(Throwable failure) {
        synchronized (failure) {
            if (of(failure).isPresent()) {
                return false;
            }
            failure.addSuppressed(this);
            return failure.getSuppressed().length > 0;
        }
    }

    /** Returns the note that a failure carries. */
    public static Optional<SeedNote> of(Throwable failure) {
        return Arrays.stream(failure.getSuppressed())
                .filter(SeedNote.class::isInstance)
                .map(SeedNote.class::cast)
                .findFirst();
    }

    /** Returns what a stack trace shows: "Seed: " and the report. */
    @Override
    @SuppressWarnings("OverrideThrowableToString") // a stack trace begins with this, and would show the class name
    public String toString() {
        return "Seed: " + getMessage();
    }
}
