package dev.seeded.internal.explore;

import dev.seeded.internal.config.ClaimedTests;
import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.launcher.PostDiscoveryFilter;

/** Leaves a test out of Jupiter's engine where the exploring engine runs it. */
public final class ClaimedTestsFilter implements PostDiscoveryFilter {

    /** Created by JUnit. */
    public ClaimedTestsFilter() {}

    @Override
    public FilterResult apply(TestDescriptor descriptor) {
        return FilterResult.includedIf(
                !ClaimedTests.includes(descriptor.getUniqueId().toString()),
                () -> "not explored",
                () -> "explored by the engine \"seeded\"");
    }
}
