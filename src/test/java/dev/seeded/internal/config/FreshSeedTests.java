package dev.seeded.internal.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seeded.Seed;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FreshSeedTests {

    @Test
    void isTheSameForAllJvmsOfOneBuild() {
        Optional<MavenProcess> build = Optional.of(new MavenProcess("4711 83921 boot host"));

        assertThat(FreshSeed.of(build)).isEqualTo(FreshSeed.of(build));
        assertThat(FreshSeed.of(build))
                .isNotEqualTo(FreshSeed.of(Optional.of(new MavenProcess("4711 83922 boot host"))));
    }

    @Test
    void hasFiftyThreeBitsAndNoTwins() {
        Set<Seed> seeds = new HashSet<>();
        for (int build = 0; build < 10_000; build++) {
            seeds.add(FreshSeed.of(Optional.of(new MavenProcess("7 " + build + " boot host"))));
        }
        seeds.add(FreshSeed.of(Optional.empty()));
        seeds.add(FreshSeed.of(Optional.empty()));

        assertThat(seeds).hasSize(10_002).allMatch(seed -> seed.value() >= 0 && seed.value() < 1L << 53);
    }

    @ParameterizedTest
    @CsvSource({
        "1, //cart:tests, 1",
        "50, @shop//:tests, 50",
        "7, , ''",
        ", //cart:tests, ''",
        "7x, //a:b, ''",
        "'', //a:b, ''"
    })
    void isTheNumberOfARunOfBazel(String number, String target, String seed) {
        assertThat(FreshSeed.ofBazel(number, target)).isEqualTo(seed);
    }

    @Test
    void knowsTheStartOfAProcessWithAnAwkwardName() {
        assertThat(MavenProcess.start("4711 (a) b) S 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 83921 20 21"))
                .contains("83921");
        assertThat(MavenProcess.start("4711 (java) S 1")).isEmpty();
    }
}
