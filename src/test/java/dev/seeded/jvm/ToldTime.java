package dev.seeded.jvm;

import dev.seeded.internal.jvm.JvmScope;
import dev.seeded.internal.jvm.JvmSeeding;
import dev.seeded.internal.jvm.JvmSeeding.Entered;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Year;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Calendar;
import java.util.Date;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** Prints whether each clock of the JDK tells a test its own time, also once it is compiled. */
final class ToldTime {

    private static final Instant START = Instant.parse("2038-01-19T03:14:07Z");
    private static final int OFTEN = 50_000;

    private enum Way {
        NOW(Instant::now),
        CLOCK(() -> Clock.systemUTC().instant()),
        MILLIS(() -> Instant.ofEpochMilli(Clock.systemDefaultZone().millis())),
        SOURCE(() -> InstantSource.system().instant()),
        TICK(() -> Clock.tickSeconds(ZoneId.of("UTC")).instant()),
        LOCAL(() -> LocalDateTime.now(Clock.systemDefaultZone())
                .atZone(ZoneId.systemDefault())
                .toInstant()),
        ZONED(() -> ZonedDateTime.now().toInstant()),
        DAY(() -> LocalDate.now(ZoneId.of("UTC")).equals(LocalDate.parse("2038-01-19")) ? START : Instant.EPOCH),
        YEAR(() -> Year.now().getValue() == 2038 ? START : Instant.EPOCH),
        SYSTEM(() -> Instant.ofEpochMilli(System.currentTimeMillis())),
        REFERENCE(() -> Instant.ofEpochMilli(((LongSupplier) System::currentTimeMillis).getAsLong())),
        DATE(() -> new Date().toInstant()),
        CALENDAR(() -> Calendar.getInstance().toInstant()),
        BUDDHIST(() -> Calendar.getInstance(Locale.forLanguageTag("th-TH-u-ca-buddhist"))
                .toInstant()),
        JAPANESE(() -> Calendar.getInstance(Locale.forLanguageTag("ja-JP-u-ca-japanese"))
                .toInstant()),
        TASK(() -> CompletableFuture.supplyAsync(Instant::now).join());

        private final Supplier<Instant> time;

        Way(Supplier<Instant> time) {
            this.time = time;
        }

        /** Counts how often it tells the time of a test that began not long ago. */
        int told(int times) {
            int told = 0;
            for (int time = 0; time < times; time++) {
                Duration gone = Duration.between(START, this.time.get());
                told += !gone.isNegative() && gone.toMinutes() < 10
                                || this == TICK && gone.abs().toSeconds() < 600
                        ? 1
                        : 0;
            }
            return told;
        }
    }

    private ToldTime() {}

    public static void main(String... arguments) {
        for (Way way : Way.values()) {
            way.told(OFTEN / 10);
        }
        JvmSeeding.requireClock("seed.clock");
        Entered test = JvmSeeding.enter(JvmScope.at(START));
        for (Way way : Way.values()) {
            int times = way == Way.TASK ? 100 : OFTEN;
            int told = way.told(times);
            if (told != times) {
                System.out.println(way + " told " + told + " times of " + times);
            }
        }
        Instant first = Instant.now();
        while (!Instant.now().isAfter(first.plusMillis(20))) {
            Thread.onSpinWait();
        }
        boolean used = test.isUsed();
        test.exit();
        for (Way way : Way.values()) {
            int told = way.told(way == Way.TASK ? 100 : OFTEN);
            if (told != 0) {
                System.out.println(way + " told " + told + " times outside");
            }
        }
        System.out.println(used ? "it depends on the time" : "it does not depend on the time");
    }
}
