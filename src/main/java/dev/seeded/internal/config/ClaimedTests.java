package dev.seeded.internal.config;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The tests that the exploring engine takes from Jupiter's, which must not run them besides. */
public final class ClaimedTests {

    /**
     * Null where the engine took no part in the discovery, which ended most recently. Static because an engine, a filter
     * and an extension have nothing in common that all supported versions of JUnit would hand to each of them.
     */
    private static volatile @Nullable Set<String> tests;

    private ClaimedTests() {}

    /** Called by the engine at its discovery, before any filter is asked, with the unique ids of Jupiter's tests. */
    public static void of(Optional<Set<String>> uniqueIds) {
        tests = uniqueIds.orElse(null);
    }

    /** Tells whether the exploring engine runs this test. */
    public static boolean includes(String uniqueId) {
        Set<String> taken = tests;
        return taken != null && taken.contains(uniqueId);
    }

    /**
     * Makes sure that somebody explores if that is wanted.
     *
     * @throws IllegalArgumentException if it is wanted and the engine takes no part
     */
    public static void demandFor(Settings settings) {
        if (tests == null) {
            Exploration.wanted(settings).ifPresent(wanted -> {
                throw new IllegalArgumentException(wanted.asTyped()
                        + " is the work of the test engine \"seeded\", which takes no part in this run: "
                        + "include it beside junit-jupiter, or remove " + wanted.name());
            });
        }
    }
}
