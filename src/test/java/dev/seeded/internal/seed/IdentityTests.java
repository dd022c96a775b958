package dev.seeded.internal.seed;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdentityTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[engine:junit-platform-suite]/[suite:com.acme.AllTests]/",
                "[engine:junit-platform-suite]/[suite:com.acme.Outer]/[suite:com.acme.Inner]/",
                "[engine:wrapper]/[copy:7]/",
            })
    void isWhatStandsBelowJupiter(String prefix) {
        assertThat(Identity.of(prefix + "[engine:junit-jupiter]/[class:com.acme.DiceTest]/[method:rolls()]"))
                .isEqualTo("/[class:com.acme.DiceTest]/[method:rolls()]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[engine:other]/[class:com.acme.DiceTest]", "[engine:junit-jupiter-fork]/[class:X]"})
    void isTheWholeIdWithoutJupiter(String uniqueId) {
        assertThat(Identity.of(uniqueId)).isEqualTo(uniqueId);
    }
}
