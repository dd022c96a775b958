package dev.seeded.internal.generator;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * An instant of the years from 1990 to 2099, give or take some days: in most cases one at which code breaks, on either side
 * of what breaks it, and otherwise any.
 */
public final class AwkwardInstant {

    private static final int FIRST_YEAR = 1990;
    private static final int END_YEAR = 2100;

    /** The last second that 32 bits can count: 2038-01-19T03:14:07Z. */
    private static final Instant END_OF_INT = Instant.ofEpochSecond(Integer.MAX_VALUE);

    private final SplittableRandom random;
    private final ZoneId zone;

    private AwkwardInstant(long seed, ZoneId zone) {
        this.random = new SplittableRandom(seed);
        this.zone = zone;
    }

    /** Returns the instant of a seed; what is a midnight, and when summer time begins, is the zone's to say. */
    public static Instant of(long seed, ZoneId zone) {
        return new AwkwardInstant(seed, zone).draw();
    }

    private Instant draw() {
        return switch (random.nextInt(8)) {
            case 0 -> any();
            case 1 -> around(leapDay());
            case 2 -> around(endOfYear());
            case 3 -> around(endOfMonth());
            case 4 -> atMidnight(day());
            case 5, 6 -> change().map(this::around).orElseGet(() -> atMidnight(day()));
            default -> beside(END_OF_INT);
        };
    }

    private Instant any() {
        long first = LocalDate.of(FIRST_YEAR, 1, 1).toEpochDay();
        long end = LocalDate.of(END_YEAR, 1, 1).toEpochDay();
        return fraction(Instant.ofEpochSecond(random.nextLong(
                first * ChronoUnit.DAYS.getDuration().toSeconds(),
                end * ChronoUnit.DAYS.getDuration().toSeconds())));
    }

    private int year() {
        return random.nextInt(FIRST_YEAR, END_YEAR);
    }

    private LocalDate day() {
        int year = year();
        return LocalDate.ofYearDay(year, random.nextInt(1, Year.of(year).length() + 1));
    }

    private LocalDate leapDay() {
        int year = random.nextInt(FIRST_YEAR / 4 + 1, END_YEAR / 4) * 4;
        return LocalDate.of(year, Month.FEBRUARY, 29);
    }

    /** The last days of a year may lie in the first week of the next, and the first ones in the last week of the year before. */
    private LocalDate endOfYear() {
        return LocalDate.of(year(), 1, 1).plusDays(random.nextInt(-3, 3));
    }

    private LocalDate endOfMonth() {
        return YearMonth.of(year(), random.nextInt(1, 13)).atEndOfMonth();
    }

    /** Returns the last change of the clocks before some day or, where there was none yet, the first after it. */
    private Optional<ZoneOffsetTransition> change() {
        Instant day = day().atStartOfDay(ZoneOffset.UTC).toInstant();
        return Stream.of(
                        zone.getRules().previousTransition(day), zone.getRules().nextTransition(day))
                .filter(found -> found != null && isWithin(found.getInstant()))
                .findFirst();
    }

    private static boolean isWithin(Instant instant) {
        int year = instant.atOffset(ZoneOffset.UTC).getYear();
        return year >= FIRST_YEAR && year < END_YEAR;
    }

    /** A day has two ends, and something between. */
    private Instant around(LocalDate day) {
        return switch (random.nextInt(3)) {
            case 0 -> atMidnight(day);
            case 1 -> atMidnight(day.plusDays(1));
            default ->
                fraction(LocalDateTime.of(day, LocalTime.ofSecondOfDay(random.nextInt(24 * 60 * 60)))
                        .atZone(zone)
                        .toInstant());
        };
    }

    /** The hour that is left out, or comes twice, lies on either side of a change. */
    private Instant around(ZoneOffsetTransition change) {
        return random.nextBoolean()
                ? beside(change.getInstant())
                : fraction(change.getInstant().plusSeconds(random.nextInt(-60 * 60, 60 * 60)));
    }

    private Instant atMidnight(LocalDate day) {
        return beside(day.atStartOfDay(zone).toInstant());
    }

    private Instant beside(Instant instant) {
        return switch (random.nextInt(4)) {
            case 0 -> instant;
            case 1 -> instant.minusNanos(1);
            case 2 -> instant.minusSeconds(1);
            default -> fraction(instant);
        };
    }

    /** Not all that keeps an instant keeps its milliseconds, its microseconds or its nanoseconds. */
    private Instant fraction(Instant second) {
        return switch (random.nextInt(4)) {
            case 0 -> second;
            case 1 -> second.plusMillis(random.nextInt(1_000));
            case 2 -> second.plus(random.nextInt(1_000_000), ChronoUnit.MICROS);
            default -> second.plusNanos(random.nextInt(1_000_000_000));
        };
    }
}
