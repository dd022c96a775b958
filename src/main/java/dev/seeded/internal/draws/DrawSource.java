package dev.seeded.internal.draws;

import java.util.function.LongSupplier;

/** Decides what generators give. */
public interface DrawSource {

    /**
     * Called in the thread that draws; for one generator, by one thread at a time.
     *
     * @param method the method that was called
     * @param domain what it may give
     * @param own returns what the generator would give, as bits; called where that is wanted, as it may have to be drawn
     * @return the bits of what it gives, within the domain
     */
    long next(GeneratorName generator, String method, Domain domain, LongSupplier own);

    /** Returns this, with what it leaves to generators decided by another source. */
    default DrawSource before(DrawSource other) {
        DrawSource first = this;
        return new DrawSource() {
            @Override
            public long next(GeneratorName generator, String method, Domain domain, LongSupplier own) {
                return first.next(generator, method, domain, () -> other.next(generator, method, domain, own));
            }

            @Override
            public void keep(GeneratorName generator) {
                first.keep(generator);
                other.keep(generator);
            }
        };
    }

    /** Called for a generator that gives what it draws, whatever is decided. */
    default void keep(GeneratorName generator) {}
}
