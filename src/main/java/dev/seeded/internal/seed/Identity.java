package dev.seeded.internal.seed;

/**
 * The part of a JUnit unique id by which a context is known: what stands below the Jupiter engine. Suites and wrapping
 * engines put their own segments before it, which therefore don't count.
 */
public final class Identity {

    private static final String JUPITER = "[engine:junit-jupiter]";

    private Identity() {}

    /** Returns what follows the last Jupiter segment of {@code uniqueId}; the whole id where there is none. */
    public static String of(String uniqueId) {
        int engine = uniqueId.lastIndexOf(JUPITER);
        return engine < 0 ? uniqueId : uniqueId.substring(engine + JUPITER.length());
    }
}
