package dev.seeded.parity;

import dev.seeded.parity.BoundedIntegers.Rejection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;

/** What NumPy's two generators do alike, on different bits. */
abstract class AbstractNumPyGenerator<B extends BitGenerator> extends ShufflingGenerator<B> {

    /** Draws the indices of a shuffle in both, even where {@code integers} draws otherwise. */
    final BoundedIntegers masked;

    /** Ten standard deviations below the largest {@code long}. */
    private static final double MAX_LAM = Long.MAX_VALUE - 10 * Math.sqrt(Long.MAX_VALUE);

    /** By how much, and which part, NumPy lets what singular vectors give differ from the covariances. */
    private static final double COVARIANCE_TOLERANCE = 1e-8;

    AbstractNumPyGenerator(B source, String call) {
        super(source, call);
        masked = new BoundedIntegers(source, Rejection.MASKED);
    }

    /** Returns numbers in [0, 1), as NumPy's {@code random(size)} does. */
    public double[] random(int size) {
        return source.nextDoubles(size);
    }

    /**
     * Returns a number between {@code low} and {@code high}, as NumPy's {@code uniform(low, high)} does.
     *
     * @throws IllegalArgumentException if NumPy refuses the limits: if {@code high - low} is not finite, and, in {@link
     *     NumPyGenerator} only, if it is negative
     */
    public double uniform(double low, double high) {
        double range = range(low, high);
        return low + range * nextDouble();
    }

    /** Returns {@code size} values of {@link #uniform(double, double)}: {@code uniform(low, high, size)} in NumPy. */
    public double[] uniform(double low, double high, int size) {
        double range = range(low, high);
        return mapped(random(size), u -> low + range * u);
    }

    double range(double low, double high) {
        double range = high - low;
        Arguments.require(
                Double.isFinite(range), () -> "high - low range exceeds valid bounds: " + low + " to " + high);
        return range;
    }

    /**
     * Returns a number of the normal distribution, as NumPy's {@code normal(loc, scale)} does.
     *
     * @throws IllegalArgumentException if {@code scale} is negative
     */
    public double normal(double loc, double scale) {
        checkNotNegative("scale", scale);
        return loc + scale * standardNormal();
    }

    /** Returns {@code size} values of {@link #normal(double, double)}: {@code normal(loc, scale, size)} in NumPy. */
    public double[] normal(double loc, double scale, int size) {
        checkNotNegative("scale", scale);
        return mapped(standardNormal(size), z -> loc + scale * z);
    }

    private static void checkNotNegative(String name, double value) {
        boolean isNegative = value < 0 || Double.doubleToRawLongBits(value) == Long.MIN_VALUE;
        Arguments.require(!isNegative && !Double.isNaN(value), () -> name + " < 0: " + value);
    }

    private static void checkPositive(String name, double value) {
        Arguments.require(value > 0, () -> name + " <= 0: " + value);
    }

    private static void checkProbability(double p) {
        Arguments.require(p >= 0 && p <= 1, () -> "p < 0, p > 1 or p is NaN: " + p);
    }

    /** Returns a number of the standard normal distribution, as NumPy's {@code standard_normal()} does. */
    public abstract double standardNormal();

    /** Returns numbers of the standard normal distribution, as NumPy's {@code standard_normal(size)} does. */
    public double[] standardNormal(int size) {
        return doubles(size, this::standardNormal);
    }

    /**
     * Returns a table of numbers of the standard normal distribution, as NumPy's
     * {@code standard_normal((rows, columns))} does.
     */
    public double[][] standardNormal(int rows, int columns) {
        return table(rows, columns, this::standardNormal);
    }

    /** Does the same with three dimensions: {@code standard_normal((depth, rows, columns))} in NumPy. */
    public double[][][] standardNormal(int depth, int rows, int columns) {
        return cube(depth, rows, columns, this::standardNormal);
    }

    /**
     * Returns a number of the standard exponential distribution, as NumPy's {@code standard_exponential()} does with
     * its default method.
     */
    public abstract double standardExponential();

    /**
     * Returns numbers of the standard exponential distribution, as NumPy's {@code standard_exponential(size)} does with
     * its default method.
     */
    public double[] standardExponential(int size) {
        return doubles(size, this::standardExponential);
    }

    /**
     * Returns a number of the exponential distribution, as NumPy's {@code exponential(scale)} does.
     *
     * @throws IllegalArgumentException if {@code scale} is negative
     */
    public double exponential(double scale) {
        return exponential(scale, 1)[0];
    }

    /** Returns {@code size} values of {@link #exponential(double)}: {@code exponential(scale, size)} in NumPy. */
    public double[] exponential(double scale, int size) {
        checkNotNegative("scale", scale);
        return mapped(standardExponential(size), x -> scale * x);
    }

    /**
     * Returns a number of the Laplace distribution, as NumPy's {@code laplace(loc, scale)} does. Within 3 ulp of the terms that are added.
     *
     * @throws IllegalArgumentException if {@code scale} is negative
     */
    public double laplace(double loc, double scale) {
        return laplace(loc, scale, 1)[0];
    }

    /** Returns {@code size} values of {@link #laplace(double, double)}: {@code laplace(loc, scale, size)} in NumPy. */
    public double[] laplace(double loc, double scale, int size) {
        checkNotNegative("scale", scale);
        return doubles(size, () -> loc + scale * standardLaplace());
    }

    private double standardLaplace() {
        double u;
        do {
            u = nextDouble();
        } while (u == 0);
        return u >= 0.5 ? -Elementary.log(2 - u - u) : Elementary.log(u + u);
    }

    /**
     * Returns a number of the log-normal distribution, as NumPy's {@code lognormal(mean, sigma)} does.
     *
     * @throws IllegalArgumentException if {@code sigma} is negative
     */
    public double lognormal(double mean, double sigma) {
        return lognormal(mean, sigma, 1)[0];
    }

    /**
     * Returns {@code size} values of {@link #lognormal(double, double)}: {@code lognormal(mean, sigma, size)} in NumPy.
     */
    public double[] lognormal(double mean, double sigma, int size) {
        checkNotNegative("sigma", sigma);
        return mapped(standardNormal(size), z -> StrictMath.exp(mean + sigma * z));
    }

    /**
     * Returns a number of the gamma distribution of scale 1, as NumPy's {@code standard_gamma(shape)} does.
     *
     * <p>From 1 on: G. Marsaglia and W. W. Tsang, <em>A Simple Method for Generating Gamma Variables</em>, ACM TOMS 26
     * (2000) 363–372; below: J. H. Ahrens and U. Dieter, Computing 12 (1974) 223–246.
     *
     * @throws IllegalArgumentException if {@code shape} is negative
     */
    public double standardGamma(double shape) {
        return standardGamma(shape, 1)[0];
    }

    /** Returns {@code size} values of {@link #standardGamma(double)}: {@code standard_gamma(shape, size)} in NumPy. */
    public double[] standardGamma(double shape, int size) {
        checkNotNegative("shape", shape);
        return doubles(size, () -> gammaOf(shape));
    }

    private double gammaOf(double shape) {
        if (shape == 1) {
            return standardExponential();
        }
        if (shape == 0) {
            return 0;
        }
        return shape < 1 ? smallGamma(shape) : largeGamma(shape);
    }

    private double smallGamma(double shape) {
        while (true) {
            double u = nextDouble();
            double v = standardExponential();
            double y = u <= 1 - shape ? 0 : -StrictMath.log((1 - u) / shape);
            double x = StrictMath.pow(u <= 1 - shape ? u : 1 - shape + shape * y, 1 / shape);
            if (x <= v + y) {
                return x;
            }
        }
    }

    private double largeGamma(double shape) {
        double b = shape - 1 / 3.0;
        double c = 1 / Math.sqrt(9 * b);
        while (true) {
            double x;
            double root;
            do {
                x = standardNormal();
                root = 1 + c * x;
            } while (root <= 0);
            double v = root * root * root;
            double u = nextDouble();
            if (u < 1 - 0.0331 * (x * x) * (x * x)
                    || StrictMath.log(u) < 0.5 * x * x + b * (1 - v + StrictMath.log(v))) {
                return b * v;
            }
        }
    }

    /**
     * Returns a number of the gamma distribution, as NumPy's {@code gamma(shape, scale)} does.
     *
     * @throws IllegalArgumentException if {@code shape} or {@code scale} is negative
     */
    public double gamma(double shape, double scale) {
        return gamma(shape, scale, 1)[0];
    }

    /** Returns {@code size} values of {@link #gamma(double, double)}: {@code gamma(shape, scale, size)} in NumPy. */
    public double[] gamma(double shape, double scale, int size) {
        checkNotNegative("shape", shape);
        checkNotNegative("scale", scale);
        return doubles(size, () -> scale * gammaOf(shape));
    }

    /**
     * Returns a number of the chi-square distribution, as NumPy's {@code chisquare(df)} does.
     *
     * @throws IllegalArgumentException if {@code df} is not positive
     */
    public double chisquare(double df) {
        return chisquare(df, 1)[0];
    }

    /** Returns {@code size} values of {@link #chisquare(double)}: {@code chisquare(df, size)} in NumPy. */
    public double[] chisquare(double df, int size) {
        checkPositive("df", df);
        return doubles(size, () -> 2 * gammaOf(df / 2));
    }

    /**
     * Returns a number of the beta distribution, as NumPy's {@code beta(a, b)} does.
     *
     * <p>If neither parameter is above 1: M. D. Jöhnk, <em>Erzeugung von betaverteilten und gammaverteilten
     * Zufallszahlen</em>, Metrika 8 (1964) 5–15.
     *
     * @throws IllegalArgumentException if {@code a} or {@code b} is not positive
     */
    public double beta(double a, double b) {
        return beta(a, b, 1)[0];
    }

    /** Returns {@code size} values of {@link #beta(double, double)}: {@code beta(a, b, size)} in NumPy. */
    public double[] beta(double a, double b, int size) {
        checkPositive("a", a);
        checkPositive("b", b);
        return doubles(size, () -> betaOf(a, b));
    }

    final double betaOf(double a, double b) {
        if (a > 1 || b > 1) {
            double x = gammaOf(a);
            return x / (x + gammaOf(b));
        }
        while (true) {
            double u = nextDouble();
            double v = nextDouble();
            double x = StrictMath.pow(u, 1 / a);
            double sum = x + StrictMath.pow(v, 1 / b);
            if (sum > 1) {
                continue;
            }
            if (sum > 0) {
                return x / sum;
            }
            double logX = StrictMath.log(u) / a;
            double logY = StrictMath.log(v) / b;
            double larger = Math.max(logX, logY);
            logX -= larger;
            logY -= larger;
            return StrictMath.exp(logX - StrictMath.log(StrictMath.exp(logX) + StrictMath.exp(logY)));
        }
    }

    /**
     * Returns a number of the Poisson distribution, as NumPy's {@code poisson(lam)} does. Exact in practice.
     *
     * @throws IllegalArgumentException if {@code lam} is negative, or above 9.223372006484771e18
     */
    public long poisson(double lam) {
        return poisson(lam, 1)[0];
    }

    /** Returns {@code size} values of {@link #poisson(double)}: {@code poisson(lam, size)} in NumPy. */
    public long[] poisson(double lam, int size) {
        Arguments.require(lam >= 0, () -> "lam < 0 or lam is NaN: " + lam);
        Arguments.require(lam <= MAX_LAM, () -> "lam value too large: " + lam);
        return longs(size, new Poisson(lam, this::nextDouble)::next);
    }

    /**
     * Returns a number of the binomial distribution, as NumPy's {@code binomial(n, p)} does. Exact in practice.
     *
     * @throws IllegalArgumentException if {@code n} is negative, or {@code p} not from 0 to 1
     */
    public long binomial(long n, double p) {
        return binomial(n, p, 1)[0];
    }

    /** Returns {@code size} values of {@link #binomial(long, double)}: {@code binomial(n, p, size)} in NumPy. */
    public long[] binomial(long n, double p, int size) {
        Arguments.require(n >= 0, () -> "n < 0: " + n);
        checkProbability(p);
        return longs(size, binomialOf(n, p)::next);
    }

    private Binomial binomialOf(long n, double p) {
        return new Binomial(n, p, this::nextDouble, isLegacy());
    }

    /** Returns whether this is {@code RandomState}, in which NumPy keeps what it has improved elsewhere. */
    abstract boolean isLegacy();

    /**
     * Returns a number of the geometric distribution, as NumPy's {@code geometric(p)} does. Exact in practice.
     * Numbers that are too large are {@code Long.MAX_VALUE}, as in newer versions; NumPy 1.24 gives a negative one.
     *
     * @throws IllegalArgumentException if {@code p} is not above 0 and at most 1
     */
    public long geometric(double p) {
        return geometric(p, 1)[0];
    }

    /** Returns {@code size} values of {@link #geometric(double)}: {@code geometric(p, size)} in NumPy. */
    public long[] geometric(double p, int size) {
        Arguments.require(p > 0 && p <= 1, () -> "p <= 0, p > 1 or p is NaN: " + p);
        return longs(size, () -> p >= 1 / 3.0 ? geometricBySearch(p) : geometricByInversion(p));
    }

    private long geometricBySearch(double p) {
        double u = nextDouble();
        double term = p;
        double sum = p;
        long x = 1;
        while (u > sum) {
            term *= 1 - p;
            sum += term;
            x++;
        }
        return x;
    }

    private long geometricByInversion(double p) {
        return (long) Math.ceil(-standardExponential() / Binomial.logOfComplement(p, isLegacy()));
    }

    /**
     * Returns how often each of several outcomes came in {@code n} experiments, as NumPy's {@code multinomial(n, pvals)}
     * does. Exact in practice.
     *
     * @param pvals the probability of each outcome; the last one gets what is left
     * @throws IllegalArgumentException if {@code n} is negative, or {@code pvals} are not probabilities of which all but
     *     the last sum up to 1 at most
     */
    public long[] multinomial(long n, double[] pvals) {
        return multinomial(n, pvals, 1)[0];
    }

    /**
     * Returns {@code size} values of {@link #multinomial(long, double[])}: {@code multinomial(n, pvals, size)} in
     * NumPy.
     */
    public long[][] multinomial(long n, double[] pvals, int size) {
        Arguments.require(n >= 0, () -> "n < 0: " + n);
        int last = pvals.length - 1;
        double sum = 0;
        for (int i = 0; i <= last; i++) {
            checkProbability(pvals[i]);
            sum += i < last ? pvals[i] : 0;
        }
        Arguments.require(last >= 0 && sum <= 1 + 1e-12, () -> "sum(pvals[:-1]) > 1.0: " + Arrays.toString(pvals));
        long[][] counts = new long[Arguments.size(size)][last + 1];
        for (long[] row : counts) {
            double remaining = 1;
            row[last] = n;
            for (int i = 0; i < last && row[last] > 0; i++) {
                row[i] = binomialOf(row[last], pvals[i] / remaining).next();
                row[last] -= row[i];
                remaining -= pvals[i];
            }
        }
        return counts;
    }

    /**
     * Returns proportions of the Dirichlet distribution, as NumPy's {@code dirichlet(alpha)} does.
     *
     * @throws IllegalArgumentException if an {@code alpha} is not positive
     */
    public double[] dirichlet(double[] alpha) {
        return dirichlet(alpha, 1)[0];
    }

    /** Returns {@code size} values of {@link #dirichlet(double[])}: {@code dirichlet(alpha, size)} in NumPy. */
    public double[][] dirichlet(double[] alpha, int size) {
        for (double value : alpha) {
            checkPositive("alpha", value);
        }
        double[][] rows = new double[Arguments.size(size)][alpha.length];
        for (double[] row : rows) {
            fillDirichlet(row, alpha);
        }
        return rows;
    }

    /** Fills a row with gamma numbers over their sum. */
    void fillDirichlet(double[] row, double[] alpha) {
        double sum = 0;
        for (int i = 0; i < row.length; i++) {
            row[i] = gammaOf(alpha[i]);
            sum += row[i];
        }
        double factor = 1 / sum;
        mapped(row, x -> x * factor);
    }

    /**
     * Returns {@code size} vectors of the multivariate normal distribution, as NumPy's {@code multivariate_normal(mean,
     * cov, size)} does with its default method. Within rounding errors of the singular vectors, which NumPy leaves to
     * LAPACK: about 10<sup>-14</sup> of a standard deviation, and 10<sup>-7</sup> for singular covariances. The signs are
     * those of LAPACK since 3.10; of three dimensions or more, older ones, and so older builds of NumPy, draw other values for
     * some covariances.
     *
     * @param cov the covariances
     * @throws IllegalArgumentException if {@code cov} is not square, of another size than {@code mean} or of more than 25
     *     dimensions; if NumPy warns that it is not symmetric and positive semidefinite; or if it has equal singular values
     *     without being diagonal, so that what NumPy draws is a matter of rounding
     */
    public double[][] multivariateNormal(double[] mean, double[][] cov, int size) {
        checkCovariances(mean, cov);
        int n = mean.length;
        Arguments.require(
                n <= SingularVectors.MOST,
                () -> "LAPACK decomposes more than 25 dimensions in another way: " + n + "; use method='cholesky'");
        double[][] factor = SingularVectors.scaled(cov);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double product = 0;
                for (double[] row : factor) {
                    product += row[i] * row[j];
                }
                Arguments.require(
                        Math.abs(product - cov[i][j]) <= COVARIANCE_TOLERANCE * (1 + Math.abs(cov[i][j])),
                        () -> "covariance is not symmetric positive-semidefinite: " + Arrays.deepToString(cov));
            }
        }
        return vectors(mean, factor, size);
    }

    static void checkCovariances(double[] mean, double[][] cov) {
        Arguments.require(
                Arrays.stream(cov).allMatch(row -> row.length == cov.length),
                () -> "cov must be 2 dimensional and square: " + Arrays.deepToString(cov));
        Arguments.require(
                cov.length == mean.length && cov.length > 0,
                () -> "mean and cov must have same length: " + mean.length + " and " + cov.length);
        Arguments.require(
                Arrays.stream(cov).flatMapToDouble(Arrays::stream).allMatch(Double::isFinite),
                () -> "cov must be finite: " + Arrays.deepToString(cov));
    }

    /** Draws normal numbers, and returns the mean plus them times the factor. */
    final double[][] vectors(double[] mean, double[][] factor, int size) {
        double[][] vectors = standardNormal(size, mean.length);
        for (double[] vector : vectors) {
            double[] normals = vector.clone();
            System.arraycopy(mean, 0, vector, 0, mean.length);
            for (int i = 0; i < mean.length; i++) {
                for (int j = 0; j < mean.length; j++) {
                    vector[j] += normals[i] * factor[i][j];
                }
            }
        }
        return vectors;
    }

    /**
     * Returns random bytes, as NumPy's {@code bytes(length)} does. No bytes take a 32-bit word too.
     *
     * @throws IllegalArgumentException if {@code length} is negative
     */
    public byte[] bytes(int length) {
        byte[] bytes = new byte[Arguments.size(length)];
        int word = source.bits32(); // even for no bytes
        for (int i = 0; i < length; i++) {
            if (i > 0) {
                word = i % 4 == 0 ? source.bits32() : word >>> 8;
            }
            bytes[i] = (byte) word;
        }
        return source.recorded(bytes);
    }

    static double[][] table(int rows, int columns, IntFunction<double[]> draw) {
        Arguments.size(columns);
        double[][] table = new double[Arguments.size(rows)][];
        Arrays.setAll(table, i -> draw.apply(columns));
        return table;
    }

    static double[][][] cube(int depth, int rows, int columns, IntFunction<double[]> draw) {
        Arguments.size(rows);
        double[][][] cube = new double[Arguments.size(depth)][][];
        Arrays.setAll(cube, i -> table(rows, columns, draw));
        return cube;
    }

    @Override
    int slot(int own) {
        return masked.slot(own);
    }

    /**
     * Returns the numbers from 0 to {@code n - 1} in a random order, as NumPy's {@code permutation(n)} does.
     *
     * @throws IllegalArgumentException if {@code n} is negative
     */
    public int[] permutation(int n) {
        int[] permutation = Arguments.range(n);
        shuffle(permutation);
        return permutation;
    }

    /** Returns a shuffled copy, as NumPy's {@code permutation(x)} does. */
    public double[] permutation(double[] x) {
        double[] copy = x.clone();
        shuffle(copy);
        return copy;
    }

    /** Returns a copy with shuffled rows, as NumPy's {@code permutation(x)} does. */
    public double[][] permutation(double[][] x) {
        double[][] copy = copy(x);
        shuffle(copy);
        return copy;
    }

    static double[][] copy(double[][] x) {
        return Arrays.stream(x).map(double[]::clone).toArray(double[][]::new);
    }

    /** Shuffles rows in place, as NumPy's {@code shuffle(x)} does. */
    public void shuffle(double[][] x) {
        shuffle(Arrays.asList(x));
    }

    /** Returns a shuffled copy, as NumPy's {@code permutation(x)} does. */
    public <T> List<T> permutation(List<T> x) {
        List<T> copy = new ArrayList<>(x);
        shuffle(copy);
        return copy;
    }

    /**
     * Returns a number from 0 to {@code n - 1}, as NumPy's {@code choice(n)} does.
     *
     * @throws IllegalArgumentException if {@code n} is not positive
     */
    public int choice(int n) {
        return choice(n, 1, true)[0];
    }

    /**
     * Returns numbers from 0 to {@code n - 1}, as NumPy's {@code choice(n, size, replace)} does; none of any {@code n}
     * for {@code size} 0.
     *
     * @param replace whether one number can be chosen more than once
     * @throws IllegalArgumentException if there are not enough numbers
     */
    public abstract int[] choice(int n, int size, boolean replace);

    /**
     * Returns numbers from 0 to {@code n - 1}, as NumPy's {@code choice(n, size, replace, p)} does.
     *
     * @param replace whether one number can be chosen more than once
     * @param p the probability of each number
     * @throws IllegalArgumentException if there are not enough numbers that are possible, or {@code p} are not {@code
     *     n} probabilities with the sum 1
     */
    public int[] choice(int n, int size, boolean replace, double[] p) {
        checkPopulation(n, size, replace);
        Arguments.require(p.length == n, () -> "'a' and 'p' must have same size: " + n + " and " + p.length);
        return WeightedChoice.indices(this::nextDouble, size, replace, p);
    }

    /**
     * Returns an element, as NumPy's {@code choice(a)} does.
     *
     * @throws IllegalArgumentException if {@code a} is empty
     */
    public <T> T choice(List<T> a) {
        return a.get(choice(a.size()));
    }

    /**
     * Returns elements, as NumPy's {@code choice(a, size, replace)} does.
     *
     * @param replace whether one element can be chosen more than once
     * @throws IllegalArgumentException if there are not enough elements
     */
    public <T> List<T> choice(List<T> a, int size, boolean replace) {
        return elements(a, choice(a.size(), size, replace));
    }

    /**
     * Returns elements, as NumPy's {@code choice(a, size, replace, p)} does.
     *
     * @param replace whether one element can be chosen more than once
     * @param p the probability of each element
     * @throws IllegalArgumentException if there are not enough elements that are possible, or {@code p} are not as many
     *     probabilities with the sum 1
     */
    public <T> List<T> choice(List<T> a, int size, boolean replace, double[] p) {
        return elements(a, choice(a.size(), size, replace, p));
    }

    static void checkPopulation(int n, int size, boolean replace) {
        Arguments.size(size);
        Arguments.require(n > 0 || size == 0, () -> "a must be greater than 0 unless no samples are taken: " + n);
        Arguments.require(
                replace || size <= Math.max(n, 0),
                () -> "Cannot take a larger sample than population when replace is False: " + size + " of " + n);
    }

    /** Draws indices from 0 to {@code n - 1}, repeats allowed. */
    static int[] indices(int n, int size, BoundedIntegers integers) {
        int[] indices = new int[size];
        Arrays.setAll(indices, i -> (int) integers.next(n - 1));
        return indices;
    }

    private static <T> List<T> elements(List<T> population, int[] indices) {
        List<T> elements = new ArrayList<>(indices.length);
        for (int index : indices) {
            elements.add(population.get(index));
        }
        return elements;
    }
}
