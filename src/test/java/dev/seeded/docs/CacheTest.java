package dev.seeded.docs;

import dev.seeded.Seeded;
import dev.seeded.SeededOrder;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

@Seeded
@TestMethodOrder(SeededOrder.Methods.class)
class CacheTest {

    @Test
    void fills(Random random) {}

    @Test
    void evicts(Random random) {}
}
