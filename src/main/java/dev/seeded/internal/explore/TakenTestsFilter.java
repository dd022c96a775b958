package dev.seeded.internal.explore;

import dev.seeded.internal.config.Takeover;
import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.launcher.PostDiscoveryFilter;

/** Leaves a test out of Jupiter's engine where the exploring engine runs it. */
public final class TakenTestsFilter implements PostDiscoveryFilter {

    /** Created by JUnit. */
    public TakenTestsFilter() {}

    @Override
    public FilterResult apply(TestDescriptor descriptor) {
        return FilterResult.includedIf(
                !Takeover.includes(descriptor.getUniqueId().toString()),
                () -> "not explored",
                () -> "explored by the engine \"seeded\"");
    }
}
