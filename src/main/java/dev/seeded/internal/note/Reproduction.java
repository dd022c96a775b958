package dev.seeded.internal.note;

import dev.seeded.internal.config.GivenSurroundings;
import dev.seeded.internal.config.PinPolicy;
import dev.seeded.internal.config.Run;
import dev.seeded.internal.config.Setting;
import dev.seeded.internal.declared.TestOrder;
import dev.seeded.internal.jvm.Unordered;
import dev.seeded.internal.replay.Replay.Property;
import dev.seeded.internal.replay.Selection;
import dev.seeded.internal.surroundings.Surroundings;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What brings a failure back: all that must run again, with all settings that decide over it. This is the one place that
 * decides it; whatever runs a test again runs this, and whatever prints, prints it. A failure that has a reproduction is
 * reported, listed at the end of the run and remembered with its run seed. A failure without one is no matter of seeds.
 *
 * @param selection what has to run again
 * @param settings what has to be set, the run seed first where it decides
 * @param pin the form of a pin that alone brings it back
 * @param reason why more than the test has to run, for the user to read; empty where the rules of JUnit's order say it
 * @param doubt why the failure may not come back; empty where it does
 */
public record Reproduction(Selection selection, List<Property> settings, PinForm pin, String reason, String doubt) {

    /** Why nobody can replay a race. */
    public static final String THREADS_SHARE = "threads share a generator, and may draw from it in a different order";

    /** Why tests that need those before them may not come back. */
    public static final String RANDOM_ORDER = "JUnit's Random order of the tests is another one each time; "
            + "junit.jupiter.execution.order.random.seed makes it repeatable";

    /** Why a class may not fail again. */
    public static final String LEFT_OUT = "some tests of the class did not run; leave them out again";

    /** How a pin is written. */
    public enum PinForm {
        /** No pin brings the failure back. */
        NONE,
        /** {@code @Seeded} on the method. */
        SEEDED,
        /** The same, with the lower 32 bits of the seed: NumPy's {@code RandomState} takes no others, and refuses more. */
        SEEDED_LOWER_BITS,
        /** The same, without a sign: NumPy's {@code default_rng} takes the seed so, and refuses a negative one. */
        SEEDED_UNSIGNED,
        /** Among the seeds of a {@code @SeededTest}; on the method it would make all of its runs equal. */
        SEEDED_TEST,
        /** {@code @Seeded} on the method, with draws: the seed alone would not do. */
        WITH_DRAWS,
        /** Among the draws of a {@code @SeededTest}: the seed alone would not do. */
        SEEDED_TEST_WITH_DRAWS;

        private PinForm withDraws() {
            return this == SEEDED_TEST ? SEEDED_TEST_WITH_DRAWS : WITH_DRAWS;
        }
    }

    /**
     * What is known of a failure.
     *
     * @param test what the failed context was given
     * @param around what the contexts around it were given
     * @param outlives whether a generator of one of these may have been kept, so that the tests before have drawn from it
     * @param order what the run seed puts into an order
     * @param isDetected whether draws from the JVM were detected that nothing seeds
     * @param form how a pin of the test is written
     * @param keptIn names what may keep what earlier tests of the class left, such as a static field; empty for nothing
     * @param doubt why the failure may not come back, such as a race; empty where it does
     * @param hasEdgeCases whether edge cases were drawn, which the test seed alone does not bring back
     */
    public record Facts(
            Given test,
            Given around,
            boolean outlives,
            TestOrder order,
            boolean isDetected,
            PinForm form,
            String keptIn,
            String doubt,
            boolean hasEdgeCases) {

        /** Returns the facts of a test to which no extension of ours was attached. */
        public static Facts of(TestOrder order) {
            return of(order, "", "");
        }

        /** Returns the same where earlier tests may have left something. */
        public static Facts of(TestOrder order, String keptIn, String doubt) {
            return new Facts(Given.NOTHING, Given.NOTHING, false, order, false, PinForm.SEEDED, keptIn, doubt, false);
        }
    }

    /** Decides what brings a failure back; empty if seeds have no part in it. */
    public static Optional<Reproduction> of(Facts facts, Run run) {
        boolean concernsAll = facts.order != TestOrder.NATURAL || run.wanted().areFromSeed();
        Given given = facts.test.and(facts.around);
        if (given == Given.NOTHING && !concernsAll && !facts.isDetected) {
            return Optional.empty();
        }
        Selection ordered = selection(facts.order, facts.outlives);
        boolean isKept = ordered == Selection.TEST && !facts.keptIn.isEmpty();
        Selection selection = isKept ? Selection.CLASS : ordered;
        boolean isAlone = facts.around == Given.NOTHING
                && selection == Selection.TEST
                && facts.test == Given.DERIVED
                && facts.doubt.isEmpty()
                && run.after().isEmpty()
                && !run.global().seedsOrdersOrClock()
                && !run.wanted().areOfOneRun();
        PinForm alone = facts.hasEdgeCases ? facts.form.withDraws() : facts.form;
        return Optional.of(new Reproduction(
                selection,
                // A pin holds for its test, and not for the others that run again.
                settings(run, concernsAll || given == Given.DERIVED || selection != Selection.TEST),
                isAlone ? alone : PinForm.NONE,
                reason(isKept ? facts.keptIn : "", facts.outlives && facts.order == TestOrder.NATURAL),
                facts.doubt));
    }

    private static String reason(String keptIn, boolean outlives) {
        if (!keptIn.isEmpty()) {
            return "needs the tests before it, as " + keptIn + " may keep state from earlier tests";
        }
        return outlives ? "needs the tests before it, as its class may keep a generator from one test to the next" : "";
    }

    /**
     * Decides what has to run so that a test is what it was.
     *
     * @param order what the run seed puts into an order
     * @param outlives whether tests may draw from a generator that was kept, one after the other
     */
    public static Selection selection(TestOrder order, boolean outlives) {
        return switch (order) {
            case NATURAL -> outlives ? Selection.CLASS : Selection.TEST;
            case METHODS -> Selection.CLASS;
            case CLASSES -> Selection.RUN;
        };
    }

    /** Returns whether the run seed decides over the failure. */
    public boolean needsRunSeed() {
        return settings.stream().anyMatch(setting -> setting.name().equals(Setting.SEED.property()));
    }

    /** Returns this with a setting, in place of another value that it has. */
    public Reproduction with(Property setting) {
        return having(Stream.concat(others(setting.name()), Stream.of(setting)));
    }

    /** Returns this with the number that a word stands for as the run seed, such as a commit, which another machine may not know. */
    Reproduction withNumber(Run run) {
        return run.given().filter(given -> !given.meaning().isEmpty()).isPresent()
                ? with(new Property(Setting.SEED.property(), run.seed().toString()))
                : this;
    }

    /** Returns this without shrinking, which would show another failure. */
    Reproduction unshrunk(Run run) {
        return run.shrinksReplays() ? with(new Property(Setting.SHRINK.property(), "false")) : this;
    }

    /** Returns this without a setting. */
    public Reproduction without(Setting setting) {
        return having(others(setting.property()));
    }

    private Stream<Property> others(String name) {
        return settings.stream().filter(other -> !other.name().equals(name));
    }

    private Reproduction having(Stream<Property> found) {
        return new Reproduction(selection, found.toList(), pin, reason, doubt);
    }

    /**
     * Returns what has to be set so that a run is what it was.
     *
     * @param needsRunSeed whether the run seed decides over it
     */
    public static List<Property> settings(Run run, boolean needsRunSeed) {
        List<Property> settings = new ArrayList<>();
        if (needsRunSeed) {
            settings.add(new Property(Setting.SEED.property(), run.seed().toString()));
        }
        Surroundings surroundings = run.surroundings();
        // Their names, as another JDK has others to choose from.
        GivenSurroundings.settings(surroundings).forEach((name, value) -> settings.add(new Property(name, value)));
        // Midnights are the zone's, so instants from a seed are.
        if (surroundings.zone().isEmpty()
                && run.global().clock().filter(clock -> clock.fixed().isEmpty()).isPresent()) {
            settings.add(
                    new Property(Setting.ZONE.property(), ZoneId.systemDefault().getId()));
        }
        run.global()
                .mode()
                .ifPresent(mode -> settings.add(
                        new Property(Setting.GLOBAL.property(), mode.name().toLowerCase(Locale.ROOT))));
        if (run.global().strict()) {
            settings.add(new Property(Setting.STRICT.property(), "true"));
        }
        if (!run.global().unordered().isEmpty()) {
            settings.add(new Property(
                    Setting.UNORDERED.property(), Unordered.text(run.global().unordered())));
        }
        run.global().clock().ifPresent(clock -> settings.add(new Property(Setting.CLOCK.property(), clock.text())));
        if (run.pins() == PinPolicy.IGNORE) {
            settings.add(new Property(Setting.PINS.property(), "ignore"));
        }
        if (run.edgeCases()) {
            settings.add(new Property(Setting.EDGE_CASES.property(), "true"));
        }
        run.timeout().ifPresent(time -> settings.add(new Property(Setting.TIMEOUT.property(), time.toSeconds() + "s")));
        run.after()
                .ifPresent(others -> settings.add(
                        new Property(Setting.AFTER.property(), others.text().trim())));
        run.draws()
                .ifPresent(draws -> settings.add(
                        new Property(Setting.DRAWS.property(), draws.text().trim())));
        return settings;
    }
}
