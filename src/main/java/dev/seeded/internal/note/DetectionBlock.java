package dev.seeded.internal.note;

import dev.seeded.internal.console.Counted;
import dev.seeded.internal.console.StandardError;
import dev.seeded.internal.jvm.DetectedDraw;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The random numbers of the JVM that the tests of a launcher session drew, for blocks at its end. */
public final class DetectionBlock {

    /** The key of the report entry with one place where unseeded random numbers were drawn. */
    public static final String UNSEEDED = "unseeded draw";

    /** The key of the report entry with one place where seeded random numbers were drawn, if those are wanted too. */
    public static final String SEEDED = "seeded draw";

    private static final int LISTED = 40;

    /** The tests by the place, for each key. */
    private final Map<String, Map<String, Set<String>>> tests = new LinkedHashMap<>();

    /** Creates an empty list. Safe for concurrent use. */
    public DetectionBlock() {}

    /** Adds the place that report entries of a test name, if they do. */
    public synchronized void add(String uniqueId, Map<String, String> entries) {
        for (String key : List.of(UNSEEDED, SEEDED)) {
            Optional.ofNullable(entries.get(key))
                    .ifPresent(place -> tests.computeIfAbsent(key, unused -> new LinkedHashMap<>())
                            .computeIfAbsent(place, unused -> new LinkedHashSet<>())
                            .add(uniqueId));
        }
    }

    /** Writes the blocks, if there are any, to standard error. */
    public void print() {
        StandardError.printUnlessEmpty(text());
    }

    /** Returns the blocks, their lines joined by line feeds; empty where nothing was drawn. */
    synchronized String text() {
        Map<String, Set<String>> unseeded = tests.getOrDefault(UNSEEDED, Map.of());
        return Stream.of(
                        block("unseeded " + DetectedDraw.title(unseeded.keySet()), unseeded),
                        block("seeded random numbers of the JVM", tests.getOrDefault(SEEDED, Map.of())))
                .flatMap(Optional::stream)
                .collect(Collectors.joining("\n"));
    }

    private static Optional<String> block(String title, Map<String, Set<String>> places) {
        if (places.isEmpty()) {
            return Optional.empty();
        }
        StringBuilder block = new StringBuilder("Seeded: ").append(title).append(':');
        places.entrySet().stream()
                .limit(LISTED)
                .forEach(place -> block.append("\n  ")
                        .append(place.getKey())
                        .append(" in ")
                        .append(Counted.of(place.getValue().size(), "test")));
        if (places.size() > LISTED) {
            block.append("\n  and ").append(places.size() - LISTED).append(" more places");
        }
        return Optional.of(block.toString());
    }
}
