package dev.seeded.internal.config;

import dev.seeded.Seed;
import java.security.SecureRandom;

/** The run seed of a JVM that was given none. */
public final class FreshSeed {

    /** Drawn once per JVM, when it is first asked for; 53 bits, which every JSON number holds. */
    private static final Seed OF_THIS_JVM = Seed.of(new SecureRandom().nextLong() >>> (Long.SIZE - 53));

    private FreshSeed() {}

    /** Returns the same seed each time, in 0 … 2<sup>53</sup>−1. */
    public static Seed ofThisJvm() {
        return OF_THIS_JVM;
    }
}
