package dev.seeded.internal.jupiter;

import dev.seeded.internal.report.FailureBlock;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;

/**
 * Lists the failed seeded tests when the engine has ended, where the launcher's listener is not there: as a named module,
 * which would not resolve without the launcher if it named a listener.
 */
@SuppressWarnings("deprecation") // JUnit 5.12 closes nothing else
final class EngineBlock implements CloseableResource, AutoCloseable {

    private final FailureBlock block = new FailureBlock();

    static boolean isNeeded() {
        return EngineBlock.class.getModule().isNamed();
    }

    void add(String uniqueId, String report) {
        block.add(uniqueId, report);
    }

    @Override
    public void close() {
        block.print();
    }
}
