package dev.seeded.benchmark;

import dev.seeded.parity.NumPyGenerator;
import dev.seeded.parity.NumPyRandomState;
import dev.seeded.parity.PythonRandom;
import dev.seeded.parity.TorchGenerator;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * The time that one value takes, beside {@link Random}'s: a number from 0 to 1, an integer from 1 to 10, a normally
 * distributed number. PyTorch draws whole tensors, here of so many values that the array counts for little, and for
 * normal values few enough to stay exact.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class GeneratorBenchmark {

    private static final int TENSOR = 1_000;
    private static final int SMALL_TENSOR = 15;

    private final Random random = new Random(42);
    private final PythonRandom python = new PythonRandom(42);
    private final NumPyRandomState randomState = new NumPyRandomState(42);
    private final NumPyGenerator generator = new NumPyGenerator(42);
    private final TorchGenerator torch = new TorchGenerator(42);

    @Benchmark
    public double uniformRandom() {
        return random.nextDouble();
    }

    @Benchmark
    public double uniformPython() {
        return python.random();
    }

    @Benchmark
    public double uniformRandomState() {
        return randomState.rand();
    }

    @Benchmark
    public double uniformGenerator() {
        return generator.random();
    }

    @Benchmark
    @OperationsPerInvocation(TENSOR)
    public float[] uniformTorch() {
        return torch.rand(TENSOR);
    }

    @Benchmark
    public int integerRandom() {
        return random.nextInt(1, 11);
    }

    @Benchmark
    public long integerPython() {
        return python.randint(1, 10);
    }

    @Benchmark
    public long integerRandomState() {
        return randomState.randint(1, 11);
    }

    @Benchmark
    public long integerGenerator() {
        return generator.integers(1, 11);
    }

    @Benchmark
    @OperationsPerInvocation(TENSOR)
    public long[] integerTorch() {
        return torch.randint(1, 11, TENSOR);
    }

    @Benchmark
    public double normalRandom() {
        return random.nextGaussian();
    }

    @Benchmark
    public double normalPython() {
        return python.gauss(0, 1);
    }

    @Benchmark
    public double normalRandomState() {
        return randomState.randn();
    }

    @Benchmark
    public double normalGenerator() {
        return generator.standardNormal();
    }

    @Benchmark
    @OperationsPerInvocation(SMALL_TENSOR)
    public float[] normalTorch() {
        return torch.randn(SMALL_TENSOR);
    }
}
