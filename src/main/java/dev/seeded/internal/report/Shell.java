package dev.seeded.internal.report;

/** Quotes for a POSIX shell. */
final class Shell {

    private Shell() {}

    /** Returns a word that the shell takes literally, whatever is in it. */
    static String quote(String word) {
        return "'" + word.replace("'", "'\\''") + "'";
    }
}
