package dev.seeded.benchmark;

import dev.seeded.internal.jvm.JvmScope;
import dev.seeded.internal.jvm.JvmSeeding;
import dev.seeded.internal.jvm.JvmSeeding.Entered;
import dev.seeded.internal.jvm.Unordered;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.Blackhole;

/** The time that iteration takes; all but {@code natural} need the agent: {@code -jvmArgs -javaagent:seeded.jar}. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class OrderBenchmark {

    /** Without the setting, with it outside of tests, and in a test. */
    @Param({"natural", "outside", "test"})
    private String where = "";

    /** The number of entries. */
    @Param({"10", "1000", "100000"})
    private int size;

    private final Map<Integer, Integer> hashed = new HashMap<>();
    private final Map<Integer, Integer> concurrent = new ConcurrentHashMap<>();
    private Entered[] tests = {};

    /** Puts the hooks in place, and enters a test: for one iteration, as each is a task that the JVM-wide hooks know. */
    @Setup(Level.Iteration)
    public void prepare() {
        for (int key = 0; key < size; key++) {
            hashed.put(key, key);
            concurrent.put(key, key);
        }
        if (!where.equals("natural")) {
            for (Unordered kind : Unordered.values()) {
                JvmSeeding.require(kind, "seed.unordered");
            }
        }
        List<Integer> natural = List.copyOf(hashed.values());
        if (where.equals("test")) {
            tests = new Entered[] {JvmSeeding.enter(JvmScope.ordering(42, EnumSet.allOf(Unordered.class)))};
        }
        if (where.equals("test") == List.copyOf(hashed.values()).equals(natural)) {
            throw new IllegalStateException("the order is not that of " + where);
        }
    }

    /** Leaves the test. */
    @TearDown(Level.Iteration)
    public void end() {
        for (Entered test : tests) {
            test.exit();
        }
    }

    @Benchmark
    public int iterate() {
        int sum = 0;
        for (Integer value : hashed.values()) {
            sum += value;
        }
        return sum;
    }

    @Benchmark
    public void forEach(Blackhole hole) {
        hashed.forEach((key, value) -> hole.consume(value));
    }

    @Benchmark
    public int iterateConcurrent() {
        int sum = 0;
        for (Integer value : concurrent.values()) {
            sum += value;
        }
        return sum;
    }

    @Benchmark
    public Object getDeclaredMethods() {
        return HashMap.class.getDeclaredMethods();
    }
}
