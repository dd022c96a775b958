package dev.seeded.parity;

import java.math.BigInteger;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;

/** Draws from {@link PythonRandom}. */
final class PythonSession extends Session {

    private static final BigInteger LONG_MIN = BigInteger.valueOf(Long.MIN_VALUE);
    private static final BigInteger LONG_MAX = BigInteger.valueOf(Long.MAX_VALUE);

    private final PythonRandom random;

    PythonSession(String seed) {
        int colon = seed.indexOf(':');
        String value = seed.substring(colon + 1);
        random = switch (seed.substring(0, colon + 1)) {
            case "int:" -> new PythonRandom(new BigInteger(value));
            case "str:" -> new PythonRandom(value);
            case "bytes:", "bytearray:" -> new PythonRandom(HexFormat.of().parseHex(value));
            case "float:" -> new PythonRandom(parseFloat(value));
            default -> throw unknownSeed(seed);
        };
    }

    private static double parseFloat(String value) {
        return switch (value) {
            case "inf" -> Double.POSITIVE_INFINITY;
            case "-inf" -> Double.NEGATIVE_INFINITY;
            default -> Double.parseDouble(value);
        };
    }

    @Override
    List<?> draw(String op, Args args) {
        int last = args.length() - 1;
        return switch (op) {
            case "random" -> times(args.size(0), random::random);
            case "getrandbits" -> times(args.size(1), () -> random.getrandbits(args.size(0)));
            case "randbytes" -> hex(random.randbytes(args.size(0)));
            case "randint" -> times(args.size(2), () -> randint(args.big(0), args.big(1)));
            case "randrange" -> times(args.size(last), () -> randrange(args, last));
            case "choice" -> times(args.size(1), () -> random.choice(virtualRange(args.size(0))));
            case "choices" -> random.choices(virtualRange(args.size(0)), args.size(1));
            case "choices_w" -> random.choices(virtualRange(last), args.reals(1), args.size(0));
            case "shuffle" -> shuffled(args.size(0));
            case "sample" -> sample(args.number(0), args.size(1));
            case "uniform" -> times(args.size(2), () -> random.uniform(args.real(0), args.real(1)));
            case "triangular" -> times(args.size(last), () -> triangular(args, last));
            case "gauss" -> times(args.size(2), () -> random.gauss(args.real(0), args.real(1)));
            case "normalvariate" -> times(args.size(2), () -> random.normalvariate(args.real(0), args.real(1)));
            case "choices_cum" -> random.choicesCumWeights(virtualRange(last), args.reals(1), args.size(0));
            case "sample_counts" -> random.sample(virtualRange(last), args.size(0), args.ints(1));
            case "lognormvariate" -> times(args.size(2), () -> random.lognormvariate(args.real(0), args.real(1)));
            case "gammavariate" -> times(args.size(2), () -> random.gammavariate(args.real(0), args.real(1)));
            case "betavariate" -> times(args.size(2), () -> random.betavariate(args.real(0), args.real(1)));
            case "paretovariate" -> times(args.size(1), () -> random.paretovariate(args.real(0)));
            case "weibullvariate" -> times(args.size(2), () -> random.weibullvariate(args.real(0), args.real(1)));
            case "vonmisesvariate" -> times(args.size(2), () -> random.vonmisesvariate(args.real(0), args.real(1)));
            case "expovariate" -> times(args.size(1), () -> random.expovariate(args.real(0)));
            case "getstate" -> List.of(random.getstate().split(" "));
            case "setstate" -> {
                random.setstate(args.toString());
                yield List.of();
            }
            default -> throw unknown(op, args);
        };
    }

    private Object randint(BigInteger a, BigInteger b) {
        if (a.bitLength() < Integer.SIZE && b.bitLength() < Integer.SIZE) {
            return random.randint(a.intValue(), b.intValue());
        }
        return fitsLong(a) && fitsLong(b) ? random.randint(a.longValue(), b.longValue()) : random.randint(a, b);
    }

    private static boolean fitsLong(BigInteger number) {
        return number.compareTo(LONG_MIN) >= 0 && number.compareTo(LONG_MAX) <= 0;
    }

    private Object randrange(Args args, int count) {
        if (IntStream.range(0, count).allMatch(i -> fitsLong(args.big(i)))) {
            return switch (count) {
                case 1 ->
                    args.number(0) <= Integer.MAX_VALUE
                            ? random.randrange(args.size(0))
                            : random.randrange(args.number(0));
                case 2 -> random.randrange(args.number(0), args.number(1));
                default -> random.randrange(args.number(0), args.number(1), args.number(2));
            };
        }
        return switch (count) {
            case 1 -> random.randrange(BigInteger.ZERO, args.big(0), BigInteger.ONE);
            case 2 -> random.randrange(args.big(0), args.big(1), BigInteger.ONE);
            default -> random.randrange(args.big(0), args.big(1), args.big(2));
        };
    }

    private double triangular(Args args, int count) {
        return count == 2
                ? random.triangular(args.real(0), args.real(1))
                : random.triangular(args.real(0), args.real(1), args.real(2));
    }

    private List<?> shuffled(int n) {
        List<Integer> x = range(n);
        random.shuffle(x);
        return Collections.unmodifiableList(x);
    }

    private List<?> sample(long n, int k) {
        return n <= Integer.MAX_VALUE ? random.sample(virtualRange((int) n), k) : list(random.sample(n, k));
    }
}
