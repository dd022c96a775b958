package dev.seeded.internal.draws;

/** Is told of draws as they happen, the draws of one generator one after the other. */
@FunctionalInterface
public interface DrawListener {

    /** Instead of a method: the value is how many numbers a generator gave whose draws cannot be recorded. */
    String COUNT = "count";

    /** Instead of a method: the value is made of these bits. */
    String BITS = "bits";

    /** Instead of a method: the value is the upper half of a UUID. */
    String UUID = "uuid";

    /** Instead of a method: the value is the number of elements that are put into an order. */
    String SHUFFLE = "shuffle";

    /**
     * Called in the thread that draws, before it gets the value.
     *
     * @param method the method that was called
     * @param value the bits of what it gives
     */
    void drawn(GeneratorName generator, String method, long value);
}
