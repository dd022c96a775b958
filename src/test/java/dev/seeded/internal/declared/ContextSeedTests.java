package dev.seeded.internal.declared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.seeded.Seed;
import dev.seeded.internal.config.JvmPolicy;
import dev.seeded.internal.config.PinPolicy;
import dev.seeded.internal.config.Run;
import dev.seeded.internal.seed.Derivation;
import dev.seeded.internal.surroundings.WantedSurroundings;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContextSeedTests {

    private static final String ID = "/[class:com.acme.DiceTest]";
    private static final Optional<Pin> PIN = Optional.of(new Pin(42, "com.acme.DiceTest"));
    private static final ContextSeed DERIVED = new ContextSeed(Seed.of(Derivation.testSeed(5, ID)), Optional.empty());

    @ParameterizedTest
    @EnumSource(PinPolicy.class)
    void isDerivedWithoutPin(PinPolicy pins) {
        assertThat(ContextSeed.of(run(pins), Optional.empty(), ID)).isEqualTo(DERIVED);
    }

    @ParameterizedTest
    @ValueSource(longs = {42, 0, -1, Long.MIN_VALUE})
    void isThePinExactly(long value) {
        Optional<Pin> pin = Optional.of(new Pin(value, "com.acme.DiceTest"));

        assertThat(ContextSeed.of(run(PinPolicy.OBEY), pin, ID)).isEqualTo(new ContextSeed(Seed.of(value), pin));
    }

    @Test
    void isDerivedWherePinsAreIgnored() {
        assertThat(ContextSeed.of(run(PinPolicy.IGNORE), PIN, ID)).isEqualTo(DERIVED);
    }

    @Test
    void isRefusedWherePinsFail() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ContextSeed.of(run(PinPolicy.FAIL), PIN, ID))
                .withMessage(
                        "@Seeded(42) on com.acme.DiceTest fixes the seed, which seed.pins=fail forbids: remove the value");
    }

    private static Run run(PinPolicy pins) {
        return new Run(
                Seed.of(5),
                Optional.empty(),
                pins,
                true,
                Optional.empty(),
                JvmPolicy.PRESET,
                Optional.empty(),
                Optional.empty(),
                WantedSurroundings.NONE,
                Optional.empty(),
                false,
                false,
                List.of());
    }
}
