package dev.seeded.parity;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HexFormat;

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
        byte[] state = bytes(text);
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

    /** Reads hexadecimal digits, alone or in a call, or a list. */
    @SuppressWarnings("ByteBufferBackingArray") // of this method
    private static byte[] bytes(String text) {
        Arguments.require(
                !text.contains("..."),
                () ->
                        "torch.get_rng_state(): PyTorch leaves out values where there are more than 1,000: take .tolist()");
        if (text.indexOf('(') < 0 && text.indexOf('[') < 0) {
            return hex(text, 0);
        }
        StateText state = StateText.parse(text);
        if (state.isText()) {
            return hex(state.text(), state.start() + 1);
        }
        ByteBuffer bytes = ByteBuffer.allocate(SIZE);
        state.items(SIZE).forEach(item -> bytes.put((byte) item.upTo(255)));
        return bytes.array();
    }

    private static byte[] hex(String text, int start) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!HexFormat.isHexDigit(c) && !Character.isWhitespace(c)) {
                throw StateText.malformed(start + i, "a hexadecimal digit");
            }
        }
        String digits = text.replaceAll("\\s", "");
        Arguments.require(digits.length() % 2 == 0, () -> "malformed state: the last byte has one digit");
        return HexFormat.of().parseHex(digits);
    }
}
