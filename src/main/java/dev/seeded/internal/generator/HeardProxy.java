package dev.seeded.internal.generator;

import static java.util.Objects.requireNonNull;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Passes the calls to a generator on, and tells what it gave.
 *
 * @param kind the interface that makes it, and those that it makes, a generator
 */
record HeardProxy(Object generator, Class<?> kind, Ear ear) implements InvocationHandler {

    /** Returns a proxy with all interfaces of a generator that are generators'. */
    static Object of(Object generator, Class<?> kind, Ear ear) {
        Class<?>[] interfaces = Stream.<Class<?>>iterate(
                        generator.getClass(), type -> type != null, Class::getSuperclass)
                .flatMap(type -> Arrays.stream(type.getInterfaces()))
                .filter(kind::isAssignableFrom)
                .distinct()
                .toArray(Class<?>[]::new);
        return Proxy.newProxyInstance(
                HeardProxy.class.getClassLoader(), interfaces, new HeardProxy(generator, kind, ear));
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
            ear.tell(method, filled(arguments));
        } else if (method.startsWith("next") && result != null) {
            ear.tell(method, result);
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
        return result instanceof Stream<?> stream ? stream.map(this::childOrElse) : childOrElse(result);
    }

    /** Returns the bytes that were drawn: an array, or some of it from an index on. */
    private static byte[] filled(Object[] arguments) {
        byte[] bytes = (byte[]) arguments[0];
        if (arguments.length == 1) {
            return bytes;
        }
        int start = (Integer) arguments[1];
        return Arrays.copyOfRange(bytes, start, start + (Integer) arguments[2]);
    }

    private @Nullable Object childOrElse(@Nullable Object result) {
        return kind.isInstance(result) ? of(requireNonNull(result), kind, ear.child()) : result;
    }
}
