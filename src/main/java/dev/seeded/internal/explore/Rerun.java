package dev.seeded.internal.explore;

import dev.seeded.Seed;
import dev.seeded.internal.console.Counted;
import dev.seeded.internal.draws.Draw;
import dev.seeded.internal.draws.DrawRecord.Difference;
import dev.seeded.internal.execution.RunResult;
import dev.seeded.internal.execution.RunResult.Outcome;
import dev.seeded.internal.note.Failures;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.opentest4j.AssertionFailedError;

/** A second run of a test with the seed of the first; says how the two differ. */
enum Rerun {
    IN_THIS_JVM("twice", "", "first run:  ", "second run: "),
    IN_SECOND_JVM("in two JVMs", " in a second JVM", "first JVM:  ", "second JVM: ");

    private final String both;
    private final String there;
    private final String first;
    private final String second;

    Rerun(String both, String there, String first, String second) {
        this.both = both;
        this.there = there;
        this.first = first;
        this.second = second;
    }

    /**
     * Returns whether two runs differ, of which the first passed.
     *
     * @param difference the first draw that differs
     */
    static boolean differ(RunResult first, RunResult second, Optional<Difference> difference) {
        return second.outcome() != Outcome.PASSED || difference.isPresent() || first.tests() != second.tests();
    }

    /**
     * Returns the failure of a test that passed first, and then differed.
     *
     * @param title what a person calls the test
     * @param difference the first draw that differs
     */
    AssertionFailedError failure(
            String title, Seed seed, RunResult first, RunResult second, Optional<Difference> difference, Cause cause) {
        boolean passed = second.outcome() == Outcome.PASSED;
        String outcome = switch (second.outcome()) {
            case PASSED -> " passed " + both;
            case FAILED -> " passed, then failed" + there;
            case ABORTED -> " passed, then was aborted" + there;
            case SKIPPED -> " passed, then was skipped" + there;
        };
        String message = title + outcome + " with the same run seed " + seed;
        if (difference.isEmpty()) {
            message += passed
                    ? ", first as " + Counted.of(first.tests(), "test") + ", then as "
                            + Counted.of(second.tests(), "test") + ": " + cause.decides("")
                    : " and the same draws: " + cause.decides("");
        } else if (!passed && difference.get().second() == null && second.throwable() != null) {
            message += ", before it drew as much: " + second.throwable() + "\n  " + cause.decides("");
        } else {
            message += (passed ? ", but" : ", and") + " its draws differed: " + cause.decides(" what it draws") + "\n"
                    + describe(difference.get());
        }
        if (!passed && !cause.remedy().isEmpty()) {
            message += "\n  " + cause.remedy();
        }
        AssertionFailedError failure = new AssertionFailedError(message, second.throwable());
        Stream<StackTraceElement[]> draws = difference.stream()
                .flatMap(found -> Stream.of(found.second(), found.first()))
                .flatMap(draw -> Stream.ofNullable(draw == null ? null : draw.site()))
                .map(site -> site.frames().toArray(StackTraceElement[]::new));
        Throwable thrown = second.throwable();
        Stream<StackTraceElement[]> failures =
                thrown == null ? Stream.empty() : Stream.<StackTraceElement[]>of(thrown.getStackTrace());
        // Where to look is in the user's code.
        failure.setStackTrace(Stream.concat(draws, failures)
                .filter(frames -> frames.length > 0)
                .findFirst()
                .orElseGet(() -> Failures.shortest(failure)));
        return failure;
    }

    private String describe(Difference difference) {
        boolean isCount =
                Stream.of(difference.first(), difference.second()).anyMatch(draw -> draw != null && draw.isCount());
        String draw = difference.number() == difference.last()
                ? "draw " + Counted.number(difference.number())
                : "one of the draws " + Counted.number(difference.number()) + " to "
                        + Counted.number(difference.last());
        String what = isCount
                ? "what differs is how many numbers were drawn from " + difference.generator()
                : draw + " of " + difference.generator() + " is the first that differs";
        return "  " + what
                + "\n  " + first + describe(difference.first(), difference.forgotten())
                + "\n  " + second + describe(difference.second(), false);
    }

    private static String describe(@Nullable Draw draw, boolean forgotten) {
        if (draw == null) {
            return forgotten ? "not recorded, because there were too many draws" : "no such draw";
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
