package dev.seeded.internal.explore;

import dev.seeded.Seed;
import dev.seeded.internal.draws.Draw;
import dev.seeded.internal.draws.DrawRecord.Difference;
import dev.seeded.internal.execution.RunResult;
import dev.seeded.internal.execution.RunResult.Outcome;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.opentest4j.AssertionFailedError;

/** Says how two runs of a test with one seed differ. */
final class Check {

    private Check() {}

    /** Where a test runs again. */
    enum Place {
        THIS_JVM("twice", "", "something that is not seeded decides", "second run: "),
        SECOND_JVM(
                "in two JVMs",
                " in a second JVM",
                "something that each JVM chooses for itself, such as the order of Set.of, decides",
                "second JVM: ");

        private final String both;
        private final String there;
        private final String cause;
        private final String label;

        Place(String both, String there, String cause, String label) {
            this.both = both;
            this.there = there;
            this.cause = cause;
            this.label = label;
        }
    }

    /**
     * Returns the failure of a test that passed first.
     *
     * @param title what a person calls the test
     * @param place where the second run was
     * @param first the outcome of the first run
     * @param second the outcome of the second run
     * @param difference the first draw that differs
     * @return empty if both runs were alike
     */
    static Optional<AssertionFailedError> failure(
            String title, Seed seed, Place place, RunResult first, RunResult second, Optional<Difference> difference) {
        boolean passed = second.outcome() == Outcome.PASSED;
        boolean sameTests = first.tests() == second.tests();
        if (passed && difference.isEmpty() && sameTests) {
            return Optional.empty();
        }
        String outcome = switch (second.outcome()) {
            case PASSED -> " passed " + place.both;
            case FAILED -> " passed, then failed" + place.there;
            case ABORTED -> " passed, then was aborted" + place.there;
            case SKIPPED -> " passed, then was skipped" + place.there;
        };
        String message = title + outcome + " with the same run seed " + seed;
        if (difference.isEmpty()) {
            message += passed
                    ? ", first as " + tests(first) + ", then as " + tests(second) + ": " + place.cause
                    : ", though it drew the same: " + place.cause;
        } else if (!passed && difference.get().second() == null && second.throwable() != null) {
            message += ", before it drew as much: " + second.throwable();
        } else {
            message +=
                    ", and drew differently: " + place.cause + " what it draws\n" + describe(difference.get(), place);
        }
        if (!passed && place == Place.SECOND_JVM) {
            message += "\n  -Dseed.check.jvm=false leaves the second JVM out";
        }
        AssertionFailedError failure = new AssertionFailedError(message, second.throwable());
        // Where to look is in the user's code.
        failure.setStackTrace(difference.stream()
                .flatMap(found -> Stream.of(found.second(), found.first()))
                .flatMap(draw -> Stream.ofNullable(draw == null ? null : draw.site()))
                .limit(1)
                .flatMap(site -> site.frames().stream())
                .toArray(StackTraceElement[]::new));
        return Optional.of(failure);
    }

    private static String tests(RunResult run) {
        return run.tests() + (run.tests() == 1 ? " test" : " tests");
    }

    private static String describe(Difference difference, Place place) {
        String number = difference.number() == difference.last()
                ? String.format(Locale.ROOT, "%,d", difference.number())
                : String.format(Locale.ROOT, "%,d or one up to %,d", difference.number(), difference.last());
        String what =
                Stream.of(difference.first(), difference.second()).anyMatch(draw -> draw != null && draw.isCount())
                        ? "what differs is how many numbers were drawn from "
                        : "the first draw that differs is number " + number + " of ";
        return "  " + what + shortName(difference.generator())
                + "\n  first run:  " + describe(difference.first(), difference.forgotten())
                + "\n  " + place.label + describe(difference.second(), false);
    }

    /** Returns the last segment of the context that a generator belongs to, and its kind: the test is named already. */
    private static String shortName(String generator) {
        return generator.substring(generator.lastIndexOf("/[", generator.indexOf("] ")) + 1);
    }

    private static String describe(@Nullable Draw draw, boolean forgotten) {
        if (draw == null) {
            return forgotten ? "not kept, as there were too many draws" : "no such draw";
        }
        StringBuilder text = new StringBuilder(draw.text());
        Draw.Site site = draw.site();
        if (site != null) {
            text.append(site.thread() == 1 ? "" : " in thread " + site.thread() + " of those that draw");
            site.frames().forEach(frame -> text.append("\n      at ").append(frame));
        }
        return text.toString();
    }
}
