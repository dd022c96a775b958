package dev.seeded.chance;

import dev.seeded.chance.Claim.Subject;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Supplier;

/**
 * Claims about a distribution: how often each of a few outcomes comes.
 *
 * <pre>{@code
 * Outcomes.of(() -> die.roll(random)).areUniform(List.of(1, 2, 3, 4, 5, 6));
 * Outcomes.of(() -> prize.draw(random)).margin(0.02).follow(Map.of("none", 0.9, "book", 0.1));
 * }</pre>
 *
 * <p>These are as many claims of a {@link Chance} as there are outcomes, which share the false alarms: one that is refuted
 * refutes the whole, all of them must be confirmed. Outcomes are told apart by {@code equals}, and named in messages by
 * {@code toString}. There may be 1,000.
 *
 * <p>The package says {@linkplain dev.seeded.chance how claims are decided} and what trials must be. Immutable; trials run on
 * the caller's thread, and what they throw, the claim throws.
 *
 * @param <T> the type of the outcomes
 * @since 0.1.0
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

    /** Returns the outcomes that {@code trial} gives; each call must try anew, independently of the others. */
    public static <T> Outcomes<T> of(Supplier<? extends T> trial) {
        return new Outcomes<>(trial, OptionalDouble.empty(), DEFAULT);
    }

    @Override
    Outcomes<T> with(Limits limits) {
        return new Outcomes<>(trial, margin, limits);
    }

    /**
     * Returns a copy with another margin, by which the chance of an outcome may differ and pass. The default is half of the
     * smallest chance that is claimed, and 0.05 for the comparison of two sources.
     */
    public Outcomes<T> margin(double margin) {
        return new Outcomes<>(trial, OptionalDouble.of(margin), limits);
    }

    /**
     * Claims that all of these outcomes have the same chance, and that no others occur.
     *
     * @return the number of trials that it took
     * @throws AssertionError as in {@link #follow(Map)}
     * @throws IllegalArgumentException as in {@link #follow(Map)}, or if an outcome is listed twice
     */
    public int areUniform(Collection<? extends T> outcomes) {
        Map<T, Double> chances = new LinkedHashMap<>();
        for (T outcome : outcomes) {
            if (chances.put(outcome, 1.0 / outcomes.size()) != null) {
                throw new IllegalArgumentException(outcome + " is listed twice");
            }
        }
        return follow(chances);
    }

    /**
     * Claims that each outcome has the given chance. One that is not listed, or with a chance of 0, refutes that at once.
     *
     * @return the number of trials that it took
     * @throws AssertionError if the claim is refuted, or undecided after the most trials; an {@code AssertionFailedError}
     *     where OpenTest4J is on the class path, as with JUnit
     * @throws IllegalArgumentException if the chances do not sum to 1, or no trial could refute the claim, or none confirm it
     */
    public int follow(Map<? extends T, Double> chances) {
        double sum = 0;
        double least = 1;
        for (double chance : chances.values()) {
            sum += chance;
            least = chance == 0 ? least : Math.min(least, chance);
        }
        if (!(least > 0 && Math.abs(sum - 1) <= ROUNDING)) {
            throw new IllegalArgumentException(chances + ": the chances must not be negative, and sum to 1");
        }
        double allowed = margin.orElse(least / 2);
        Map<T, Claim> claims = new LinkedHashMap<>();
        chances.forEach((outcome, chance) -> {
            if (chance > 0) {
                Subject subject = new Subject("chance of " + outcome, 0, 1, true);
                String text = Text.rounded(chance, allowed, RoundingMode.HALF_EVEN);
                double exact = Math.min(1, chance);
                claims.put(outcome, new Claim(subject, text, exact, exact, allowed, limits, 1.0 / chances.size()));
            }
        });
        requireOpen(claims.values());
        for (int number = 1; number <= limits.most(); number++) {
            T outcome = trial.get();
            Claim claim = claims.get(outcome);
            if (claim == null) {
                throw Text.failure(outcome + " must not occur, but did in trial " + number);
            }
            claim.add(1);
            if (areConfirmed(claims.values(), number)) {
                return number;
            }
        }
        throw Claim.undecided(claims.values());
    }

    /**
     * Claims that each outcome has the same chance as with another source.
     *
     * @param other gives an outcome of the other source, for each trial of this one
     * @return the number of trials that it took, of each
     * @throws AssertionError as in {@link #follow(Map)}
     * @throws IllegalArgumentException if the margin is not between 0 and 1
     * @throws IllegalStateException if there are more than 1,000 outcomes
     */
    public int followAs(Supplier<? extends T> other) {
        List<Claim> claims = new ArrayList<>(List.of(difference("an outcome that never came", 1)));
        requireOpen(claims);
        Map<T, Claim> found = new HashMap<>();
        for (int number = 1; number <= limits.most(); number++) {
            T outcome = trial.get();
            T another = other.get();
            Claim more = found.computeIfAbsent(outcome, one -> discovered(one, claims));
            Claim less = found.computeIfAbsent(another, one -> discovered(one, claims));
            if (found.size() > MOST_OUTCOMES) {
                throw new IllegalStateException("more than " + MOST_OUTCOMES
                        + " different outcomes: put them into groups, the chances of which are greater");
            }
            if (more != less) {
                more.add(1);
                less.add(-1);
            }
            if (areConfirmed(claims, number)) {
                return number;
            }
        }
        throw Claim.undecided(claims);
    }

    /**
     * Adds the claim of an outcome that occurs for the first time. The shares of the false alarms, 1/2, 1/6, 1/12 and so on,
     * sum to 1. They are halved because the trial that finds an outcome counts, though nobody can bet on what is not known
     * yet: this doubles the evidence at most.
     */
    private Claim discovered(T outcome, List<Claim> claims) {
        Claim claim = difference(String.valueOf(outcome), 0.5 / (claims.size() * (claims.size() + 1.0)));
        claims.add(claim);
        return claim;
    }

    private Claim difference(String outcome, double share) {
        Subject subject = new Subject("difference of the chances of " + outcome, -1, 1, true);
        return new Claim(subject, "0", 0, 0, margin.orElse(DIFFERENCE), limits, share);
    }

    private static void requireOpen(Collection<Claim> claims) {
        if (claims.stream().allMatch(Claim::isConfirmed)) {
            throw new IllegalArgumentException("with so large a margin, all chances of these outcomes pass");
        }
    }

    private static boolean areConfirmed(Collection<Claim> claims, int trials) {
        boolean confirmed = true;
        for (Claim claim : claims) {
            confirmed &= claim.isDue(trials) && claim.isConfirmed(trials);
        }
        return confirmed;
    }
}
