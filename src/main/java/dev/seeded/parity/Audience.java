package dev.seeded.parity;

import dev.seeded.internal.draws.DrawRecorder;
import org.jspecify.annotations.Nullable;

/** Lets somebody listen to a generator. Users have no business here: who has comes by reflection. */
final class Audience {

    private Audience() {}

    /** Has somebody listen to a generator from now on, if it is one of this package. */
    static void admit(Object generator, DrawRecorder listener) {
        BitGenerator source = source(generator);
        if (source != null) {
            source.listen(listener);
        }
    }

    private static @Nullable BitGenerator source(Object generator) {
        if (generator instanceof PythonRandom python) {
            return python.source();
        }
        if (generator instanceof NumPyRandomState numPy) {
            return numPy.source();
        }
        if (generator instanceof NumPyGenerator numPy) {
            return numPy.source();
        }
        return generator instanceof TorchGenerator torch ? torch.source() : null;
    }
}
