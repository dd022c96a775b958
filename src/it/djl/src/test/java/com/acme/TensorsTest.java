package com.acme;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import dev.seeded.Seed;
import dev.seeded.Seeded;
import dev.seeded.parity.TorchGenerator;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

@Seeded
class TensorsTest {

    private final NDManager manager = NDManager.newBaseManager(Device.cpu());
    private final float[] inConstructor = rand(manager, 3);

    @BeforeAll
    static void prepare(Seed seed) throws IOException {
        try (NDManager manager = NDManager.newBaseManager(Device.cpu())) {
            float[] drawn = rand(manager, 3);
            assertArrayEquals(new TorchGenerator(seed.value()).rand(3), drawn);
            Draws.write("prepare", Arrays.toString(drawn));
        }
    }

    @AfterEach
    void close() {
        manager.close();
    }

    @RepeatedTest(8)
    void draws(RepetitionInfo repetition, @Seeded TorchGenerator torch) throws IOException, InterruptedException {
        assertArrayEquals(torch.rand(3), inConstructor);
        for (int draw = 0; draw < 5; draw++) {
            assertArrayEquals(torch.rand(3), rand(manager, 3));
            Thread.sleep(10);
        }
        Draws.write("draws " + repetition.getCurrentRepetition(), Arrays.toString(rand(manager, 3)));
    }

    @Test
    @Seeded(23)
    void equalsPyTorchAfterManualSeed(@Seeded TorchGenerator torch) {
        assertArrayEquals(new float[] {0.42825812f, 0.2888626f, 0.4224267f}, inConstructor);
        assertArrayEquals(torch.rand(3), inConstructor);
        assertArrayEquals(
                torch.randint(0, 10, 100),
                manager.randomInteger(0, 10, new Shape(100), DataType.INT64).toLongArray());
        assertArrayEquals(torch.randn(15), manager.randomNormal(new Shape(15)).toFloatArray(), 1e-6f);
        assertArrayEquals(
                torch.randperm(100),
                Arrays.stream(manager.randomPermutation(100).toLongArray())
                        .mapToInt(Math::toIntExact)
                        .toArray());
        assertArrayEquals(torch.rand(1000), rand(manager, 1000));
        assertArrayEquals(torch.randn(16), manager.randomNormal(new Shape(16)).toFloatArray());
        assertArrayEquals(
                torch.normal(1.5, 0.3, 1003),
                manager.randomNormal(1.5f, 0.3f, new Shape(1003), DataType.FLOAT32)
                        .toFloatArray());
        assertArrayEquals(
                torch.uniform(-2.5, 0.3, 100),
                manager.randomUniform(-2.5f, 0.3f, new Shape(100)).toFloatArray());
        assertArrayEquals(
                torch.randint(0, 3_000_000_000L, 100),
                manager.randomInteger(0, 3_000_000_000L, new Shape(100), DataType.INT64)
                        .toLongArray());
        assertArrayEquals(
                torch.randint32(Integer.MIN_VALUE, 1L << 31, 100),
                manager.randomInteger(Integer.MIN_VALUE, 1L << 31, new Shape(100), DataType.INT32)
                        .toIntArray());
    }

    @Test
    @Seeded(-7345903845034L)
    void takesEverySeed(@Seeded TorchGenerator torch) {
        assertArrayEquals(torch.rand(3), inConstructor);
    }

    @Test
    @Seeded(23)
    void tellsTheSeed() {
        assertEquals(23, Engine.getInstance().getSeed());
    }

    private static float[] rand(NDManager manager, int size) {
        return manager.randomUniform(0, 1, new Shape(size)).toFloatArray();
    }
}
