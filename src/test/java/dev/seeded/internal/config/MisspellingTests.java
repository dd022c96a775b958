package dev.seeded.internal.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MisspellingTests {

    @ParameterizedTest
    @CsvSource({
        "seed.pin,seed.pins",
        "seed.pinss,seed.pins",
        "seed.psin,seed.pins",
        "seed.Pins,seed.pins",
        "seed.PIN,seed.pins",
        "seed.anounce,seed.announce",
        "seed.annoucne,seed.announce",
        "seed.announced,seed.announce",
        "seed.comand,seed.command",
        "seed.commands,seed.command",
    })
    void findsWhatIsWithinTwoLetters(String written, String meant) {
        assertThat(Misspelling.among(List.of(written))).containsExactly(new Misspelling(written, meant));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "seed.pins",
                "seed.announce",
                "seed.command",
                "seed",
                "sed.pins",
                "seeds.pins",
                "seedpins",
                "SEED.pins",
                "seed.announcement",
                "seed.unrelated",
                "user.dir",
                ""
            })
    void leavesTheRestAlone(String property) {
        assertThat(Misspelling.among(List.of(property))).isEmpty();
    }

    @Test
    void listsThemInAlphabeticalOrder() {
        assertThat(Misspelling.among(List.of("seed.pinz", "user.dir", "seed.comand", "seed.pins", "seed.anounce")))
                .containsExactly(
                        new Misspelling("seed.anounce", "seed.announce"),
                        new Misspelling("seed.comand", "seed.command"),
                        new Misspelling("seed.pinz", "seed.pins"));
    }
}
