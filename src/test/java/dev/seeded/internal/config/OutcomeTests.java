package dev.seeded.internal.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import org.junit.jupiter.api.Test;

class OutcomeTests {

    @Test
    void keepsAValue() {
        Outcome<String> outcome = Outcome.of(() -> "value");

        assertThat(outcome.value()).isPresent();
        assertThat(outcome.get()).isEqualTo("value");
    }

    @Test
    void keepsAProblemAndThrowsANewOneEachTime() {
        Outcome<String> outcome = Outcome.of(() -> {
            throw new IllegalArgumentException("no value");
        });

        assertThat(outcome.value()).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(outcome::get).withMessage("no value");
        assertThat(catchThrowable(outcome::get)).isNotSameAs(catchThrowable(outcome::get));
    }

    @Test
    void keepsNothingElse() {
        IllegalStateException defect = new IllegalStateException("defect");

        assertThatThrownBy(() -> Outcome.of(() -> {
                    throw defect;
                }))
                .isSameAs(defect);
    }
}
