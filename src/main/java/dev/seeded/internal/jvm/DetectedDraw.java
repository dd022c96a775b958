package dev.seeded.internal.jvm;

import java.util.Collection;

/**
 * A place where a test drew random numbers from the JVM, or asked for the real time.
 *
 * @param draw the API, and where it was called, as in {@code java.lang.Math.random at com.acme.Order.number(Order.java:7)}
 * @param thread the name of the thread
 * @param seeded whether the test seed gave the numbers
 */
public record DetectedDraw(String draw, String thread, boolean seeded) {

    private static final String REAL_TIME = "java.lang.System.";

    /** Returns what the draws of some places are: random numbers, or also the real time. */
    public static String title(Collection<String> draws) {
        return draws.stream().anyMatch(draw -> draw.startsWith(REAL_TIME))
                ? "random numbers and times"
                : "random numbers";
    }

    /** Returns this as it is shown to users. */
    public String line() {
        return draw + ", thread " + thread;
    }
}
