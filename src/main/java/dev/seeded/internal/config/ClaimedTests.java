package dev.seeded.internal.config;

import java.util.Set;
import org.junit.platform.engine.TestDescriptor;

/**
 * The tests that the exploring engine takes from Jupiter's, which must not run them besides.
 *
 * @param uniqueIds their ids in Jupiter's engine
 * @param others whether it takes all others as well, and leaves them out
 */
public record ClaimedTests(Set<String> uniqueIds, boolean others) {

    private static final String JUPITER = "[engine:junit-jupiter]/";

    /** Whether there are any: asked of each test, whose id is a text to be made. */
    private static volatile boolean any;

    /** Called by the engine at its discovery, before any filter is asked. */
    public static void claim(ClaimedTests tests) {
        Handover.leave(ClaimedTests.class, tests);
        any = true;
    }

    /** Called by the engine instead, where it takes no part. */
    public static void release() {
        if (any) {
            any = false;
            Handover.remove(ClaimedTests.class);
        }
    }

    /** Returns whether Jupiter must not run this test. */
    public static boolean includes(TestDescriptor test) {
        if (!any) {
            return false;
        }
        String uniqueId = test.getUniqueId().toString();
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
