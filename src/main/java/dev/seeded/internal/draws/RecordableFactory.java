package dev.seeded.internal.draws;

import dev.seeded.Seed;
import dev.seeded.SeededFactory;

/** A factory of generators that can be heard. */
public interface RecordableFactory<T> extends SeededFactory<T> {

    /** Returns what draws as {@link #create(Seed)} does, and is heard. */
    T create(Seed seed, DrawRecorder ear);
}
