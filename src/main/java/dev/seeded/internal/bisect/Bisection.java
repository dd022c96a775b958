package dev.seeded.internal.bisect;

import dev.seeded.internal.bisect.Conclusion.Relation;
import dev.seeded.internal.bisect.Prober.Effect;
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

    private final TestReference test;
    private final List<TestReference> before;
    private final List<TestReference> later;
    private final String candidates;
    private final Prober prober;
    private final Map<List<TestReference>, Effect> known = new HashMap<>();
    private int probes;

    /** More tests that pollute alone make a sentence that nobody reads. */
    private static final int ALTERNATIVES = 5;

    /** More tests of one class are not tried one by one. */
    private static final int SINGLE = 20;

    /** The fewest tests after which the test failed so far. */
    private List<TestReference> polluting = List.of();

    /**
     * Prepares to look at a test.
     *
     * @param test the test
     * @param before what ran before it, in its order
     * @param later what ran after it, or would have
     * @param candidates says where all of these come from
     */
    Bisection(
            TestReference test,
            List<TestReference> before,
            List<TestReference> later,
            String candidates,
            Prober prober) {
        this.test = test;
        this.before = before;
        this.later = later;
        this.candidates = candidates;
        this.prober = prober;
    }

    /**
     * Looks for the fewest tests that decide.
     *
     * @param suspected what decided over other tests, which is tried first
     */
    Conclusion find(Collection<List<TestReference>> suspected) {
        try {
            return switch (after(List.of())) {
                case PASSED -> before.isEmpty() ? conclusion(Relation.PASSES_ALONE, 0, "") : polluted(suspected);
                case FAILED_ALIKE -> failingAlone("");
                case FAILED_OTHERWISE -> failingAlone("alone it fails in another way");
                case NOT_RUN -> conclusion(Relation.UNKNOWN, 0, "alone it is skipped or aborted");
            };
        } catch (StoppedException stopped) {
            String reason = String.valueOf(stopped.getMessage());
            return new Conclusion(
                    Relation.UNFINISHED, polluting, List.of(), false, polluting.size(), candidates, probes, reason);
        }
    }

    private Conclusion polluted(Collection<List<TestReference>> suspected) {
        for (List<TestReference> suspects : suspected) {
            if (before.containsAll(suspects) && failsAfter(suspects)) {
                polluting = suspects;
                return confirmed(Relation.POLLUTED, Fewest.of(suspects, this::failsAfter), Effect.FAILED_ALIKE);
            }
        }
        return switch (after(before)) {
            case FAILED_ALIKE -> {
                polluting = before;
                yield confirmed(Relation.POLLUTED, fewest(before, Effect.FAILED_ALIKE), Effect.FAILED_ALIKE);
            }
            case FAILED_OTHERWISE ->
                conclusion(Relation.UNKNOWN, 0, "it passes alone, and fails differently after the tests before it");
            case PASSED -> conclusion(Relation.PASSES_ALWAYS, before.size(), "");
            case NOT_RUN -> conclusion(Relation.UNKNOWN, 0, "it is skipped or aborted after the tests before it");
        };
    }

    private Conclusion failingAlone(String reason) {
        List<TestReference> all = Stream.concat(before.stream(), later.stream()).toList();
        if (all.isEmpty()) {
            return conclusion(Relation.FAILS_ALONE, 0, reason);
        }
        return switch (after(all)) {
            case PASSED -> confirmed(Relation.BRITTLE, fewest(all, Effect.PASSED), Effect.PASSED);
            case FAILED_ALIKE, FAILED_OTHERWISE ->
                // One may undo what another leaves.
                Stream.concat(Stream.of(before), ofItsClass(all).map(List::of))
                        .filter(some -> after(some) == Effect.PASSED)
                        .findFirst()
                        .map(some -> confirmed(Relation.BRITTLE, fewest(some, Effect.PASSED), Effect.PASSED))
                        .orElseGet(() -> conclusion(Relation.FAILS_ALWAYS, all.size(), reason));
            case NOT_RUN ->
                conclusion(Relation.UNKNOWN, 0, "it fails alone, and is skipped or aborted after the others");
        };
    }

    private Stream<TestReference> ofItsClass(List<TestReference> tests) {
        return tests.stream()
                .filter(other -> other.outermostClass().equals(test.outermostClass()))
                .limit(SINGLE);
    }

    private List<TestReference> fewest(List<TestReference> tests, Effect wanted) {
        Map<String, List<TestReference>> byClass = new LinkedHashMap<>();
        tests.forEach(test -> byClass.computeIfAbsent(test.outermostClass(), unused -> new ArrayList<>())
                .add(test));
        List<List<TestReference>> classes =
                Fewest.of(List.copyOf(byClass.values()), some -> after(flat(some)) == wanted);
        return Fewest.of(flat(classes), some -> after(some) == wanted);
    }

    private static List<TestReference> flat(List<List<TestReference>> classes) {
        return classes.stream().flatMap(List::stream).toList();
    }

    /** Tries once more what was found: chance would hardly repeat it. */
    private Conclusion confirmed(Relation relation, List<TestReference> found, Effect wanted) {
        if (probe(found) != wanted || probe(List.of()) != after(List.of())) {
            return conclusion(Relation.CHANGES, found.size(), "");
        }
        List<TestReference> alternatives = new ArrayList<>();
        boolean isComplete = relation == Relation.POLLUTED
                ? addPolluters(found, alternatives)
                : !twin(found, wanted).map(alternatives::add).isPresent();
        return new Conclusion(relation, found, alternatives, isComplete, found.size(), candidates, probes, "");
    }

    /** Where any test of a class will do, it is what they share that decides. */
    private Optional<TestReference> twin(List<TestReference> found, Effect wanted) {
        return found.size() != 1
                ? Optional.empty()
                : Stream.concat(before.stream(), later.stream())
                        .filter(test -> test.isInClassOf(found.get(0)) && !test.equals(found.get(0)))
                        .findFirst()
                        .filter(other -> after(List.of(other)) == wanted);
    }

    /**
     * Adds what makes the test fail alone as well; of a class only one, as all of its tests may.
     *
     * @return whether the test passes after all others
     */
    private boolean addPolluters(List<TestReference> found, List<TestReference> alternatives) {
        List<TestReference> rest = without(before, found);
        while (alternatives.size() < ALTERNATIVES && after(rest) == Effect.FAILED_ALIKE) {
            List<TestReference> next = fewest(rest, Effect.FAILED_ALIKE);
            if (next.size() != 1 || found.size() != 1) {
                return false;
            }
            TestReference other = next.get(0);
            alternatives.add(other);
            boolean isOfKnownClass = Stream.concat(found.stream(), alternatives.stream())
                    .anyMatch(known -> !known.equals(other) && known.isInClassOf(other));
            rest = isOfKnownClass
                    ? rest.stream().filter(test -> !test.isInClassOf(other)).toList()
                    : without(rest, next);
        }
        return alternatives.size() < ALTERNATIVES && after(rest) == Effect.PASSED;
    }

    private static List<TestReference> without(List<TestReference> tests, List<TestReference> some) {
        return tests.stream().filter(test -> !some.contains(test)).toList();
    }

    private boolean failsAfter(List<TestReference> tests) {
        return after(tests) == Effect.FAILED_ALIKE;
    }

    private Effect after(List<TestReference> tests) {
        Effect remembered = known.get(tests);
        if (remembered != null) {
            return remembered;
        }
        Effect effect = probe(tests);
        known.put(tests, effect);
        if (effect == Effect.FAILED_ALIKE && tests.size() < polluting.size()) {
            polluting = tests;
        }
        return effect;
    }

    private Effect probe(List<TestReference> tests) {
        Effect effect = prober.probe(tests);
        probes++;
        return effect;
    }

    private Conclusion conclusion(Relation relation, int count, String reason) {
        return new Conclusion(relation, List.of(), List.of(), false, count, candidates, probes, reason);
    }
}
