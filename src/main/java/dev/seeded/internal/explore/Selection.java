package dev.seeded.internal.explore;

import java.util.List;
import org.junit.platform.engine.DiscoveryFilter;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.EngineDiscoveryRequest;
import org.junit.platform.engine.Filter;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.discovery.UniqueIdSelector;

/**
 * What the user selects.
 *
 * @param selectors what Jupiter is to find
 * @param filters what it is to leave out
 */
public record Selection(List<DiscoverySelector> selectors, List<Filter<?>> filters) {

    /** Returns what is selected in a request to the engine with this id, of whose tests Jupiter knows the originals. */
    static Selection of(EngineDiscoveryRequest request, UniqueId engine) {
        List<Filter<?>> filters = request.getFiltersByType(DiscoveryFilter.class).stream()
                .<Filter<?>>map(filter -> filter)
                .toList();
        return new Selection(
                request.getSelectorsByType(DiscoverySelector.class).stream()
                        .map(selector -> selector instanceof UniqueIdSelector ours
                                        && ours.getUniqueId().hasPrefix(engine)
                                ? DiscoverySelectors.selectUniqueId(
                                        ExploredDescriptor.original(ours.getUniqueId(), engine))
                                : selector)
                        .toList(),
                filters);
    }
}
