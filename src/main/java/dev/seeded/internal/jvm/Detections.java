package dev.seeded.internal.jvm;

import java.lang.StackWalker.StackFrame;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The places where one test drew random numbers from the JVM. Safe for concurrent use. */
public final class Detections implements Consumer<String> {

    private static final int LISTED = 10;
    private static final List<String> HOOKS = List.of(JvmSeeding.HOOKS, "dev.seeded.internal.");
    private static final List<String> JDK = List.of("java.", "javax.", "jdk.", "sun.", "com.sun.");
    private static final StackWalker WALKER = StackWalker.getInstance();

    private final Map<Place, Integer> counts = new LinkedHashMap<>();

    private record Place(String draw, String thread) {}

    /** Creates a list without places. */
    public Detections() {}

    /** Called by the hooks with the API of each draw. */
    @Override
    public void accept(String api) {
        String draw = WALKER.walk(frames -> draw(api, frames));
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

    /** Names the outermost method of the JDK, which is the one that the user knows, and where it was called. */
    private static String draw(String api, Stream<StackFrame> frames) {
        String called = api;
        for (StackFrame frame : (Iterable<StackFrame>) frames::iterator) {
            String type = frame.getClassName();
            if (startsWithAny(type, HOOKS)) {
                continue;
            }
            if (!startsWithAny(type, JDK)) {
                return called + " at " + frame.toStackTraceElement();
            }
            called = frame.getMethodName().equals("<init>") ? "new " + type : type + "." + frame.getMethodName();
        }
        return called;
    }

    private static boolean startsWithAny(String name, List<String> prefixes) {
        return prefixes.stream().anyMatch(name::startsWith);
    }
}
