package dev.seeded.internal.export;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * JSON after RFC 8259. Objects are maps, arrays are lists; the others are strings, numbers, booleans and null.
 */
final class Json {

    /** So deep may values be nested that are read. */
    private static final int DEPTH = 100;

    private Json() {}

    /** Returns a value as JSON, on one line. */
    static String write(@Nullable Object value) {
        StringBuilder json = new StringBuilder();
        write(value, json);
        return json.toString();
    }

    private static void write(@Nullable Object value, StringBuilder json) {
        if (value instanceof Map<?, ?> members) {
            String separator = "{";
            for (Map.Entry<?, ?> member : members.entrySet()) {
                json.append(separator);
                writeString(String.valueOf(member.getKey()), json);
                json.append(':');
                write(member.getValue(), json);
                separator = ",";
            }
            json.append(members.isEmpty() ? "{}" : "}");
        } else if (value instanceof List<?> elements) {
            String separator = "[";
            for (Object element : elements) {
                json.append(separator);
                write(element, json);
                separator = ",";
            }
            json.append(elements.isEmpty() ? "[]" : "]");
        } else if (value instanceof String text) {
            writeString(text, json);
        } else {
            json.append(value);
        }
    }

    private static void writeString(String text, StringBuilder json) {
        json.append('"');
        for (int at = 0; at < text.length(); at++) {
            char unit = text.charAt(at);
            if (unit == '"' || unit == '\\') {
                json.append('\\').append(unit);
            } else if (unit < ' ' || unit > '~' || unit == '<') {
                // So it is the same in every charset, and in a page; and half a pair of surrogates is no damage.
                json.append(String.format("\\u%04x", (int) unit));
            } else {
                json.append(unit);
            }
        }
        json.append('"');
    }

    /**
     * Reads one value.
     *
     * @throws IllegalArgumentException if it is no JSON
     */
    static @Nullable Object read(String json) {
        Reader reader = new Reader(json);
        Object value = reader.value(0);
        reader.end();
        return value;
    }

    private static final class Reader {

        private final String json;
        private int at;

        Reader(String json) {
            this.json = json;
        }

        @Nullable
        Object value(int depth) {
            skipBlanks();
            if (depth > DEPTH) {
                throw unexpected();
            }
            return switch (peek()) {
                case '{' -> object(depth);
                case '[' -> array(depth);
                case '"' -> string();
                case 't' -> word("true", true);
                case 'f' -> word("false", false);
                case 'n' -> word("null", null);
                default -> number();
            };
        }

        private Map<String, @Nullable Object> object(int depth) {
            Map<String, @Nullable Object> members = new LinkedHashMap<>();
            at++;
            for (boolean more = !skip('}'); more; more = !skipSeparator('}')) {
                skipBlanks();
                String name = string();
                expect(':');
                members.put(name, value(depth + 1));
            }
            return members;
        }

        private List<@Nullable Object> array(int depth) {
            List<@Nullable Object> elements = new ArrayList<>();
            at++;
            for (boolean more = !skip(']'); more; more = !skipSeparator(']')) {
                elements.add(value(depth + 1));
            }
            return elements;
        }

        private String string() {
            StringBuilder text = new StringBuilder();
            expect('"');
            while (peek() != '"') {
                char unit = json.charAt(at++);
                if (unit < ' ') {
                    throw unexpected();
                }
                text.append(unit == '\\' ? escaped() : unit);
            }
            at++;
            return text.toString();
        }

        private char escaped() {
            char escape = peek();
            at++;
            return switch (escape) {
                case '"', '\\', '/' -> escape;
                case 'b' -> '\b';
                case 'f' -> '\f';
                case 'n' -> '\n';
                case 'r' -> '\r';
                case 't' -> '\t';
                case 'u' -> unit();
                default -> throw unexpected();
            };
        }

        private char unit() {
            int end = Math.min(at + 4, json.length());
            String digits = json.substring(at, end);
            if (!digits.matches("[0-9a-fA-F]{4}")) {
                throw unexpected();
            }
            at = end;
            return (char) Integer.parseInt(digits, 16);
        }

        private BigDecimal number() {
            int start = at;
            while (at < json.length() && "+-.eE0123456789".indexOf(json.charAt(at)) >= 0) {
                at++;
            }
            String digits = json.substring(start, at);
            if (!digits.matches("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][-+]?[0-9]{1,9})?")) {
                throw unexpected();
            }
            return new BigDecimal(digits);
        }

        private @Nullable Object word(String word, @Nullable Object meaning) {
            if (!json.startsWith(word, at)) {
                throw unexpected();
            }
            at += word.length();
            return meaning;
        }

        /** Skips a comma, after which there is one more, or the end. Returns whether it is the end. */
        private boolean skipSeparator(char end) {
            if (skip(end)) {
                return true;
            }
            expect(',');
            return false;
        }

        private boolean skip(char expected) {
            skipBlanks();
            boolean isThere = peek() == expected;
            at += isThere ? 1 : 0;
            return isThere;
        }

        private void expect(char expected) {
            if (!skip(expected)) {
                throw unexpected();
            }
        }

        private char peek() {
            if (at >= json.length()) {
                throw unexpected();
            }
            return json.charAt(at);
        }

        private void skipBlanks() {
            while (at < json.length() && " \t\n\r".indexOf(json.charAt(at)) >= 0) {
                at++;
            }
        }

        void end() {
            skipBlanks();
            if (at < json.length()) {
                throw unexpected();
            }
        }

        private IllegalArgumentException unexpected() {
            return new IllegalArgumentException("no JSON at character " + (at + 1));
        }
    }
}
