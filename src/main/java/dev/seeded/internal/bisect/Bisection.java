package dev.seeded.internal.bisect;

import dev.seeded.internal.bisect.Finding.Kind;
import dev.seeded.internal.bisect.Prober.Outcome;
import dev.seeded.internal.bisect.Prober.StoppedException;
import dev.seeded.internal.execution.Fewest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds out what one failed test has to do with those before it: first which classes, then which of their tests. What was
 * tried is remembered; what is found is tried once more.
 */
final class Bisection {

    private final List<RanTest> before;
    private final List<RanTest> later;
    private final String origin;
    private final Prober prober;
    private final Map<List<RanTest>, Outcome> known = new HashMap<>();
    private int probes;

    /** The fewest tests after which the test failed so far. */
    private List<RanTest> polluting = List.of();

    /**
     * Prepares to look at a test.
     *
     * @param before what ran before it, in its order
     * @param later what ran after it, or would have
     * @param origin says where all of these come from
     */
    Bisection(List<RanTest> before, List<RanTest> later, String origin, Prober prober) {
        this.before = before;
        this.later = later;
        this.origin = origin;
        this.prober = prober;
    }

    /**
     * Looks for the fewest tests that decide.
     *
     * @param suspected what decided over other tests, which is tried first
     */
    Finding find(Collection<List<RanTest>> suspected) {
        try {
            return switch (after(List.of())) {
                case PASSED -> before.isEmpty() ? finding(Kind.PASSES_ALONE, 0, "") : polluted(suspected);
                case FAILED_ALIKE -> failingAlone("");
                case FAILED_OTHERWISE -> failingAlone("alone it fails in another way");
                case NOT_RUN -> finding(Kind.UNKNOWN, 0, "alone it is skipped or aborted");
            };
        } catch (StoppedException stopped) {
            String reason = String.valueOf(stopped.getMessage());
            return new Finding(Kind.UNFINISHED, polluting, Optional.empty(), polluting.size(), origin, probes, reason);
        }
    }

    private Finding polluted(Collection<List<RanTest>> suspected) {
        for (List<RanTest> suspects : suspected) {
            if (before.containsAll(suspects) && failsAfter(suspects)) {
                polluting = suspects;
                return confirmed(Kind.POLLUTED, Fewest.of(suspects, this::failsAfter), Outcome.FAILED_ALIKE);
            }
        }
        return switch (after(before)) {
            case FAILED_ALIKE -> {
                polluting = before;
                yield confirmed(Kind.POLLUTED, fewest(before, Outcome.FAILED_ALIKE), Outcome.FAILED_ALIKE);
            }
            case FAILED_OTHERWISE ->
                finding(Kind.UNKNOWN, 0, "it passes alone, and fails in another way after the tests before it");
            case PASSED -> finding(Kind.PASSES_ALWAYS, before.size(), "");
            case NOT_RUN -> finding(Kind.UNKNOWN, 0, "it is skipped or aborted after the tests before it");
        };
    }

    private Finding failingAlone(String reason) {
        List<RanTest> all = Stream.concat(before.stream(), later.stream()).toList();
        if (all.isEmpty()) {
            return finding(Kind.FAILS_ALONE, 0, reason);
        }
        return switch (after(all)) {
            case PASSED -> confirmed(Kind.BRITTLE, fewest(all, Outcome.PASSED), Outcome.PASSED);
            case FAILED_ALIKE, FAILED_OTHERWISE -> finding(Kind.FAILS_ALWAYS, all.size(), reason);
            case NOT_RUN -> finding(Kind.UNKNOWN, 0, "it fails alone, and is skipped or aborted after the others");
        };
    }

    private List<RanTest> fewest(List<RanTest> tests, Outcome wanted) {
        Map<String, List<RanTest>> byClass = new LinkedHashMap<>();
        tests.forEach(test -> byClass.computeIfAbsent(test.outermostClass(), unused -> new ArrayList<>())
                .add(test));
        List<List<RanTest>> classes = Fewest.of(List.copyOf(byClass.values()), some -> after(flat(some)) == wanted);
        return Fewest.of(flat(classes), some -> after(some) == wanted);
    }

    private static List<RanTest> flat(List<List<RanTest>> classes) {
        return classes.stream().flatMap(List::stream).toList();
    }

    /** Tries once more what was found: chance would hardly repeat it. */
    private Finding confirmed(Kind kind, List<RanTest> found, Outcome wanted) {
        if (probe(found) != wanted || probe(List.of()) != after(List.of())) {
            return finding(Kind.CHANGES, found.size(), "");
        }
        return new Finding(kind, found, twin(found, wanted), found.size(), origin, probes, "");
    }

    /** Where any test of a class will do, it is what they share that decides. */
    private Optional<RanTest> twin(List<RanTest> found, Outcome wanted) {
        if (found.size() != 1) {
            return Optional.empty();
        }
        RanTest only = found.get(0);
        return Stream.concat(before.stream(), later.stream())
                .filter(test -> test.className().equals(only.className()) && !test.equals(only))
                .findFirst()
                .filter(other -> after(List.of(other)) == wanted);
    }

    private boolean failsAfter(List<RanTest> tests) {
        return after(tests) == Outcome.FAILED_ALIKE;
    }

    private Outcome after(List<RanTest> tests) {
        Outcome remembered = known.get(tests);
        if (remembered != null) {
            return remembered;
        }
        Outcome outcome = probe(tests);
        known.put(tests, outcome);
        if (outcome == Outcome.FAILED_ALIKE && tests.size() < polluting.size()) {
            polluting = tests;
        }
        return outcome;
    }

    private Outcome probe(List<RanTest> tests) {
        Outcome outcome = prober.probe(tests);
        probes++;
        return outcome;
    }

    private Finding finding(Kind kind, int count, String reason) {
        return new Finding(kind, List.of(), Optional.empty(), count, origin, probes, reason);
    }
}
