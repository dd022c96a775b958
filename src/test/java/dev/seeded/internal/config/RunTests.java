package dev.seeded.internal.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seeded.Seed;
import dev.seeded.internal.config.GivenSetting.Source;
import dev.seeded.internal.jvm.Unordered;
import dev.seeded.internal.surroundings.WantedSurroundings;
import dev.seeded.internal.surroundings.WantedSurroundings.Wanted;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RunTests {

    private static final Seed FRESH = Seed.of(99);

    @Test
    void isFreshAndObeysPinsUnlessToldOtherwise() {
        assertThat(read(Map.of()))
                .isEqualTo(new Run(
                        FRESH,
                        Optional.empty(),
                        PinPolicy.OBEY,
                        true,
                        Optional.empty(),
                        JvmPolicy.PRESET,
                        Optional.empty(),
                        Optional.empty(),
                        WantedSurroundings.NONE,
                        Optional.empty(),
                        false,
                        false,
                        List.of()));
    }

    @Test
    void isTheSameUnreadWhereNothingIsSet() {
        assertThat(Run.preset(FRESH)).isEqualTo(read(Map.of()));
    }

    @Test
    void takesTheSeedThatIsGivenAndDrawsNone() {
        Supplier<Seed> never = () -> {
            throw new AssertionError("drew a fresh seed");
        };

        assertThat(Run.read(settings(Map.of("seed", " 0x2A ")), never))
                .isEqualTo(new Run(
                        Seed.of(42),
                        Optional.of(new GivenSetting(" 0x2A ", Source.CONFIGURATION_PARAMETER, "seed")),
                        PinPolicy.OBEY,
                        true,
                        Optional.empty(),
                        JvmPolicy.PRESET,
                        Optional.empty(),
                        Optional.empty(),
                        WantedSurroundings.NONE,
                        Optional.empty(),
                        false,
                        false,
                        List.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   "})
    void takesABlankSeedForNotGiven(String blank) {
        assertThat(read(Map.of("seed", blank)).seed()).isEqualTo(FRESH);
    }

    @Test
    void takesLocaleAndZoneFromTheSeedOrByName() {
        assertThat(read(Map.of("seed", "42", "seed.locale", " Any ", "seed.zone", "ANY"))
                        .wanted())
                .isEqualTo(new WantedSurroundings(
                        new Wanted<>(true, Optional.empty()), new Wanted<>(true, Optional.empty()), true));
        assertThat(read(Map.of("seed.locale", "TR-tr", "seed.zone", "asia/kolkata"))
                        .surroundings())
                .hasToString("locale tr-TR, zone Asia/Kolkata");
        assertThat(read(Map.of("seed.zone", "+05:30")).surroundings()).hasToString("zone +05:30");
    }

    @ParameterizedTest
    @ValueSource(strings = {"turkish", "tr_TR", "tr-XX", "de-", "q", "xx", "any,"})
    void refusesALocaleThatThisJvmLacks(String text) {
        assertThatThrownBy(() -> read(Map.of("seed.locale", text)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("'" + text + "' (JUnit configuration parameter seed.locale) is not a value of seed.locale;"
                        + " write 'any', or the language tag of a locale that this JVM has, for example 'tr-TR'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Kolkata", "IST", "Asia/Atlantis", "+99:00", "GMT+5x", "0"})
    void refusesAZoneThatThisJvmLacks(String text) {
        assertThatThrownBy(() -> read(Map.of("seed.zone", text)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "'" + text + "' (JUnit configuration parameter seed.zone) is not a value of seed.zone;"
                                + " write 'any', an offset, or the id of a time zone that this JVM has, for example 'Asia/Kolkata'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"yesterday", "2024-02-29", "2023-02-29T00:00:00Z", "1600-01-01T00:00:00Z"})
    void refusesAClockThatIsNoInstant(String text) {
        assertThatThrownBy(() -> read(Map.of("seed.clock", text)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("'" + text + "' (JUnit configuration parameter seed.clock) is not a value of seed.clock;"
                        + " write 'any', or an instant between the years 1678 and 2261, for example"
                        + " '2024-02-29T23:59:59Z'");
    }

    @Test
    void takesTheClockFromTheSeedOrByInstant() {
        WantedClock any = read(Map.of("seed.clock", "Any")).global().clock().orElseThrow();
        assertThat(any.of(Seed.of(1))).isEqualTo(any.of(Seed.of(1))).isNotEqualTo(any.of(Seed.of(2)));
        assertThat(read(Map.of("seed.clock", "2024-02-29t23:59:59z"))
                        .global()
                        .clock()
                        .map(WantedClock::text))
                .contains("2024-02-29T23:59:59Z");
    }

    @ParameterizedTest
    @CsvSource({
        "true,true",
        "'hash, Files','hash,files'",
        "immutable,immutable",
        "'reflection,hash,files,immutable',true"
    })
    void readsWhatIsUnordered(String text, String written) {
        assertThat(Unordered.text(read(Map.of("seed.unordered", text)).global().unordered()))
                .isEqualTo(written);
    }

    @ParameterizedTest
    @ValueSource(strings = {"hsh", "hash;files", "hash,", "yes"})
    void refusesWhatHasAnOrder(String text) {
        assertThatThrownBy(() -> read(Map.of("seed.unordered", text)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("'" + text + "' (JUnit configuration parameter seed.unordered) is not a value of"
                        + " seed.unordered; write 'true', or some of 'immutable', 'hash', 'reflection' and 'files', with commas"
                        + " between them");
    }

    @ParameterizedTest
    @CsvSource({"ignore,IGNORE", "fail,FAIL", "' fail ',FAIL", "'',OBEY", "' ',OBEY"})
    void readsThePinPolicy(String text, PinPolicy policy) {
        assertThat(read(Map.of("seed.pins", text)).pins()).isEqualTo(policy);
    }

    @ParameterizedTest
    @CsvSource({"true,true", "false,false", "FALSE,false", "'',true"})
    void readsWhetherToAnnounce(String text, boolean announced) {
        assertThat(read(Map.of("seed.announce", text)).announced()).isEqualTo(announced);
    }

    @Test
    void readsTheCommand() {
        assertThat(read(Map.of("seed.command", "make test SEED={seed}")).command())
                .contains("make test SEED={seed}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ignored", "obey", "true", "ignore,fail"})
    void refusesAnotherPinPolicy(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(Map.of("seed.pins", text)))
                .withMessage(
                        "'%s' (JUnit configuration parameter seed.pins) is not a value of seed.pins; write 'ignore' or"
                                + " 'fail'",
                        text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"no", "0", "falsch"})
    void refusesAnotherAnnouncement(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(Map.of("seed.announce", text)))
                .withMessage(
                        "'%s' (JUnit configuration parameter seed.announce) is not a value of seed.announce; write"
                                + " 'true' or 'false'",
                        text);
    }

    @Test
    void showsHostileTextOnOneLine() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(Map.of("seed.pins", "a\nb\u001B[2J")))
                .withMessage(
                        "'a\\u000Ab\\u001B[2J' (JUnit configuration parameter seed.pins) is not a value of seed.pins;"
                                + " write 'ignore' or 'fail'");
    }

    @Test
    void refusesABadSeedFromTheEnvironment() {
        Settings settings = new Settings(name -> null, name -> null, Map.of("JUNIT_SEED", "abc")::get);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Run.read(settings, () -> FRESH))
                .withMessage("'abc' (environment variable JUNIT_SEED) is not a seed; write 'commit', 'last' or a number"
                        + " (decimal, or 0x and up to 16 hex digits), for example 42 or 0x2A");
    }

    @Test
    void drawsFreshSeedsOncePerJvm() {
        Seed fresh = FreshSeed.ofThisJvm();

        assertThat(FreshSeed.ofThisJvm()).isEqualTo(fresh);
        assertThat(fresh.value()).isBetween(0L, (1L << 53) - 1);
    }

    private static Run read(Map<String, String> parameters) {
        return Run.read(settings(parameters), () -> FRESH);
    }

    private static Settings settings(Map<String, String> parameters) {
        return new Settings(parameters::get, name -> null, name -> null);
    }
}
