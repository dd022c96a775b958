package dev.seeded.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ExcerptTests {

    private static final List<String> OUTPUT = List.of("run 7 failed", "at Test:3", "at Tool:9", "replay it");

    @Test
    void leavesOutLinesAndText() {
        assertThat(excerpt("run … failed", "…", "replay it").isTrue()).isTrue();
        assertThat(excerpt("…", "run 7 failed", "at Test:3", "at Tool:9", "replay it", "…")
                        .isTrue())
                .isTrue();
    }

    @Test
    void seesWhatIsMissingAddedOrDifferent() {
        assertThat(excerpt("run 7 failed", "at Test:3", "replay it").isTrue()).isFalse();
        assertThat(excerpt("…", "replay it", "and pin it").isTrue()).isFalse();
        assertThat(excerpt("run 8 failed", "…").isTrue()).isFalse();
    }

    @Test
    void correctsWhatIsNotTrueAndLeavesOutWhatWasLeftOut() {
        assertThat(excerpt("run … failed", "…", "replay that").corrected())
                .containsExactly("run … failed", "…", "replay it");
        assertThat(excerpt("run 6 failed", "…", "replay it", "gone").corrected())
                .containsExactly("run 7 failed", "…", "replay it");
        assertThat(excerpt("run 7 failed", "at Test:3", "replay it").corrected())
                .isEqualTo(OUTPUT);
        assertThat(excerpt().corrected()).isEqualTo(OUTPUT);
    }

    private static Excerpt excerpt(String... shown) {
        return new Excerpt(List.of(shown), OUTPUT);
    }
}
