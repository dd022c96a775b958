package dev.seeded.parity;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The state of PyTorch's generator on the CPU, of which {@code torch.get_rng_state()} gives the bytes.
 *
 * @param words the words of MT19937 and, after them, how many of them have been given
 * @param spareNormal the second of a pair of normal numbers, or NaN
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record TorchState(long seed, int[] words, double spareNormal) {

    private static final int SIZE = 5056;

    private static final int LEFT = 8;
    private static final int SEEDED = 12;
    private static final int NEXT = 16;
    private static final int WORDS = 24;
    private static final int SPARE = WORDS + MersenneTwister.N * Long.BYTES + Double.BYTES;
    private static final int HAS_SPARE = SPARE + 2 * Double.BYTES;
    private static final int HAS_FLOAT_SPARE = HAS_SPARE + 12;

    private static final Pattern ITEM = Pattern.compile("\\s*(\\d{1,3})\\s*(,|$)");

    /** Returns the line that sets the state in Python. */
    @SuppressWarnings("ByteBufferBackingArray") // of this method
    static String line(long seed, MersenneTwister twister, double spareNormal) {
        int[] words = twister.state();
        MersenneTwister fresh = new MersenneTwister();
        fresh.seed((int) seed);
        int next = Arrays.equals(words, fresh.state()) ? 0 : words[MersenneTwister.N];
        ByteBuffer bytes = buffer(new byte[SIZE])
                .putLong(seed)
                .putInt(left(words[MersenneTwister.N]))
                .putInt(1)
                .putLong(next);
        Arrays.stream(words, 0, MersenneTwister.N).forEach(word -> bytes.putLong(Integer.toUnsignedLong(word)));
        if (!Double.isNaN(spareNormal)) {
            bytes.putDouble(SPARE, spareNormal).putInt(HAS_SPARE, 1);
        }
        return "torch.set_rng_state(torch.tensor(list(bytes.fromhex('"
                + HexFormat.of().formatHex(bytes.array()) + "')), dtype=torch.uint8))";
    }

    /** Returns how many words are left, counted as PyTorch does, when so many have been given. */
    private static int left(int given) {
        return MersenneTwister.N - given + 1;
    }

    static TorchState read(String text) {
        int open = text.indexOf('[');
        byte[] state = open < 0 ? hex(text) : list(text, open + 1);
        Arguments.require(
                state.length == SIZE,
                () -> "torch.get_rng_state() has " + SIZE + " bytes, but the text has " + state.length);
        ByteBuffer bytes = buffer(state);
        expect(bytes.getInt(SEEDED) == 1, SEEDED, "1, for a generator that has been seeded", bytes.getInt(SEEDED));
        int left = bytes.getInt(LEFT);
        expect(left > 0 && left <= MersenneTwister.N, LEFT, "the number of words left, 1 to 624", left);
        int given = left == 1 ? MersenneTwister.N : left(left);
        long next = bytes.getLong(NEXT);
        expect(next == given || (left == 1 && next == 0), NEXT, given + ", as " + left + " words are left", next);
        int[] words = new int[MersenneTwister.N + 1];
        for (int i = 0; i < MersenneTwister.N; i++) {
            int at = WORDS + i * Long.BYTES;
            expect(bytes.getLong(at) >>> Integer.SIZE == 0, at, "a word of 32 bits", bytes.getLong(at));
            words[i] = bytes.getInt(at);
        }
        words[MersenneTwister.N] = given;
        int hasSpare = bytes.getInt(HAS_SPARE);
        expect(hasSpare == 0 || hasSpare == 1, HAS_SPARE, "0 or 1, for a normal number kept", hasSpare);
        expect(state[HAS_FLOAT_SPARE] == 0, HAS_FLOAT_SPARE, "0, as PyTorch keeps no float", state[HAS_FLOAT_SPARE]);
        return new TorchState(bytes.getLong(0), words, hasSpare == 1 ? bytes.getDouble(SPARE) : Double.NaN);
    }

    private static ByteBuffer buffer(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static void expect(boolean holds, int at, String expected, long found) {
        Arguments.require(
                holds, () -> "torch.get_rng_state(): expected at byte " + at + " " + expected + ", but found " + found);
    }

    /** Reads what is between the quotes of {@code fromhex('…')}, or the text as a whole. */
    private static byte[] hex(String text) {
        Matcher quoted = Pattern.compile("fromhex\\(\\s*['\"]([^'\"]*)").matcher(text);
        int start = quoted.find() ? quoted.start(1) : 0;
        int end = start == 0 ? text.length() : quoted.end(1);
        StringBuilder digits = new StringBuilder();
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (!Character.isWhitespace(c)) {
                if (!HexFormat.isHexDigit(c)) {
                    throw malformed(text, i, "a hexadecimal digit");
                }
                digits.append(c);
            }
        }
        if (digits.length() % 2 != 0) {
            throw malformed(text, end, "a second digit of the last byte");
        }
        return HexFormat.of().parseHex(digits);
    }

    private static byte[] list(String text, int start) {
        int end = text.indexOf(']', start);
        if (end < 0) {
            throw malformed(text, text.length(), "the ] that ends the list");
        }
        ByteBuffer bytes = ByteBuffer.allocate(end - start);
        Matcher item = ITEM.matcher(text);
        for (int at = start; at < end; at = item.end()) {
            if (!item.region(at, end).lookingAt() || Integer.parseInt(item.group(1)) > 255) {
                throw malformed(text, at, "a number from 0 to 255");
            }
            bytes.put((byte) Integer.parseInt(item.group(1)));
        }
        return Arrays.copyOf(bytes.array(), bytes.position());
    }

    private static IllegalArgumentException malformed(String text, int at, String expected) {
        String found = text.substring(at, Math.min(text.length(), at + 20)).strip();
        return new IllegalArgumentException("torch.get_rng_state(): expected at character " + at + " of the text "
                + expected + ", but found "
                + (found.isEmpty()
                        ? "its end"
                        : found.startsWith("...")
                                ? "..., as PyTorch leaves out values where there are"
                                        + " more than 1,000: take .tolist()"
                                : found));
    }
}
