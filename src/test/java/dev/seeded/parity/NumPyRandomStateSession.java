package dev.seeded.parity;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Draws from {@link NumPyRandomState}. */
final class NumPyRandomStateSession extends Session {

    private final NumPyRandomState state;

    NumPyRandomStateSession(String seed) {
        int colon = seed.indexOf(':');
        String value = seed.substring(colon + 1);
        state = switch (seed.substring(0, colon + 1)) {
            case "int:" -> new NumPyRandomState(Long.parseLong(value));
            case "array:" ->
                new NumPyRandomState(Stream.of(bigs(value))
                        .mapToLong(BigInteger::longValueExact)
                        .toArray());
            default -> throw unknownSeed(seed);
        };
    }

    @Override
    List<?> draw(String op, Args args) {
        return switch (op) {
            case "rand" -> list(state.rand(args.size(0)));
            case "random" -> list(state.random(args.size(0)));
            case "random_sample" -> list(state.randomSample(args.size(0)));
            case "randn" -> list(state.randn(args.size(0)));
            case "standard_normal" -> list(state.standardNormal(args.size(0)));
            case "normal" -> list(state.normal(args.real(0), args.real(1), args.size(2)));
            case "standard_exponential" -> list(state.standardExponential(args.size(0)));
            case "uniform" -> list(state.uniform(args.real(0), args.real(1), args.size(2)));
            case "randint" ->
                Arrays.asList(state.randint(args.big(0), args.big(1), args.size(2), NumPyTypes.named(args.text(3))));
            case "randint_scalar" -> times(args.size(2), () -> state.randint(args.number(0), args.number(1)));
            case "bytes" -> hex(state.bytes(args.size(0)));
            case "shuffle" -> {
                int[] x = range(args.size(0)).stream().mapToInt(i -> i).toArray();
                state.shuffle(x);
                yield list(x);
            }
            case "shuffle_list" -> {
                List<Integer> x = range(args.size(0));
                state.shuffle(x);
                yield x;
            }
            case "permutation" -> list(state.permutation(args.size(0)));
            case "choice" -> list(state.choice(args.size(0), args.size(1), args.flag(2)));
            case "choice_p" -> {
                double[] p = args.reals(2);
                yield list(state.choice(p.length, args.size(0), args.flag(1), p));
            }
            case "rand_shape" -> list(state.rand(args.size(0), args.size(1)));
            case "poisson" -> list(state.poisson(args.real(0), args.size(1)));
            case "binomial" -> list(state.binomial(args.number(0), args.real(1), args.size(2)));
            case "geometric" -> list(state.geometric(args.real(0), args.size(1)));
            case "exponential" -> list(state.exponential(args.real(0), args.size(1)));
            case "laplace" -> list(state.laplace(args.real(0), args.real(1), args.size(2)));
            case "lognormal" -> list(state.lognormal(args.real(0), args.real(1), args.size(2)));
            case "standard_gamma" -> list(state.standardGamma(args.real(0), args.size(1)));
            case "gamma" -> list(state.gamma(args.real(0), args.real(1), args.size(2)));
            case "beta" -> list(state.beta(args.real(0), args.real(1), args.size(2)));
            case "chisquare" -> list(state.chisquare(args.real(0), args.size(1)));
            case "multinomial" -> list(state.multinomial(args.number(0), args.reals(2), args.size(1)));
            case "multivariate_normal" -> list(state.multivariateNormal(mean(args), covariances(args), args.size(0)));
            case "dirichlet" -> list(state.dirichlet(args.reals(1), args.size(0)));
            case "randn_shape" -> list(state.randn(args.size(0), args.size(1)));
            case "standard_normal_shape" -> list(state.standardNormal(args.size(0), args.size(1)));
            case "standard_normal_cube" -> list(state.standardNormal(args.size(0), args.size(1), args.size(2)));
            case "randn_cube" -> list(state.randn(args.size(0), args.size(1), args.size(2)));
            case "rand_cube" -> list(state.rand(args.size(0), args.size(1), args.size(2)));
            case "permutation_rows" -> list(state.permutation(rows(args)));
            case "shuffle_rows" -> {
                double[][] x = rows(args);
                state.shuffle(x);
                yield list(x);
            }
            case "getstate" -> List.of(state.getState().split(" "));
            case "setstate" -> {
                state.setState(args.toString());
                yield List.of();
            }
            default -> throw unknown(op, args);
        };
    }
}
