/**
 * Generators that repeat Python's, NumPy's and PyTorch's, bit for bit: {@link dev.seeded.parity.PythonRandom}, {@link
 * dev.seeded.parity.NumPyRandomState}, {@link dev.seeded.parity.NumPyGenerator} and {@link
 * dev.seeded.parity.TorchGenerator}.
 *
 * <p>For code that was ported from Python, or is tested against a Python original: the same seed and the same calls
 * give the same values on both sides. Methods have the original's names in Java's spelling, and refuse what the original
 * refuses, a negative {@code size} say, with an {@link java.lang.IllegalArgumentException} that gives the reason.
 * {@code toString()} is the call that makes an equal generator in Python. None needs JUnit; in a seeded test, each can be
 * injected with {@link dev.seeded.Seeded}.
 *
 * <h2>How exact</h2>
 *
 * <p>Compared with CPython 3.6 to 3.14, NumPy 1.19 to 2.4 and PyTorch 1.7 to 2.14 on x86-64. A method is <em>exact</em>
 * where its results are equal in every bit, and <em>within 3 ulp</em> where they went through a logarithm, sine or
 * cosine, whose last bit is the C library's choice; here it is the same on every Java version and processor. Where such a
 * function merely decides whether a candidate is taken, results are exact but for candidates within rounding of the
 * boundary; that is called <em>exact in practice</em>. Where a method does not say how exact it is, its class does.
 *
 * <p>None of these is a {@link java.util.Random}, whose derived draws, and those of {@link
 * java.util.Collections#shuffle(java.util.List)}, follow other algorithms. None is safe for concurrent use: one sequence
 * has one reader, as a sequence shared by threads would replay in no fixed order.
 *
 * @since 0.1
 */
@NullMarked
package dev.seeded.parity;

import org.jspecify.annotations.NullMarked;
