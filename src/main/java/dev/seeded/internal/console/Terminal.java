package dev.seeded.internal.console;

import java.io.Console;
import org.jspecify.annotations.Nullable;
import org.junit.platform.commons.support.ReflectionSupport;

/** The terminal that a person may look at. */
public final class Terminal {

    private static final String RED = "\u001B[31m";
    private static final String PLAIN = "\u001B[0m";

    private Terminal() {}

    /** Returns whether there is one. */
    @SuppressWarnings("SystemConsoleNull") // from Java 22 on, there may be a console without a terminal, which says so
    static boolean isThere() {
        Console console = System.console();
        return console != null
                && ReflectionSupport.findMethod(Console.class, "isTerminal")
                        .map(method -> Boolean.TRUE.equals(ReflectionSupport.invokeMethod(method, console)))
                        .orElse(true);
    }

    /** Returns text in red, where the terminal has colours and the user wants them. */
    public static String red(String text) {
        return isThere() && hasColours(System.getenv("TERM"), System.getenv("NO_COLOR")) ? RED + text + PLAIN : text;
    }

    /**
     * Returns whether a terminal has colours that are wanted, as <a href="https://no-color.org">no-color.org</a> says.
     *
     * @param type null for none
     * @param noColour null for nothing
     */
    static boolean hasColours(@Nullable String type, @Nullable String noColour) {
        return type != null && !type.equals("dumb") && (noColour == null || noColour.isEmpty());
    }

    /** Returns how many columns a text takes. */
    static int width(String text) {
        return text.replaceAll("\u001B\\[\\d+m", "").length();
    }
}
