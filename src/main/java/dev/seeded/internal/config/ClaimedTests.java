package dev.seeded.internal.config;

import java.util.Optional;
import java.util.Set;

/**
 * The tests that the exploring engine takes from Jupiter's, which must not run them besides.
 *
 * @param uniqueIds their ids in Jupiter's engine
 */
public record ClaimedTests(Set<String> uniqueIds) {

    /** Called by the engine at its discovery, before any filter is asked; empty where it takes no part. */
    public static void of(Optional<Set<String>> uniqueIds) {
        uniqueIds.ifPresentOrElse(
                ids -> Handover.leave(ClaimedTests.class, new ClaimedTests(ids)),
                () -> Handover.remove(ClaimedTests.class));
    }

    /** Tells whether the exploring engine runs this test. */
    public static boolean includes(String uniqueId) {
        return Handover.find(ClaimedTests.class)
                .filter(tests -> tests.uniqueIds.contains(uniqueId))
                .isPresent();
    }

    /**
     * Makes sure that somebody explores if that is wanted.
     *
     * @throws IllegalArgumentException if it is wanted and the engine takes no part
     */
    public static void demandFor(Settings settings) {
        if (Handover.find(ClaimedTests.class).isEmpty()) {
            Exploration.wanted(settings).ifPresent(wanted -> {
                throw new IllegalArgumentException(wanted.asTyped()
                        + " is the work of the test engine \"seeded\", which takes no part in this run: "
                        + "include it beside junit-jupiter, or remove " + wanted.name());
            });
        }
    }
}
