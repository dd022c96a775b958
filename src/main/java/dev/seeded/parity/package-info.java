/**
 * Generators that give the same values as those of Python, NumPy and PyTorch, bit for bit: {@link
 * dev.seeded.parity.PythonRandom}, {@link dev.seeded.parity.NumPyRandomState}, {@link dev.seeded.parity.NumPyGenerator} and
 * {@link dev.seeded.parity.TorchGenerator}.
 *
 * <p>Use them for code that was ported from Python, or that you test against a Python original. The same seed and the same
 * calls give the same values on both sides. Methods have the original names in Java's spelling. They refuse what the
 * original refuses, such as a negative {@code size}, with an {@link java.lang.IllegalArgumentException} that gives the
 * reason. {@code toString()} returns the call that makes an equal generator in Python. The generators work without JUnit.
 * To inject one into a seeded test, use {@link dev.seeded.Seeded}.
 *
 * <h2>How exact</h2>
 *
 * <p>The values were compared with CPython 3.6 to 3.14, NumPy 1.19 to 2.4 and PyTorch 1.7 to 2.14 on x86-64. The Javadoc of
 * a method, or else of its class, says how exact it is:
 *
 * <ul>
 *   <li><em>exact</em>: the results are equal in every bit.
 *   <li><em>within 3 ulp</em>: the results come from a logarithm, sine or cosine. In Python, the last bit of these depends on
 *       the C library. Here, it is the same on every Java version and processor.
 *   <li><em>exact in practice</em>: a logarithm, sine or cosine only decides whether a candidate is taken. The results are
 *       exact, unless a candidate is within rounding of the boundary.
 * </ul>
 *
 * <p>None of these generators is a {@link java.util.Random}, because the derived draws of {@code Random}, and those of
 * {@link java.util.Collections#shuffle(java.util.List)}, use different algorithms. None is safe for concurrent use: if
 * threads shared a sequence, a replay would not give each of them the same values.
 *
 * @since 0.1
 */
@NullMarked
package dev.seeded.parity;

import org.jspecify.annotations.NullMarked;
