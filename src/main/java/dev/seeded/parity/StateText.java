package dev.seeded.parity;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A part of a generator's state, as Python's {@code repr} or {@code json} writes it: a list or tuple, a dictionary, a
 * number, a text or {@code None}. A call, such as {@code array([1, 2], dtype=uint32)}, stands for its first argument, an
 * assignment for what is assigned. What is malformed is named with its place, counted from 1.
 */
final class StateText {

    private final @Nullable Object value;
    private final int start;

    private StateText(@Nullable Object value, int start) {
        this.value = value;
        this.start = start;
    }

    /** @throws IllegalArgumentException if {@code text} is malformed: the message says where */
    static StateText parse(String text) {
        return new Parser(text).whole();
    }

    static IllegalArgumentException malformed(int at, String expected) {
        return new IllegalArgumentException("malformed state: expected " + expected + " at character " + (at + 1));
    }

    boolean isNone() {
        return value == null;
    }

    boolean isText() {
        return value instanceof String;
    }

    String text() {
        return String.valueOf(value);
    }

    /** Returns where this stands in the text, its quotation mark if it is a text. */
    int start() {
        return start;
    }

    /** Returns this as a list or tuple of so many items. */
    List<StateText> items(int size) {
        if (value instanceof List<?> list && list.size() == size) {
            return list.stream().map(StateText.class::cast).toList();
        }
        throw malformed(start, "a sequence of " + size);
    }

    boolean isDictionary() {
        return value instanceof Map;
    }

    /** Returns an entry of this as a dictionary. */
    StateText entry(String key) {
        if (value instanceof Map<?, ?> map && map.get(key) instanceof StateText entry) {
            return entry;
        }
        throw malformed(start, "a dictionary with '" + key + "'");
    }

    /** Refuses another text. */
    void check(String expected) {
        if (!expected.equals(value)) {
            throw malformed(start, "'" + expected + "'");
        }
    }

    /** Returns this as an integer of at most so many bits that is not negative. */
    BigInteger bits(int bits) {
        if (value instanceof BigInteger number && number.signum() >= 0 && number.bitLength() <= bits) {
            return number;
        }
        throw malformed(start, "an integer from 0 to 2**" + bits + " - 1");
    }

    /** Returns this as an integer from 0 to {@code max}. */
    int upTo(int max) {
        if (value instanceof BigInteger number
                && number.equals(number.min(BigInteger.valueOf(max)).abs())) {
            return number.intValue();
        }
        throw malformed(start, "an integer from 0 to " + max);
    }

    double real() {
        if (value instanceof Number number) {
            return number.doubleValue();
        }
        throw malformed(start, "a float");
    }

    /** Returns this as a sequence of so many 32-bit words. */
    int[] words(int size) {
        return items(size).stream().mapToInt(item -> item.bits(32).intValue()).toArray();
    }

    /** Returns this as a sequence of so many 64-bit words. */
    long[] longWords(int size) {
        return items(size).stream().mapToLong(item -> item.bits(64).longValue()).toArray();
    }

    private static final class Parser {

        private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9]+(\\.[0-9]*)?([eE][-+]?[0-9]+)?");
        private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_.]*");
        private static final Pattern STRING = Pattern.compile("'([^'\\\\]*)'|\"([^\"\\\\]*)\"");

        private final String text;
        private int at;

        Parser(String text) {
            this.text = text;
        }

        StateText whole() {
            StateText value = value();
            if (at < text.length()) {
                throw malformed(at, "the end");
            }
            return value;
        }

        private StateText value() {
            skipSpace();
            int start = at;
            Object value;
            if (takes('(')) {
                value = items(')');
            } else if (takes('[')) {
                value = items(']');
            } else if (takes('{')) {
                value = entries();
            } else {
                value = atom();
            }
            skipSpace();
            return value instanceof StateText inner ? inner : new StateText(value, start);
        }

        private List<StateText> items(char end) {
            List<StateText> items = new ArrayList<>();
            while (!takes(end)) {
                items.add(value());
                separator(end);
            }
            return items;
        }

        private Map<Object, StateText> entries() {
            Map<Object, StateText> entries = new HashMap<>();
            while (!takes('}')) {
                StateText key = value();
                if (!(key.value instanceof String) || !takes(':')) {
                    throw malformed(at, "a key and ':'");
                }
                entries.put(key.value, value());
                separator('}');
            }
            return entries;
        }

        private void separator(char end) {
            if (!takes(',') && (at == text.length() || text.charAt(at) != end)) {
                throw malformed(at, "',' or '" + end + "'");
            }
        }

        private @Nullable Object atom() {
            int start = at;
            Matcher matcher = NUMBER.matcher(text);
            if (matches(matcher)) {
                boolean isInteger = matcher.group(1) == null && matcher.group(2) == null;
                return isInteger ? new BigInteger(matcher.group()) : (Object) Double.valueOf(matcher.group());
            }
            matcher.usePattern(STRING);
            if (matches(matcher)) {
                return matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
            }
            matcher.usePattern(NAME);
            if (!matches(matcher)) {
                throw malformed(start, "a value");
            }
            String name = matcher.group();
            if (takes('=')) {
                return value();
            }
            if (takes('(')) {
                List<StateText> arguments = items(')');
                return arguments.isEmpty() ? new StateText(null, start) : arguments.get(0);
            }
            return name.equals("None") || name.equals("null") ? null : name;
        }

        private boolean matches(Matcher matcher) {
            boolean matches = matcher.region(at, text.length()).lookingAt();
            at = matches ? matcher.end() : at;
            return matches;
        }

        private boolean takes(char expected) {
            skipSpace();
            boolean takes = at < text.length() && text.charAt(at) == expected;
            at += takes ? 1 : 0;
            return takes;
        }

        private void skipSpace() {
            while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
                at++;
            }
        }
    }
}
