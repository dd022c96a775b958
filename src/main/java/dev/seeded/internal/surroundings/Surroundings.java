package dev.seeded.internal.surroundings;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The default locale and the default time zone that a run is given.
 *
 * @param locale empty where it is the machine's
 * @param zone empty where it is the machine's
 */
public record Surroundings(Optional<Locale> locale, Optional<ZoneId> zone) {

    /** Those of the machine. */
    public static final Surroundings OF_MACHINE = new Surroundings(Optional.empty(), Optional.empty());

    /** Returns the default locale and time zone of this JVM. */
    public static Surroundings ofThisJvm() {
        return new Surroundings(Optional.of(Locale.getDefault()), Optional.of(ZoneId.systemDefault()));
    }

    /** Returns what differs from these surroundings in as many ways as one can tell: neither part is equal. */
    public Surroundings others(long runSeed) {
        return new Surroundings(
                locale.flatMap(here -> Locales.chooseOther(runSeed, here)),
                zone.map(here -> Zones.chooseOther(runSeed, here)));
    }

    /** Returns the language tag of the locale, as {@code seed.locale} takes it. */
    public Optional<String> tag() {
        return locale.map(Locale::toLanguageTag);
    }

    /** Returns the id of the time zone, as {@code seed.zone} takes it. */
    public Optional<String> id() {
        return zone.map(ZoneId::getId);
    }

    /** Returns them as a person reads them: "locale tr-TR, zone Asia/Kolkata"; empty for those of the machine. */
    @Override
    public String toString() {
        return Stream.of(tag().map("locale "::concat), id().map("zone "::concat))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(", "));
    }
}
