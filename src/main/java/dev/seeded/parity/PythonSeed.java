package dev.seeded.parity;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;

/**
 * A seed of Python's {@code random}, version 2: the number that it comes to, and how Python writes it.
 *
 * @param number what the generator is initialised with, not negative
 * @param literal the seed as Python's {@code repr} shows it
 */
record PythonSeed(BigInteger number, String literal) {

    /** The modulus of Python's hash of a number on 64-bit systems, a Mersenne prime. */
    private static final BigInteger HASH_MODULUS = BigInteger.ONE.shiftLeft(61).subtract(BigInteger.ONE);

    private static final long HASH_OF_INFINITY = 314159;

    static PythonSeed of(BigInteger seed) {
        return new PythonSeed(seed.abs(), seed.toString());
    }

    static PythonSeed of(double seed) {
        return new PythonSeed(hash(seed), repr(seed));
    }

    static PythonSeed of(String seed) {
        Arguments.require(
                seed.codePoints().noneMatch(PythonSeed::isSurrogate),
                () -> "surrogates not allowed in a seed: " + repr(seed));
        return new PythonSeed(digested(seed.getBytes(StandardCharsets.UTF_8)), repr(seed));
    }

    static PythonSeed of(byte[] seed) {
        return new PythonSeed(digested(seed), repr(seed));
    }

    /** Returns the number that the bytes and then their digest are. */
    private static BigInteger digested(byte[] bytes) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-512").digest(bytes);
            return new BigInteger(1, bytes).shiftLeft(512).or(new BigInteger(1, digest));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("this Java runtime has no SHA-512", missing);
        }
    }

    /** Returns Python's hash of a float as the unsigned 64 bits that seeding makes of it. */
    private static BigInteger hash(double value) {
        Arguments.require(!Double.isNaN(value), () -> "Python seeds NaN by its address: not reproducible: " + value);
        long magnitude = Double.isInfinite(value) ? HASH_OF_INFINITY : residue(Math.abs(value));
        long hash = value < 0 ? -magnitude : magnitude;
        return new BigInteger(Long.toUnsignedString(hash == -1 ? -2 : hash)); // -1 is C's error code
    }

    private static long residue(double value) {
        int exponent = Math.max(Math.getExponent(value), Double.MIN_EXPONENT) - 52;
        long mantissa = (long) Math.scalb(value, -exponent);
        // By this modulus, 2^61 is 1.
        return BigInteger.valueOf(mantissa)
                .shiftLeft(Math.floorMod(exponent, 61))
                .mod(HASH_MODULUS)
                .longValue();
    }

    static String repr(double value) {
        if (Double.isInfinite(value)) {
            return value > 0 ? "float('inf')" : "float('-inf')";
        }
        if (value == 0) {
            return Double.toString(value);
        }
        BigDecimal magnitude = Decimals.shortest(value);
        BigDecimal shortest = value < 0 ? magnitude.negate() : magnitude;
        int exponent = Decimals.exponent(magnitude);
        if (exponent >= -4 && exponent < 16) {
            String plain = shortest.toPlainString();
            return plain.contains(".") ? plain : plain + ".0";
        }
        return String.format(Locale.ROOT, "%." + (shortest.precision() - 1) + "e", shortest);
    }

    private static String repr(String text) {
        StringBuilder repr = new StringBuilder("'");
        text.codePoints()
                .forEach(codePoint ->
                        repr.append(isSurrogate(codePoint) ? String.format("\\u%04x", codePoint) : escaped(codePoint)));
        return repr.append('\'').toString();
    }

    private static String repr(byte[] bytes) {
        StringBuilder repr = new StringBuilder("b'");
        for (byte b : bytes) {
            repr.append(b < 0 ? String.format("\\x%02x", b) : escaped(b));
        }
        return repr.append('\'').toString();
    }

    private static boolean isSurrogate(int codePoint) {
        return Character.getType(codePoint) == Character.SURROGATE;
    }

    private static String escaped(int codePoint) {
        if (codePoint < ' ' || codePoint == 0x7f) {
            return String.format("\\x%02x", codePoint);
        }
        String text = Character.toString(codePoint);
        return text.equals("\\") || text.equals("'") ? "\\" + text : text;
    }
}
