package dev.seeded.internal.jvm;

import dev.seeded.internal.config.Setting;
import java.util.Collection;

/**
 * A place where a test drew random numbers from the JVM, or read the time of a file, which is real.
 *
 * @param draw the API, and where it was called, as in {@code java.lang.Math.random at com.acme.Order.number(Order.java:7)}
 * @param thread the name of the thread
 * @param seeded whether the test seed gave the numbers
 */
public record DetectedDraw(String draw, String thread, boolean seeded) {

    /** Returns what the draws of some places are: random numbers, or also times of files. */
    public static String title(Collection<String> draws) {
        return draws.stream().anyMatch(DetectedDraw::isTimeOfFile) ? "random numbers and times" : "random numbers";
    }

    /** Returns whether the time of a file was read. */
    public boolean isTimeOfFile() {
        return isTimeOfFile(draw);
    }

    private static boolean isTimeOfFile(String draw) {
        return draw.startsWith("java.io.File.") || draw.startsWith("java.nio.file.");
    }

    /** Returns this as it is shown to users. */
    public String line() {
        return draw + ", thread " + thread
                + (isTimeOfFile() ? " (times of files are real under " + Setting.CLOCK.property() + ")" : "");
    }
}
