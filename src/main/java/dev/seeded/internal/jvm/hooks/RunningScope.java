package dev.seeded.internal.jvm.hooks;

import dev.seeded.internal.seed.Derivation;
import java.time.Instant;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import java.util.function.LongUnaryOperator;
import org.jspecify.annotations.Nullable;

/** One test, or one class, while it runs: what all its threads and tasks share. */
public final class RunningScope {

    final long seed;
    final boolean seeds;
    final boolean detects;

    /** What the seed orders: bits of {@link OrderHooks}. */
    final int orders;

    /** Returns whether the place that asks now is to have the order; null where all are. */
    final @Nullable BooleanSupplier places;

    /** When the clock of the test starts; null for the time that it is. */
    final @Nullable Instant clock;

    /** What {@code System.nanoTime} was then. */
    final long started = System.nanoTime();

    /** From which static initializers draw; null where they draw unseeded. */
    final @Nullable Long runSeed;

    /** Is given the API of each draw that is to be reported, and whether it is seeded. */
    final @Nullable BiConsumer<String, Boolean> report;

    /** Returns what records the draws of an API in a task; null if nobody records them. */
    final @Nullable BiFunction<String, String, LongUnaryOperator> recorder;

    /** The number that all orders come from. */
    final long order;

    /** The streams of the thread that entered the test. */
    final TaskStreams streams;

    /** Whether threads that belong to this test still draw from it, or are watched by it. */
    volatile boolean drawing;

    volatile boolean open = true;

    /** Whether the test asked for its seed, or depends on one by an order or the time, or what a static initializer drew. */
    volatile boolean asked;

    public RunningScope(
            long seed,
            boolean seeds,
            boolean detects,
            int orders,
            @Nullable BooleanSupplier places,
            @Nullable Instant clock,
            @Nullable Long runSeed,
            @Nullable BiConsumer<String, Boolean> report,
            @Nullable BiFunction<String, String, LongUnaryOperator> recorder) {
        this.seed = seed;
        this.seeds = seeds;
        this.detects = detects;
        this.orders = orders;
        this.places = places;
        this.clock = clock;
        this.runSeed = runSeed;
        this.report = report;
        this.recorder = recorder;
        drawing = seeds || detects;
        order = Derivation.stream(seed, "collections");
        streams = new TaskStreams(this, Derivation.stream(seed, "global"), recorder == null ? null : "");
    }

    /** Returns whether the outcome may depend on the seed. */
    public boolean isUsed() {
        return asked || (seeds && streams.isUsed());
    }
}
