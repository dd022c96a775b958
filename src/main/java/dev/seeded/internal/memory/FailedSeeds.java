package dev.seeded.internal.memory;

import dev.seeded.Seed;
import dev.seeded.internal.seed.Identity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The run seeds that tests failed with. Immutable.
 *
 * @param byTest at most ten for each test or class, by its identity as it was before the classes around it got invocations
 */
public record FailedSeeds(NavigableMap<String, List<KeptSeed>> byTest) {

    /** No seeds. */
    public static final FailedSeeds NONE = new FailedSeeds(new TreeMap<>());

    /** So many seeds of a test are kept. */
    public static final int LIMIT = 10;

    /** Copies the map. */
    public FailedSeeds {
        byTest = Collections.unmodifiableNavigableMap(new TreeMap<>(byTest));
    }

    /** Returns all seeds, in the order of their tests. */
    public Stream<KeptSeed> all() {
        return byTest.values().stream().flatMap(List::stream);
    }

    /** Returns these seeds and more. */
    public FailedSeeds with(Collection<KeptSeed> failed) {
        NavigableMap<String, List<KeptSeed>> seeds = new TreeMap<>(byTest);
        failed.forEach(seed -> seeds.merge(Identity.declared(seed.identity()), List.of(seed), FailedSeeds::joined));
        return new FailedSeeds(seeds);
    }

    /** The newest are the most likely to be of use. */
    private static List<KeptSeed> joined(List<KeptSeed> known, List<KeptSeed> more) {
        List<KeptSeed> seeds = new ArrayList<>(known);
        for (KeptSeed seed : more) {
            int same = 0;
            while (same < seeds.size() && !seeds.get(same).isSameRun(seed)) {
                same++;
            }
            if (same < seeds.size()) {
                seeds.add(seeds.remove(same).with(seed.how().selection()));
            } else {
                seeds.add(seed);
            }
        }
        return List.copyOf(seeds.subList(Math.max(0, seeds.size() - LIMIT), seeds.size()));
    }

    /** Returns these seeds and one that may be innocent, and so is the first to make room for others. */
    FailedSeeds withSuspect(KeptSeed suspect) {
        String test = Identity.declared(suspect.identity());
        NavigableMap<String, List<KeptSeed>> seeds = new TreeMap<>(byTest);
        seeds.put(test, joined(List.of(suspect), byTest.getOrDefault(test, List.of())));
        return new FailedSeeds(seeds);
    }

    /** Returns these seeds without some. */
    public FailedSeeds without(Collection<KeptSeed> passed) {
        NavigableMap<String, List<KeptSeed>> seeds = new TreeMap<>(byTest);
        Set<KeptSeed> gone = Set.copyOf(passed);
        gone.forEach(seed -> seeds.computeIfPresent(Identity.declared(seed.identity()), (test, known) -> {
            List<KeptSeed> left =
                    known.stream().filter(one -> !gone.contains(one)).toList();
            return left.isEmpty() ? null : left;
        }));
        return new FailedSeeds(seeds);
    }

    /** Returns the seeds that concern a test: its own, those of its invocations and those of the classes around it. */
    public List<KeptSeed> concerning(String identity) {
        List<KeptSeed> found = new ArrayList<>();
        for (int end = identity.indexOf("/[", 1); end > 0; end = identity.indexOf("/[", end + 1)) {
            found.addAll(byTest.getOrDefault(identity.substring(0, end), List.of()));
        }
        found.addAll(byTest.getOrDefault(identity, List.of()));
        // What follows the slash that all those within the test begin with.
        byTest.subMap(identity + "/", identity + "0").values().forEach(found::addAll);
        return found;
    }

    /** Returns the run seeds, each once. */
    public List<Seed> distinct() {
        return all().map(KeptSeed::runSeed).distinct().toList();
    }

    /** Returns these seeds as lines of a file. */
    List<String> lines() {
        return all().map(KeptSeed::line).toList();
    }
}
