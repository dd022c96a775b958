package dev.seeded.internal.surroundings;

import dev.seeded.Seed;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * Which default locale and which default time zone the user wants a run to have.
 *
 * @param ofProject whether that is written in the project, so that all of its runs have them
 */
public record WantedSurroundings(Wanted<Locale> locale, Wanted<ZoneId> zone, boolean ofProject) {

    /** Those of the machine. */
    public static final WantedSurroundings NONE = new WantedSurroundings(Wanted.nothing(), Wanted.nothing());

    private static final String ANY = "any";

    /** Creates what is wanted for one run. */
    public WantedSurroundings(Wanted<Locale> locale, Wanted<ZoneId> zone) {
        this(locale, zone, false);
    }

    /**
     * What is wanted of one of them.
     *
     * @param any whether the run seed chooses it
     * @param value the one that was named; empty where none was, which then is the machine's unless the seed chooses
     */
    public record Wanted<T>(boolean any, Optional<T> value) {

        /** Wants what the machine has. */
        public static <T> Wanted<T> nothing() {
            return new Wanted<>(false, Optional.empty());
        }

        /** Returns whether it is left to the machine. */
        public boolean isNothing() {
            return !any && value.isEmpty();
        }

        private static <T> Optional<Wanted<T>> parse(String text, Function<String, Optional<T>> reader) {
            return text.equals(ANY)
                    ? Optional.of(new Wanted<>(true, Optional.empty()))
                    : reader.apply(text).map(found -> new Wanted<>(false, Optional.of(found)));
        }

        private Optional<T> of(long runSeed, Function<Long, T> choice) {
            return any ? Optional.of(choice.apply(runSeed)) : value;
        }
    }

    /** Reads {@code any} or a language tag in small letters; empty if it is neither. */
    public static Optional<Wanted<Locale>> parseLocale(String text) {
        return Wanted.parse(text, Locales::parse);
    }

    /** Reads {@code any} or the id of a time zone in small letters; empty if it is neither. */
    public static Optional<Wanted<ZoneId>> parseZone(String text) {
        return Wanted.parse(text, Zones::parse);
    }

    /** Returns whether they are all left to the machine. */
    public boolean areNone() {
        return locale.isNothing() && zone.isNothing();
    }

    /** Returns whether the run seed has a part in it. */
    public boolean areFromSeed() {
        return locale.any || zone.any;
    }

    /** Returns whether the next run may have others, unless it is told. */
    public boolean areOfOneRun() {
        return areFromSeed() || (!ofProject && !areNone());
    }

    /** Returns the surroundings of a run with this seed. */
    public Surroundings of(Seed runSeed) {
        return areNone()
                ? Surroundings.OF_MACHINE
                : new Surroundings(
                        locale.of(runSeed.value(), Locales::choose), zone.of(runSeed.value(), Zones::choose));
    }
}
