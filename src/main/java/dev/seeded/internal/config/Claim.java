package dev.seeded.internal.config;

import dev.seeded.internal.JvmState;
import dev.seeded.internal.JvmState.Slot;
import java.util.Set;
import org.junit.platform.engine.TestDescriptor;

/**
 * The tests that the exploring engine takes from Jupiter's, which must not run them besides.
 *
 * @param uniqueIds their ids in Jupiter's engine
 * @param others whether it takes all others as well, and leaves them out
 */
public record Claim(Set<String> uniqueIds, boolean others) {

    private static final String JUPITER = "[engine:junit-jupiter]/";

    /** Empty where the engine takes no part. */
    private static final Slot<Claim> CLAIMED = JvmState.CLAIM.holding(Claim.class);

    /** Called by the engine at its discovery, before any filter is asked. */
    public static void claim(Claim tests) {
        CLAIMED.set(tests);
    }

    /** Called by the engine instead, where it takes no part. */
    public static void release() {
        CLAIMED.set(null);
    }

    /** Returns whether Jupiter must not run this test, whose id is a text to be made. */
    public static boolean includes(TestDescriptor test) {
        Claim tests = CLAIMED.get();
        if (tests == null) {
            return false;
        }
        String uniqueId = test.getUniqueId().toString();
        return tests.uniqueIds.contains(uniqueId) || (tests.others && uniqueId.startsWith(JUPITER));
    }

    /** Returns whether the engine takes part. */
    static boolean isMade() {
        return !JvmState.CLAIM.isEmpty();
    }
}
