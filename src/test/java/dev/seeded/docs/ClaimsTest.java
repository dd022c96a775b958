package dev.seeded.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seeded.Labels;
import dev.seeded.Seed;
import dev.seeded.Seeded;
import dev.seeded.chance.Chance;
import dev.seeded.chance.Mean;
import dev.seeded.chance.Outcomes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@Seeded
class ClaimsTest {

    private final Classifier classifier = new Classifier();

    @Test
    void isRightOftenEnough(Random random) {
        long right = IntStream.range(0, 1_000)
                .filter(trial -> classifier.isRight(random))
                .count();

        assertThat(right).isGreaterThan(880);
    }

    @Test
    void isRightInNineOfTenCases(Random random) {
        Chance.of(() -> classifier.isRight(random)).isAtLeast(0.9, 0.02);
    }

    @Test
    void keepsItsElements(Random random, Labels labels) {
        List<Integer> list = random.ints(random.nextInt(5), 0, 10).boxed().toList();
        labels.add("empty", list.isEmpty());
        labels.sometimes("equal elements", Set.copyOf(list).size() < list.size());
        assertThat(shuffled(list, random)).containsExactlyInAnyOrderElementsOf(list);
    }

    private static List<Integer> shuffled(List<Integer> list, Random random) {
        List<Integer> shuffled = new ArrayList<>(list);
        Collections.shuffle(shuffled, random);
        return shuffled;
    }

    @Test
    void failsAsTheGuideShows() {
        Random random = new Random(42);

        assertThatThrownBy(() -> Chance.of(() -> random.nextDouble() < 0.85).isAtLeast(0.9, 0.02))
                .hasMessage("""
                        the chance is not at least 0.9: 0.856 in 2,624 trials, between 0.834 and 0.875 (95 % interval)
                          evidence against the claim: 8.2e9 to 1; 1e9 to 1 is enough to refute it""");
    }

    @Test
    void meansAndDistributions(Random random) {
        Mean.of(() -> backoff(random), 0, 2).isBetween(1, 1, 0.05);

        Outcomes.of(() -> shuffled(random, 1, 2, 3))
                .areUniform(List.of(
                        List.of(1, 2, 3),
                        List.of(1, 3, 2),
                        List.of(2, 1, 3),
                        List.of(2, 3, 1),
                        List.of(3, 1, 2),
                        List.of(3, 2, 1)));

        Outcomes.of(() -> backend(random)).margin(0.05).follow(Map.of("main", 0.75, "canary", 0.25));

        Outcomes.of(() -> backend(random)).margin(0.1).followAs(() -> random.nextInt(4) == 0 ? "canary" : "main");
    }

    @Test
    void eachTrialHasItsSeed(Seed seed) {
        Chance.over(seed, own -> Classifier.trained(own).isRight(own.random())).isAtLeast(0.9, 0.05);
    }

    @Test
    void lessSure(Random random) {
        int trials = Chance.of(() -> classifier.isRight(random))
                .falseAlarm(1e-6)
                .missed(0.01)
                .most(20_000)
                .isAtLeast(0.9, 0.02);

        assertThat(trials).isBetween(1, 20_000);
    }

    private static double backoff(Random random) {
        return 0.5 + random.nextDouble();
    }

    private static List<Integer> shuffled(Random random, Integer... cards) {
        List<Integer> shuffled = new ArrayList<>(List.of(cards));
        Collections.shuffle(shuffled, random);
        return shuffled;
    }

    private static String backend(Random random) {
        return random.nextInt(100) < 75 ? "main" : "canary";
    }

    /** Is right in 94 % of cases. */
    private static final class Classifier {

        static Classifier trained(Seed seed) {
            assertThat(seed).isNotNull();
            return new Classifier();
        }

        boolean isRight(Random random) {
            return random.nextInt(100) < 94;
        }
    }
}
