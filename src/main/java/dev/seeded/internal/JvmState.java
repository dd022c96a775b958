package dev.seeded.internal;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * All that lives as long as the JVM and changes, each thing with who writes and who reads it. Static, because the engine,
 * the filter, the listener and the extension have nothing in common that all supported versions of JUnit would hand to each
 * of them, nor has one run of JUnit with the next.
 *
 * <p>Beside it there are only values that are found once and never change, which thread runs which test ({@code
 * jvm.ThreadContexts}), and {@code jvm.hooks}, where changed methods of the JDK have nothing else to ask.
 */
public enum JvmState {
    /** The tests that are taken from Jupiter. Written by {@code explore} at discovery; read by filter and extension. */
    CLAIM,
    /** The locale and zone that the JVM was given. Written by {@code launcher} and {@code execution}; read by the extension. */
    SURROUNDINGS,
    /** Whether the run seed is announced. Written by who needs the seed first; read by {@code bisect} as well. */
    ANNOUNCED,
    /** Whether an extension of ours entered a test. Written by the extension; read by {@code launcher} at the end. */
    SEEDED,
    /** The test that has the process-wide generators. Written and read by {@code process}. */
    LIBRARY_SEEDING,
    /** The parameters that the tool gave the plan that runs. Written by {@code launcher}; read by {@code config}. */
    PLAN_PARAMETERS,
    /** What the tests so far have left in this JVM. Written by {@code launcher}; read by the extension. */
    EARLIER_TESTS,
    /** What records or decides draws. Written around a run by {@code execution} and {@code shrink}; read by the extension. */
    DRAWS,
    /** What shrinking found, while a test plays it. Written by {@code explore}; read by the extension for the note. */
    NOTED_DRAWS,
    /** Which places get an order from the seed. Written around a run by {@code explore}; read by the extension. */
    ORDERED_SITES,
    /** What looks for tests that others need, over all runs of the JVM. Written and read by {@code launcher}. */
    BISECTOR,
    /** What was said of remembered failures, so that it is said once. Written and read by {@code explore}. */
    REMEMBERED_FAILURES,
    /** What is selected of what failed before. Written by {@code explore}; read by {@code launcher} at the end. */
    UNSELECTED,
    /** The seeds that tests failed with, for the plan that runs these again. Written and read by {@code explore}. */
    FAILED_HERE,
    /** Reports of failures that take no note. Written by the extension and {@code explore}; read by {@code launcher}. */
    UNATTACHED_REPORTS,
    /** The files of running seeds that are this JVM's. Written and read by {@code memory}. */
    RUNNING_SEEDS;

    @SuppressWarnings("ImmutableEnumChecker") // state is what it is for
    private final AtomicReference<@Nullable Object> held = new AtomicReference<>();

    /** Returns whether there is no value. */
    public boolean isEmpty() {
        return held.get() == null;
    }

    /** Returns this as a slot for values of its type, which its one owner names. */
    public <T> Slot<T> holding(Class<T> type) {
        return new Slot<>(type, held);
    }

    /**
     * A place for one value. Safe for concurrent use.
     *
     * @param <T> its type
     */
    public static final class Slot<T> {

        private final Class<T> type;
        private final AtomicReference<@Nullable Object> held;

        Slot(Class<T> type, AtomicReference<@Nullable Object> held) {
            this.type = type;
            this.held = held;
        }

        /** Returns the value, or null. */
        public @Nullable T get() {
            return type.cast(held.get());
        }

        /** Returns the value, if there is one. */
        public Optional<T> find() {
            return Optional.ofNullable(get());
        }

        /** Returns the value, made now if there is none. */
        public T orMake(Supplier<T> maker) {
            synchronized (held) {
                T known = get();
                if (known == null) {
                    known = maker.get();
                    held.set(known);
                }
                return known;
            }
        }

        /** Puts a value in place of the one before, or null. */
        public void set(@Nullable T value) {
            held.set(value);
        }

        /** Puts a value if there is none; returns the one that is in its way, or null. */
        public @Nullable T setIfEmpty(T value) {
            return type.cast(held.compareAndExchange(null, value));
        }

        /** Takes this value away if it is there. */
        public void remove(T value) {
            held.compareAndSet(value, null);
        }

        /** Puts a value, or null, for as long as an action takes, and then the one that was there before; returns its result. */
        public <R> R during(@Nullable T value, Supplier<R> action) {
            Object before = held.getAndSet(value);
            try {
                return action.get();
            } finally {
                held.set(before);
            }
        }
    }
}
