package dev.seeded.benchmark;

import dev.seeded.Seed;
import dev.seeded.internal.generator.Recipe;
import dev.seeded.internal.libraries.ProvidedFactories;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The time that one draw takes from what is injected, beside the JDK's class of the same values. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class DrawBenchmark {

    private static final int MANY = 1_000;

    /** The generator: what the JDK has, or what is injected for that type. */
    @Param({"new Random", "Random", "new SplittableRandom", "SplittableRandom", "L64X128MixRandom", "SecureRandom"})
    private String generator = "";

    private final byte[] bytes = new byte[MANY];
    private RandomGenerator random = new Random(42);

    /** Makes the generator. */
    @Setup
    public void prepare() {
        random = switch (generator) {
            case "new Random" -> new Random(42);
            case "new SplittableRandom" -> new SplittableRandom(42);
            case "Random" -> injected(Random.class);
            case "SplittableRandom" -> injected(SplittableRandom.class);
            case "L64X128MixRandom" -> injected(RandomGenerator.SplittableGenerator.class);
            case "SecureRandom" -> injected(SecureRandom.class);
            default -> throw new IllegalArgumentException(generator);
        };
    }

    private static RandomGenerator injected(Class<?> type) {
        return (RandomGenerator) Recipe.of(
                        type,
                        "",
                        other ->
                                ProvidedFactories.seenBy(other.getClassLoader()).find(other))
                .maker()
                .apply(Seed.of(42));
    }

    @Benchmark
    public int nextInt() {
        return random.nextInt();
    }

    @Benchmark
    public int nextIntBelow100() {
        return random.nextInt(100);
    }

    @Benchmark
    public boolean nextBoolean() {
        return random.nextBoolean();
    }

    @Benchmark
    public long nextLong() {
        return random.nextLong();
    }

    @Benchmark
    public double nextDouble() {
        return random.nextDouble();
    }

    @Benchmark
    public double nextGaussian() {
        return random.nextGaussian();
    }

    @Benchmark
    @OperationsPerInvocation(MANY)
    public byte[] nextBytes() {
        random.nextBytes(bytes);
        return bytes;
    }

    @Benchmark
    @OperationsPerInvocation(MANY)
    public int ints() {
        return random.ints(MANY).sum();
    }

    @Benchmark
    @OperationsPerInvocation(MANY)
    public long longs() {
        return random.longs(MANY).sum();
    }

    @Benchmark
    @OperationsPerInvocation(MANY)
    public double doubles() {
        return random.doubles(MANY).sum();
    }

    @Benchmark
    public List<Integer> shuffleTen() {
        List<Integer> list = new ArrayList<>(List.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9));
        for (int at = list.size(); at > 1; at--) {
            Collections.swap(list, at - 1, random.nextInt(at));
        }
        return list;
    }
}
