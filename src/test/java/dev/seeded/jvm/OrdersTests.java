package dev.seeded.jvm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seeded.testing.AgentJvm;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Tag("jdk")
@Tag("slow")
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class OrdersTests {

    @Test
    void keepWhatTheCollectionsPromise() {
        assertThat(new AgentJvm().run(Orders.class).success()).isEqualTo("0 wrong%n".formatted());
    }
}
