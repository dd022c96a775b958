package dev.seeded.internal.note;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class DetectionBlockTests {

    @Test
    void tellsSeededDrawsFromOthers() {
        DetectionBlock block = new DetectionBlock();
        block.add("a", Map.of(DetectionBlock.UNSEEDED, "com.acme.Secure at A"));
        block.add("b", Map.of(DetectionBlock.SEEDED, "java.lang.Math.random at B"));
        block.add("c", Map.of(DetectionBlock.SEEDED, "java.lang.Math.random at B"));
        block.add("d", Map.of("of another", "report entry"));

        assertThat(block.text()).isEqualTo("""
                        Seeded: unseeded random numbers:
                          com.acme.Secure at A in 1 test
                        Seeded: seeded random numbers of the JVM:
                          java.lang.Math.random at B in 2 tests""");
    }

    @Test
    void isEmptyWhereNothingIsDrawn() {
        assertThat(new DetectionBlock().text()).isEmpty();
    }
}
