package dev.seeded.internal.config;

import dev.seeded.Seed;
import dev.seeded.internal.seed.Derivation;
import java.security.SecureRandom;
import java.util.Optional;

/**
 * The run seed of a JVM that was given none: 53 bits, which every JSON number holds. All test JVMs of one Maven invocation
 * have the same, as they derive it from what identifies Maven's process; others draw one each.
 */
public final class FreshSeed {

    private static final int BITS = 53;

    /** Found once per JVM, when it is first asked for. */
    private static final Seed OF_THIS_JVM = of(MavenProcess.aroundThisJvm());

    private FreshSeed() {}

    /** Returns the same seed each time, in 0 … 2<sup>53</sup>−1. */
    public static Seed ofThisJvm() {
        return OF_THIS_JVM;
    }

    static Seed of(Optional<MavenProcess> build) {
        long bits = build.map(MavenProcess::identity)
                .map(identity -> Derivation.stream(0, identity))
                .orElseGet(() -> new SecureRandom().nextLong());
        return Seed.of(bits >>> (Long.SIZE - BITS));
    }
}
