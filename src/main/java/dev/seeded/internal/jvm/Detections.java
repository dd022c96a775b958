package dev.seeded.internal.jvm;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The places where one test drew random numbers from the JVM. Safe for concurrent use. */
public final class Detections implements Consumer<String> {

    private static final int LISTED = 10;

    private final Map<Place, Integer> counts = new LinkedHashMap<>();

    private record Place(String draw, String thread) {}

    /** Creates a list without places. */
    public Detections() {}

    /** Called by the hooks with the API of each draw. */
    @Override
    public void accept(String api) {
        String draw = DrawPlace.here(api);
        Place place = new Place(draw, Thread.currentThread().getName());
        synchronized (counts) {
            counts.merge(place, 1, Integer::sum);
        }
    }

    /** Returns the first places, in the order in which they were first seen. */
    public List<DetectedDraw> draws() {
        synchronized (counts) {
            return counts.entrySet().stream()
                    .limit(LISTED)
                    .map(entry -> new DetectedDraw(
                            entry.getKey().draw(), entry.getKey().thread(), entry.getValue()))
                    .toList();
        }
    }

    /** Returns how many more places there are. */
    public int more() {
        synchronized (counts) {
            return Math.max(0, counts.size() - LISTED);
        }
    }

    /** Returns one line for each place, and one that says how many more there are. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        draws().forEach(draw -> lines.add(draw.line()));
        if (more() > 0) {
            lines.add("and " + more() + " more places");
        }
        return lines;
    }
}
