package dev.seeded.internal.generator;

import org.jspecify.annotations.Nullable;

/** A thread that runs code for another one, which waits meanwhile: the two draw one after the other, as one thread does. */
public final class StandInThread extends Thread {

    private volatile @Nullable Thread waiting = represented(Thread.currentThread());

    /** Creates a thread for the current one. */
    public StandInThread(Runnable task, String name) {
        super(task, name);
    }

    /** Notes that the other thread goes on, whether this one has ended or not. */
    public void abandon() {
        if (isAlive()) {
            waiting = this;
        }
    }

    /** Returns whether two threads may draw at the same time. */
    @SuppressWarnings("ReferenceEquality") // a thread is itself
    public static boolean areTwo(@Nullable Thread one, @Nullable Thread other) {
        return represented(one) != represented(other);
    }

    private static @Nullable Thread represented(@Nullable Thread thread) {
        return thread instanceof StandInThread standIn ? standIn.waiting : thread;
    }
}
