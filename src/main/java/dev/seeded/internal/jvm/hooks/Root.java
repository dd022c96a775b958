package dev.seeded.internal.jvm.hooks;

import dev.seeded.internal.seed.Derivation;
import java.util.function.BiConsumer;
import java.util.function.ObjLongConsumer;
import org.jspecify.annotations.Nullable;

/** One test, or one class, while it runs: what all its threads and tasks share. */
final class Root {

    static final int SEEDS = 1;
    static final int DETECTS = 2;
    static final int SALTS = 4;

    final long testSeed;
    final int mode;
    final long initializers;
    final Class<?> owner;

    /** Where the iteration of immutable sets and maps begins, and in which direction it goes. */
    final long salt;

    final @Nullable BiConsumer<String, Boolean> report;

    /** Hears each draw that is seeded: the name of its stream, and what it gives. */
    final @Nullable ObjLongConsumer<String> listener;

    /** Whether threads that belong to this root still draw from it, or are watched by it. */
    volatile boolean drawing;

    volatile boolean open = true;
    volatile boolean asked;

    Root(
            long testSeed,
            int mode,
            long initializers,
            Class<?> owner,
            @Nullable BiConsumer<String, Boolean> report,
            @Nullable ObjLongConsumer<String> listener) {
        this.testSeed = testSeed;
        this.mode = mode;
        this.initializers = initializers;
        this.owner = owner;
        this.report = report;
        this.listener = listener;
        this.drawing = (mode & (SEEDS | DETECTS)) != 0;
        salt = Derivation.stream(testSeed, "collections");
    }

    boolean seeds() {
        return (mode & SEEDS) != 0;
    }

    boolean salts() {
        return (mode & SALTS) != 0;
    }

    boolean detects() {
        return (mode & DETECTS) != 0;
    }

    void close() {
        open = false;
        drawing = false;
    }
}
