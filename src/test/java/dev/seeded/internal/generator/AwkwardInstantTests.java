package dev.seeded.internal.generator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The instants of injected clocks. */
class AwkwardInstantTests {

    private static final int SEEDS = 10_000;
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    /** Golden values: what a pin gives is part of users' tests. */
    @ParameterizedTest
    @CsvSource({
        "0,UTC,2023-03-05T23:59:59.999999999Z",
        "1,UTC,2017-06-21T00:00:00Z",
        "2,UTC,1996-08-08T14:35:13.208Z",
        "3,UTC,2074-12-29T19:41:26.519768Z",
        "42,UTC,2032-12-19T00:00:00Z",
        "-1,UTC,2076-03-01T00:00:00.034179570Z",
        "-9223372036854775808,UTC,2040-02-13T00:00:00.269227328Z",
        "0,Europe/Berlin,2006-03-26T00:59:59Z",
        "1,Europe/Berlin,2052-03-31T00:36:51Z",
        "2,Europe/Berlin,1996-08-08T14:35:13.208Z",
        "3,Europe/Berlin,2074-12-29T18:41:26.519768Z",
        "42,Europe/Berlin,2006-03-26T01:00:00.095458856Z",
        "-1,Europe/Berlin,2076-02-29T23:00:00.034179570Z",
        "-9223372036854775808,Europe/Berlin,2040-02-12T23:00:00.269227328Z",
        "0,Asia/Kolkata,2023-03-05T18:29:59.999999999Z",
        "1,Asia/Kolkata,2017-06-20T18:30:00Z",
        "2,Asia/Kolkata,1996-08-08T14:35:13.208Z",
        "3,Asia/Kolkata,2074-12-29T14:11:26.519768Z",
        "42,Asia/Kolkata,2032-12-18T18:30:00Z",
        "-1,Asia/Kolkata,2076-02-29T18:30:00.034179570Z",
        "-9223372036854775808,Asia/Kolkata,2040-02-12T18:30:00.269227328Z",
    })
    void areTheSameEachTime(long seed, String zone, String instant) {
        assertThat(AwkwardInstant.of(seed, ZoneId.of(zone))).hasToString(instant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"UTC", "Europe/Berlin", "America/Sao_Paulo", "Asia/Kolkata", "Pacific/Apia", "Africa/Casablanca"
            })
    void lieInYearsThatCodeMeets(String zone) {
        assertThat(instants(ZoneId.of(zone)))
                .allMatch(instant -> instant.isAfter(Instant.parse("1989-12-28T00:00:00Z")))
                .allMatch(instant -> instant.isBefore(Instant.parse("2100-01-02T00:00:00Z")));
    }

    @Test
    void areOftenThoseAtWhichCodeBreaks() {
        assertThat(share(time -> time.getMonth() == Month.FEBRUARY && time.getDayOfMonth() == 29))
                .isBetween(0.05, 0.15);
        assertThat(share(time -> time.getDayOfYear() == 1 || time.plusDays(1).getDayOfYear() == 1))
                .isBetween(0.05, 0.15);
        assertThat(share(time -> time.toLocalTime().equals(LocalTime.MIDNIGHT))).isBetween(0.05, 0.15);
        assertThat(share(time -> time.toLocalTime().equals(LocalTime.MAX))).isBetween(0.03, 0.1);
        assertThat(share(time -> time.toEpochSecond() == Integer.MAX_VALUE)).isBetween(0.04, 0.12);
        assertThat(share(AwkwardInstantTests::isNearAChange)).isBetween(0.22, 0.3);
        // Of an hour that comes twice.
        assertThat(share(time -> BERLIN.getRules()
                                .getValidOffsets(time.toLocalDateTime())
                                .size()
                        == 2))
                .isBetween(0.03, 0.15);
        assertThat(share(time -> time.getNano() == 0)).isBetween(0.3, 0.6);
        assertThat(share(time -> time.getNano() % 1_000 != 0)).isBetween(0.2, 0.5);
    }

    @Test
    void haveTheLastChangesOfAZoneThatHasNoneAnyMore() {
        ZoneId zone = ZoneId.of("America/Sao_Paulo");
        Instant last = LocalDate.of(2019, 3, 1).atStartOfDay(ZoneOffset.UTC).toInstant();

        assertThat(instants(zone)
                        .filter(last::isAfter)
                        .filter(instant -> isNearAChange(instant.atZone(zone)))
                        .count())
                .isGreaterThan(SEEDS / 6);
    }

    private static Stream<Instant> instants(ZoneId zone) {
        return LongStream.range(0, SEEDS).mapToObj(seed -> AwkwardInstant.of(seed, zone));
    }

    private static double share(Predicate<ZonedDateTime> condition) {
        return instants(BERLIN)
                        .map(instant -> instant.atZone(BERLIN))
                        .filter(condition)
                        .count()
                / (double) SEEDS;
    }

    private static boolean isNearAChange(ZonedDateTime time) {
        ZoneOffsetTransition change =
                time.getZone().getRules().nextTransition(time.toInstant().minusSeconds(60 * 60 + 1));
        return change != null && Math.abs(change.getInstant().getEpochSecond() - time.toEpochSecond()) <= 60 * 60;
    }
}
