package dev.seeded.surroundings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import dev.seeded.testing.ErrorOutput;
import dev.seeded.testing.Fixtures;
import dev.seeded.testing.Jvm;
import java.text.ParseException;
import java.text.SimpleDateFormat;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.WeekFields;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/** Finds defects of the kinds that real projects had, in tests without any annotation of ours, and replays each. */
@ResourceLock(Resources.LOCALE)
@ResourceLock(Resources.TIME_ZONE)
@ResourceLock(Resources.SYSTEM_ERR)
@Tag("slow")
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class SurroundingsDefectsTests {

    private static final Pattern LINE =
            Pattern.compile("mvn test -Dtest='([^#]+)#(\\w+)' (-Dseed=\\d+ -Dseed.locale=\\S+ -Dseed.zone=\\S+)");

    @Test
    @Tag("long")
    void areFoundInTwoHundredRunsAndReplayByTheirLines() {
        List<Throwable> failures = new ArrayList<>();
        ErrorOutput.of(() -> failures.addAll(Fixtures.failures(Fixtures.withSeed(1)
                .with("seed.runs", 200)
                .with("seed.locale", "any")
                .with("seed.zone", "any")
                .explore(ShopTestCase.class))));

        assertThat(failures).hasSize(10);
        assertThat(failures.parallelStream().map(SurroundingsDefectsTests::replayed))
                .containsExactlyElementsOf(failures.stream()
                        .map(failure -> failure.getClass().getName())
                        .toList());
    }

    /** Runs a test as the line says that its failure has, and returns what it throws. */
    private static String replayed(Throwable failure) {
        String note = failure.getSuppressed()[0].getMessage();
        Matcher line = LINE.matcher(note);
        assertThat(line.find()).as(note).isTrue();
        assertThat(note).contains(" ran with seed ", ", locale ", ", zone ");
        List<String> options = new ArrayList<>(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        options.addAll(List.of(line.group(3).split(" ")));
        return Jvm.run(Jvm.builder(options, SurroundingsDefectsTests.class, List.of(line.group(1), line.group(2))), 60)
                .success()
                .trim();
    }

    /** Replays one test, as its line says, and prints how it fails. */
    public static void main(String[] test) {
        SummaryGeneratingListener summary = new SummaryGeneratingListener();
        try (LauncherSession session = LauncherFactory.openSession()) {
            session.getLauncher()
                    .execute(
                            LauncherDiscoveryRequestBuilder.request()
                                    .selectors(selectMethod(test[0], test[1]))
                                    .build(),
                            summary);
        }
        summary.getSummary()
                .getFailures()
                .forEach(failure ->
                        System.out.println(failure.getException().getClass().getName()));
    }

    static class ShopTestCase {

        /** A keyword with an I is none in Turkish. */
        @Test
        void findsAHeaderByItsName() {
            assertThat(Map.of("title", "Emma")).containsKey("TITLE".toLowerCase(Locale.getDefault()));
        }

        /** The other way round: a constant of an enum. */
        @Test
        void readsAUnit() {
            assertThat(TimeUnit.valueOf("minutes".toUpperCase(Locale.getDefault())))
                    .isEqualTo(TimeUnit.MINUTES);
        }

        /** The number of a file has Arabic digits. */
        @Test
        void numbersItsFiles() {
            assertThat(String.format("part-%05d", 42)).isEqualTo("part-00042");
        }

        /** SQL, JSON or CSS with a decimal comma. */
        @Test
        void writesAPriceThatCanBeRead() {
            assertThat(Double.parseDouble(String.format("%.2f", 19.5))).isEqualTo(19.5);
        }

        /** The date of a header in another language. */
        @Test
        void readsTheDateOfAHeader() throws ParseException {
            Date date = new SimpleDateFormat("EEE, dd MMM yyyy HH:mm:ss Z").parse("Fri, 15 Mar 2024 12:00:00 +0000");
            assertThat(date.toInstant()).isEqualTo("2024-03-15T12:00:00Z");
        }

        /** A report that begins on Sundays, or on Saturdays. */
        @Test
        void beginsItsWeekOnMonday() {
            LocalDate wednesday = LocalDate.of(2024, 5, 15);
            LocalDate first = wednesday.with(WeekFields.of(Locale.getDefault()).dayOfWeek(), 1);
            assertThat(first.getDayOfWeek()).isEqualTo(DayOfWeek.MONDAY);
        }

        /** The year of the Buddha, or of an emperor. */
        @Test
        void keepsTheYear() {
            Calendar calendar = Calendar.getInstance();
            calendar.setTimeInMillis(Instant.parse("2024-06-15T12:00:00Z").toEpochMilli());
            assertThat(calendar.get(Calendar.YEAR)).isEqualTo(2024);
        }

        /** A day without a midnight. */
        @Test
        void opensADayAtMidnight() {
            Stream.iterate(LocalDate.of(2018, 1, 1), day -> day.plusDays(1))
                    .limit(365)
                    .forEach(day -> assertThat(LocalDateTime.of(day, LocalTime.MIDNIGHT)
                                    .atZone(ZoneId.systemDefault())
                                    .toLocalTime())
                            .isEqualTo(LocalTime.MIDNIGHT));
        }

        /** A date that is kept as noon in UTC "is the same day everywhere": not in New Zealand, Samoa and Kiribati. */
        @Test
        void keepsABirthday() {
            Instant kept = LocalDate.of(1990, 1, 15).atTime(12, 0).toInstant(ZoneOffset.UTC);
            assertThat(DateTimeFormatter.ISO_LOCAL_DATE.format(kept.atZone(ZoneId.systemDefault())))
                    .isEqualTo("1990-01-15");
        }

        /** An offset in whole hours. */
        @Test
        void tellsTheOffsetFromUtc() {
            Instant now = Instant.parse("2024-06-15T12:00:00Z");
            int hours = ZoneId.systemDefault().getRules().getOffset(now).getTotalSeconds() / 3_600;
            assertThat(now.atOffset(ZoneOffset.ofHours(hours)).toLocalTime())
                    .isEqualTo(now.atZone(ZoneId.systemDefault()).toLocalTime());
        }
    }
}
