package dev.seeded.internal.jupiter;

import dev.seeded.internal.jvm.ThreadContexts;
import java.lang.ref.WeakReference;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;
import org.junit.platform.commons.JUnitException;

/** The context of a test, or a class, on its thread. */
@SuppressWarnings("deprecation") // JUnit 5.12 closes nothing else
final class ThreadContext extends ThreadContexts.Entry implements CloseableResource, AutoCloseable {

    /** Weak, because threads live longer than tests. */
    private final WeakReference<ExtensionContext> context;

    private final AtomicBoolean classOver;
    private final boolean parallel;
    private volatile boolean over;

    /**
     * Creates the entry of a context.
     *
     * @param classOver whether its class has ended, and all tests with it
     * @param parallel whether a thread that waits for a test may run another of the same class meanwhile
     */
    ThreadContext(ExtensionContext context, AtomicBoolean classOver, boolean parallel) {
        this.context = new WeakReference<>(context);
        this.classOver = classOver;
        this.parallel = parallel;
    }

    /** One test of a class begins when the one before it is over, unless the thread may turn to it while it waits. */
    @Override
    protected boolean replaces(ThreadContexts.Entry other) {
        ExtensionContext own = context.get();
        ExtensionContext before = ((ThreadContext) other).context.get();
        return own != null
                && before != null
                && (own.equals(before) || (!parallel && own.getParent().equals(before.getParent())));
    }

    @Override
    protected boolean isOver() {
        return over || classOver.get() || context.get() == null;
    }

    /** Where tests of a class follow each other, the last one is not known to be over; then its store is closed. */
    @Override
    protected Optional<Long> seed() {
        ExtensionContext known = context.get();
        if (known == null) {
            return Optional.empty();
        }
        try {
            Scope scope = Stores.classScope(known).scope(known);
            return scope.isOver() ? Optional.empty() : Optional.of(scope.ask().value());
        } catch (JUnitException closed) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        over = true;
    }
}
