package com.acme;

import dev.seeded.Seeded;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

@Seeded
@ParameterizedClass
@ValueSource(ints = {1, 2})
class SizesTest {

    private final int size;

    SizesTest(int size) {
        this.size = size;
    }

    @Test
    void draws(Random random) {
        random.nextInt(size);
    }
}
