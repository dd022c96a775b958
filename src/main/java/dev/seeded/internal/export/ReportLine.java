package dev.seeded.internal.export;

import dev.seeded.Seed;
import dev.seeded.internal.config.Run;
import dev.seeded.internal.config.Setting;
import dev.seeded.internal.console.Printable;
import dev.seeded.internal.execution.FailureShape;
import dev.seeded.internal.labels.Label;
import dev.seeded.internal.note.FailedRun;
import dev.seeded.internal.note.NotedDraws;
import dev.seeded.internal.note.Reproduction;
import dev.seeded.internal.note.SeedReport;
import dev.seeded.internal.note.SeedReport.Simplest;
import dev.seeded.internal.replay.Replay.Property;
import dev.seeded.internal.replay.Selection;
import dev.seeded.internal.seed.Identity;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One line of a report or of the file of failed seeds: a JSON object. Seeds are strings, as JSON's readers may round numbers
 * beyond 2<sup>53</sup>.
 *
 * @param test what a person calls the test; empty where that is not kept
 * @param identity the unique id of the test below Jupiter's engine
 * @param how what brings its failures back
 * @param first the first failure; empty if none has a report
 * @param counts of its runs; empty for a kept seed
 * @param verdict whether the failure is a matter of seeds, where it was judged, or of other tests
 * @param origin where and how it ran; empty for a kept seed
 */
public record ReportLine(
        Kind kind,
        String test,
        String identity,
        How how,
        Optional<First> first,
        Optional<Counts> counts,
        Optional<String> verdict,
        Optional<Origin> origin) {

    /** Increases when the meaning of a field changes. */
    private static final int FORMAT = 1;

    /** No test runs more often, and thousands of reports can be added up. */
    private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000_000_000_000L);

    /** What a line is about. */
    public enum Kind {
        /** A test that failed when it ran once. */
        FAILED,
        /** A test that was explored. */
        EXPLORED,
        /** A failed test, and others that it needs before it. */
        BISECTED,
        /** A run seed that a test failed with, in the file of failed seeds. */
        KEPT,
        /** A run that has not ended. */
        RUNNING
    }

    /**
     * What brings a failure back, beside its run seed.
     *
     * @param selection what has to run
     * @param settings the values of settings that decide, by their names
     */
    public record How(Selection selection, Map<String, String> settings) {

        /** The test alone, with no setting. */
        public static final How ALONE = new How(Selection.TEST, Map.of());

        /** Copies the settings. */
        public How {
            settings = Map.copyOf(settings);
        }

        /** Returns what brings a failure of a run back. */
        public static How of(Selection selection, Run run) {
            return new How(
                    selection,
                    Reproduction.settings(run, false).stream()
                            .collect(Collectors.toMap(Property::name, Property::value)));
        }

        /** Returns what brings failures of runs back that differ in their seeds. */
        public static How ofAll(Selection selection, Run run) {
            Map<String, String> settings = new LinkedHashMap<>(of(selection, run).settings);
            if (run.wanted().locale().any()) {
                settings.put(Setting.LOCALE.property(), "any");
            }
            if (run.wanted().zone().any()) {
                settings.put(Setting.ZONE.property(), "any");
            }
            return new How(selection, settings);
        }

        /** Returns this with one more setting. */
        public How with(Property setting) {
            Map<String, String> more = new LinkedHashMap<>(settings);
            more.put(setting.name(), setting.value());
            return new How(selection, more);
        }

        /** Returns whether a run is at least as good as this one at bringing a failure back. */
        public boolean isWithin(How other) {
            return selection.compareTo(other.selection) <= 0 && settings.equals(other.settings);
        }
    }

    /**
     * The first failure.
     *
     * @param seed what a person reads of its seed; empty for the run seed
     * @param replay the command that brings it back; empty for a kept seed
     * @param reason why that runs more than the test; empty for nothing to say
     * @param doubt why that may not bring it back; empty where it does
     * @param uncontrolled what the test's code refers to that no seed controls; empty for nothing
     * @param pin the annotation that does so too
     * @param draws the text of the draws that it was played
     * @param simplest these draws one by one, where they are the simplest that were found
     * @param unshrunk the command that makes the draws of the seed instead; empty where none were found
     */
    public record First(
            Seed runSeed,
            Optional<Seed> testSeed,
            String seed,
            String replay,
            String reason,
            String doubt,
            String uncontrolled,
            Optional<String> pin,
            Optional<String> draws,
            List<NotedDraws.Row> simplest,
            String unshrunk) {

        private static First of(SeedReport report) {
            FailedRun run = report.run();
            return new First(
                    Seed.parse(run.runSeed()),
                    Optional.of(Seed.parse(run.testSeed())),
                    run.seed().equals(run.runSeed()) ? "" : run.seed(),
                    report.replay(),
                    report.reason(),
                    report.doubt(),
                    report.uncontrolled(),
                    Optional.ofNullable(report.pin()),
                    Optional.of(run.draws()).filter(text -> !text.isEmpty()),
                    report.simplest() == null ? List.of() : report.simplest().rows(),
                    report.simplest() == null ? "" : report.simplest().first());
        }

        private static First of(Seed runSeed, String replay) {
            return new First(
                    runSeed,
                    Optional.empty(),
                    "",
                    replay,
                    "",
                    "",
                    "",
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    "");
        }
    }

    /** Returns what the first failure says of its seed; empty if it has no report. */
    public Optional<SeedReport> report() {
        return first.filter(found -> !found.replay.isEmpty())
                .map(found -> new SeedReport(
                        identity,
                        new FailedRun(
                                test,
                                found.seed.isEmpty() ? found.runSeed.toString() : found.seed,
                                found.runSeed.toString(),
                                found.testSeed.map(Seed::toString).orElse(""),
                                found.draws.orElse(""),
                                how.selection),
                        found.replay,
                        found.reason,
                        found.doubt,
                        found.pin.orElse(null),
                        List.of(),
                        found.uncontrolled,
                        found.unshrunk.isEmpty() ? null : new Simplest("", found.simplest, found.unshrunk)));
    }

    /**
     * Where and how tests ran.
     *
     * @param time when the line was written
     * @param machine what decides of the machine: "Java 17.0.15, Linux amd64, 2 processors"
     * @param settings all that were given, by their names
     */
    public record Origin(String time, String machine, Map<String, String> settings) {}

    /** Returns this line with where and how it ran. */
    ReportLine from(Origin found) {
        return new ReportLine(kind, test, identity, how, first, counts, verdict, Optional.of(found));
    }

    /**
     * What the runs of a test have shown.
     *
     * @param search how they were chosen; empty where the runs tell nothing of other seeds
     * @param afterOthers how many failed because of what ran before
     * @param doubt why the failures are not those of seeds; empty where they are
     * @param undecided how many neither passed nor failed
     * @param interval the 95 % interval of the rate of failures, where the runs tell one
     * @param groups the failures by what they have in common
     * @param areByPlace whether failures are grouped by type and place alone
     * @param ungrouped how many are in none of the groups
     * @param labels what the runs have counted, by name, where they tell a rate; of the runs that were decided
     * @param excessLabel a label that was one too many; empty for none
     * @param edgeRuns how many of the runs had edge cases, and so tell no rate
     * @param edgeFailures how many of these failed
     * @param pinnedFailures how many failed with pinned seeds only, which do not count towards the rate
     */
    public record Counts(
            Optional<Search> search,
            long runs,
            long failures,
            long afterOthers,
            String doubt,
            long undecided,
            Optional<Interval> interval,
            List<Group> groups,
            boolean areByPlace,
            long ungrouped,
            Map<String, Label> labels,
            String excessLabel,
            long edgeRuns,
            long edgeFailures,
            long pinnedFailures) {

        /** Returns whether the runs ended with a failure, however many there could have been. */
        public boolean ended() {
            return search.isPresent()
                    && search.get().pin.isEmpty()
                    && failures > 0
                    && interval.isEmpty()
                    && !goesOnWithoutRate();
        }

        /** Returns whether all runs had edge cases, which tell no rate, and went on after a failure. */
        private boolean goesOnWithoutRate() {
            return failures > 1 && edgeRuns == runs - undecided;
        }
    }

    /**
     * How runs with many seeds were chosen.
     *
     * @param start the run seed of the first, from which those of the others are derived
     * @param pin because of which there is one; empty for none
     */
    public record Search(Seed start, Optional<String> pin) {}

    /** A range of rates, each from 0 to 1. */
    public record Interval(double lower, double upper) {}

    /**
     * Failures that have something in common.
     *
     * @param count how many
     * @param runSeeds the run seeds of some; empty where it is not the seed that decides
     */
    public record Group(FailureShape shape, long count, List<Seed> runSeeds) {}

    /** Returns the line of a test that failed when it ran once. */
    public static ReportLine failed(SeedReport report, FailureShape shape, How how) {
        First first = First.of(report);
        return new ReportLine(
                Kind.FAILED,
                report.run().test(),
                Identity.of(report.uniqueId()),
                how,
                Optional.of(first),
                Optional.of(new Counts(
                        Optional.empty(),
                        1,
                        1,
                        0,
                        "",
                        0,
                        Optional.empty(),
                        List.of(new Group(shape, 1, List.of(first.runSeed))),
                        false,
                        0,
                        Map.of(),
                        "",
                        0,
                        0,
                        0)),
                Optional.empty(),
                Optional.empty());
    }

    /** Returns the line of a test that was explored. */
    public static ReportLine explored(
            String test,
            String uniqueId,
            How how,
            Optional<SeedReport> first,
            Counts counts,
            Optional<String> verdict) {
        return new ReportLine(
                Kind.EXPLORED,
                test,
                Identity.of(uniqueId),
                how,
                first.map(First::of),
                Optional.of(counts),
                verdict,
                Optional.empty());
    }

    /**
     * Returns the line of a failed test of which it is known what other tests have to do with that.
     *
     * @param replay the command that shows it; empty for none
     */
    public static ReportLine bisected(String test, String uniqueId, Seed runSeed, String replay, String found) {
        return new ReportLine(
                Kind.BISECTED,
                test,
                Identity.of(uniqueId),
                How.ALONE,
                Optional.of(First.of(runSeed, replay)),
                Optional.empty(),
                Optional.of(found),
                Optional.empty());
    }

    /**
     * Returns the line of one run seed.
     *
     * @param test what a person calls the test; empty where that need not be kept
     */
    public static ReportLine of(Kind kind, String test, String identity, Seed runSeed, How how) {
        return new ReportLine(
                kind,
                test,
                identity,
                how,
                Optional.of(First.of(runSeed, "")),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** Returns the run seeds that bring failures back; none where that takes other tests as well. */
    public List<Seed> runSeeds() {
        if (kind == Kind.BISECTED) {
            return List.of();
        }
        return counts.isEmpty()
                ? first.map(First::runSeed).stream().toList()
                : counts.get().groups().stream()
                        .flatMap(group -> group.runSeeds().stream())
                        .distinct()
                        .toList();
    }

    /** Returns the line, without its end. */
    public String text() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("format", FORMAT);
        fields.put("kind", lowerCase(kind));
        put(fields, "test", test);
        fields.put("id", identity);
        first.ifPresent(found -> {
            fields.put("runSeed", found.runSeed.toString());
            put(fields, "testSeed", found.testSeed.map(Seed::toString).orElse(""));
            put(fields, "seed", found.seed);
            put(fields, "replay", found.replay);
            put(fields, "reason", found.reason);
            put(fields, "unsure", found.doubt);
            put(fields, "uncontrolled", found.uncontrolled);
            put(fields, "pin", found.pin.orElse(""));
            put(fields, "draws", found.draws.orElse(""));
            if (!found.simplest.isEmpty()) {
                fields.put(
                        "simplest",
                        found.simplest.stream().map(ReportLine::fields).toList());
            }
            put(fields, "unshrunk", found.unshrunk);
        });
        put(fields, "select", how.selection == Selection.TEST ? "" : lowerCase(how.selection));
        put(fields, "settings", how.settings);
        counts.ifPresent(found -> {
            found.search.ifPresent(search -> {
                fields.put("start", search.start.toString());
                put(fields, "pinned", search.pin.orElse(""));
            });
            fields.put("runs", found.runs);
            fields.put("failures", found.failures);
            if (found.afterOthers > 0) {
                fields.put("afterOthers", found.afterOthers);
            }
            put(fields, "doubt", found.doubt);
            fields.put("undecided", found.undecided);
            found.interval.ifPresent(rate -> fields.put("interval", List.of(rate.lower, rate.upper)));
            fields.put("groups", found.groups.stream().map(ReportLine::fields).toList());
            if (found.areByPlace) {
                fields.put("byPlace", true);
            }
            fields.put("ungrouped", found.ungrouped);
            if (found.edgeRuns > 0) {
                fields.put("edgeRuns", found.edgeRuns);
                fields.put("edgeFailures", found.edgeFailures);
            }
            if (found.pinnedFailures > 0) {
                fields.put("pinnedFailures", found.pinnedFailures);
            }
            if (!found.labels.isEmpty()) {
                fields.put(
                        "labels",
                        found.labels.entrySet().stream().map(ReportLine::fields).toList());
            }
            put(fields, "excessLabel", found.excessLabel);
        });
        put(fields, "verdict", verdict.orElse(""));
        origin.ifPresent(found -> {
            Map<String, Object> ran = new LinkedHashMap<>();
            ran.put("time", found.time);
            ran.put("machine", found.machine);
            put(ran, "settings", found.settings);
            fields.put("run", ran);
        });
        return Json.write(fields);
    }

    private static Map<String, Object> fields(NotedDraws.Row row) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("draw", row.draw());
        fields.put("times", row.times());
        put(fields, "place", row.place());
        return fields;
    }

    private static Map<String, Object> fields(Group group) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("type", group.shape.type());
        fields.put("message", group.shape.message());
        fields.put("example", group.shape.example());
        fields.put("place", group.shape.place());
        fields.put("failures", group.count);
        fields.put("runSeeds", group.runSeeds.stream().map(Seed::toString).toList());
        return fields;
    }

    private static Map<String, Object> fields(Map.Entry<String, Label> label) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", label.getKey());
        fields.put("runs", label.getValue().runs());
        if (label.getValue().isExpected()) {
            fields.put("expected", true);
        }
        return fields;
    }

    private static void put(Map<String, Object> fields, String name, String value) {
        if (!value.isEmpty()) {
            fields.put(name, value);
        }
    }

    private static void put(Map<String, Object> fields, String name, Map<String, String> values) {
        if (!values.isEmpty()) {
            fields.put(name, values);
        }
    }

    private static String lowerCase(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    /**
     * Reads a line. Fields that this version does not know count for nothing.
     *
     * @throws OtherFormat if it is one of another version
     * @throws IllegalArgumentException if it is not a line that this version can read; the message says why
     */
    public static ReportLine read(String line) {
        return new Fields(Json.read(line)).line();
    }

    /** A line whose fields may mean something else. */
    static final class OtherFormat extends IllegalArgumentException {

        private static final long serialVersionUID = 1L;

        OtherFormat(String format) {
            super("its format is " + format + ", and this version of Seeded reads " + FORMAT);
        }
    }

    /** The fields of an object that was read. */
    private record Fields(Map<?, ?> values) {

        Fields(@Nullable Object object) {
            this(object instanceof Map<?, ?> fields ? fields : Map.of());
        }

        ReportLine line() {
            if (!values.containsKey("format")) {
                throw new IllegalArgumentException("it is not a line of a report");
            }
            String format = String.valueOf(values.get("format"));
            if (!format.equals("" + FORMAT)) {
                throw new OtherFormat(format);
            }
            Kind kind = constant("kind", Kind.class).orElse(Kind.FAILED);
            return new ReportLine(
                    kind,
                    string("test"),
                    Optional.ofNullable(values.get("id"))
                            .map(String::valueOf)
                            .filter(Identity::isWellFormed)
                            .orElseThrow(() -> new IllegalArgumentException("it has no id of a test")),
                    new How(constant("select", Selection.class).orElse(Selection.TEST), settings()),
                    text("runSeed").map(Seed::parse).map(this::first),
                    kind == Kind.FAILED || kind == Kind.EXPLORED ? Optional.of(counts()) : Optional.empty(),
                    text("verdict"),
                    values.get("run") instanceof Map<?, ?> ran
                            ? Optional.of(new Fields(ran).origin())
                            : Optional.empty());
        }

        private Origin origin() {
            return new Origin(string("time"), string("machine"), settings());
        }

        private First first(Seed runSeed) {
            return new First(
                    runSeed,
                    text("testSeed").map(Seed::parse),
                    string("seed"),
                    command("replay"),
                    string("reason"),
                    string("unsure"),
                    string("uncontrolled"),
                    text("pin"),
                    text("draws"),
                    list("simplest").stream()
                            .map(Fields::new)
                            .map(row ->
                                    new NotedDraws.Row(row.number("times"), row.string("draw"), row.string("place")))
                            .toList(),
                    command("unshrunk"));
        }

        /** A command may have several lines. */
        private String command(String field) {
            return values.get(field) instanceof String lines
                    ? lines.lines().map(Printable::visible).collect(Collectors.joining("\n"))
                    : "";
        }

        private Counts counts() {
            if (number("failures") + number("undecided") > number("runs")
                    || number("edgeRuns") > number("runs")
                    || number("edgeFailures") > Math.min(number("edgeRuns"), number("failures"))) {
                throw new IllegalArgumentException("its counts contradict each other");
            }
            List<?> rates = list("interval");
            return new Counts(
                    text("start").map(Seed::parse).map(start -> new Search(start, text("pinned"))),
                    number("runs"),
                    number("failures"),
                    number("afterOthers"),
                    string("doubt"),
                    number("undecided"),
                    rates.size() == 2
                                    && rates.get(0) instanceof BigDecimal lower
                                    && rates.get(1) instanceof BigDecimal upper
                            ? Optional.of(new Interval(lower.doubleValue(), upper.doubleValue()))
                            : Optional.empty(),
                    list("groups").stream().map(Fields::new).map(Fields::group).toList(),
                    isTrue("byPlace"),
                    number("ungrouped"),
                    labels(),
                    string("excessLabel"),
                    number("edgeRuns"),
                    number("edgeFailures"),
                    number("pinnedFailures"));
        }

        private Map<String, Label> labels() {
            Map<String, Label> labels = new LinkedHashMap<>();
            list("labels").stream()
                    .map(Fields::new)
                    .forEach(label -> label.text("name").ifPresent(name -> labels.put(name, label.label())));
            return labels;
        }

        private Label label() {
            return new Label(isTrue("expected"), number("runs"));
        }

        private Group group() {
            String message = text("message").orElse("");
            return new Group(
                    new FailureShape(
                            string("type"),
                            message,
                            string("place"),
                            text("example").orElse(message)),
                    number("failures"),
                    list("runSeeds").stream()
                            .map(String::valueOf)
                            .map(Seed::parse)
                            .toList());
        }

        private Map<String, String> settings() {
            Map<String, String> settings = new LinkedHashMap<>();
            if (values.get("settings") instanceof Map<?, ?> found) {
                found.forEach((name, value) -> settings.put(
                        Printable.visible(String.valueOf(name)), Printable.visible(String.valueOf(value))));
            }
            return settings;
        }

        private Optional<String> text(String field) {
            // Whoever wrote it, it may be printed.
            return values.get(field) instanceof String text ? Optional.of(Printable.visible(text)) : Optional.empty();
        }

        private String string(String field) {
            return text(field).orElse("");
        }

        private boolean isTrue(String field) {
            return Boolean.TRUE.equals(values.get(field));
        }

        private long number(String field) {
            if (!(values.get(field) instanceof BigDecimal number)) {
                return 0;
            }
            if (number.signum() < 0 || number.compareTo(MOST) > 0) {
                throw new IllegalArgumentException("its number of " + field + " is impossible");
            }
            return number.longValue();
        }

        private List<?> list(String field) {
            return values.get(field) instanceof List<?> elements ? elements : List.of();
        }

        private <E extends Enum<E>> Optional<E> constant(String field, Class<E> type) {
            return text(field)
                    .map(text -> Stream.of(type.getEnumConstants())
                            .filter(constant -> lowerCase(constant).equals(text))
                            .findFirst()
                            .orElseThrow(() -> new IllegalArgumentException("it has an unknown " + field)));
        }
    }
}
