package dev.seeded.internal.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.seeded.internal.UserError;
import org.junit.jupiter.api.Test;

class ValidatedTests {

    @Test
    void keepsAValue() {
        Validated<String> outcome = Validated.of(() -> "value");

        assertThat(outcome.value()).isPresent();
        assertThat(outcome.get()).isEqualTo("value");
    }

    @Test
    void keepsAProblemAndThrowsANewOneEachTime() {
        Validated<String> outcome = Validated.of(() -> {
            throw new UserError("no value");
        });

        assertThat(outcome.value()).isEmpty();
        assertThatExceptionOfType(UserError.class).isThrownBy(outcome::get).withMessage("no value");
        assertThat(catchThrowable(outcome::get)).isNotSameAs(catchThrowable(outcome::get));
    }

    @Test
    void keepsNothingElse() {
        IllegalStateException defect = new IllegalStateException("defect");

        assertThatThrownBy(() -> Validated.of(() -> {
                    throw defect;
                }))
                .isSameAs(defect);
    }
}
