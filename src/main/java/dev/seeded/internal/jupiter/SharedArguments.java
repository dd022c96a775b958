package dev.seeded.internal.jupiter;

import dev.seeded.internal.declared.KeptState;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;

/**
 * The arguments that the tests of a class share, or the invocations of a test, in which one of them may leave something for
 * the next. Looked for in the first and in the one before: all arguments of 100,000 invocations would be too many to keep.
 */
final class SharedArguments {

    /** By the test of the invocations, by the constructor, or by this class for those of all tests of the test class. */
    private final Map<Object, Known> known = new ConcurrentHashMap<>();

    /** Notes the arguments of a test that begins. */
    void add(ReflectiveInvocationContext<Method> invocation) {
        add(SharedArguments.class, invocation);
    }

    /** Notes the arguments of an invocation that begins. */
    void addInvocation(ReflectiveInvocationContext<Method> invocation) {
        add(invocation.getExecutable(), invocation);
        add(invocation);
    }

    /** Notes the arguments of an instance that begins: those of a parameterized class belong to several. */
    void addInstance(ReflectiveInvocationContext<? extends Constructor<?>> construction) {
        add(construction.getExecutable(), construction);
    }

    private void add(Object owner, ReflectiveInvocationContext<? extends Executable> invocation) {
        if (invocation.getExecutable().getParameterCount() > 0) {
            Known before = known.get(owner);
            if (before == null) {
                known.put(owner, new Known(invocation.getArguments()));
            } else {
                before.add(invocation.getArguments());
            }
        }
    }

    /** Returns what a user calls an argument that a test, or one of its invocations, shares; empty for none. */
    Optional<String> kept(Method test) {
        return shared(test, " that its invocations share")
                .or(() -> shared(SharedArguments.class, " that the tests of its class share"));
    }

    /** Returns what a user calls an argument that instances of a class share; empty for none. */
    Optional<String> keptByInstances(Class<?> type) {
        return Stream.of(type.getDeclaredConstructors())
                .flatMap(constructor -> shared(constructor, " that the instances of its class share").stream())
                .findFirst();
    }

    private Optional<String> shared(Object owner, String by) {
        return Optional.ofNullable(known.get(owner))
                .map(Known::shared)
                .map(shared -> "the " + shared.getClass().getTypeName() + by);
    }

    /** Those of one owner. Asked in each invocation, and so without lambdas. */
    private static final class Known {

        private final List<Object> first;
        private List<Object> latest;
        private @Nullable Object shared;

        private Known(List<Object> first) {
            this.first = first;
            latest = first;
        }

        private synchronized void add(List<Object> next) {
            for (int at = 0; at < next.size() && shared == null; at++) {
                Object argument = next.get(at);
                if (argument != null
                        && (contains(first, argument) || contains(latest, argument))
                        && KeptState.mayHaveChanged(argument)) {
                    shared = argument;
                }
            }
            latest = next;
        }

        @SuppressWarnings("ReferenceEquality") // equal objects are others
        private static boolean contains(List<Object> arguments, Object wanted) {
            for (int at = 0; at < arguments.size(); at++) {
                if (arguments.get(at) == wanted) {
                    return true;
                }
            }
            return false;
        }

        private synchronized @Nullable Object shared() {
            return shared;
        }
    }
}
