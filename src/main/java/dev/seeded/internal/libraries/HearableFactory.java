package dev.seeded.internal.libraries;

import dev.seeded.Seed;
import dev.seeded.SeededFactory;
import dev.seeded.internal.generator.Ear;

/** A factory of generators that can be heard. */
public interface HearableFactory<T> extends SeededFactory<T> {

    /** Returns what draws as {@link #create(Seed)} does, and is heard. */
    T create(Seed seed, Ear ear);
}
