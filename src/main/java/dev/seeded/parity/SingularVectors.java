package dev.seeded.parity;

import java.util.Arrays;
import java.util.stream.DoubleStream;

/**
 * The singular values and right singular vectors of a small matrix, with the signs of LAPACK's {@code dgesdd}, which for
 * up to {@link #MOST} rows is its {@code dgebd2} and {@code dbdsqr}.
 *
 * <p>G. H. Golub and C. Reinsch, <em>Singular Value Decomposition and Least Squares Solutions</em>, Numerische Mathematik
 * 14 (1970) 403–420; J. Demmel and W. Kahan, <em>Accurate Singular Values of Bidiagonal Matrices</em>, SIAM J. Sci. Stat.
 * Comput. 11 (1990) 873–912. The rotations are those of LAPACK since 3.10, whose cosines are never negative.
 */
final class SingularVectors {

    /** From more rows on, LAPACK divides and conquers. */
    static final int MOST = 25;

    private static final double EPSILON = 0x1p-53;
    private static final double TOLERANCE = StrictMath.pow(EPSILON, -0.125) * EPSILON;

    /** The relative difference from which on two values are distinct, and one is not 0. */
    private static final double EQUAL = 1e-10;

    private final int n;
    private final double[] d;
    private final double[] e;
    private final double[][] vt;

    private double cos;
    private double sin;

    private SingularVectors(int n) {
        this.n = n;
        d = new double[n];
        e = new double[n];
        vt = new double[n][n];
    }

    /**
     * Returns the right singular vectors as rows, each times the root of its singular value, the largest first.
     *
     * @throws IllegalArgumentException if the matrix is not diagonal, and singular values other than 0 are equal
     */
    static double[][] scaled(double[][] matrix) {
        SingularVectors found = new SingularVectors(matrix.length);
        double[][] reflections = found.bidiagonalize(matrix);
        boolean isDiagonal = DoubleStream.of(found.e).allMatch(beside -> beside == 0);
        found.diagonalize();
        for (int i = found.n - 2; i >= 0; i--) {
            reflect(found.vt, 0, reflections[i], i + 1);
        }
        found.makePositive();
        found.sort();
        Arguments.require(
                isDiagonal || found.isDistinct(),
                () -> "singular values are equal, so that LAPACK's rounding errors choose the vectors; use"
                        + " method='cholesky': " + Arrays.deepToString(matrix));
        for (int i = 0; i < found.n; i++) {
            double root = Math.sqrt(found.d[i]);
            ParityGenerator.mapped(found.vt[i], x -> x * root);
        }
        return found.vt;
    }

    private boolean isDistinct() {
        for (int i = 0; i + 1 < n; i++) {
            if (d[i] - d[i + 1] <= EQUAL * d[i] && d[i] > EQUAL * d[0]) {
                return false;
            }
        }
        return true;
    }

    /** Leaves the bidiagonal form in {@link #d} and {@link #e}; returns the reflections from the right, of norm root 2. */
    private double[][] bidiagonalize(double[][] matrix) {
        double[][] rows = matrix;
        for (int i = 0; i < n; i++) {
            double[][] columns = NumPyGenerator.transposed(rows);
            d[i] = reflection(columns[i], i);
            reflect(columns, i + 1, columns[i], i);
            rows = NumPyGenerator.transposed(columns);
            if (i < n - 1) {
                e[i] = reflection(rows[i], i + 1);
                reflect(rows, i + 1, rows[i], i + 1);
            }
        }
        return rows;
    }

    /** Makes a vector the one whose reflection leaves only its first place, and returns what that leaves. */
    private static double reflection(double[] x, int first) {
        double norm = 0;
        for (int i = x.length - 1; i > first; i--) {
            norm = Math.hypot(norm, x[i]);
        }
        double alpha = x[first];
        if (norm == 0) {
            x[first] = 0;
            return alpha;
        }
        double beta = -Math.copySign(Math.hypot(alpha, norm), alpha);
        double root = Math.sqrt((beta - alpha) / beta);
        for (int i = first + 1; i < x.length; i++) {
            x[i] *= root / (alpha - beta);
        }
        x[first] = root;
        return beta;
    }

    /** Reflects the vectors from one on, in the places from {@code first} on. */
    private static void reflect(double[][] vectors, int from, double[] reflection, int first) {
        for (int k = from; k < vectors.length; k++) {
            double[] x = vectors[k];
            double product = 0;
            for (int i = first; i < x.length; i++) {
                product += x[i] * reflection[i];
            }
            for (int i = first; i < x.length; i++) {
                x[i] -= product * reflection[i];
            }
        }
    }

    /** Goes on until nothing is left beside the diagonal, from the last rows to the first. */
    private void diagonalize() {
        for (int i = 0; i < n; i++) {
            vt[i][i] = 1;
        }
        double threshold = threshold();
        int hi = n - 1;
        int previousLo = -1;
        int previousHi = -1;
        boolean isDown = false;
        while (hi > 0) {
            int lo = hi;
            double max = Math.abs(d[hi]);
            while (lo > 0 && Math.abs(e[lo - 1]) > threshold) {
                lo--;
                max = Math.max(max, Math.max(Math.abs(d[lo]), Math.abs(e[lo])));
            }
            if (lo > 0) {
                e[lo - 1] = 0;
            }
            if (lo >= hi - 1) {
                if (lo == hi - 1) {
                    diagonalizeTwo(lo);
                }
                hi = lo - 1;
                continue;
            }
            if (previousHi < 0 || lo > previousHi || hi < previousLo) {
                isDown = Math.abs(d[lo]) >= Math.abs(d[hi]);
            }
            double min = convergence(lo, hi, isDown);
            if (min >= 0) {
                previousLo = lo;
                previousHi = hi;
                double shift = shift(lo, hi, isDown, min / max);
                if (shift == 0) {
                    sweep(lo, hi, isDown);
                } else {
                    sweep(lo, hi, isDown, shift);
                }
                int end = isDown ? hi - 1 : lo;
                e[end] = Math.abs(e[end]) <= threshold ? 0 : e[end];
            }
        }
    }

    private double threshold() {
        double least = Math.abs(d[0]);
        double mu = least;
        for (int i = 1; i < n && least != 0; i++) {
            mu = Math.abs(d[i]) * (mu / (mu + Math.abs(e[i - 1])));
            least = Math.min(least, mu);
        }
        return Math.max(TOLERANCE * (least / Math.sqrt(n)), 6.0 * n * n * Double.MIN_NORMAL);
    }

    /** Returns a bound of the smallest singular value of a block, or -1 if it was cut where it has converged. */
    private double convergence(int lo, int hi, boolean isDown) {
        int last = isDown ? hi - 1 : lo;
        if (Math.abs(e[last]) <= TOLERANCE * Math.abs(d[isDown ? hi : lo])) {
            e[last] = 0;
            return -1;
        }
        double mu = Math.abs(d[isDown ? lo : hi]);
        double min = mu;
        for (int step = 0; step < hi - lo; step++) {
            int beside = isDown ? lo + step : hi - 1 - step;
            if (Math.abs(e[beside]) <= TOLERANCE * mu) {
                e[beside] = 0;
                return -1;
            }
            mu = Math.abs(d[isDown ? beside + 1 : beside]) * (mu / (mu + Math.abs(e[beside])));
            min = Math.min(min, mu);
        }
        return min;
    }

    private double shift(int lo, int hi, boolean isDown, double ratio) {
        if (n * TOLERANCE * ratio <= Math.max(EPSILON, 0.01 * TOLERANCE)) {
            return 0;
        }
        double start = Math.abs(d[isDown ? lo : hi]);
        int corner = isDown ? hi - 1 : lo;
        double shift = smallest(Math.abs(d[corner]), Math.abs(e[corner]), Math.abs(d[corner + 1]));
        return start > 0 && shift / start * (shift / start) < EPSILON ? 0 : shift;
    }

    /** Returns the smaller singular value of two rows, as LAPACK's {@code dlas2} does. */
    private static double smallest(double f, double g, double h) {
        double min = Math.min(f, h);
        double max = Math.max(f, h);
        return min == 0 ? 0 : min * 2 / (Math.hypot(1 + min / max, g / max) + Math.hypot(1 - min / max, g / max));
    }

    /** Chases what is beside the diagonal from the first row of a block to the last, or upwards. */
    private void sweep(int lo, int hi, boolean isDown, double shift) {
        int step = isDown ? 1 : -1;
        int first = isDown ? lo : hi;
        int last = isDown ? hi : lo;
        double f = (Math.abs(d[first]) - shift) * (Math.copySign(1, d[first]) + shift / d[first]);
        double g = e[Math.min(first, first + step)];
        for (int i = first; i != last; i += step) {
            int next = i + step;
            int beside = Math.min(i, next);
            double r = rotate(f, g);
            if (i != first) {
                e[beside - step] = r;
            }
            if (isDown) {
                turnRows(beside, cos, sin);
            }
            f = cos * d[i] + sin * e[beside];
            e[beside] = cos * e[beside] - sin * d[i];
            g = sin * d[next];
            d[next] *= cos;
            d[i] = rotate(f, g);
            if (!isDown) {
                turnRows(beside, cos, -sin);
            }
            f = cos * e[beside] + sin * d[next];
            d[next] = cos * d[next] - sin * e[beside];
            if (next != last) {
                g = sin * e[beside + step];
                e[beside + step] *= cos;
            }
        }
        e[isDown ? hi - 1 : lo] = f;
    }

    /** Does so without a shift, which keeps small values exact. */
    private void sweep(int lo, int hi, boolean isDown) {
        int step = isDown ? 1 : -1;
        int first = isDown ? lo : hi;
        int last = isDown ? hi : lo;
        double near = 1;
        double far = 1;
        for (int i = first; i != last; i += step) {
            int next = i + step;
            int beside = Math.min(i, next);
            double oldSin = sin;
            double r = rotate(d[i] * near, e[beside]);
            near = cos;
            if (i != first) {
                e[beside - step] = oldSin * r;
            }
            if (isDown) {
                turnRows(beside, cos, sin);
            }
            d[i] = rotate(far * r, d[next] * sin);
            far = cos;
            if (!isDown) {
                turnRows(beside, cos, -sin);
            }
        }
        double h = d[last] * near;
        d[last] = h * far;
        e[isDown ? hi - 1 : lo] = h * sin;
    }

    private void turnRows(int row, double c, double s) {
        for (int j = 0; j < n; j++) {
            double kept = c * vt[row + 1][j] - s * vt[row][j];
            vt[row][j] = s * vt[row + 1][j] + c * vt[row][j];
            vt[row + 1][j] = kept;
        }
    }

    /** Leaves a rotation that makes (f, g) be (r, 0), and returns r: LAPACK's {@code dlartg}. */
    private double rotate(double f, double g) {
        if (g == 0) {
            cos = 1;
            sin = 0;
            return f;
        }
        if (f == 0) {
            cos = 0;
            sin = Math.copySign(1, g);
            return Math.abs(g);
        }
        double length = Math.sqrt(f * f + g * g);
        double r = Math.copySign(length, f);
        cos = Math.abs(f) / length;
        sin = g / r;
        return r;
    }

    /** Diagonalizes two rows at once, as LAPACK's {@code dlasv2} does, by the formulas of J. Demmel and W. Kahan. */
    private void diagonalizeTwo(int row) {
        double sign = Math.copySign(1, d[row] * d[row + 1]);
        boolean isSwapped = Math.abs(d[row + 1]) > Math.abs(d[row]);
        double f = d[isSwapped ? row + 1 : row];
        double h = d[isSwapped ? row : row + 1];
        double m = e[row] / f;
        double l = 1 - Math.abs(h / f);
        double s = Math.hypot(2 - l, m);
        double r = Math.hypot(l, m);
        double a = 0.5 * (s + r);
        double t = (m / (s + 2 - l) + m / (r + l)) * (1 + a);
        double rightCos = 2 / Math.hypot(t, 2);
        double rightSin = t / Math.hypot(t, 2);
        d[row] = f * a;
        d[row + 1] = sign * f / Math.abs(f) * Math.abs(h) / a;
        e[row] = 0;
        turnRows(
                row, isSwapped ? h / f * rightSin / a : rightCos, isSwapped ? (rightCos + rightSin * m) / a : rightSin);
    }

    private void makePositive() {
        for (int i = 0; i < n; i++) {
            if (d[i] < 0) {
                d[i] = -d[i];
                ParityGenerator.mapped(vt[i], x -> -x);
            }
        }
    }

    /** Sorts three times, as LAPACK does, which decides which of equal values comes first. */
    private void sort() {
        for (int last = n - 1; last > 0; last--) {
            int least = 0;
            for (int i = 1; i <= last; i++) {
                least = d[i] <= d[least] ? i : least;
            }
            swap(least, last);
        }
        for (int sign = -1; sign <= 1; sign += 2) {
            for (int first = 0; first < n; first++) {
                int most = first;
                for (int i = first + 1; i < n; i++) {
                    most = sign * d[i] > sign * d[most] ? i : most;
                }
                swap(first, most);
            }
        }
    }

    private void swap(int one, int other) {
        double value = d[one];
        d[one] = d[other];
        d[other] = value;
        double[] row = vt[one];
        vt[one] = vt[other];
        vt[other] = row;
    }
}
