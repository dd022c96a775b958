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
 * Passes the calls to a generator on, and records what it gives.
 *
 * @param kind the interface that makes it, and those that it makes, a generator
 */
record RecordedProxy(Object generator, Class<?> kind, DrawRecorder recorder) implements InvocationHandler {

    /** Returns a proxy with all interfaces of a generator that are generators'. */
    static Object of(Object generator, Class<?> kind, DrawRecorder recorder) {
        Class<?>[] interfaces = Stream.<Class<?>>iterate(
                        generator.getClass(), type -> type != null, Class::getSuperclass)
                .flatMap(type -> Arrays.stream(type.getInterfaces()))
                .filter(kind::isAssignableFrom)
                .distinct()
                .toArray(Class<?>[]::new);
        return Proxy.newProxyInstance(
                RecordedProxy.class.getClassLoader(), interfaces, new RecordedProxy(generator, kind, recorder));
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // what Object.equals does
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        if (method.getName().equals("equals") && arguments != null) {
            return proxy == arguments[0];
        }
        synchronized (generator) {
            try {
                return recorded(method.getName(), method.invoke(generator, arguments), arguments);
            } catch (InvocationTargetException failure) {
                throw failure.getTargetException();
            }
        }
    }

    private @Nullable Object recorded(String method, @Nullable Object result, Object @Nullable [] arguments) {
        if (method.equals("nextBytes") && arguments != null) {
            recorder.tell(method, filled(arguments));
        } else if (method.startsWith("next") && result != null) {
            recorder.tell(method, result);
        }
        if (result instanceof IntStream stream) {
            return recorded(method, stream.spliterator()).mapToInt(Integer::intValue);
        }
        if (result instanceof LongStream stream) {
            return recorded(method, stream.spliterator()).mapToLong(Long::longValue);
        }
        if (result instanceof DoubleStream stream) {
            return recorded(method, stream.spliterator()).mapToDouble(Double::doubleValue);
        }
        return result instanceof Stream<?> stream
                ? stream(stream.spliterator(), this::childOrElse)
                : childOrElse(recorder, result);
    }

    private <T> Stream<T> recorded(String method, Spliterator<T> values) {
        return stream(values, (part, value) -> {
            part.tell(method, value);
            return value;
        });
    }

    private <T> Stream<T> stream(Spliterator<? extends T> elements, BiFunction<DrawRecorder, T, T> record) {
        return StreamSupport.stream(new RecordedSpliterator<>(elements, record, recorder), false);
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

    private @Nullable Object childOrElse(DrawRecorder part, @Nullable Object result) {
        return kind.isInstance(result) ? of(requireNonNull(result), kind, part.child()) : result;
    }
}
