package dev.seeded.internal.jupiter;

import dev.seeded.internal.global.ThreadTests;
import java.lang.ref.WeakReference;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The context of a test, or a class, on its thread. */
final class ThreadTest extends ThreadTests.Entry {

    /** Weak, because threads live longer than tests. */
    private final WeakReference<ExtensionContext> context;

    private final boolean parallel;

    /**
     * Creates the entry of a context.
     *
     * @param parallel whether a thread that waits for a test may run another of the same class meanwhile
     */
    ThreadTest(ExtensionContext context, boolean parallel) {
        this.context = new WeakReference<>(context);
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
        ExtensionContext known = context.get();
        return known == null || Stores.isClosed(known);
    }

    @Override
    protected Optional<Long> seed() {
        return Optional.ofNullable(context.get())
                .map(known -> Stores.surroundings(known).scope(known).ask().value());
    }
}
