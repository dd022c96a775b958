package dev.seeded.internal.surroundings;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TimeZone;
import java.util.stream.Stream;

/** The time zones that this JDK has, by their ids. */
final class Zones {

    private static final String WHAT = "zone";

    /** Zones that break code which was tried in another one; a golden list, as the choice depends on it. */
    private static final List<String> AWKWARD = List.of(
            // A part of an hour from the others.
            "Asia/Kolkata",
            "Asia/Kathmandu",
            "Australia/Eucla",
            "America/St_Johns",
            "Australia/Lord_Howe",
            // Summer time begins, or began, at midnight: there are days without one.
            "America/Sao_Paulo",
            "America/Asuncion",
            "America/Havana",
            "America/Santiago",
            "Asia/Beirut",
            "Asia/Amman",
            "Africa/Cairo",
            "Atlantic/Azores",
            // Beyond twelve hours; and a day that was left out.
            "Pacific/Kiritimati",
            "Pacific/Apia",
            "Pacific/Chatham",
            "Etc/GMT+12",
            // Summer time that is earlier than winter time, or two hours, or at other times than elsewhere.
            "Europe/Dublin",
            "Africa/Casablanca",
            "Antarctica/Troll",
            "Europe/Berlin",
            "America/New_York",
            "Australia/Sydney",
            "UTC");

    private static final Set<String> AVAILABLE = ZoneId.getAvailableZoneIds();

    private static final List<String> AWKWARD_AND_AVAILABLE =
            AWKWARD.stream().filter(AVAILABLE::contains).toList();

    private Zones() {}

    /** Returns the zone of a run. */
    static ZoneId choose(long runSeed) {
        return ZoneId.of(SeededChoice.ofBoth(runSeed, WHAT, AWKWARD_AND_AVAILABLE, AVAILABLE));
    }

    /** Returns an awkward zone with other rules than this one. */
    static ZoneId chooseOther(long runSeed, ZoneId than) {
        return ZoneId.of(SeededChoice.of(
                runSeed,
                WHAT,
                AWKWARD_AND_AVAILABLE.stream()
                        .filter(id -> !ZoneId.of(id).getRules().equals(than.getRules()))
                        .toList()));
    }

    /** Returns the zone with this id, however its letters are written; empty where {@link TimeZone} has another for it. */
    static Optional<ZoneId> parse(String id) {
        return Stream.concat(AVAILABLE.stream().filter(id::equalsIgnoreCase), Stream.of(id.toUpperCase(Locale.ROOT)))
                .findFirst()
                .flatMap(Zones::known);
    }

    private static Optional<ZoneId> known(String id) {
        try {
            ZoneId zone = ZoneId.of(id);
            return Optional.of(zone)
                    .filter(found ->
                            TimeZone.getTimeZone(found).toZoneId().getRules().equals(found.getRules()));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }
}
