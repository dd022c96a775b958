package dev.seeded.internal.note;

import dev.seeded.internal.config.Exploration;
import dev.seeded.internal.config.PinPolicy;
import dev.seeded.internal.config.Run;
import dev.seeded.internal.config.Setting;
import dev.seeded.internal.config.Unordered;
import dev.seeded.internal.config.WantedClock;
import dev.seeded.internal.declared.ContextSeed;
import dev.seeded.internal.declared.Pin;
import dev.seeded.internal.note.Reproduction.PinForm;
import dev.seeded.internal.replay.Replay;
import dev.seeded.internal.replay.Replay.Property;
import dev.seeded.internal.replay.Selection;
import dev.seeded.internal.replay.TestName;
import dev.seeded.internal.seed.Identity;
import dev.seeded.internal.surroundings.Surroundings;
import java.io.Serializable;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a failure says of its seed.
 *
 * @param uniqueId the test or class that failed
 * @param run its name and its seeds
 * @param replay the command that brings the failure back, which may have several lines
 * @param pin the annotation that does so too; null for none
 * @param unseeded the places where the test drew random numbers that are not seeded
 * @param simplest says of the draws that stand for those of the seed; null where the test made these
 */
public record SeedReport(
        String uniqueId,
        FailedRun run,
        String replay,
        @Nullable String pin,
        List<String> unseeded,
        @Nullable Simplest simplest)
        implements Serializable {

    /**
     * What is said of the simplest draws with which a test fails.
     *
     * @param draws lists them
     * @param first the command that makes those of the seed
     */
    public record Simplest(String draws, String first) implements Serializable {}

    /** Creates a report of a failure with the draws of its seed. */
    public SeedReport(String uniqueId, FailedRun run, String replay, @Nullable String pin, List<String> unseeded) {
        this(uniqueId, run, replay, pin, unseeded, null);
    }

    private static final String TEST = "seed report";
    private static final String SEED = "seed";
    private static final String RUN_SEED = "run seed";
    private static final String TEST_SEED = "test seed";
    private static final String PLAYED = "played draws";
    private static final String REPLAY = "replay";
    private static final String PIN = "pin";
    private static final String SELECTION = "selection";
    private static final String UNSEEDED = "unseeded";
    private static final String DRAWS = "draws ";
    private static final String FIRST = "first ";

    /**
     * Reports a failure.
     *
     * @param seed the seed of the failed test
     * @param reproduction what brings the failure back
     * @param unseeded the places where the test drew random numbers that are not seeded
     * @param draws what it was played
     */
    public static SeedReport of(
            TestName test,
            Run run,
            ContextSeed seed,
            Reproduction reproduction,
            List<String> unseeded,
            Replay replay,
            Optional<ShrunkDraws> draws) {
        List<Property> properties = properties(run, reproduction.needsRunSeed());
        String first = replay.command(test.target(reproduction.selection()), properties);
        draws.filter(given -> run.draws().isPresent())
                .ifPresent(given -> properties.add(new Property("seed.draws", given.text())));
        return new SeedReport(
                test.uniqueId(),
                new FailedRun(
                        test.title(),
                        circumstances(run, seed, reproduction.needsRunSeed())
                                + draws.map(ShrunkDraws::origin).orElse(""),
                        run.seed().toString(),
                        seed.seed().toString(),
                        draws.map(ShrunkDraws::text).orElse(""),
                        reproduction.selection()),
                replay.command(test.target(reproduction.selection()), properties),
                // It would not bring back what others leave.
                run.after().isPresent() ? null : pin(test, seed, reproduction.pin(), draws),
                List.copyOf(unseeded),
                draws.filter(found -> !found.listed().isEmpty())
                        .map(found -> new Simplest(found.listed(), first))
                        .orElse(null));
    }

    private static String circumstances(Run run, ContextSeed seed, boolean needsRunSeed) {
        Optional<Pin> pin = seed.pin();
        Surroundings surroundings = run.surroundings();
        String around = (surroundings.equals(Surroundings.OF_MACHINE) ? "" : ", " + surroundings)
                + run.global()
                        .clock()
                        .map(clock -> ", clock " + clock.of(seed.seed()))
                        .orElse("");
        if (pin.isEmpty()) {
            return run.seed() + around;
        }
        String given = run.given()
                .filter(unused -> !needsRunSeed)
                .map(Setting::asTyped)
                .map(setting -> "; " + setting + " did not apply")
                .orElse("");
        return seed.seed() + around + ", pinned by " + pin.get() + given;
    }

    private static @Nullable String pin(TestName test, ContextSeed seed, PinForm form, Optional<ShrunkDraws> draws) {
        if (draws.isPresent()) {
            // On the method, it would hold for each of its invocations.
            return form == PinForm.SEEDED && !Identity.isOfInvocation(test.uniqueId())
                    ? "@Seeded(value = " + seed.seed() + "L, draws = \""
                            + draws.get().text() + "\")"
                    : null;
        }
        return switch (form) {
            case NONE -> null;
            case SEEDED -> "@Seeded(" + seed.seed() + "L)";
            case SEEDED_TEST -> "@SeededTest(seeds = {" + seed.seed() + "L})";
        };
    }

    /**
     * Returns what has to be set so that a run is what it was.
     *
     * @param needsRunSeed whether the run seed decides over it
     */
    public static List<Property> properties(Run run, boolean needsRunSeed) {
        List<Property> properties = new ArrayList<>();
        if (needsRunSeed) {
            properties.add(new Property("seed", run.seed().toString()));
        }
        Surroundings surroundings = run.surroundings();
        // Their names, as another JDK has others to choose from.
        surroundings.settings().forEach((name, value) -> properties.add(new Property(name, value)));
        // Midnights are the zone's, so instants from a seed are.
        if (surroundings.zone().isEmpty()
                && run.global().clock().filter(clock -> clock.fixed().isEmpty()).isPresent()) {
            properties.add(
                    new Property(Surroundings.ZONE, ZoneId.systemDefault().getId()));
        }
        run.global()
                .mode()
                .ifPresent(mode ->
                        properties.add(new Property("seed.global", mode.name().toLowerCase(Locale.ROOT))));
        if (run.global().strict()) {
            properties.add(new Property("seed.strict", "true"));
        }
        if (!run.global().unordered().isEmpty()) {
            properties.add(
                    new Property(Unordered.SETTING, Unordered.text(run.global().unordered())));
        }
        run.global().clock().ifPresent(clock -> properties.add(new Property(WantedClock.SETTING, clock.text())));
        if (run.pins() == PinPolicy.IGNORE) {
            properties.add(new Property("seed.pins", "ignore"));
        }
        run.after()
                .ifPresent(others -> properties.add(
                        new Property(Exploration.AFTER, others.text().trim())));
        return properties;
    }

    /** Returns what this says, of a test that stands for the one that failed. */
    public SeedReport of(String otherId) {
        return new SeedReport(otherId, run, replay, pin, unseeded, simplest);
    }

    /** Returns the name and the seed of what failed, on one line. */
    public String title() {
        return run.title();
    }

    /** Returns the report as the keys and values of one of JUnit's report entries, none of which may be blank. */
    public Map<String, String> entries() {
        Map<String, String> entries = new LinkedHashMap<>();
        entries.put(TEST, run.test());
        entries.put(SEED, run.seed());
        entries.put(RUN_SEED, run.runSeed());
        entries.put(TEST_SEED, run.testSeed());
        if (!run.draws().isEmpty()) {
            entries.put(PLAYED, run.draws());
        }
        entries.put(SELECTION, run.selection().name());
        entries.put(REPLAY, replay);
        if (pin != null) {
            entries.put(PIN, pin);
        }
        if (simplest != null) {
            entries.put(DRAWS, simplest.draws());
            entries.put(FIRST, simplest.first());
        }
        for (int place = 0; place < unseeded.size(); place++) {
            entries.put(UNSEEDED + " " + (place + 1), unseeded.get(place));
        }
        return entries;
    }

    /** Reads what {@link #entries} wrote of this test; empty where the entry is another's. */
    public static Optional<SeedReport> from(String uniqueId, Map<String, String> entries) {
        String test = entries.get(TEST);
        String replay = entries.get(REPLAY);
        if (test == null || replay == null) {
            return Optional.empty();
        }
        List<String> unseeded = new ArrayList<>();
        for (String place = entries.get(UNSEEDED + " 1");
                place != null;
                place = entries.get(UNSEEDED + " " + (unseeded.size() + 1))) {
            unseeded.add(place);
        }
        String draws = entries.get(DRAWS);
        String first = entries.get(FIRST);
        return Optional.of(new SeedReport(
                uniqueId,
                new FailedRun(
                        test,
                        entries.getOrDefault(SEED, ""),
                        entries.getOrDefault(RUN_SEED, ""),
                        entries.getOrDefault(TEST_SEED, ""),
                        entries.getOrDefault(PLAYED, ""),
                        Selection.valueOf(entries.getOrDefault(SELECTION, Selection.TEST.name()))),
                replay,
                entries.get(PIN),
                unseeded,
                draws == null || first == null ? null : new Simplest(draws, first)));
    }

    /** Returns the report as a failure's note shows it. */
    public String text() {
        StringBuilder text = new StringBuilder(title());
        if (simplest != null) {
            line(text, DRAWS, simplest.draws());
        }
        line(text, "replay", replay);
        if (pin != null) {
            line(text, "pin   ", pin);
        }
        if (simplest != null) {
            line(text, FIRST, simplest.first());
        }
        unseeded.forEach(place -> line(text, UNSEEDED, place));
        return text.toString();
    }

    private static void line(StringBuilder text, String label, String content) {
        text.append("\n\t  ").append(label).append("  ").append(content);
    }
}
