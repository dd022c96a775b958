package dev.seeded.internal.jupiter;

import dev.seeded.internal.config.Exploration;
import dev.seeded.internal.config.Run;
import dev.seeded.internal.config.Settings;
import dev.seeded.internal.note.Announcement;
import dev.seeded.internal.seed.Derivation;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The order that the run seed gives to tests. */
public final class RunOrder {

    private RunOrder() {}

    /**
     * Sorts by a hash of the run seed and the name and, should two be equal, by name; keeps the order if there is no seed.
     *
     * @param parameters looks up JUnit's configuration parameters
     */
    public static <T> void sort(
            List<T> descriptors, Function<? super T, String> name, Function<String, Optional<String>> parameters) {
        Run.ofThisJvm(parameters).value().ifPresent(run -> {
            announce(run, Settings.ofThisJvm(parameters));
            Comparator<T> byHash = Comparator.comparingLong(
                    descriptor -> Derivation.orderKey(run.seed().value(), name.apply(descriptor)));
            descriptors.sort(byHash.thenComparing(name));
        });
    }

    /** Orders are asked for before anything is explored. */
    private static void announce(Run run, Settings settings) {
        if (Exploration.isOfOneRun(settings)) {
            Announcement.makeOnce(run);
        } else if (!Exploration.isReplay(settings)) {
            Announcement.makeOnceForManyRuns(run, settings);
        }
    }
}
