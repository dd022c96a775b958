package dev.seeded.internal.draws;

import dev.seeded.Seed;
import dev.seeded.SeededFactory;

/** A factory of generators whose draws can be recorded. */
public interface RecordableFactory<T> extends SeededFactory<T> {

    /** Returns what draws as {@link #create(Seed)} does, and records it. */
    T create(Seed seed, DrawRecorder recorder);
}
