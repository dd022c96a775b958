package dev.seeded.internal.memory;

import dev.seeded.Seed;
import dev.seeded.internal.export.ReportLine;
import dev.seeded.internal.export.ReportLine.FailedWith;
import dev.seeded.internal.seed.Identity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * The run seeds that tests failed with, by the identity of the test: its unique id below the Jupiter engine. Immutable.
 *
 * @param byIdentity at most ten for each test or class
 */
public record FailedSeeds(Map<String, List<Seed>> byIdentity) {

    /** No seeds. */
    public static final FailedSeeds NONE = new FailedSeeds(Map.of());

    private static final int LIMIT = 10;
    private static final String HEADER = "Seeded 1: run seed and identity of tests that failed";

    /** Copies the map. */
    public FailedSeeds {
        byIdentity = Map.copyOf(byIdentity);
    }

    /**
     * What a file holds.
     *
     * @param seeds what could be read
     * @param problems what could not, each with its line
     */
    public record Reading(FailedSeeds seeds, List<String> problems) {}

    /** Reads the lines that {@link #lines} wrote, or those of a report, as far as that is possible. */
    static Reading read(List<String> lines) {
        boolean isReport = !lines.isEmpty() && ReportLine.isLine(lines.get(0));
        if (!isReport && (lines.isEmpty() || !lines.get(0).equals(HEADER))) {
            return new Reading(NONE, List.of("it is no file of failed seeds"));
        }
        Map<String, List<Seed>> seeds = new LinkedHashMap<>();
        List<String> problems = new ArrayList<>();
        for (int at = isReport ? 0 : 1; at < lines.size(); at++) {
            try {
                FailedWith failed = isReport ? ReportLine.read(lines.get(at)) : entry(lines.get(at));
                failed.runSeeds().forEach(seed -> add(seeds, failed.identity(), seed));
            } catch (IllegalArgumentException problem) {
                problems.add("line " + (at + 1) + ": " + problem.getMessage());
            }
        }
        return new Reading(new FailedSeeds(seeds), problems);
    }

    private static FailedWith entry(String line) {
        String[] parts = line.split("\t", 2);
        if (parts.length < 2 || !Identity.isWellFormed(parts[1])) {
            throw new IllegalArgumentException("no entry");
        }
        Seed seed = Seed.parse(parts[0]);
        if (!seed.toString().equals(parts[0])) {
            throw new IllegalArgumentException("no entry");
        }
        return new FailedWith(parts[1].translateEscapes(), List.of(seed));
    }

    /** Returns these seeds as lines of a file. */
    List<String> lines() {
        List<String> lines = new ArrayList<>(List.of(HEADER));
        for (String identity : new TreeSet<>(byIdentity.keySet())) {
            String end = "\t" + escaped(identity);
            byIdentity.getOrDefault(identity, List.of()).forEach(seed -> lines.add(seed + end));
        }
        return lines;
    }

    /** Returns these seeds and one more for each of these tests. */
    public FailedSeeds with(Collection<String> identities, Seed seed) {
        Map<String, List<Seed>> seeds = new LinkedHashMap<>(byIdentity);
        identities.forEach(identity -> add(seeds, identity, seed));
        return new FailedSeeds(seeds);
    }

    private static void add(Map<String, List<Seed>> seeds, String identity, Seed seed) {
        List<Seed> known = seeds.get(identity);
        if (known == null) {
            seeds.put(identity, List.of(seed));
        } else if (!known.contains(seed)) {
            // The newest are the most likely to be of use.
            List<Seed> kept = new ArrayList<>(known.subList(Math.max(0, known.size() - LIMIT + 1), known.size()));
            kept.add(seed);
            seeds.put(identity, List.copyOf(kept));
        }
    }

    /** Returns these seeds without one. */
    public FailedSeeds without(String identity, Seed seed) {
        Map<String, List<Seed>> seeds = new LinkedHashMap<>(byIdentity);
        seeds.computeIfPresent(identity, (unused, known) -> {
            List<Seed> left = known.stream().filter(one -> !one.equals(seed)).toList();
            return left.isEmpty() ? null : left;
        });
        return new FailedSeeds(seeds);
    }

    /** Returns whether this test failed with this run seed. */
    public boolean contains(String identity, Seed seed) {
        return byIdentity.getOrDefault(identity, List.of()).contains(seed);
    }

    /** Returns the seeds that concern a test: its own, those of its invocations and those of the classes around it. */
    public FailedSeeds concerning(String identity) {
        Map<String, List<Seed>> found = new LinkedHashMap<>(byIdentity);
        found.keySet()
                .removeIf(key ->
                        !isWithin(Identity.declared(key), identity) && !isWithin(identity, Identity.declared(key)));
        return new FailedSeeds(found);
    }

    /** Returns all seeds, each once. */
    public List<Seed> distinct() {
        return byIdentity.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .flatMap(entry -> entry.getValue().stream())
                .distinct()
                .toList();
    }

    private static boolean isWithin(String identity, String around) {
        return identity.equals(around) || identity.startsWith(around + "/");
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace("\n", "\\n")
                .replace("\r", "\\r")
                .replace("\t", "\\t");
    }
}
