package dev.seeded.internal.process;

import ai.djl.engine.Engine;
import ai.djl.engine.EngineProvider;
import ai.djl.engine.rpc.RpcEngineProvider;
import dev.seeded.LibrarySeeder;
import dev.seeded.Seed;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.ServiceLoader;

/**
 * Seeds all engines of DJL that are on the class path, {@code engine.setRandomSeed((int) testSeed)}: PyTorch's draws are
 * those of {@code torch.manual_seed(testSeed)}, of which PyTorch takes the lower 32 bits.
 *
 * <p>An engine does not tell how far it has drawn. It is put back to the start of the sequence of the seed that it had, or
 * of a fresh one if it had none.
 */
final class DjlSeeder implements LibrarySeeder {

    private final Map<Engine, Integer> before = new LinkedHashMap<>();

    /** Returns whether there is an engine; loads none. The one that DJL itself brings calls others and draws nothing. */
    static boolean isNeeded(ClassLoader loader) {
        return ServiceLoader.load(EngineProvider.class, loader).stream()
                .anyMatch(provider -> provider.type() != RpcEngineProvider.class);
    }

    @Override
    public void seed(Seed seed) {
        // All are loaded before the first is seeded, as loading is what can fail.
        List<Engine> engines =
                Engine.getAllEngines().stream().map(Engine::getEngine).toList();
        for (Engine engine : engines) {
            before.put(engine, Optional.ofNullable(engine.getSeed()).orElseGet(new Random()::nextInt));
            engine.setRandomSeed((int) seed.value());
        }
    }

    @Override
    public void restore() {
        before.forEach(Engine::setRandomSeed);
        before.clear();
    }
}
