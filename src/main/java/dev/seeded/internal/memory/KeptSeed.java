package dev.seeded.internal.memory;

import dev.seeded.Seed;
import dev.seeded.internal.config.Setting;
import dev.seeded.internal.export.ReportLine;
import dev.seeded.internal.export.ReportLine.How;
import dev.seeded.internal.export.ReportLine.Kind;
import dev.seeded.internal.replay.Selection;
import java.util.stream.Stream;

/**
 * A run seed that a test failed with.
 *
 * @param identity the test
 * @param how what brings the failure back, beside the seed
 */
public record KeptSeed(String identity, Seed runSeed, How how) {

    /** Keeps the seed of a test that fails alone. */
    public KeptSeed(String identity, Seed runSeed) {
        this(identity, runSeed, How.ALONE);
    }

    static Stream<KeptSeed> of(ReportLine line) {
        return line.runSeeds().stream().map(seed -> new KeptSeed(line.identity(), seed, line.how()));
    }

    String line() {
        return ReportLine.of(Kind.KEPT, "", identity, runSeed, how).text();
    }

    /** Returns this, with as much selected as either needs. */
    public KeptSeed with(Selection other) {
        return how.selection().compareTo(other) >= 0
                ? this
                : new KeptSeed(identity, runSeed, new How(other, how.settings()));
    }

    /** Returns whether {@code seed.check} found it by comparing runs, so that a single one shows nothing. */
    public boolean needsCheck() {
        return how.settings().containsKey(Setting.CHECK.property());
    }

    boolean isSameRun(KeptSeed other) {
        return runSeed.equals(other.runSeed)
                && identity.equals(other.identity)
                && how.settings().equals(other.how.settings());
    }
}
