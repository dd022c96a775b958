package dev.seeded.internal.console;

/** Makes text from outside fit for one line of a log. */
public final class Printable {

    private static final int LIMIT = 200;

    private Printable() {}

    /** Returns {@code text} on one line, what is invisible or changes the direction of writing escaped, long text cut. */
    public static String line(CharSequence text) {
        if (isAscii(text) && text.length() <= LIMIT) {
            return text.toString();
        }
        String line = visible(text);
        if (line.length() <= LIMIT) {
            return line;
        }
        int end = Character.isHighSurrogate(line.charAt(LIMIT - 1)) ? LIMIT - 1 : LIMIT;
        return line.substring(0, end) + "…";
    }

    /** Returns {@code text} as {@link #line} does, of any length. */
    public static String visible(CharSequence text) {
        if (isAscii(text)) {
            return text.toString();
        }
        StringBuilder line = new StringBuilder();
        text.codePoints().forEach(codePoint -> {
            if (isVisible(codePoint)) {
                line.appendCodePoint(codePoint);
            } else {
                for (char unit : Character.toChars(codePoint)) {
                    line.append(String.format("\\u%04X", (int) unit));
                }
            }
        });
        return line.toString();
    }

    /** Returns {@code text} as {@link #line} does, in single quotes. */
    public static String quote(CharSequence text) {
        return "'" + line(text) + "'";
    }

    private static boolean isAscii(CharSequence text) {
        for (int at = 0; at < text.length(); at++) {
            if (text.charAt(at) < ' ' || text.charAt(at) > '~') {
                return false;
            }
        }
        return true;
    }

    private static boolean isVisible(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }
}
