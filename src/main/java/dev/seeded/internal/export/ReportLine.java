package dev.seeded.internal.export;

import dev.seeded.Seed;
import dev.seeded.internal.execution.FailureShape;
import dev.seeded.internal.note.SeedReport;
import dev.seeded.internal.seed.Identity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One object of the report: a test that failed, or that was explored. Seeds are strings, as JSON's readers may round numbers
 * beyond 2<sup>53</sup>.
 */
public final class ReportLine {

    /** Increases when the meaning of a field changes. */
    private static final int FORMAT = 1;

    private static final String ID = "id";
    private static final String GROUPS = "groups";
    private static final String RUN_SEEDS = "runSeeds";

    private final Map<String, Object> fields = new LinkedHashMap<>();

    private ReportLine(String kind, String test, String uniqueId) {
        fields.put("format", FORMAT);
        fields.put("kind", kind);
        fields.put("test", test);
        fields.put(ID, Identity.of(uniqueId));
    }

    /** Returns the line of a test that failed when it ran once. */
    public static ReportLine failed(SeedReport report, Throwable failure) {
        return new ReportLine("failed", report.run().test(), report.uniqueId())
                .report(report)
                .runs(1, 1, 0)
                .groups(
                        List.of(new Group(
                                FailureShape.of(failure),
                                1,
                                List.of(report.run().runSeed()))),
                        0);
    }

    /** Returns the line of a test that was explored. */
    public static ReportLine explored(String test, String uniqueId) {
        return new ReportLine("explored", test, uniqueId);
    }

    /** Adds what brings the first failure back. */
    public ReportLine report(SeedReport report) {
        put("runSeed", report.run().runSeed());
        put("testSeed", report.run().testSeed());
        put("replay", report.replay());
        if (report.pin() != null) {
            put("pin", report.pin());
        }
        return report.run().draws().isEmpty() ? this : put("draws", report.run().draws());
    }

    /**
     * Adds how often it ran.
     *
     * @param undecided runs that neither passed nor failed
     */
    public ReportLine runs(long runs, long failures, long undecided) {
        put("runs", runs);
        put("failures", failures);
        return put("undecided", undecided);
    }

    /** Adds the 95 % interval of the rate of failures. */
    public ReportLine interval(double lower, double upper) {
        return put("interval", List.of(lower, upper));
    }

    /**
     * Failures that have something in common.
     *
     * @param count how many
     * @param runSeeds the run seeds of some; empty where it is not the seed that decides
     */
    public record Group(FailureShape shape, long count, List<String> runSeeds) {

        private Map<String, Object> fields() {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("type", shape.type());
            fields.put("message", shape.message());
            fields.put("place", shape.place());
            fields.put("failures", count);
            fields.put(RUN_SEEDS, runSeeds);
            return fields;
        }
    }

    /**
     * Adds the failures.
     *
     * @param ungrouped how many are in none of the groups
     */
    public ReportLine groups(List<Group> groups, long ungrouped) {
        put(GROUPS, groups.stream().map(Group::fields).toList());
        return put("ungrouped", ungrouped);
    }

    /** Adds whether the failure is a matter of seeds. */
    public ReportLine verdict(String verdict) {
        return put("verdict", verdict);
    }

    private ReportLine put(String field, Object value) {
        fields.put(field, value);
        return this;
    }

    /** Returns the line, without its end. */
    String text() {
        return Json.write(fields);
    }

    /**
     * Seeds that a test failed with.
     *
     * @param identity the test
     */
    public record FailedWith(String identity, List<Seed> runSeeds) {}

    /** Returns whether a file that begins so is a report. */
    public static boolean isLine(String line) {
        return line.startsWith("{");
    }

    /**
     * Reads the seeds of a line.
     *
     * @throws IllegalArgumentException if it is not a line of a report that this version can read
     */
    public static FailedWith read(String line) {
        Object value = Json.read(line);
        if (!(value instanceof Map<?, ?> fields)
                || !String.valueOf(fields.get("format")).equals("" + FORMAT)) {
            throw new IllegalArgumentException("no object of format " + FORMAT);
        }
        if (!(fields.get(ID) instanceof String identity) || !Identity.isWellFormed(identity)) {
            throw new IllegalArgumentException("no id of a test");
        }
        List<Seed> seeds = new ArrayList<>();
        elements(fields.get(GROUPS))
                .flatMap(group -> group instanceof Map<?, ?> one ? elements(one.get(RUN_SEEDS)) : Stream.empty())
                .forEach(seed -> seeds.add(Seed.parse(String.valueOf(seed))));
        return new FailedWith(identity, seeds);
    }

    private static Stream<?> elements(@Nullable Object list) {
        return list instanceof List<?> elements ? elements.stream() : Stream.empty();
    }
}
