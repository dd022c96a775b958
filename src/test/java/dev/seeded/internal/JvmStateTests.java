package dev.seeded.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.seeded.internal.JvmState.Slot;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class JvmStateTests {

    private final Slot<String> slot = new Slot<>(String.class, new AtomicReference<>());

    @Test
    void isEmptyUntilSomebodyWrites() {
        assertThat(slot.get()).isNull();
        assertThat(slot.find()).isEmpty();

        slot.set("a");

        assertThat(slot.find()).contains("a");
    }

    @Test
    void restoresWhatWasThere() {
        assertThat(slot.during("outer", () -> slot.during("inner", slot::get) + ", " + slot.get()))
                .isEqualTo("inner, outer");
        assertThat(slot.get()).isNull();
    }

    @Test
    void restoresWhatWasThereAfterAFailure() {
        slot.set("before");

        assertThatIllegalStateException()
                .isThrownBy(() -> slot.during("while", () -> {
                    throw new IllegalStateException();
                }));
        assertThat(slot.get()).isEqualTo("before");
    }

    @Test
    void makesAValueOnce() {
        assertThat(slot.orMake(() -> "a")).isEqualTo("a");
        assertThat(slot.orMake(() -> "b")).isEqualTo("a");
    }

    @Test
    void belongsToOneAtATime() {
        assertThat(slot.setIfEmpty("a")).isNull();
        assertThat(slot.setIfEmpty("b")).isEqualTo("a");

        slot.remove("b");
        assertThat(slot.get()).isEqualTo("a");

        slot.remove(slot.get());
        assertThat(slot.setIfEmpty("b")).isNull();
    }
}
