package dev.seeded.internal.explore;

import dev.seeded.internal.config.Claim;
import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.launcher.PostDiscoveryFilter;

/** Leaves a test out of Jupiter's engine where the exploring engine runs it. */
public final class ClaimFilter implements PostDiscoveryFilter {

    private static final FilterResult NOT_CLAIMED = FilterResult.included("not explored");
    private static final FilterResult CLAIMED = FilterResult.excluded("explored by the engine \"seeded\"");

    /** Created by JUnit. */
    public ClaimFilter() {}

    @Override
    public FilterResult apply(TestDescriptor descriptor) {
        return Claim.includes(descriptor) ? CLAIMED : NOT_CLAIMED;
    }
}
