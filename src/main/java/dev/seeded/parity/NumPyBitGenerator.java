package dev.seeded.parity;

/**
 * NumPy's bit generators, from which {@link NumPyGenerator} takes its bits.
 *
 * @since 0.1
 */
public enum NumPyBitGenerator {
    /** {@code np.random.PCG64}, that of {@code default_rng}: M. E. O'Neill, 2014. */
    PCG64("PCG64"),
    /** {@code np.random.PCG64DXSM}: the same with a cheaper multiplier and a stronger output. */
    PCG64DXSM("PCG64DXSM"),
    /** {@code np.random.MT19937}: M. Matsumoto and T. Nishimura, 1998. */
    MT19937("MT19937"),
    /** {@code np.random.Philox}, 4x64 with ten rounds: J. K. Salmon and others, 2011. */
    PHILOX("Philox"),
    /** {@code np.random.SFC64}: C. Doty-Humphrey, 2010. */
    SFC64("SFC64");

    private final String name;

    NumPyBitGenerator(String name) {
        this.name = name;
    }

    BitGenerator create(SeedSequence seed) {
        return switch (this) {
            case PCG64 -> new Pcg64(seed, false);
            case PCG64DXSM -> new Pcg64(seed, true);
            case MT19937 -> MersenneTwister.of(seed);
            case PHILOX -> new Philox(seed);
            case SFC64 -> new Sfc64(seed);
        };
    }

    /** Returns NumPy's name, {@code Philox}, say. */
    @Override
    public String toString() {
        return name;
    }
}
