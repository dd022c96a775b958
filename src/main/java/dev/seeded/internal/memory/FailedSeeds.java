package dev.seeded.internal.memory;

import dev.seeded.Seed;
import dev.seeded.internal.export.ReportLine;
import dev.seeded.internal.seed.Identity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

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
    private static final Pattern ESCAPE = Pattern.compile("\\\\([\\\\nrt])");

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
        if (!lines.isEmpty() && ReportLine.isLine(lines.get(0))) {
            return readReport(lines);
        }
        if (lines.isEmpty() || !lines.get(0).equals(HEADER)) {
            return new Reading(NONE, List.of("it is no file of failed seeds"));
        }
        Map<String, List<Seed>> seeds = new LinkedHashMap<>();
        List<String> problems = new ArrayList<>();
        for (int at = 1; at < lines.size(); at++) {
            String line = lines.get(at);
            int tab = line.indexOf('\t');
            boolean hasIdentity = tab > 0 && line.startsWith("/", tab + 1) && line.length() > tab + 2;
            Seed seed = hasIdentity ? seed(line.substring(0, tab)) : null;
            if (seed == null) {
                problems.add("line " + (at + 1) + " is no entry");
            } else {
                add(seeds, unescaped(line.substring(tab + 1)), seed);
            }
        }
        return new Reading(new FailedSeeds(seeds), problems);
    }

    private static Reading readReport(List<String> lines) {
        Map<String, List<Seed>> seeds = new LinkedHashMap<>();
        List<String> problems = new ArrayList<>();
        for (int at = 0; at < lines.size(); at++) {
            try {
                ReportLine.FailedWith failed = ReportLine.read(lines.get(at));
                failed.runSeeds().forEach(seed -> add(seeds, failed.identity(), seed));
            } catch (IllegalArgumentException problem) {
                problems.add("line " + (at + 1) + ": " + problem.getMessage());
            }
        }
        return new Reading(new FailedSeeds(seeds), problems);
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
        return replaced(
                identity,
                byIdentity.getOrDefault(identity, List.of()).stream()
                        .filter(known -> !known.equals(seed))
                        .toList());
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

    private FailedSeeds replaced(String identity, List<Seed> seeds) {
        Map<String, List<Seed>> replaced = new LinkedHashMap<>(byIdentity);
        if (seeds.isEmpty()) {
            replaced.remove(identity);
        } else {
            replaced.put(identity, seeds);
        }
        return new FailedSeeds(replaced);
    }

    private static @Nullable Seed seed(String text) {
        try {
            Seed seed = Seed.of(Long.parseLong(text));
            return seed.toString().equals(text) ? seed : null;
        } catch (NumberFormatException outOfRange) {
            return null;
        }
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace("\n", "\\n")
                .replace("\r", "\\r")
                .replace("\t", "\\t");
    }

    private static String unescaped(String text) {
        if (text.indexOf('\\') < 0) {
            return text;
        }
        return ESCAPE.matcher(text)
                .replaceAll(escape -> Matcher.quoteReplacement(
                        switch (escape.group(1)) {
                            case "n" -> "\n";
                            case "r" -> "\r";
                            case "t" -> "\t";
                            default -> "\\";
                        }));
    }
}
