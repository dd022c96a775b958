package dev.seeded.internal.launcher;

import dev.seeded.internal.console.StandardError;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.platform.launcher.TestIdentifier;

/** Explains a failure of all of Jupiter where that is too old to read what {@code @Seeded} is annotated with. */
final class JUnitVersion {

    private JUnitVersion() {}

    static void explain(TestIdentifier failed) {
        if (failed.getUniqueId().equals("[engine:junit-jupiter]") && isTooOld()) {
            String found = ResourceLock.class.getPackage().getImplementationVersion();
            StandardError.print("Seeded: no test ran, because Seeded needs JUnit Jupiter 5.12 or newer, and "
                    + (found == null ? "an older one" : found) + " is on the class path");
        }
    }

    /** Since 5.12 a lock needs no name. */
    private static boolean isTooOld() {
        try {
            return ResourceLock.class.getMethod("value").getDefaultValue() == null;
        } catch (NoSuchMethodException unknown) {
            return false;
        }
    }
}
