package dev.seeded.internal.generator;

import static java.util.Objects.requireNonNull;

import dev.seeded.Seed;
import dev.seeded.internal.parity.Hearing;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Lets a listener hear the draws of the generators that are handed out while it listens; others are as fast as ever. */
public final class Recording {

    /**
     * Static for the reason that {@link dev.seeded.internal.config.Takeover} has: nothing else leads from an engine to an
     * extension.
     */
    private static volatile @Nullable DrawListener listener;

    private Recording() {}

    /** Has a listener hear generators that are handed out while an action runs. */
    public static void to(DrawListener heard, Runnable action) {
        listener = heard;
        try {
            action.run();
        } finally {
            listener = null;
        }
    }

    /**
     * Returns a generator that draws what this one would draw, and is heard if anybody listens. {@link SplittableRandom}
     * cannot be heard.
     *
     * @param name names the generator, equally in each run
     * @param made the generator, which has not drawn yet
     * @param seed its seed
     */
    public static Object of(Supplier<String> name, Object made, Seed seed) {
        DrawListener heard = listener;
        if (heard == null) {
            return made;
        }
        if (made instanceof SeededRandom) {
            return new RecordedRandom(seed.value(), name.get(), heard);
        }
        if (made instanceof InsecureRandom) {
            return new RecordedSecureRandom(seed, name.get(), heard);
        }
        Ear ear = new Ear(made, name.get(), heard);
        if (made instanceof RandomGenerator generator && Proxied.isPossible(generator)) {
            return Proxied.of(generator, ear);
        }
        Hearing.begin(made, ear);
        return made;
    }

    /** Passes the calls to a generator on, and tells what it gave. */
    private record Proxied(RandomGenerator generator, Ear ear) implements InvocationHandler {

        static boolean isPossible(RandomGenerator generator) {
            String name = generator.getClass().getName();
            // Moved in JDK 19.
            return name.startsWith("jdk.random.") || name.startsWith("jdk.internal.random.");
        }

        static RandomGenerator of(RandomGenerator generator, Ear ear) {
            Class<?>[] interfaces = Stream.<Class<?>>iterate(
                            generator.getClass(), type -> type != null, Class::getSuperclass)
                    .flatMap(type -> Arrays.stream(type.getInterfaces()))
                    .filter(RandomGenerator.class::isAssignableFrom)
                    .distinct()
                    .toArray(Class<?>[]::new);
            return (RandomGenerator)
                    Proxy.newProxyInstance(Recording.class.getClassLoader(), interfaces, new Proxied(generator, ear));
        }

        @Override
        @SuppressWarnings("ReferenceEquality") // what Object.equals does
        public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
            if (method.getName().equals("equals") && arguments != null) {
                return proxy == arguments[0];
            }
            synchronized (generator) {
                try {
                    return heard(method.getName(), method.invoke(generator, arguments), arguments);
                } catch (InvocationTargetException failure) {
                    throw failure.getTargetException();
                }
            }
        }

        private @Nullable Object heard(String method, @Nullable Object result, Object @Nullable [] arguments) {
            if (method.equals("nextBytes") && arguments != null) {
                ear.tell(method, requireNonNull(arguments[0]));
            } else if (method.startsWith("next") && result != null) {
                ear.tell(method, result);
            }
            if (result instanceof RandomGenerator child) {
                return heard(child);
            }
            if (result instanceof IntStream stream) {
                return stream.peek(value -> ear.tell(method, value));
            }
            if (result instanceof LongStream stream) {
                return stream.peek(value -> ear.tell(method, value));
            }
            if (result instanceof DoubleStream stream) {
                return stream.peek(value -> ear.tell(method, value));
            }
            return result instanceof Stream<?> stream
                    ? stream.map(element -> element instanceof RandomGenerator child ? heard(child) : element)
                    : result;
        }

        private RandomGenerator heard(RandomGenerator child) {
            return isPossible(child) ? of(child, ear.child(child)) : child;
        }
    }
}
