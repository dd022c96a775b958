package dev.seeded.internal.jvm;

/**
 * A place where a test drew random numbers from the JVM.
 *
 * @param draw the API, and where it was called, as in {@code java.lang.Math.random at com.acme.Order.number(Order.java:7)}
 * @param thread the name of the thread
 * @param times how often it drew there
 */
public record DetectedDraw(String draw, String thread, int times) {

    /** Returns this as it is shown to users. */
    public String line() {
        return draw + ", thread " + thread + ", " + (times == 1 ? "once" : times + " times");
    }
}
