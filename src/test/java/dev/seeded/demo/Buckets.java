package dev.seeded.demo;

/** Chooses one of twelve buckets for a hash code, with a bug. */
final class Buckets {

    private Buckets() {}

    static int of(int hash) {
        return Math.abs(hash) % 12;
    }
}
