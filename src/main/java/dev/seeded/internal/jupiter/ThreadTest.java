package dev.seeded.internal.jupiter;

import dev.seeded.internal.jvm.ThreadTests;
import java.lang.ref.WeakReference;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The context of a test, or a class, on its thread. */
final class ThreadTest extends ThreadTests.Entry {

    /** Weak, because threads live longer than tests. */
    private final WeakReference<ExtensionContext> context;

    private final AtomicBoolean classOver;
    private final boolean parallel;

    /**
     * Creates the entry of a context.
     *
     * @param classOver whether its class has ended, and all tests with it
     * @param parallel whether a thread that waits for a test may run another of the same class meanwhile
     */
    ThreadTest(ExtensionContext context, AtomicBoolean classOver, boolean parallel) {
        this.context = new WeakReference<>(context);
        this.classOver = classOver;
        this.parallel = parallel;
    }

    /** One test of a class begins when the one before it is over, unless the thread may turn to it while it waits. */
    @Override
    protected boolean replaces(ThreadTests.Entry other) {
        ExtensionContext own = context.get();
        ExtensionContext before = ((ThreadTest) other).context.get();
        return own != null
                && before != null
                && (own.equals(before) || (!parallel && own.getParent().equals(before.getParent())));
    }

    @Override
    protected boolean isOver() {
        if (classOver.get()) {
            return true;
        }
        ExtensionContext known = context.get();
        return known == null || Stores.isClosed(known);
    }

    @Override
    protected Optional<Long> seed() {
        return Optional.ofNullable(context.get())
                .map(known -> Stores.surroundings(known).scope(known).ask().value());
    }
}
