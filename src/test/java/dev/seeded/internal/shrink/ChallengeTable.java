package dev.seeded.internal.shrink;

import dev.seeded.Seed;
import dev.seeded.challenge.Challenge;
import dev.seeded.internal.draws.DrawSession;
import dev.seeded.internal.draws.DrawSource;
import dev.seeded.internal.draws.GeneratorName;
import dev.seeded.internal.generator.Recipe;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

/** Shrinks each challenge from a hundred failing seeds, and prints what was left and how many runs that took. */
final class ChallengeTable {

    private ChallengeTable() {}

    public static void main(String... arguments) {
        int seeds = arguments.length == 0 ? 100 : Integer.parseInt(arguments[0]);
        for (Challenge challenge : Challenge.all()) {
            long runs = 0;
            long first = 0;
            Map<String, Integer> left = new TreeMap<>();
            int found = 0;
            for (long seed = 0; found < seeds; seed++) {
                Trials trials = shrink(challenge, seed);
                if (trials != null) {
                    found++;
                    runs += trials.runs();
                    left.merge(example(challenge, Player.of("c", trials.best())), 1, Integer::sum);
                }
            }
            System.out.printf(
                    "%-30s %6.1f of %4d  %s%n", challenge.name(), (double) runs / seeds, challenge.hypothesis(), left);
        }
    }

    /** Returns null where the property holds. */
    static Trials shrink(Challenge challenge, long seed) {
        Player recording = Player.recording("c");
        if (challenge.example().apply(random(recording, seed)).isEmpty()) {
            return null;
        }
        Trials trials = new Trials(
                recording.made(),
                wished -> {
                    Player player = Player.of("c", wished);
                    boolean fails = !example(challenge, player).isEmpty();
                    return new Attempt(player.made(), fails);
                },
                () -> true);
        Shrinker.shrink(trials);
        return trials;
    }

    static String example(Challenge challenge, Player player) {
        return challenge.example().apply(random(player, 0));
    }

    static Random random(DrawSource source, long seed) {
        return (Random) DrawSession.make(
                source,
                new GeneratorName("c", Recipe.RANDOM, ""),
                Recipe.of(Random.class, "", type -> Optional.empty()),
                Seed.of(seed));
    }
}
