package dev.seeded.parity;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Draws from {@link NumPyGenerator}. */
final class NumPyGeneratorSession extends Session {

    private final NumPyGenerator rng;

    NumPyGeneratorSession(String seed) {
        int colon = seed.indexOf(':');
        String value = seed.substring(colon + 1);
        rng = switch (seed.substring(0, colon + 1)) {
            case "int:" -> new NumPyGenerator(new BigInteger(value));
            case "array:" -> new NumPyGenerator(bigs(value));
            case "spawn:" -> spawned(value.split("/"));
            default ->
                new NumPyGenerator(
                        Stream.of(NumPyBitGenerator.values())
                                .filter(kind -> seed.startsWith(kind + ":"))
                                .findAny()
                                .orElseThrow(() -> unknownSeed(seed)),
                        new SeedSequence(new BigInteger(value)));
        };
    }

    /** Returns the generator of a seed's child, or of its child in turn, each named by its number. */
    private static NumPyGenerator spawned(String[] path) {
        NumPyGenerator parent = new NumPyGenerator(new BigInteger(path[0]));
        for (int i = 1; i < path.length; i++) {
            int child = Integer.parseInt(path[i]);
            parent = parent.spawn(child + 1).get(child);
        }
        return parent;
    }

    @Override
    List<?> draw(String op, Args args) {
        return switch (op) {
            case "raw64" ->
                Arrays.stream(rng.randomRaw(args.size(0)))
                        .mapToObj(Long::toUnsignedString)
                        .toList();
            case "random" -> list(rng.random(args.size(0)));
            case "random_f32" -> list(rng.randomFloat(args.size(0)));
            case "uniform" -> list(rng.uniform(args.real(0), args.real(1), args.size(2)));
            case "standard_normal" -> list(rng.standardNormal(args.size(0)));
            case "normal" -> list(rng.normal(args.real(0), args.real(1), args.size(2)));
            case "standard_exponential" -> list(rng.standardExponential(args.size(0)));
            case "integers" ->
                Arrays.asList(rng.integers(args.big(0), args.big(1), args.size(2), NumPyTypes.named(args.text(3))));
            case "integers_scalar" -> times(args.size(2), () -> rng.integers(args.number(0), args.number(1)));
            case "bytes" -> hex(rng.bytes(args.size(0)));
            case "shuffle" -> {
                int[] x = range(args.size(0)).stream().mapToInt(i -> i).toArray();
                rng.shuffle(x);
                yield list(x);
            }
            case "shuffle_list" -> {
                List<Integer> x = range(args.size(0));
                rng.shuffle(x);
                yield x;
            }
            case "permutation" -> list(rng.permutation(args.size(0)));
            case "choice" ->
                list(rng.choice(args.size(0), args.size(1), args.flag(2), args.length() < 4 || args.flag(3)));
            case "choice_p" -> {
                double[] p = args.reals(2);
                yield list(rng.choice(p.length, args.size(0), args.flag(1), p));
            }
            case "poisson" -> list(rng.poisson(args.real(0), args.size(1)));
            case "binomial" -> list(rng.binomial(args.number(0), args.real(1), args.size(2)));
            case "geometric" -> list(rng.geometric(args.real(0), args.size(1)));
            case "exponential" -> list(rng.exponential(args.real(0), args.size(1)));
            case "laplace" -> list(rng.laplace(args.real(0), args.real(1), args.size(2)));
            case "lognormal" -> list(rng.lognormal(args.real(0), args.real(1), args.size(2)));
            case "standard_gamma" -> list(rng.standardGamma(args.real(0), args.size(1)));
            case "gamma" -> list(rng.gamma(args.real(0), args.real(1), args.size(2)));
            case "beta" -> list(rng.beta(args.real(0), args.real(1), args.size(2)));
            case "chisquare" -> list(rng.chisquare(args.real(0), args.size(1)));
            case "multinomial" -> list(rng.multinomial(args.number(0), args.reals(2), args.size(1)));
            case "multivariate_normal" -> list(rng.multivariateNormal(mean(args), covariances(args), args.size(0)));
            case "multivariate_normal_cholesky" ->
                list(rng.multivariateNormalCholesky(mean(args), covariances(args), args.size(0)));
            case "dirichlet" -> list(rng.dirichlet(args.reals(1), args.size(0)));
            case "standard_normal_shape" -> list(rng.standardNormal(args.size(0), args.size(1)));
            case "standard_normal_cube" -> list(rng.standardNormal(args.size(0), args.size(1), args.size(2)));
            case "random_cube" -> list(rng.random(args.size(0), args.size(1), args.size(2)));
            case "permutation_rows" -> list(rng.permutation(rows(args)));
            case "shuffle_rows" -> {
                double[][] x = rows(args);
                rng.shuffle(x);
                yield list(x);
            }
            case "getstate" -> List.of(rng.getBitGeneratorState().split(" "));
            case "setstate" -> {
                rng.setBitGeneratorState(args.toString());
                yield List.of();
            }
            case "random_shape" -> list(rng.random(args.size(0), args.size(1)));
            case "standard_normal_f32" -> list(rng.standardNormalFloat(args.size(0)));
            case "standard_exponential_f32" -> list(rng.standardExponentialFloat(args.size(0)));
            case "permuted" -> list(rng.permuted(rows(args), args.size(2)));
            case "permuted_flat" -> list(rng.permuted(rows(new Args("1," + args.text(0)))[0]));
            case "permutation_axis" -> list(rng.permutation(rows(args), args.size(2)));
            case "shuffle_axis" -> {
                double[][] x = rows(args);
                rng.shuffle(x, args.size(2));
                yield list(x);
            }
            case "advance" -> {
                rng.advance(args.big(0));
                yield List.of();
            }
            case "jumped" -> list(rng.jumped(args.size(0)).random(args.size(1)));
            default -> throw unknown(op, args);
        };
    }
}
