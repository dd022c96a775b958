package dev.seeded.internal.console;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;

/** Where users read what concerns a whole run. */
public final class StandardError {

    private static final String SUREFIRE = "org.apache.maven.surefire.";

    private StandardError() {}

    /** Writes lines to {@code System.err}. */
    public static void print(String lines) {
        System.err.println(lines);
        System.err.flush();
    }

    /** Writes lines to {@code System.err}, if there are any. */
    public static void printUnlessEmpty(String lines) {
        if (!lines.isEmpty()) {
            print(lines);
        }
    }

    /** Writes a part of a line to {@code System.err}. */
    public static void write(String part) {
        System.err.print(part);
        System.err.flush();
    }

    /**
     * Writes lines so that they are out when this returns, whatever becomes of the JVM. Surefire's {@code System.err}
     * forwards through a buffer, which a halted JVM takes with it; the stream below it is read at once.
     */
    public static void printNow(String lines) {
        if (System.err.getClass().getName().startsWith(SUREFIRE)) {
            // Not closed: the descriptor is the JVM's.
            new PrintStream(new FileOutputStream(FileDescriptor.err), true).println(lines);
        } else {
            print(lines);
        }
    }
}
