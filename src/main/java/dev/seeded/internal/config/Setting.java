package dev.seeded.internal.config;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.ConfigurationParameters;

/**
 * All settings, in the order of the guide. Its table and what IDEs complete are written from this one, by {@code
 * SettingTests}.
 *
 * <p>A row has the name; which tests it concerns; its values, those that are literal between backticks; the value where it
 * is not given, empty for none; and a sentence. A setting before the name is one that it needs. Those after the sentence
 * cannot be given with it; of {@link #SEED}, that is the value {@code last}.
 */
public enum Setting {
    SEED(
            "seed",
            Reach.ALL_TESTS,
            "a number (`42`, `0x2A`), `commit` or `last`",
            "",
            "the run seed; `commit` derives it from the current commit, `last` replays the remembered failing seeds"),
    PINS(
            "seed.pins",
            Reach.SEEDED_TESTS,
            "`ignore` or `fail`",
            "",
            "`ignore`: the pins of classes and methods have no effect; `fail`: each test with such a pin fails"),
    ANNOUNCE("seed.announce", Reach.SEEDED_TESTS, Setting.TRUTH, "true", "writes the run seed before the first test"),
    COMMAND("seed.command", Reach.SEEDED_TESTS, "a template", "", "your own replay line"),
    MEMORY(
            "seed.memory",
            Reach.SEEDED_TESTS,
            "a path",
            "",
            "the folder that keeps failing seeds, or a file from which `seed=last` reads them"),
    REPORT(
            "seed.report",
            Reach.SEEDED_TESTS,
            "a path",
            "",
            "writes failed and explored tests to this file: a page if the name ends in `.html`, otherwise JSON"),
    RUNS(
            "seed.runs",
            Reach.EXPLORING,
            "a number of runs or a time in s, m or h, for example `2000` or `10m`",
            "1",
            "how often, or how long, seeded tests run",
            SEED),
    KEEP_GOING(
            RUNS,
            "seed.keepGoing",
            Reach.EXPLORING,
            Setting.TRUTH,
            "false",
            "goes on after a failure, and counts the failures"),
    JOBS(
            RUNS,
            "seed.jobs",
            Reach.EXPLORING,
            "`cores`, or a number of JVMs up to 999, for example `4`",
            "1",
            "the number of JVMs that run seeded tests side by side; `cores` means one for each processor"),
    CHECK(
            "seed.check",
            Reach.EXPLORING,
            Setting.TRUTH,
            "false",
            "runs passing tests again with the same seed, and judges failing ones",
            SEED,
            RUNS),
    CHECK_JVM(
            "seed.check.jvm",
            Reach.SEEDED_TESTS,
            Setting.TRUTH,
            "true",
            "`seed.check` also runs tests in a second JVM"),
    CHECK_SAME(
            "seed.check.same",
            Reach.SEEDED_TESTS,
            "a number of runs, for example `3`",
            "1000",
            "at most this many further runs with the failed seed, until there is a verdict"),
    CHECK_OTHERS(
            "seed.check.others",
            Reach.SEEDED_TESTS,
            "a number of runs, for example `10`",
            "1000",
            "at most this many further runs with other seeds, until there is a verdict"),
    TIMEOUT(
            "seed.timeout",
            Reach.SEEDED_TESTS,
            "a time in s, m or h, for example `30s`",
            "",
            "a run of a seeded test fails if it takes longer; without `seed.runs`, the limit holds for the test method and"
                    + " for each lifecycle method"),
    SHRINK(
            "seed.shrink",
            Reach.EXPLORING,
            "`true`, `false` or a time in s, m or h, for example `5m`",
            "false",
            "reduces a failure to the simplest run that fails; a time limits the search",
            CHECK),
    DRAWS(
            "seed.draws",
            Reach.ALL_TESTS,
            "a text that a note shows",
            "",
            "replays these draws in the one selected test, instead of those of its seed",
            SEED,
            RUNS),
    GLOBAL(
            "seed.global",
            Reach.ALL_TESTS,
            "`off`, `seed`, `detect` or `both`",
            "",
            "seeds or reports the random numbers that code draws from the JVM itself"),
    STRICT(
            "seed.strict",
            Reach.SEEDED_TESTS,
            Setting.TRUTH,
            "false",
            "with `seed.global=detect` or `both`, a test fails if Seeded reports a place that draws random numbers"),
    CLOCK(
            "seed.clock",
            Reach.ALL_TESTS,
            "`any`, or an instant between the years 1678 and 2261, for example `2024-02-29T23:59:59Z`",
            "",
            "the clocks of the JDK start at an instant from the test seed, or at this one"),
    UNORDERED(
            "seed.unordered",
            Reach.ALL_TESTS,
            "`true`, or some of `immutable`, `hash`, `reflection` and `files`, with commas between them",
            "false",
            "the test seed chooses the order of hash tables, of `Set.of`, of files in a directory, and of methods and"
                    + " fields found by reflection"),
    EDGE_CASES(
            "seed.edgeCases",
            Reach.SEEDED_TESTS,
            Setting.TRUTH,
            "false",
            "three of four runs draw edge cases in place of uniform numbers"),
    LOCALE(
            "seed.locale",
            Reach.ALL_TESTS,
            "`any`, or the language tag of a locale that this JVM has, for example `tr-TR`",
            "",
            "the run seed chooses the default locale, or this one is set"),
    ZONE(
            "seed.zone",
            Reach.ALL_TESTS,
            "`any`, an offset, or the id of a time zone that this JVM has, for example `Asia/Kolkata`",
            "",
            "the run seed chooses the default time zone, or this one is set"),
    BISECT(
            "seed.bisect",
            Reach.ALL_TESTS,
            "`true`, `false` or a time in s, m or h, for example `30m`",
            "false",
            "finds the earlier tests that make a test fail; a time limits the search",
            SEED,
            RUNS,
            CHECK,
            SHRINK),
    AFTER(
            "seed.after",
            Reach.EXPLORING,
            "names of tests",
            "",
            "tests that run before the selected ones, in the same JVM",
            SEED,
            RUNS,
            CHECK,
            SHRINK,
            BISECT);

    /** The values of a setting that is true or false. */
    static final String TRUTH = "`true` or `false`";

    private static final Setting[] ALL = values();

    /** Those that say what to replay; of {@link #SEED}, that is the value {@code last}. */
    static final Set<Setting> REPLAYS = EnumSet.of(SEED, DRAWS, AFTER);

    /** Those that say how to search. */
    private static final Set<Setting> SEARCHES = EnumSet.of(RUNS, KEEP_GOING, JOBS, SHRINK, BISECT);

    private final String property;
    private final String variable;
    private final Reach reach;
    private final String form;
    private final String preset;
    private final String sentence;
    private final @Nullable Setting needed;

    @SuppressWarnings("ImmutableEnumChecker") // List.of makes it
    private final List<Setting> excluded;

    Setting(String property, Reach reach, String form, String preset, String sentence, Setting... excluded) {
        this(null, property, reach, form, preset, sentence, excluded);
    }

    Setting(
            @Nullable Setting needed,
            String property,
            Reach reach,
            String form,
            String preset,
            String sentence,
            Setting... excluded) {
        this.property = property;
        this.variable = variable(property);
        this.reach = reach;
        this.form = form;
        this.preset = preset;
        this.sentence = sentence;
        this.needed = needed;
        this.excluded = List.of(excluded);
    }

    /** Which tests a setting concerns. */
    private enum Reach {
        /** Those that annotations of ours are on. */
        SEEDED_TESTS,
        /** All of a run. */
        ALL_TESTS,
        /** All of a run, as it asks for exploring. */
        EXPLORING
    }

    /** Returns the name of the property: "seed.runs". */
    public String property() {
        return property;
    }

    /** Returns the property with a value, as after {@code -D}: "seed.runs=2000". */
    public String with(String value) {
        return property + "=" + value;
    }

    /** Returns the name of the environment variable that stands for it. */
    public String variable() {
        return variable;
    }

    /** Returns the name of the environment variable that stands for a property. */
    public static String variable(String property) {
        return "JUNIT_" + property.toUpperCase(Locale.ROOT).replace('.', '_');
    }

    /** Returns whether a property or parameter of JUnit belongs to this library, be it a setting or misspelt. */
    public static boolean isOurs(String property) {
        return property.equals(SEED.property) || property.startsWith("seed.");
    }

    /** Returns what its values are, literal ones between backticks. */
    String form() {
        return form;
    }

    /** Returns what its values are, for an error: "true or false". */
    String written() {
        return form.replace("`", "");
    }

    /** Returns values that it has, for an error: "2000 or 10m". */
    String examples() {
        return written().replaceFirst(".*, for example ", "");
    }

    /** Returns the value where it is not given; empty for none. */
    String preset() {
        return preset;
    }

    /** Returns what it is for. */
    String sentence() {
        return sentence;
    }

    /** Returns the setting without which it means nothing. */
    Optional<Setting> needed() {
        return Optional.ofNullable(needed);
    }

    /** Returns those before it that cannot be given with it, what means nothing without one of them included. */
    public List<Setting> excluded() {
        return Arrays.stream(values())
                .filter(other -> clashesWith(other) && !isIdleWith(other) && !other.isIdleWith(this))
                .toList();
    }

    /**
     * Returns whether it says how to search, and another one what to replay instead: a project may set the one for all of its
     * searches, and replays what they find with the other.
     */
    boolean isIdleWith(Setting other) {
        return SEARCHES.contains(this)
                && REPLAYS.contains(other)
                && (clashesWith(other)
                        || other.clashesWith(this)
                        || needed().filter(search -> search.isIdleWith(other)).isPresent());
    }

    private boolean clashesWith(Setting other) {
        return excluded.contains(other)
                || other.needed().filter(excluded::contains).isPresent();
    }

    /** Returns whether it asks for exploring. */
    boolean explores() {
        return reach == Reach.EXPLORING;
    }

    /**
     * Returns whether any is given in this JVM. Asked first, as most runs have none, and what reads them need not be loaded.
     *
     * @param parameters looks up JUnit's configuration parameters
     */
    public static boolean areGiven(Function<String, Optional<String>> parameters) {
        return areGiven(parameters, Reach.SEEDED_TESTS);
    }

    /**
     * Returns whether any is given in this JVM that concerns more than what annotations of ours are on. Where none is, a
     * suite without such annotations is to cost nothing.
     *
     * @param parameters looks up JUnit's configuration parameters
     */
    public static boolean concernAllTests(ConfigurationParameters parameters) {
        return areGiven(parameters::get, Reach.ALL_TESTS);
    }

    private static boolean areGiven(Function<String, Optional<String>> parameters, Reach least) {
        for (Setting setting : ALL) {
            if (setting.reach.compareTo(least) >= 0
                    && (parameters.apply(setting.property).isPresent() || System.getenv(setting.variable) != null)) {
                return true;
            }
        }
        return false;
    }
}
