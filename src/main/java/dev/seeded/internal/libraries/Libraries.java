package dev.seeded.internal.libraries;

import dev.seeded.Seed;
import dev.seeded.SeededFactory;
import dev.seeded.parity.NumPyGenerator;
import dev.seeded.parity.NumPyRandomState;
import dev.seeded.parity.PythonRandom;
import dev.seeded.parity.TorchGenerator;
import java.math.BigInteger;
import java.util.Optional;
import java.util.function.Function;

/** Finds what serves a library. Classes that need a library are loaded only when it is known to be there. */
public final class Libraries {

    private static final String RANDOM_STATE = "dev.seeded.parity.NumPyRandomState";
    private static final String GENERATOR = "dev.seeded.parity.NumPyGenerator";

    private Libraries() {}

    /** Returns the factory for this type, if it is a library's. As the type is loaded, the library is there. */
    static Optional<SeededFactory<?>> factory(Class<?> type) {
        return switch (type.getName()) {
            case "kotlin.random.Random" -> Optional.of(new KotlinRandomFactory());
            case "net.datafaker.Faker" -> Optional.of(new FakerFactory());
            case "org.apache.commons.rng.UniformRandomProvider" ->
                isPresent("org.apache.commons.rng.simple.RandomSource")
                        ? Optional.of(new CommonsRngFactory())
                        : Optional.empty();
            case "org.instancio.settings.Settings" -> Optional.of(new InstancioSettingsFactory());
            // Its sign does not count in Python.
            case "dev.seeded.parity.PythonRandom" -> made(PythonRandom.class, seed -> new PythonRandom(seed.value()));
            // NumPy takes the bits without a sign.
            case GENERATOR ->
                made(
                        NumPyGenerator.class,
                        seed -> new NumPyGenerator(new BigInteger(Long.toUnsignedString(seed.value()))));
            // Here the lower 32 of them, as does PyTorch.
            case RANDOM_STATE ->
                made(NumPyRandomState.class, seed -> new NumPyRandomState(seed.value() & 0xFFFF_FFFFL));
            case "dev.seeded.parity.TorchGenerator" ->
                made(TorchGenerator.class, seed -> new TorchGenerator(seed.value()));
            default -> Optional.empty();
        };
    }

    /** Returns whether a generator takes the lower 32 bits of its seed, and so draws the same with any that has them. */
    public static boolean takesLowerBits(Object generator) {
        return generator.getClass().getName().equals(RANDOM_STATE);
    }

    /** Returns whether a generator takes its seed without a sign. */
    public static boolean takesUnsigned(Object generator) {
        return generator.getClass().getName().equals(GENERATOR);
    }

    private static <T> Optional<SeededFactory<?>> made(Class<T> type, Function<Seed, T> maker) {
        return Optional.of(new SeededFactory<T>() {
            @Override
            public Class<T> type() {
                return type;
            }

            @Override
            public T create(Seed seed) {
                return maker.apply(seed);
            }
        });
    }

    /** Looks for a class without initializing it. */
    public static boolean isPresent(String type) {
        try {
            Class.forName(type, false, Libraries.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException absent) {
            return false;
        }
    }
}
