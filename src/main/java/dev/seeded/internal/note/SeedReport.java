package dev.seeded.internal.note;

import dev.seeded.Seeded.Global;
import dev.seeded.internal.config.GivenSetting;
import dev.seeded.internal.config.PlanParameters;
import dev.seeded.internal.config.Run;
import dev.seeded.internal.config.Setting;
import dev.seeded.internal.console.Printable;
import dev.seeded.internal.declared.ContextSeed;
import dev.seeded.internal.declared.Pin;
import dev.seeded.internal.note.Reproduction.PinForm;
import dev.seeded.internal.replay.Replay;
import dev.seeded.internal.replay.Replay.Property;
import dev.seeded.internal.replay.Replay.Way;
import dev.seeded.internal.replay.Selection;
import dev.seeded.internal.replay.TestName;
import dev.seeded.internal.seed.Identity;
import dev.seeded.internal.surroundings.Surroundings;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a failure says of its seed.
 *
 * @param uniqueId the test or class that failed
 * @param run its name and its seeds
 * @param replay the command that runs it again, which may have several lines
 * @param reason why that runs more than the test; empty for nothing to say
 * @param doubt why that may not bring the failure back; empty where it does
 * @param pin the annotation that brings it back too; null for none
 * @param unseeded the places where the test drew random numbers that are not seeded
 * @param uncontrolled what its code refers to that no seed repeats; empty for nothing
 * @param simplest says of the draws that stand for those of the seed; null where the test made these
 */
public record SeedReport(
        String uniqueId,
        FailedRun run,
        String replay,
        String reason,
        String doubt,
        @Nullable String pin,
        List<String> unseeded,
        String uncontrolled,
        @Nullable Simplest simplest)
        implements Serializable {

    /** What comes before a doubt. */
    public static final String CANNOT = "cannot be promised: ";

    /**
     * What is said of the simplest draws with which a test fails.
     *
     * @param draws lists them
     * @param rows the same one by one
     * @param first the command that makes those of the seed
     */
    public record Simplest(String draws, List<NotedDraws.Row> rows, String first) implements Serializable {}

    /** Creates a report of a failure that its command brings back, with the draws of its seed. */
    public SeedReport(String uniqueId, FailedRun run, String replay, @Nullable String pin, List<String> unseeded) {
        this(uniqueId, run, replay, "", "", pin, unseeded, "", null);
    }

    /**
     * Reports a failure.
     *
     * @param seed the seed of the failed test
     * @param reproduction what brings the failure back
     * @param unseeded the places where the test drew random numbers that are not seeded
     * @param draws what it was played
     * @param mode what the annotation of the test's method says of the JVM's random numbers, which a pin keeps
     */
    public static SeedReport of(
            TestName test,
            Run run,
            ContextSeed seed,
            Reproduction reproduction,
            List<String> unseeded,
            Replay replay,
            Optional<NotedDraws> draws,
            Global mode) {
        Reproduction numbered = reproduction.withNumber(run);
        Optional<NotedDraws> listed = draws.filter(found -> !found.listed().isEmpty());
        // A pin plays those that it has.
        Optional<String> text =
                listed.map(NotedDraws::text).filter(found -> !found.isEmpty() && replay.selects(Selection.TEST));
        Reproduction first = listed.isPresent() && text.isEmpty() ? numbered : numbered.unshrunk(run);
        Reproduction played = text.map(found -> numbered.with(new Property(Setting.DRAWS.property(), found)))
                .orElse(first);
        return new SeedReport(
                test.uniqueId(),
                new FailedRun(
                        test.title(),
                        circumstances(run, seed, reproduction.needsRunSeed())
                                + draws.map(NotedDraws::origin).orElse(""),
                        run.seed().toString(),
                        seed.seed().toString(),
                        draws.map(NotedDraws::text).orElse(""),
                        test.selected(reproduction.selection())),
                replay.command(test.target(played.selection()), played.settings()),
                reproduction.reason(),
                doubt(test, reproduction, run, replay),
                pin(test, seed, reproduction.pin(), draws, mode),
                List.copyOf(unseeded),
                "",
                listed.map(found -> new Simplest(
                                found.listed(),
                                found.rows(),
                                replay.command(test.target(first.selection()), first.settings())))
                        .orElse(null));
    }

    private static String doubt(TestName test, Reproduction reproduction, Run run, Replay replay) {
        if (!reproduction.doubt().isEmpty()) {
            return reproduction.doubt();
        }
        if (reproduction.selection() == Selection.RUN && !replay.selects(Selection.RUN)) {
            return "the template in " + Setting.COMMAND.property()
                    + " selects one test, but the failure needs the whole run";
        }
        boolean needsOthers = reproduction.selection() != Selection.TEST;
        boolean selectsSuite = replay.way() == Way.PARAMETERS && test.uniqueId().contains("/[suite:");
        return run.ofSuite().stream()
                .filter(parameter -> !selectsSuite && (needsOthers || !parameter.contains(".order.")))
                .findFirst()
                .map(parameter ->
                        "the suite sets " + parameter + ", and the command runs the test outside of the suite")
                .or(() -> Optional.of(replay.way())
                        .filter(way -> way != Way.PARAMETERS)
                        .flatMap(way -> PlanParameters.otherSeed(run, way == Way.VARIABLES))
                        .filter(unused -> reproduction.settings().stream()
                                .anyMatch(setting -> setting.name().equals(Setting.SEED.property())))
                        .map(seed -> "the build sets JUnit's parameter " + Setting.SEED.property() + "="
                                + Printable.line(seed) + ", which wins over the seed of the command"))
                .orElse("");
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
                .map(GivenSetting::asTyped)
                .map(setting -> "; " + setting + " did not apply")
                .orElse("");
        return seed.seed() + around + ", pinned by " + pin.get() + given;
    }

    private static @Nullable String pin(
            TestName test, ContextSeed seed, PinForm form, Optional<NotedDraws> draws, Global mode) {
        long bits = seed.seed().value();
        String value = switch (form) {
            case SEEDED_LOWER_BITS -> Integer.toUnsignedString((int) bits);
            case SEEDED_UNSIGNED -> bits < 0 ? "0x" + Long.toHexString(bits) : Long.toString(bits);
            case NONE, SEEDED, SEEDED_TEST, WITH_DRAWS, SEEDED_TEST_WITH_DRAWS -> Long.toString(bits);
        };
        if (draws.filter(played -> !played.text().isEmpty()).isPresent()) {
            String text = draws.get().text();
            return switch (form) {
                case NONE -> null;
                case SEEDED_TEST, SEEDED_TEST_WITH_DRAWS -> "@SeededTest(draws = {\"" + value + ":" + text + "\"})";
                case SEEDED, SEEDED_LOWER_BITS, SEEDED_UNSIGNED, WITH_DRAWS ->
                    // On the method, it would hold for each of its invocations.
                    Identity.isOfInvocation(test.uniqueId()) ? null : seeded(value, ", draws = \"" + text + "\"", mode);
            };
        }
        return switch (form) {
            case NONE, WITH_DRAWS, SEEDED_TEST_WITH_DRAWS -> null;
            case SEEDED, SEEDED_LOWER_BITS, SEEDED_UNSIGNED -> seeded(value, "", mode);
            case SEEDED_TEST -> "@SeededTest(seeds = {" + value + "L})";
        };
    }

    private static String seeded(String value, String draws, Global mode) {
        String more = draws + (mode == Global.OFF ? "" : ", global = Global." + mode);
        return "@Seeded(" + (more.isEmpty() ? "" : "value = ") + value + "L" + more + ")";
    }

    /** Returns what this says, of a test that stands for the one that failed. */
    public SeedReport of(String otherId) {
        return new SeedReport(otherId, run, replay, reason, doubt, pin, unseeded, uncontrolled, simplest);
    }

    /** Returns what this says, of a failure that may not come back for this reason. */
    public SeedReport doubted(String why) {
        return new SeedReport(uniqueId, run, replay, reason, why, null, unseeded, uncontrolled, simplest);
    }

    /** Returns what this says, of a failure whose code refers to what no seed repeats. */
    public SeedReport referringTo(String what) {
        return new SeedReport(uniqueId, run, replay, reason, doubt, pin, unseeded, what, simplest);
    }

    /** Returns what this says, of a shrunk failure that was found as another report says. */
    public SeedReport foundAs(SeedReport found) {
        if (simplest == null) {
            return this;
        }
        if (!replay.equals(simplest.first)) {
            String first = found.doubt.isEmpty() ? found.replay : CANNOT + found.doubt;
            return new SeedReport(
                    uniqueId,
                    run,
                    replay,
                    reason,
                    doubt,
                    pin,
                    unseeded,
                    uncontrolled,
                    new Simplest(simplest.draws, simplest.rows, first));
        }
        // No command plays its draws.
        return found.reason.isEmpty() && found.doubt.isEmpty()
                ? this
                : new SeedReport(
                        uniqueId,
                        run,
                        found.replay,
                        found.reason,
                        found.doubt,
                        found.pin,
                        unseeded,
                        uncontrolled,
                        new Simplest(simplest.draws, simplest.rows, found.replay));
    }

    /** Returns whether its command runs one invocation of a test again, without the others. */
    public boolean selectsInvocation() {
        return Identity.isOfInvocation(uniqueId) && replay.contains(lastSegment());
    }

    /** Returns what this says, of a failure that needs the other invocations of its test. */
    public SeedReport withAllInvocations() {
        return new SeedReport(
                uniqueId,
                run,
                replay.replace(lastSegment(), ""),
                "needs the invocations before it, as it passes without them in a fresh JVM",
                doubt,
                null,
                unseeded,
                uncontrolled,
                simplest);
    }

    private String lastSegment() {
        return uniqueId.substring(uniqueId.lastIndexOf("/["));
    }

    /** Returns the name and the seed of what failed, on one line. */
    public String title() {
        return run.title();
    }

    /** Returns the lines that say how to have the failure again, each with its label. */
    public Stream<String> replayLines() {
        return Stream.of(
                        doubt.isEmpty() ? line("replay", replay) : line("replay", CANNOT + doubt),
                        doubt.isEmpty() ? "" : line("try   ", replay),
                        reason.isEmpty() ? "" : line("reason", reason))
                .filter(line -> !line.isEmpty());
    }

    /** Returns the line that says what no seed repeats; empty for nothing. */
    Optional<String> uncontrolledLine() {
        return Optional.of(uncontrolled)
                .filter(what -> !what.isEmpty())
                .map(what -> line("uncontrolled", what + ": no seed controls these, so the failure may not come back"));
    }

    /** Returns what JUnit's own reports have of it. */
    public Map<String, String> entries() {
        return Map.of("seed", run.seed(), "replay", replay);
    }

    /** Returns the report as a failure's note shows it. */
    public String text() {
        StringBuilder text = new StringBuilder(title());
        Stream.of(
                        Stream.ofNullable(simplest).map(found -> line("draws ", found.draws())),
                        replayLines(),
                        Stream.ofNullable(pin).map(found -> line("pin   ", found)),
                        Stream.ofNullable(simplest)
                                .filter(found -> !found.first().equals(replay))
                                .map(found -> line("first ", found.first())),
                        unseeded.stream().map(place -> line("unseeded", place)),
                        uncontrolledLine().stream())
                .flatMap(lines -> lines)
                .forEach(line -> text.append("\n\t  ").append(line));
        return text.toString();
    }

    private static String line(String label, String content) {
        return label + "  " + content;
    }
}
