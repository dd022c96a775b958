package dev.seeded.internal.shrink;

import dev.seeded.internal.draws.Draw.Site;
import dev.seeded.internal.draws.DrawRecord.Threads;
import dev.seeded.internal.draws.GeneratorName;
import java.util.HashMap;
import java.util.Map;

/** Names the sites of draws, each with one object. Each generator numbers the threads that draw from it. */
final class Sites {

    private final Map<GeneratorName, Threads> threads = new HashMap<>();

    private final Map<Site, Site> known = new HashMap<>();

    /** Returns the site where this method of a generator is called from now. */
    Site here(GeneratorName generator, String method) {
        Site site = Site.here(method, threads.computeIfAbsent(generator, unused -> new Threads()));
        return known.computeIfAbsent(site, unused -> site);
    }
}
