package dev.seeded.internal.export;

import dev.seeded.Seed;
import dev.seeded.internal.config.Run;
import dev.seeded.internal.config.Setting;
import dev.seeded.internal.execution.FailureShape;
import dev.seeded.internal.labels.Label;
import dev.seeded.internal.note.Reproduction;
import dev.seeded.internal.note.SeedReport;
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
 * @param verdict whether the failure is a matter of seeds, where it was judged
 */
public record ReportLine(
        Kind kind,
        String test,
        String identity,
        How how,
        Optional<First> first,
        Optional<Counts> counts,
        Optional<String> verdict) {

    /** Increases when the meaning of a field changes. */
    private static final int FORMAT = 1;

    /** What a line is about. */
    public enum Kind {
        /** A test that failed when it ran once. */
        FAILED,
        /** A test that was explored. */
        EXPLORED,
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

        /** Returns whether a run is at least as good as this one at bringing a failure back. */
        public boolean isWithin(How other) {
            return selection.compareTo(other.selection) <= 0 && settings.equals(other.settings);
        }
    }

    /**
     * The first failure.
     *
     * @param replay the command that brings it back; empty for a kept seed
     * @param pin the annotation that does so too
     * @param draws the text of the draws that it was played
     */
    public record First(
            Seed runSeed, Optional<Seed> testSeed, String replay, Optional<String> pin, Optional<String> draws) {

        private static First of(SeedReport report) {
            return new First(
                    Seed.parse(report.run().runSeed()),
                    Optional.of(Seed.parse(report.run().testSeed())),
                    report.replay(),
                    Optional.ofNullable(report.pin()),
                    Optional.of(report.run().draws()).filter(text -> !text.isEmpty()));
        }
    }

    /**
     * What the runs of a test have shown.
     *
     * @param undecided how many neither passed nor failed
     * @param interval the 95 % interval of the rate of failures, where the runs tell one
     * @param groups the failures by what they have in common
     * @param ungrouped how many are in none of the groups
     * @param labels what the runs have counted, by name, where they tell a rate; of the runs that were decided
     * @param edgeRuns how many of the runs had edge cases, and so tell no rate
     * @param edgeFailures how many of these failed
     */
    public record Counts(
            long runs,
            long failures,
            long undecided,
            Optional<Interval> interval,
            List<Group> groups,
            long ungrouped,
            Map<String, Label> labels,
            long edgeRuns,
            long edgeFailures) {}

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
    public static ReportLine failed(SeedReport report, Throwable failure, How how) {
        First first = First.of(report);
        return new ReportLine(
                Kind.FAILED,
                report.run().test(),
                Identity.of(report.uniqueId()),
                how,
                Optional.of(first),
                Optional.of(new Counts(
                        1,
                        1,
                        0,
                        Optional.empty(),
                        List.of(new Group(FailureShape.of(failure), 1, List.of(first.runSeed))),
                        0,
                        Map.of(),
                        0,
                        0)),
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
                Kind.EXPLORED, test, Identity.of(uniqueId), how, first.map(First::of), Optional.of(counts), verdict);
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
                Optional.of(new First(runSeed, Optional.empty(), "", Optional.empty(), Optional.empty())),
                Optional.empty(),
                Optional.empty());
    }

    /** Returns the run seeds that bring failures back. */
    public List<Seed> runSeeds() {
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
        put(fields, "test", Optional.of(test).filter(name -> !name.isEmpty()));
        fields.put("id", identity);
        first.ifPresent(found -> {
            fields.put("runSeed", found.runSeed.toString());
            put(fields, "testSeed", found.testSeed.map(Seed::toString));
            put(fields, "replay", Optional.of(found.replay).filter(command -> !command.isEmpty()));
            put(fields, "pin", found.pin);
            put(fields, "draws", found.draws);
        });
        put(
                fields,
                "select",
                Optional.of(how.selection)
                        .filter(selection -> selection != Selection.TEST)
                        .map(ReportLine::lowerCase));
        put(fields, "settings", Optional.of(how.settings).filter(settings -> !settings.isEmpty()));
        counts.ifPresent(found -> {
            fields.put("runs", found.runs);
            fields.put("failures", found.failures);
            fields.put("undecided", found.undecided);
            put(fields, "interval", found.interval.map(rate -> List.of(rate.lower, rate.upper)));
            fields.put("groups", found.groups.stream().map(ReportLine::fields).toList());
            fields.put("ungrouped", found.ungrouped);
            if (found.edgeRuns > 0) {
                fields.put("edgeRuns", found.edgeRuns);
                fields.put("edgeFailures", found.edgeFailures);
            }
            put(
                    fields,
                    "labels",
                    Optional.of(found.labels.entrySet().stream()
                                    .map(ReportLine::fields)
                                    .toList())
                            .filter(labels -> !labels.isEmpty()));
        });
        put(fields, "verdict", verdict);
        return Json.write(fields);
    }

    private static Map<String, Object> fields(Group group) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("type", group.shape.type());
        fields.put("message", group.shape.message());
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

    private static void put(Map<String, Object> fields, String name, Optional<?> value) {
        value.ifPresent(found -> fields.put(name, found));
    }

    private static String lowerCase(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    /**
     * Reads a line. Fields that this version does not know count for nothing.
     *
     * @throws IllegalArgumentException if it is not a line that this version can read; the message says why
     */
    public static ReportLine read(String line) {
        return new Fields(Json.read(line)).line();
    }

    /** The fields of an object that was read. */
    private record Fields(Map<?, ?> values) {

        Fields(@Nullable Object object) {
            this(object instanceof Map<?, ?> fields ? fields : Map.of());
        }

        ReportLine line() {
            String format = String.valueOf(values.get("format"));
            if (!format.equals("" + FORMAT)) {
                throw new IllegalArgumentException(
                        values.containsKey("format")
                                ? "its format is " + format + ", and this version of Seeded reads " + FORMAT
                                : "it is no line of a report");
            }
            Kind kind = constant("kind", Kind.class).orElse(Kind.FAILED);
            return new ReportLine(
                    kind,
                    text("test").orElse(""),
                    text("id")
                            .filter(Identity::isWellFormed)
                            .orElseThrow(() -> new IllegalArgumentException("it has no id of a test")),
                    new How(constant("select", Selection.class).orElse(Selection.TEST), settings()),
                    text("runSeed").map(Seed::parse).map(this::first),
                    kind == Kind.FAILED || kind == Kind.EXPLORED ? Optional.of(counts()) : Optional.empty(),
                    text("verdict"));
        }

        private First first(Seed runSeed) {
            return new First(
                    runSeed, text("testSeed").map(Seed::parse), text("replay").orElse(""), text("pin"), text("draws"));
        }

        private Counts counts() {
            List<?> rates = list("interval");
            return new Counts(
                    number("runs"),
                    number("failures"),
                    number("undecided"),
                    rates.size() == 2
                                    && rates.get(0) instanceof BigDecimal lower
                                    && rates.get(1) instanceof BigDecimal upper
                            ? Optional.of(new Interval(lower.doubleValue(), upper.doubleValue()))
                            : Optional.empty(),
                    list("groups").stream().map(Fields::new).map(Fields::group).toList(),
                    number("ungrouped"),
                    labels(),
                    number("edgeRuns"),
                    number("edgeFailures"));
        }

        private Map<String, Label> labels() {
            Map<String, Label> labels = new LinkedHashMap<>();
            list("labels").stream()
                    .map(Fields::new)
                    .forEach(label -> label.text("name").ifPresent(name -> labels.put(name, label.label())));
            return labels;
        }

        private Label label() {
            return new Label(Boolean.TRUE.equals(values.get("expected")), number("runs"));
        }

        private Group group() {
            return new Group(
                    new FailureShape(
                            text("type").orElse(""),
                            text("message").orElse(""),
                            text("place").orElse("")),
                    number("failures"),
                    list("runSeeds").stream()
                            .map(String::valueOf)
                            .map(Seed::parse)
                            .toList());
        }

        private Map<String, String> settings() {
            Map<String, String> settings = new LinkedHashMap<>();
            if (values.get("settings") instanceof Map<?, ?> found) {
                found.forEach((name, value) -> settings.put(String.valueOf(name), String.valueOf(value)));
            }
            return settings;
        }

        private Optional<String> text(String field) {
            return values.get(field) instanceof String text ? Optional.of(text) : Optional.empty();
        }

        private long number(String field) {
            return values.get(field) instanceof BigDecimal number ? number.longValue() : 0;
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
