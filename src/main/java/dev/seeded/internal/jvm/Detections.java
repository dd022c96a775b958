package dev.seeded.internal.jvm;

import java.lang.StackWalker.StackFrame;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/** The places where one test drew random numbers from the JVM. Safe for concurrent use. */
public final class Detections implements BiConsumer<String, Boolean> {

    private static final int LISTED = 10;
    private static final List<String> HOOKS = List.of(JvmSeeding.HOOKS, "dev.seeded.internal.");
    private static final List<String> JDK = List.of("java.", "javax.", "jdk.", "sun.", "com.sun.");
    private static final StackWalker WALKER = StackWalker.getInstance();

    private final Map<Place, Integer> counts = new LinkedHashMap<>();

    private record Place(String draw, String thread) {}

    /** Creates a list without places. */
    public Detections() {}

    /** Called by the hooks with each draw. */
    @Override
    public void accept(String api, Boolean seedable) {
        String draw = WALKER.walk(frames -> draw(api, frames));
        Place place = new Place(draw, Thread.currentThread().getName());
        synchronized (counts) {
            counts.merge(place, 1, Integer::sum);
        }
    }

    /** Tells whether there was none. */
    public boolean isEmpty() {
        synchronized (counts) {
            return counts.isEmpty();
        }
    }

    /** Returns one line for each API, place and thread, in the order in which they were first seen. */
    public List<String> lines() {
        synchronized (counts) {
            List<String> lines = new ArrayList<>();
            counts.entrySet().stream()
                    .limit(LISTED)
                    .forEach(entry -> lines.add(entry.getKey().draw() + ", thread "
                            + entry.getKey().thread() + ", "
                            + (entry.getValue() == 1 ? "once" : entry.getValue() + " times")));
            if (counts.size() > LISTED) {
                lines.add("and " + (counts.size() - LISTED) + " more places");
            }
            return lines;
        }
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
