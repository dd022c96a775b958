package dev.seeded.internal.config;

import java.util.Optional;
import java.util.Set;

/**
 * The tests that the exploring engine takes from Jupiter's, which must not run them besides.
 *
 * @param uniqueIds their ids in Jupiter's engine
 * @param others whether it takes all others as well, and leaves them out
 */
public record ClaimedTests(Set<String> uniqueIds, boolean others) {

    private static final String JUPITER = "[engine:junit-jupiter]/";

    /** Called by the engine at its discovery, before any filter is asked; empty where it takes no part. */
    public static void of(Optional<ClaimedTests> claimed) {
        claimed.ifPresentOrElse(
                tests -> Handover.leave(ClaimedTests.class, tests), () -> Handover.remove(ClaimedTests.class));
    }

    /** Returns whether Jupiter must not run this test. */
    public static boolean includes(String uniqueId) {
        return Handover.find(ClaimedTests.class)
                .filter(tests -> tests.uniqueIds.contains(uniqueId) || (tests.others && uniqueId.startsWith(JUPITER)))
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
