package dev.seeded.parity;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/**
 * A seed of Python's {@code random}, version 2: the number that it comes to, and how Python writes it.
 *
 * @param number what the generator is initialised with, not negative
 * @param literal the seed as Python's {@code repr} shows it
 */
record PythonSeed(BigInteger number, String literal) {

    /** The modulus of Python's hash of a number on 64-bit systems, a Mersenne prime. */
    private static final BigInteger HASH_MODULUS = BigInteger.ONE.shiftLeft(61).subtract(BigInteger.ONE);

    private static final BigInteger HASH_OF_INFINITY = BigInteger.valueOf(314159);

    static PythonSeed of(BigInteger seed) {
        return new PythonSeed(seed.abs(), seed.toString());
    }

    static PythonSeed of(double seed) {
        return new PythonSeed(hash(seed), repr(seed));
    }

    static PythonSeed of(String seed) {
        return new PythonSeed(digested(utf8(seed)), repr(seed));
    }

    static PythonSeed of(byte[] seed) {
        return new PythonSeed(digested(seed), repr(seed));
    }

    private static byte[] utf8(String text) {
        try {
            ByteBuffer encoded = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
            byte[] bytes = new byte[encoded.remaining()];
            encoded.get(bytes);
            return bytes;
        } catch (CharacterCodingException loneSurrogate) {
            throw new IllegalArgumentException("surrogates not allowed in a seed: " + repr(text), loneSurrogate);
        }
    }

    private static BigInteger digested(byte[] bytes) {
        byte[] digest = sha512().digest(bytes);
        byte[] both = Arrays.copyOf(bytes, bytes.length + digest.length);
        System.arraycopy(digest, 0, both, bytes.length, digest.length);
        return new BigInteger(1, both);
    }

    private static MessageDigest sha512() {
        try {
            return MessageDigest.getInstance("SHA-512");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("this Java runtime has no SHA-512", missing);
        }
    }

    /** Returns Python's hash of a float as the unsigned 64 bits that seeding makes of it. */
    private static BigInteger hash(double value) {
        Arguments.require(!Double.isNaN(value), () -> "Python seeds NaN by its address: not reproducible: " + value);
        BigInteger magnitude = Double.isInfinite(value) ? HASH_OF_INFINITY : residue(new BigDecimal(Math.abs(value)));
        BigInteger hash = value < 0 ? magnitude.negate() : magnitude;
        if (hash.equals(BigInteger.ONE.negate())) {
            hash = BigInteger.TWO.negate(); // -1 is C's error code
        }
        return hash.mod(Wide.TWO_POW_64);
    }

    private static BigInteger residue(BigDecimal value) {
        BigDecimal whole = value.stripTrailingZeros();
        if (whole.scale() <= 0) {
            return whole.toBigInteger().mod(HASH_MODULUS);
        }
        // Exact in decimal: unscaled / 10^scale.
        BigInteger denominator = BigInteger.TEN.modPow(BigInteger.valueOf(whole.scale()), HASH_MODULUS);
        return whole.unscaledValue()
                .multiply(denominator.modInverse(HASH_MODULUS))
                .mod(HASH_MODULUS);
    }

    private static String repr(double value) {
        if (Double.isInfinite(value)) {
            return value > 0 ? "float('inf')" : "float('-inf')";
        }
        if (value == 0) {
            return Double.toString(value);
        }
        BigDecimal shortest = shortest(value);
        int exponent = shortest.precision() - shortest.scale() - 1;
        if (exponent >= -4 && exponent < 16) {
            String plain = shortest.toPlainString();
            return plain.contains(".") ? plain : plain + ".0";
        }
        String digits = shortest.unscaledValue().abs().toString();
        String fraction = digits.length() == 1 ? "" : "." + digits.substring(1);
        String sign = value < 0 ? "-" : "";
        return sign
                + digits.charAt(0)
                + fraction
                + String.format("e%s%02d", exponent < 0 ? "-" : "+", Math.abs(exponent));
    }

    private static BigDecimal shortest(double value) {
        BigDecimal exact = new BigDecimal(value);
        for (int precision = 1; precision < 17; precision++) {
            BigDecimal rounded = exact.round(new MathContext(precision, RoundingMode.HALF_EVEN));
            if (rounded.doubleValue() == value) {
                return rounded.stripTrailingZeros();
            }
        }
        return exact.round(new MathContext(17, RoundingMode.HALF_EVEN)).stripTrailingZeros();
    }

    private static String repr(String text) {
        StringBuilder repr = new StringBuilder("'");
        text.codePoints().forEach(codePoint -> {
            if (codePoint == '\\' || codePoint == '\'') {
                repr.append('\\').append((char) codePoint);
            } else if (codePoint < ' ' || codePoint == 0x7f) {
                repr.append(String.format("\\x%02x", codePoint));
            } else if (Character.isBmpCodePoint(codePoint) && Character.isSurrogate((char) codePoint)) {
                repr.append(String.format("\\u%04x", codePoint));
            } else {
                repr.appendCodePoint(codePoint);
            }
        });
        return repr.append('\'').toString();
    }

    private static String repr(byte[] bytes) {
        StringBuilder repr = new StringBuilder("b'");
        for (byte b : bytes) {
            if (b == '\\' || b == '\'') {
                repr.append('\\').append((char) b);
            } else if (b < ' ' || b == 0x7f) {
                repr.append(String.format("\\x%02x", b));
            } else {
                repr.append((char) b);
            }
        }
        return repr.append('\'').toString();
    }
}
