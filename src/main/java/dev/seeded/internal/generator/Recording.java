package dev.seeded.internal.generator;

import dev.seeded.Seed;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Lets a listener hear the draws of the generators that are handed out while it listens; others are as fast as ever. */
public final class Recording {

    /**
     * Static for the reason that {@link dev.seeded.internal.config.Takeover} has: nothing else leads from an engine to an
     * extension.
     */
    private static volatile @Nullable DrawListener listener;

    private Recording() {}

    /** Has a listener hear generators that are handed out while an action runs. */
    public static void to(DrawListener heard, Runnable action) {
        listener = heard;
        try {
            action.run();
        } finally {
            listener = null;
        }
    }

    /**
     * Makes a generator, which draws the same and is heard if anybody listens and it can be.
     *
     * @param name names the generator, equally in each run
     */
    public static Object make(Supplier<String> name, Recipe recipe, Seed seed) {
        DrawListener heard = listener;
        return heard == null ? recipe.maker().apply(seed) : recipe.heardMaker().apply(seed, new Ear(name.get(), heard));
    }
}
