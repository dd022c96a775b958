package dev.seeded.internal.shrink;

import dev.seeded.internal.UserError;
import dev.seeded.internal.console.StandardError;
import dev.seeded.internal.draws.Domain;
import dev.seeded.internal.draws.Draw.Site;
import dev.seeded.internal.draws.DrawSource;
import dev.seeded.internal.draws.GeneratorName;
import dev.seeded.internal.shrink.DrawsText.Entry;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Plays the draws of a text to one test, and says where they no longer fit. */
public final class PlayedDraws implements DrawSource {

    private final String text;
    private final String title;
    private final Map<Integer, Queue<Entry>> byGenerator;
    private final Sites sites = new Sites();
    private int played;
    private boolean differs;
    private boolean ended;

    private PlayedDraws(String text, String title, Map<Integer, Queue<Entry>> byGenerator) {
        this.text = text;
        this.title = title;
        this.byGenerator = byGenerator;
    }

    /**
     * Reads a text.
     *
     * @param source where it stands
     * @param uniqueId the test that is to make the draws
     * @param title what a person calls it
     * @param isListed whether they are for this invocation, whichever they are of
     * @return empty if they are of another invocation of the test
     * @throws UserError if the text is damaged, or of another test
     */
    public static Optional<PlayedDraws> of(
            String text, String source, String uniqueId, String title, boolean isListed) {
        return DrawsText.parse(text, source, uniqueId, title, isListed)
                .map(draws -> new PlayedDraws(text, title, draws));
    }

    @Override
    public synchronized long next(GeneratorName generator, String method, Domain domain, LongSupplier own) {
        if (ended) {
            // A thread outlives the test.
            return own.getAsLong();
        }
        Queue<Entry> entries = byGenerator.get(DrawsText.mark(generator));
        @Nullable Entry entry = entries == null ? null : entries.poll();
        Site site = sites.here(generator, method);
        played++;
        if (entry == null || !entry.isAt(domain, site) || !domain.includes(entry.value())) {
            differ(method + site.place());
        }
        return entry == null || entry.kind() != domain.kind() ? domain.simplest() : domain.fit(entry.value());
    }

    @Override
    public synchronized boolean replaces(GeneratorName generator, boolean isPinned) {
        // Under a pin it made none of these draws.
        return byGenerator.containsKey(DrawsText.mark(generator));
    }

    /** Returns the text that is played. */
    public String text() {
        return text;
    }

    /** Says so if the test has drawn less than was played to it. */
    public synchronized void end() {
        ended = true;
        if (byGenerator.values().stream().anyMatch(left -> !left.isEmpty())) {
            played++;
            differ("the test makes no such draw");
        }
    }

    private void differ(String found) {
        if (!differs) {
            differs = true;
            StandardError.print(
                    "Seeded: the draws of " + title + " no longer fit from draw " + played + " on: " + found);
        }
    }
}
