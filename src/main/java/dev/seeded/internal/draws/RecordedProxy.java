package dev.seeded.internal.draws;

import static java.util.Objects.requireNonNull;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.Spliterator;
import java.util.function.BiFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Passes the calls to a generator on, and tells what it gave.
 *
 * @param kind the interface that makes it, and those that it makes, a generator
 */
record RecordedProxy(Object generator, Class<?> kind, DrawRecorder ear) implements InvocationHandler {

    /** Returns a proxy with all interfaces of a generator that are generators'. */
    static Object of(Object generator, Class<?> kind, DrawRecorder ear) {
        Class<?>[] interfaces = Stream.<Class<?>>iterate(
                        generator.getClass(), type -> type != null, Class::getSuperclass)
                .flatMap(type -> Arrays.stream(type.getInterfaces()))
                .filter(kind::isAssignableFrom)
                .distinct()
                .toArray(Class<?>[]::new);
        return Proxy.newProxyInstance(
                RecordedProxy.class.getClassLoader(), interfaces, new RecordedProxy(generator, kind, ear));
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
            return heard(method, stream.spliterator()).mapToInt(Integer::intValue);
        }
        if (result instanceof LongStream stream) {
            return heard(method, stream.spliterator()).mapToLong(Long::longValue);
        }
        if (result instanceof DoubleStream stream) {
            return heard(method, stream.spliterator()).mapToDouble(Double::doubleValue);
        }
        return result instanceof Stream<?> stream
                ? stream(stream.spliterator(), this::childOrElse)
                : childOrElse(ear, result);
    }

    private <T> Stream<T> heard(String method, Spliterator<T> values) {
        return stream(values, (listener, value) -> {
            listener.tell(method, value);
            return value;
        });
    }

    private <T> Stream<T> stream(Spliterator<? extends T> elements, BiFunction<DrawRecorder, T, T> hearing) {
        return StreamSupport.stream(new RecordedSpliterator<>(elements, hearing, ear), false);
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

    private @Nullable Object childOrElse(DrawRecorder listener, @Nullable Object result) {
        return kind.isInstance(result) ? of(requireNonNull(result), kind, listener.child()) : result;
    }
}
