package dev.seeded.internal.jvm.hooks;

import org.jspecify.annotations.Nullable;

/** What one thread runs in: the context of its innermost test or task, and those around it. */
final class Slot {

    private static final ThreadLocal<Slot> OF_THREAD = new ThreadLocal<>();

    private @Nullable Context context;
    private @Nullable Frame frames;

    /** A pooled thread that this one is about to start, which belongs to no test. */
    @Nullable
    Thread worker;

    /** The context of the task that the next thread will run. */
    @Nullable
    Context handedOver;

    private static final class Frame {

        final Object owner;
        final @Nullable Context around;
        final @Nullable Frame below;

        Frame(Object owner, @Nullable Context around, @Nullable Frame below) {
            this.owner = owner;
            this.around = around;
            this.below = below;
        }
    }

    private Slot() {}

    static Slot ofThisThread() {
        Slot slot = OF_THREAD.get();
        return slot == null ? create() : slot;
    }

    private static Slot create() {
        Slot slot = new Slot();
        OF_THREAD.set(slot);
        slot.context = Tasks.take(Thread.currentThread());
        return slot;
    }

    /** Returns the context that draws go to or are watched by. */
    static @Nullable Context drawing() {
        Context context = ofThisThread().context;
        return context != null && context.root.drawing ? context : null;
    }

    /** Returns the context that threads and tasks inherit from. */
    static @Nullable Context open() {
        Slot slot = ofThisThread();
        Context context = slot.context;
        if (context == null || context.root.open) {
            return context;
        }
        if (slot.frames == null) {
            slot.context = null;
        }
        return null;
    }

    /** Returns the context whether it is still open or not. */
    @Nullable
    Context context() {
        return context;
    }

    /** Enters a context, or none, for as long as {@code owner} runs. */
    void push(Object owner, @Nullable Context inner) {
        frames = new Frame(owner, context, frames);
        context = inner;
    }

    /** Leaves what was entered for {@code owner}, and whatever was entered inside and never left. */
    @SuppressWarnings("ReferenceEquality") // tasks may be equal to others
    void pop(Object owner) {
        for (Frame frame = frames; frame != null; frame = frame.below) {
            if (frame.owner == owner) {
                context = frame.around;
                frames = frame.below;
                return;
            }
        }
    }
}
