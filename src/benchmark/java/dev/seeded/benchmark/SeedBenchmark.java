package dev.seeded.benchmark;

import dev.seeded.Seed;
import dev.seeded.Seeded;
import dev.seeded.internal.config.Run;
import dev.seeded.internal.config.Settings;
import dev.seeded.internal.declared.ContextSeed;
import dev.seeded.internal.generator.Recipe;
import dev.seeded.internal.libraries.ProvidedFactories;
import dev.seeded.internal.note.Reproduction;
import dev.seeded.internal.note.Reproduction.PinForm;
import dev.seeded.internal.note.SeedNote;
import dev.seeded.internal.note.SeedReport;
import dev.seeded.internal.replay.Host;
import dev.seeded.internal.replay.Replay;
import dev.seeded.internal.replay.Selection;
import dev.seeded.internal.replay.TestName;
import dev.seeded.internal.seed.Derivation;
import dev.seeded.internal.seed.Identity;
import java.lang.reflect.Method;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.platform.commons.support.AnnotationSupport;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The time of what is done once per test: derive its seed, make its generator, look up annotations, write its note. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class SeedBenchmark {

    private static final String UNIQUE_ID = "[engine:junit-jupiter]/[class:com.acme.orders.ShuffleTest]"
            + "/[test-template:keepsItsElements(java.util.Random)]/[test-template-invocation:#17]";

    private final Run run =
            Run.read(new Settings(name -> null, name -> null, name -> null), () -> Seed.of(4821093847561029L));
    private final TestName test = new TestName(
            "com.acme.orders.ShuffleTest.keepsItsElements(Random)",
            "com.acme.orders.ShuffleTest",
            Optional.of("keepsItsElements"),
            UNIQUE_ID,
            "com.acme.orders.ShuffleTest");
    private final Replay replay = Host.ofThisJvm().replay(Optional.empty());
    private final Recipe random = recipe(Random.class);
    private final Recipe splittable = recipe(SplittableRandom.class);
    private final Recipe algorithm = recipe(RandomGenerator.SplittableGenerator.class);
    private final Recipe secure = recipe(SecureRandom.class);
    private final Method annotated = method("annotated");
    private final Method plain = method("plain");
    private Seed seed = Seed.of(42);

    @Benchmark
    public long deriveFromUniqueId() {
        return Derivation.testSeed(42, Identity.of(UNIQUE_ID));
    }

    @Benchmark
    public ContextSeed seedOfContext() {
        return ContextSeed.of(run, Optional.empty(), Identity.of(UNIQUE_ID));
    }

    @Benchmark
    public Seed stream() {
        return seed.stream("prices");
    }

    @Benchmark
    public Object createJdkRandom() {
        return new Random(42);
    }

    @Benchmark
    public Object createRandom() {
        return random.maker().apply(seed);
    }

    @Benchmark
    public Object createSplittableRandom() {
        return splittable.maker().apply(seed);
    }

    @Benchmark
    public Object createL64X128MixRandom() {
        return algorithm.maker().apply(seed);
    }

    @Benchmark
    public Object createSecureRandom() {
        return secure.maker().apply(seed);
    }

    @Benchmark
    public Optional<Seeded> findAnnotation() {
        return AnnotationSupport.findAnnotation(annotated, Seeded.class);
    }

    @Benchmark
    public Optional<Seeded> findNoAnnotation() {
        return AnnotationSupport.findAnnotation(plain, Seeded.class);
    }

    @Benchmark
    public Throwable note() {
        Throwable failure = new AssertionError("expected", null) {
            @Override
            public Throwable fillInStackTrace() {
                return this;
            }
        };
        new SeedNote(SeedReport.of(
                        test,
                        run,
                        ContextSeed.of(run, Optional.empty(), Identity.of(UNIQUE_ID)),
                        new Reproduction(Selection.TEST, Reproduction.settings(run, true), PinForm.SEEDED, "", ""),
                        List.of(),
                        replay,
                        Optional.empty()))
                .attachTo(failure);
        return failure;
    }

    @Seeded
    void annotated() {}

    @Test
    void plain() {}

    private static Method method(String name) {
        try {
            return SeedBenchmark.class.getDeclaredMethod(name);
        } catch (NoSuchMethodException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private static Recipe recipe(Class<?> type) {
        return Recipe.of(
                type,
                "",
                other -> ProvidedFactories.seenBy(other.getClassLoader()).find(other));
    }
}
