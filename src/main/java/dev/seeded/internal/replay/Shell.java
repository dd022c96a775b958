package dev.seeded.internal.replay;

import java.util.regex.Pattern;

/** Quotes for a POSIX shell. */
final class Shell {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:=@%+,-]+");

    private Shell() {}

    /** Returns a word that the shell takes literally, whatever is in it. */
    static String quote(String word) {
        return "'" + word.replace("'", "'\\''") + "'";
    }

    /** Returns a word that the shell takes literally, without quotes where it needs none. */
    static String word(String word) {
        return PLAIN.matcher(word).matches() ? word : quote(word);
    }
}
