package dev.seeded.internal.jvm.hooks;

import org.jspecify.annotations.Nullable;

/** What one thread runs in: the streams of its innermost test or task, and those around it. */
final class ThreadStack {

    /** Draws and tasks have nothing at hand but their thread. */
    private static final ThreadLocal<ThreadStack> OF_THREAD = new ThreadLocal<>();

    private @Nullable TaskStreams streams;
    private @Nullable Frame frames;

    /** A pooled thread that this one is about to start, which belongs to no test. */
    @Nullable
    Thread worker;

    private static final class Frame {

        final Object owner;
        final @Nullable TaskStreams entered;
        final @Nullable TaskStreams around;
        final @Nullable Frame below;

        Frame(Object owner, @Nullable TaskStreams entered, @Nullable TaskStreams around, @Nullable Frame below) {
            this.owner = owner;
            this.entered = entered;
            this.around = around;
            this.below = below;
        }
    }

    private ThreadStack() {}

    static ThreadStack ofThisThread() {
        ThreadStack stack = OF_THREAD.get();
        return stack == null ? create() : stack;
    }

    private static ThreadStack create() {
        ThreadStack stack = new ThreadStack();
        OF_THREAD.set(stack);
        stack.streams = TaskHooks.take(Thread.currentThread());
        return stack;
    }

    /** Returns the streams that draws go to or are watched by. */
    static @Nullable TaskStreams drawing() {
        TaskStreams streams = ofThisThread().streams;
        return streams != null && streams.test.drawing ? streams : null;
    }

    /** Returns the streams that threads and tasks inherit from. */
    static @Nullable TaskStreams open() {
        ThreadStack stack = ofThisThread();
        TaskStreams streams = stack.streams;
        if (streams == null || streams.test.open) {
            return streams;
        }
        if (stack.frames == null) {
            stack.streams = null;
        }
        return null;
    }

    /** Returns the streams whether it is still open or not. */
    @Nullable
    TaskStreams streams() {
        return streams;
    }

    /** Enters a streams, or none, for as long as {@code owner} runs. */
    void push(Object owner, @Nullable TaskStreams inner) {
        frames = new Frame(owner, inner, streams, frames);
        streams = inner;
    }

    /** Leaves and returns what was entered for {@code owner}, and leaves whatever was entered inside and never left. */
    @SuppressWarnings("ReferenceEquality") // tasks may be equal to others
    @Nullable
    TaskStreams pop(Object owner) {
        for (Frame frame = frames; frame != null; frame = frame.below) {
            if (frame.owner == owner) {
                streams = frame.around;
                frames = frame.below;
                return frame.entered;
            }
        }
        return null;
    }
}
