package dev.seeded.check;

import static dev.seeded.check.Checks.check;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seeded.Seed;
import dev.seeded.Seeded;
import dev.seeded.SeededFactory;
import dev.seeded.SeededOrder;
import dev.seeded.SeededTest;
import dev.seeded.testing.ErrorOutput;
import dev.seeded.testing.Fixtures;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TimeZone;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/** What {@code seed.check} finds as the second JVM has another locale, another time zone and other hash codes. */
@ResourceLock(Resources.LOCALE)
@ResourceLock(Resources.TIME_ZONE)
@ResourceLock(Resources.SYSTEM_ERR)
@Tag("slow")
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class CheckedSurroundingsTests {

    private final Locale locale = Locale.getDefault();
    private final TimeZone zone = TimeZone.getDefault();

    @BeforeEach
    void tellsTheSecondJvmWhatIsHere() {
        System.setProperty("dev.seeded.language", locale.getLanguage());
        System.setProperty("dev.seeded.zone", zone.getID());
    }

    @AfterEach
    void setsBack() {
        assertThat(Locale.getDefault()).isEqualTo(locale);
        assertThat(TimeZone.getDefault()).isEqualTo(zone);
        System.clearProperty("dev.seeded.language");
        System.clearProperty("dev.seeded.zone");
    }

    @Test
    @Tag("long")
    void tellsLocaleZoneAndJvmApart() {
        Map<String, String> found = new HashMap<>();
        Fixtures.failures(check(DependentTestCase.class)).forEach(failure -> {
            String message = failure.getMessage();
            found.put(message.substring(message.indexOf("TestCase.") + 9, message.indexOf('(')), message);
        });

        assertThat(found.keySet())
                .containsExactlyInAnyOrder(
                        "drawsByLocale", "failsByLocale", "drawsByZone", "failsByZone", "drawsByOrder");
        assertThat(found.get("drawsByLocale"))
                .containsPattern(
                        " passed in two JVMs with the same run seed 1, but its draws differed: the default locale"
                                + " decides what it draws \\(" + locale.toLanguageTag() + " here, \\S+ there\\)\n");
        assertThat(found.get("failsByLocale"))
                .containsPattern(" passed, then failed in a second JVM with the same run seed 1 and the same draws:"
                        + " the default locale decides \\(" + locale.toLanguageTag() + " here, \\S+ there\\)\n"
                        + "  -Dseed.locale=" + locale.toLanguageTag() + " gives both JVMs this locale$");
        assertThat(found.get("drawsByZone"))
                .containsPattern(" its draws differed: the default time zone decides what it draws \\("
                        + ZoneId.systemDefault() + " here, \\S+ there\\)\n");
        assertThat(found.get("failsByZone"))
                .containsPattern(" the same draws: the default time zone decides \\("
                        + ZoneId.systemDefault() + " here, \\S+ there\\)\n  -Dseed.zone=" + ZoneId.systemDefault()
                        + " gives both JVMs this zone$");
        assertThat(found.get("drawsByOrder"))
                .contains(": something that each JVM chooses for itself, such as the order of Set.of, decides");
    }

    @Test
    void leavesAloneWhatTheUserNames() {
        List<Throwable> failures = new ArrayList<>();
        ErrorOutput.of(() -> failures.addAll(Fixtures.failures(Fixtures.withSeed(1)
                .with("seed.check", true)
                .with("seed.locale", locale.toLanguageTag())
                .with("seed.zone", ZoneId.systemDefault())
                .explore(DependentTestCase.class))));

        assertThat(failures).singleElement().asString().contains("DependentTestCase.drawsByOrder");
    }

    @Test
    void findsOrdersByIdentityWhoseDrawsAreAsMany() {
        assertThat(Fixtures.failures(check(IdentityTestCase.class)))
                .hasSize(2)
                .allSatisfy(failure -> assertThat(failure)
                        .hasMessageContaining(
                                "something that each JVM chooses for itself, such as the order of Set.of, decides"));
    }

    @Seeded
    static class DependentTestCase {

        private static final String LANGUAGE = Locale.getDefault().getLanguage();

        @Test
        void drawsByLocale(Random random) {
            random.nextInt(1_000_000 + Locale.getDefault().getLanguage().hashCode());
        }

        @Test
        void failsByLocale(Random random) {
            random.nextInt();
            // What a class keeps from its start counts as well.
            assertThat(LANGUAGE).isEqualTo(System.getProperty("dev.seeded.language"));
        }

        @Test
        void drawsByZone(Random random) {
            random.nextInt(1_000_000 + ZoneId.systemDefault().hashCode() % 1_000);
        }

        @Test
        void failsByZone(Random random) {
            random.nextInt();
            assertThat(ZoneId.systemDefault().getId()).isEqualTo(System.getProperty("dev.seeded.zone"));
        }

        @Test
        void drawsByOrder(Random random) {
            Set.of("a", "b").forEach(name -> random.nextInt(name.charAt(0)));
        }

        @Test
        void dependsOnNothing(Random random) {
            random.nextInt();
        }
    }

    @Seeded
    static class IdentityTestCase {

        /** Not the JDK's, whose hash codes may lie in an archive. */
        private static final List<Class<?>> TYPES = List.of(
                Seed.class,
                Seeded.class,
                SeededTest.class,
                SeededFactory.class,
                SeededOrder.class,
                Checks.class,
                IdentityTestCase.class,
                DependentTestCase.class);

        private static final Object[] OBJECTS =
                Stream.generate(Object::new).limit(8).toArray();

        @Test
        void iteratesOverClasses(Random random) {
            Map<Class<?>, String> names = new HashMap<>();
            TYPES.forEach(type -> names.put(type, type.getName()));
            names.values().forEach(name -> random.nextInt(name.hashCode() >>> 1));
        }

        @Test
        void iteratesOverObjects(Random random) {
            new HashSet<>(Arrays.asList(OBJECTS))
                    .forEach(object ->
                            random.nextInt(1_000 + Arrays.asList(OBJECTS).indexOf(object)));
        }
    }
}
