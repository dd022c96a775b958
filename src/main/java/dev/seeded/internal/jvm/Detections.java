package dev.seeded.internal.jvm;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/**
 * The places where one test drew random numbers from the JVM, as far as the hooks tell of them. Safe for concurrent use.
 */
public final class Detections implements BiConsumer<String, Boolean> {

    private static final int LISTED = 10;

    /** What a place is known by, as its text takes much longer. */
    private final Set<Object> seen = new HashSet<>();

    private final Set<DetectedDraw> draws = new LinkedHashSet<>();

    /** Creates a list without places. */
    public Detections() {}

    /** Called by the hooks with the API of a draw, and with whether it is seeded. */
    @Override
    public void accept(String api, Boolean seeded) {
        DrawSite site = DrawSite.here(api);
        String thread = Thread.currentThread().getName();
        List<Object> key = List.of(site.key(), thread);
        synchronized (draws) {
            if (seen.add(key)) {
                draws.add(new DetectedDraw(site.text(), thread, seeded));
            }
        }
    }

    /** Returns the first places, in the order in which they were first seen. */
    public List<DetectedDraw> draws() {
        synchronized (draws) {
            return draws.stream().limit(LISTED).toList();
        }
    }

    /** Returns a line for each of the first places where something unseeded was drawn, and one for how many more there are. */
    public List<String> unseeded() {
        List<String> lines;
        synchronized (draws) {
            lines = draws.stream()
                    .filter(draw -> !draw.seeded())
                    .map(DetectedDraw::line)
                    .toList();
        }
        int more = lines.size() - LISTED;
        return more > 0
                ? Stream.concat(lines.stream().limit(LISTED), Stream.of("and " + more + " more places"))
                        .toList()
                : lines;
    }
}
