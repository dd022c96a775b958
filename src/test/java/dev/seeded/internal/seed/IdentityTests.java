package dev.seeded.internal.seed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.commons.JUnitException;
import org.junit.platform.engine.UniqueId;

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

    /** Whether a name of Unicode's spaces alone is blank, versions of JUnit see differently. */
    @Test
    void isWellFormedIfJUnitWritesItThatWay() {
        Random random = new Random(42);
        List<String> parts = List.of("/", "[", "]", ":", "%", "+", "a", "é", " ", "\n", "%2F", "%41", "/[a:b]");
        int wellFormed = 0;
        for (int number = 0; number < 100_000; number++) {
            StringBuilder identity = new StringBuilder(random.nextBoolean() ? "/[" : "");
            for (int part = random.nextInt(7); part >= 0; part--) {
                identity.append(parts.get(random.nextInt(parts.size())));
            }
            identity.append(random.nextBoolean() ? "]" : "");
            assertThat(Identity.isWellFormed(identity.toString()))
                    .as("%s", identity)
                    .isEqualTo(isWrittenByJUnit(identity.toString()));
            wellFormed += Identity.isWellFormed(identity.toString()) ? 1 : 0;
        }
        assertThat(wellFormed).isGreaterThan(300);
    }

    @Test
    void isWellFormedHoweverLongItIs() {
        String name = "a%5B".repeat(100_000);

        assertThat(Identity.isWellFormed("/[class:" + name + "]")).isTrue();
        assertThat(Identity.isWellFormed("/[a:b]".repeat(100_000))).isTrue();
        assertThat(Identity.isWellFormed("/[class:" + name + "%]")).isFalse();
    }

    private static boolean isWrittenByJUnit(String identity) {
        String uniqueId = "[engine:junit-jupiter]" + identity;
        try {
            UniqueId id = UniqueId.parse(uniqueId);
            return id.getSegments().size() > 1 && id.toString().equals(uniqueId);
        } catch (JUnitException | IllegalArgumentException unreadable) {
            return false;
        }
    }
}
