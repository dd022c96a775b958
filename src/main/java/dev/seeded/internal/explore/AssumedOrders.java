package dev.seeded.internal.explore;

import static java.util.Objects.requireNonNull;

import dev.seeded.Seed;
import dev.seeded.internal.JvmState;
import dev.seeded.internal.config.Setting;
import dev.seeded.internal.console.Counted;
import dev.seeded.internal.execution.FailureShape;
import dev.seeded.internal.execution.Fewest;
import dev.seeded.internal.execution.RunResult;
import dev.seeded.internal.execution.RunResult.Outcome;
import dev.seeded.internal.jvm.OrderedSites;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds out whether tests that fail assume an order that nobody promised, and of what.
 *
 * @param narrows whether the place is looked for
 * @param confirms whether fresh JVMs are asked where what failed before may decide
 */
record AssumedOrders(FreshRuns freshRuns, boolean narrows, boolean confirms) {

    private static final Map<String, String> NATURAL = Map.of(Setting.UNORDERED.property(), "false");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** More sites make a sentence that nobody reads. */
    private static final int LISTED = 5;

    /**
     * What is known of a failed test.
     *
     * @param isAssumed whether the order decides over it
     */
    record Assumption(boolean isAssumed, String text) {}

    /** Says of failed tests whether they pass in the natural order, if they did not run in it. */
    void judge(ClassExploration explored, TestExploration test) {
        assumption(explored, test).ifPresent(found -> test.judge(found.text()));
    }

    /** Returns what is known of a failed test; empty if it ran in the natural order, or fails after others alone. */
    Optional<Assumption> assumption(ClassExploration explored, TestExploration test) {
        return test.tally().groups().stream()
                .filter(unused -> !explored.run().global().unordered().isEmpty())
                .findFirst()
                .map(failed -> new Investigation(
                                explored, test, failed.shape(), failed.seeds().get(0))
                        .find());
    }

    private static final class LateException extends RuntimeException {

        private static final long serialVersionUID = 1;
    }

    /** Looks into one failure. */
    private final class Investigation {

        private final ClassExploration explored;
        private final TestExploration test;
        private final FailureShape shape;
        private final Seed seed;
        private int runs;

        Investigation(ClassExploration explored, TestExploration test, FailureShape shape, Seed seed) {
            this.explored = explored;
            this.test = test;
            this.shape = shape;
            this.seed = seed;
        }

        Assumption find() {
            RunResult here = here(NATURAL);
            if (passes(here) && here(Map.of()).hasFailedAs(shape)) {
                return new Assumption(true, narrows ? narrowed() : "passes in natural order: it assumes an order");
            }
            if (!confirms) {
                return new Assumption(
                        false,
                        here.hasFailedAs(shape)
                                ? "fails in natural order too, in this JVM"
                                : "cannot tell whether it passes in natural order");
            }
            // What failed before may have left something behind.
            Optional<RunResult> natural = fresh(NATURAL);
            Optional<RunResult> ordered = fresh(Map.of());
            if (natural.isEmpty()
                    || ordered.filter(result -> result.hasFailedAs(shape)).isEmpty()) {
                return new Assumption(false, "cannot tell whether it passes in natural order: it does not fail again");
            }
            return passes(natural.get())
                    ? new Assumption(true, "passes in natural order, in a fresh JVM: it assumes an order")
                    : new Assumption(false, "fails in natural order too");
        }

        private RunResult here(Map<String, String> settings) {
            runs++;
            RunResult result = explored.tryOut(List.of(test), seed, settings).get(test);
            return requireNonNull(result);
        }

        private Optional<RunResult> fresh(Map<String, String> settings) {
            return freshRuns
                    .runAnew(explored.around(List.of(test)), seed, settings)
                    .flatMap(results -> Optional.ofNullable(results.get(test)));
        }

        private boolean passes(RunResult result) {
            return result.outcome() == Outcome.PASSED;
        }

        private String narrowed() {
            OrderedSites all = OrderedSites.all();
            if (!failsWith(all)) {
                return "passes in natural order, and only sometimes in another: the order is not the only cause";
            }
            long end = System.nanoTime() + PATIENCE.toNanos();
            List<String> sites;
            try {
                sites = Fewest.of(all.met(), some -> {
                    if (System.nanoTime() > end) {
                        throw new LateException();
                    }
                    return failsWith(OrderedSites.only(some));
                });
            } catch (LateException late) {
                return "passes in natural order: it assumes an order, in one of "
                        + Counted.of(all.met().size(), "place")
                        + ", which was not found in " + PATIENCE.toSeconds() + " seconds";
            }
            String found = sites.size() == 1
                    ? "assumes an order: " + sites.get(0)
                    : "assumes an order, which it meets in " + Counted.of(sites.size(), "place")
                            + ", and all of them matter: "
                            + String.join("; ", sites.subList(0, Math.min(LISTED, sites.size())))
                            + (sites.size() > LISTED ? "; …" : "");
            return found + " (passes in natural order; " + Counted.of(runs, "run") + ")";
        }

        private boolean failsWith(OrderedSites sites) {
            return JvmState.ORDERED_SITES
                    .holding(OrderedSites.class)
                    .during(sites, () -> here(Map.of()))
                    .hasFailedAs(shape);
        }
    }
}
