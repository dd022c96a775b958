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
            fill(arguments);
        } else if (method.startsWith("next") && result != null) {
            return recorder.replaced(method, domain(method, arguments), result);
        }
        if (result instanceof IntStream stream) {
            return recorded(method, streamDomain("nextInt", arguments), stream.spliterator())
                    .mapToInt(Integer::intValue);
        }
        if (result instanceof LongStream stream) {
            return recorded(method, streamDomain("nextLong", arguments), stream.spliterator())
                    .mapToLong(Long::longValue);
        }
        if (result instanceof DoubleStream stream) {
            return recorded(method, streamDomain("nextDouble", arguments), stream.spliterator())
                    .mapToDouble(Double::doubleValue);
        }
        return result instanceof Stream<?> stream
                ? stream(stream.spliterator(), this::childOrElse)
                : childOrElse(recorder, result);
    }

    @SuppressWarnings("unchecked") // what stands for a number is of its type
    private <T> Stream<T> recorded(String method, @Nullable Domain domain, Spliterator<T> values) {
        return stream(values, (part, value) -> (T) part.replaced(method, domain, value));
    }

    /** The bounds of a stream's numbers come last, after their count. */
    private static @Nullable Domain streamDomain(String method, Object @Nullable [] arguments) {
        int bounds = arguments == null ? 0 : arguments.length / 2 * 2;
        return domain(
                method,
                arguments == null ? null : Arrays.copyOfRange(arguments, arguments.length - bounds, arguments.length));
    }

    /** Returns what a method may give; null where that is not known. */
    private static @Nullable Domain domain(String method, Object @Nullable [] arguments) {
        Object[] given = arguments == null ? new Object[0] : arguments;
        if (!Arrays.stream(given).allMatch(Number.class::isInstance)) {
            return null;
        }
        Number[] bounds = Arrays.stream(given).map(Number.class::cast).toArray(Number[]::new);
        Number low = bounds.length == 2 ? bounds[0] : 0;
        Number bound = bounds.length == 0 ? 0 : bounds[bounds.length - 1];
        return switch (method) {
            case "nextInt" ->
                bounds.length == 0
                        ? Domain.whole(Integer.MIN_VALUE, Integer.MAX_VALUE)
                        : Domain.whole(low.longValue(), bound.longValue() - 1);
            case "nextLong" ->
                bounds.length == 0
                        ? Domain.whole(Long.MIN_VALUE, Long.MAX_VALUE)
                        : Domain.whole(low.longValue(), bound.longValue() - 1);
            case "nextDouble" ->
                Domain.real(low.doubleValue(), Math.nextDown(bounds.length == 0 ? 1.0 : bound.doubleValue()));
            case "nextFloat" ->
                Domain.real(low.doubleValue(), Math.nextDown(bounds.length == 0 ? 1.0F : bound.floatValue()));
            case "nextBoolean" -> Domain.truth();
            case "nextGaussian" ->
                bounds.length == 0
                        ? Domain.real(-Double.MAX_VALUE, Double.MAX_VALUE)
                        : Domain.normal(low.doubleValue(), bound.doubleValue());
            case "nextExponential" -> Domain.real(0, Double.MAX_VALUE);
            default -> null;
        };
    }

    private <T> Stream<T> stream(Spliterator<? extends T> elements, BiFunction<DrawRecorder, T, T> record) {
        return StreamSupport.stream(new RecordedSpliterator<>(elements, record, recorder), false);
    }

    /** Records the bytes that were drawn, into an array or some of it from an index on, and puts others in their place. */
    private void fill(Object[] arguments) {
        byte[] bytes = (byte[]) arguments[0];
        int start = arguments.length == 1 ? 0 : (Integer) arguments[1];
        byte[] filled = arguments.length == 1
                ? bytes.clone()
                : Arrays.copyOfRange(bytes, start, start + (Integer) arguments[2]);
        recorder.replace("nextBytes", filled);
        System.arraycopy(filled, 0, bytes, start, filled.length);
        recorder.tell("nextBytes", filled);
    }

    private @Nullable Object childOrElse(DrawRecorder part, @Nullable Object result) {
        return kind.isInstance(result) ? of(requireNonNull(result), kind, part.child()) : result;
    }
}
