package dev.seeded.chance;

import static java.util.Objects.requireNonNull;

import dev.seeded.chance.Claim.Subject;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Claims about a distribution: how often each of a few outcomes comes.
 *
 * <pre>{@code
 * Outcomes.of(() -> die.roll(random)).areUniform(List.of(1, 2, 3, 4, 5, 6));
 * Outcomes.of(() -> prize.draw(random)).margin(0.02).follow(Map.of("none", 0.9, "book", 0.1));
 * }</pre>
 *
 * <p>A claim consists of one claim about the {@link Chance} of each outcome. It fails if one of them is refuted, and passes
 * if all of them are confirmed. They share the false alarms.
 *
 * <p>Two outcomes are the same if they are equal by {@code equals}, or by the comparator of a sorted map. Messages show
 * their {@code toString}. An outcome must not change after a trial has given it. Do not use arrays or a {@code
 * StringBuilder}, because they are equal only to themselves; use lists or text. There can be at most 1,000 outcomes.
 *
 * <p>The {@linkplain dev.seeded.chance package} explains how claims are decided, and which trials they need. Instances are
 * immutable. Trials run on the thread of the caller. If a trial throws an exception, the claim throws it too.
 *
 * @param <T> the type of the outcomes
 * @since 0.1
 */
public final class Outcomes<T> extends Stopping<Outcomes<T>> {

    private static final int MOST_OUTCOMES = 1_000;
    private static final double ROUNDING = 1e-9;
    private static final double DIFFERENCE = 0.05;

    private final Supplier<? extends T> trial;
    private final OptionalDouble margin;

    private Outcomes(Supplier<? extends T> trial, OptionalDouble margin, Limits limits) {
        super(limits);
        this.trial = trial;
        this.margin = margin;
    }

    /** Returns the outcomes that {@code trial} gives. Each call must be a new trial, independent of the others. */
    public static <T> Outcomes<T> of(Supplier<? extends T> trial) {
        return new Outcomes<>(requireNonNull(trial, "trial"), OptionalDouble.empty(), DEFAULT);
    }

    @Override
    Outcomes<T> with(Limits limits) {
        return new Outcomes<>(trial, margin, limits);
    }

    /**
     * Returns a copy with the given margin: how far the chance of an outcome may be from the claim and still pass. The
     * default is half of the smallest claimed chance, and 0.05 if two sources are compared.
     *
     * @throws IllegalArgumentException if the margin is not between 0 and 1
     */
    public Outcomes<T> margin(double margin) {
        if (!(margin > 0 && margin < 1)) {
            throw new IllegalArgumentException(
                    "a margin of " + Text.plain(margin) + ": it must be above 0 and below 1");
        }
        return new Outcomes<>(trial, OptionalDouble.of(margin), limits);
    }

    /**
     * Claims that all of these outcomes have the same chance, and that no other outcome comes.
     *
     * @return the number of trials that the claim took
     * @throws AssertionError as in {@link #follow(Map)}
     * @throws IllegalArgumentException as in {@link #follow(Map)}, or if an outcome is listed twice
     */
    public int areUniform(Collection<? extends T> outcomes) {
        Map<T, Double> chances = new LinkedHashMap<>();
        for (T outcome : outcomes) {
            if (chances.put(outcome, 1.0 / outcomes.size()) != null) {
                throw new IllegalArgumentException(Text.outcome(outcome) + " is listed twice");
            }
        }
        return follow(chances);
    }

    /**
     * Claims that each outcome has the given chance. An outcome that is not listed, or that has a chance of 0, refutes the
     * claim at once.
     *
     * @param chances the chance of each outcome; if the map is sorted by a comparator, the comparator decides which
     *     outcomes are the same
     * @return the number of trials that the claim took
     * @throws AssertionError if the claim is refuted, or undecided after the most trials; an {@code AssertionFailedError}
     *     if OpenTest4J is on the class path, as with JUnit
     * @throws IllegalArgumentException if the chances do not sum to 1, if there are more than 1,000, or if no trial could
     *     refute the claim, or no trial could confirm it
     */
    public int follow(Map<? extends T, Double> chances) {
        double allowed = margin.orElse(least(chances) / 2);
        Map<T, Claim> claims = empty(chances);
        // The first claim that is refuted is the one that the failure names, in each JVM.
        List<Map.Entry<? extends T, Double>> inOrder = new ArrayList<>(chances.entrySet());
        inOrder.sort(Comparator.comparing(entry -> Text.outcome(entry.getKey())));
        for (Map.Entry<? extends T, Double> entry : inOrder) {
            T outcome = entry.getKey();
            double chance = entry.getValue();
            if (chance > 0) {
                Subject subject = new Subject("chance of " + Text.outcome(outcome), 0, 1, true);
                String text = Text.rounded(chance, allowed, RoundingMode.HALF_EVEN);
                double exact = Math.min(1, chance);
                claims.put(outcome, new Claim(subject, text, exact, exact, allowed, limits, 1.0 / chances.size()));
            }
        }
        if (claims.values().stream().allMatch(Claim::isConfirmed)) {
            throw new IllegalArgumentException("with a margin of " + Text.plain(allowed)
                    + ", all chances of these outcomes pass: take one below the greatest chance");
        }
        for (int number = 1; number <= limits.most(); number++) {
            T outcome = trial.get();
            Claim claim = claims.get(outcome);
            if (claim == null) {
                boolean isListed = chances.keySet().stream().anyMatch(listed -> Objects.equals(listed, outcome));
                throw Text.failure("trial " + number + " gave " + Text.outcome(outcome)
                        + (isListed ? ", whose chance is 0" : ", which is not a listed outcome")
                        + unequal(outcome, claims.keySet()));
            }
            claim.add(1);
            if (limits.isDue(number) && areConfirmed(claims.values(), number)) {
                return number;
            }
        }
        throw Claim.undecided(claims.values());
    }

    /** Returns the least chance above 0. */
    private static double least(Map<?, Double> chances) {
        if (chances.size() > MOST_OUTCOMES) {
            throw new IllegalArgumentException(tooMany(chances.size()));
        }
        double sum = 0;
        double least = 1;
        for (Map.Entry<?, Double> entry : chances.entrySet()) {
            double chance = requireNonNull(entry.getValue(), () -> "chance of " + Text.outcome(entry.getKey()));
            if (!(chance >= 0)) {
                throw new IllegalArgumentException(
                        "a chance of " + chance + " of " + Text.outcome(entry.getKey()) + ": it must be 0 or more");
            }
            sum += chance;
            least = chance == 0 ? least : Math.min(least, chance);
        }
        if (Math.abs(sum - 1) > ROUNDING) {
            throw new IllegalArgumentException("the chances sum to " + Text.plain(sum) + ", and must sum to 1");
        }
        return least;
    }

    private static String tooMany(int outcomes) {
        return outcomes + " different outcomes: put them into groups with greater chances; there may be "
                + MOST_OUTCOMES;
    }

    /** Returns a map that tells outcomes apart as another does; a comparator takes what the other map would take. */
    @SuppressWarnings("unchecked")
    private static <T> Map<T, Claim> empty(Map<? extends T, Double> chances) {
        return chances instanceof SortedMap<? extends T, Double> sorted && sorted.comparator() != null
                ? new TreeMap<>((Comparator<? super T>) sorted.comparator())
                : new LinkedHashMap<>();
    }

    /** Says how an outcome differs from a listed one that looks the same; nothing if none does. */
    private static String unequal(Object outcome, Collection<?> listed) {
        return listed.stream()
                .filter(other -> Text.outcome(other).equals(Text.outcome(outcome)))
                .findFirst()
                .map(other -> ": a " + Text.type(outcome) + " that does not equal the " + Text.type(other)
                        + " which is listed")
                .orElse("");
    }

    /**
     * Claims that each outcome has the same chance as with a second source. The claim also takes all outcomes together that
     * one source has given more often, and compares their sum. So it can tell two sources apart that have no outcome in
     * common, even if each outcome is rare. It goes on until the outcomes that have not come yet have, together, a chance
     * of less than 0.05, or less than the margin.
     *
     * @param other gives an outcome of the second source, for each trial of this one
     * @return the number of trials of each source that the claim took
     * @throws AssertionError as in {@link #follow(Map)}
     * @throws IllegalStateException if there are more than 1,000 outcomes, or if an outcome has changed after it was given
     */
    public int followAs(Supplier<? extends T> other) {
        requireNonNull(other, "other");
        Comparison comparison = new Comparison();
        for (int number = 1; number <= limits.most(); number++) {
            Claim more = comparison.claim(trial.get(), number);
            Claim less = comparison.claim(other.get(), number);
            comparison.add(more, less);
            if (limits.isDue(number) && comparison.isConfirmed(number)) {
                return number;
            }
        }
        throw comparison.undecided();
    }

    /** What two sources have given. */
    private final class Comparison {

        private final double allowed = margin.orElse(DIFFERENCE);
        private final List<Claim> claims = new ArrayList<>();
        private final Map<T, Claim> found = new HashMap<>();

        /** The hash codes of the outcomes that were found. */
        private final IdentityHashMap<T, Integer> hashes = new IdentityHashMap<>();

        private final Claim together = difference("what the first source had given more often", 0.5);

        /** In which trials an outcome was found: the chance of that never rises. */
        private final Tally findings = new Tally(1);

        private int known;

        private Claim difference(String outcomes, double share) {
            Subject subject = new Subject("difference of the chances of " + outcomes, -1, 1, true);
            return new Claim(subject, "0", 0, 0, allowed, limits, share);
        }

        /**
         * Returns the claim of an outcome, a new one where it occurs for the first time. The shares of the false alarms are a
         * half for all together, and 1/4, 1/12, 1/24 and so on of the rest. These are halved because the trial that finds an
         * outcome counts, though nobody can bet on what is not known yet: this doubles the evidence at most.
         */
        Claim claim(T outcome, int trial) {
            Integer hash = hashes.get(outcome);
            if (hash != null && hash != Objects.hashCode(outcome)) {
                throw new IllegalStateException("trial " + trial + " gave the outcome of an earlier trial, changed to "
                        + Text.outcome(outcome) + ": return a copy from each trial, such as List.copyOf(list)");
            }
            return found.computeIfAbsent(outcome, one -> {
                if (found.size() == MOST_OUTCOMES) {
                    throw new IllegalStateException(tooMany(MOST_OUTCOMES + 1));
                }
                hashes.put(one, Objects.hashCode(one));
                int number = found.size() + 1;
                Claim claim = difference(Text.outcome(one), 0.25 / (number * (number + 1.0)));
                claims.add(claim);
                return claim;
            });
        }

        void add(Claim more, Claim less) {
            findings.add(found.size() > known ? 1 : 0, 1);
            known = found.size();
            // Before this trial is counted: bets are made before.
            together.add((more.leans() ? 1 : 0) - (less.leans() ? 1 : 0));
            if (more != less) {
                more.add(1);
                less.add(-1);
            }
        }

        /** Looks at all, each of which may refute. */
        boolean isConfirmed(int trials) {
            boolean outcomes = areConfirmed(claims, trials);
            return together.isConfirmed(trials) && outcomes && isComplete();
        }

        /** Returns whether outcomes that never came have too small a chance to matter. */
        boolean isComplete() {
            double most = Math.min(allowed, DIFFERENCE);
            return findings.reaches(1 / limits.missed(), -1, most, most);
        }

        AssertionError undecided() {
            claims.add(together);
            return isComplete()
                    ? Claim.undecided(claims)
                    : Text.failure("undecided, as more outcomes may come: in " + Text.trials(limits.most())
                            + " there were " + found.size() + "; allow more trials, or put outcomes into groups");
        }
    }

    private static boolean areConfirmed(Collection<Claim> claims, int trials) {
        boolean confirmed = true;
        for (Claim claim : claims) {
            confirmed &= claim.isConfirmed(trials);
        }
        return confirmed;
    }
}
