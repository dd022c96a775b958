package dev.seeded.parity;

/** A source of uniform bits as NumPy sees one: words, double words, and doubles made of them in the source's own way. */
interface BitGenerator {

    /** Returns the next 32 bits. */
    int nextInt();

    /** Returns the next 64 bits. */
    long nextLong();

    /** Returns the next double in [0, 1), a multiple of 2<sup>-53</sup>. */
    double nextDouble();
}
