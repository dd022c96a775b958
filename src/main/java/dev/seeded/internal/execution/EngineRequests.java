package dev.seeded.internal.execution;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.platform.commons.JUnitException;
import org.junit.platform.engine.EngineDiscoveryRequest;
import org.junit.platform.engine.EngineExecutionListener;
import org.junit.platform.engine.ExecutionRequest;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestEngine;
import org.junit.platform.engine.support.store.Namespace;
import org.junit.platform.engine.support.store.NamespacedHierarchicalStore;
import org.junit.platform.engine.support.store.NamespacedHierarchicalStore.CloseAction;

/**
 * Asks an engine to execute what it discovered, with all that a launcher hands to it. That is not the same in any two of
 * JUnit 5.12, 5.13, 5.14 and 6, which is why it is found by its types.
 */
final class EngineRequests implements AutoCloseable {

    private static final Method CREATE = Arrays.stream(ExecutionRequest.class.getMethods())
            .filter(method -> method.getName().equals("create"))
            .max(Comparator.comparingInt(Method::getParameterCount))
            .orElseThrow();

    private static final Class<?>[] TYPES = CREATE.getParameterTypes();

    /** What returns one of these types. */
    private static final ClassValue<Method> OTHERS = new ClassValue<>() {
        @Override
        protected Method computeValue(Class<?> type) {
            return Stream.concat(
                            Arrays.stream(EngineDiscoveryRequest.class.getMethods()),
                            Arrays.stream(type.getMethods())
                                    .filter(method -> method.getName().equals("disabled")))
                    .filter(method -> method.getReturnType() == type && method.getParameterCount() == 0)
                    .findFirst()
                    .orElseThrow(() -> new JUnitException("unknown part of a request: " + type));
        }
    };

    /** Lives as long as a session of the launcher; from JUnit 5.13 on. */
    private final Optional<NamespacedHierarchicalStore<Namespace>> session =
            Arrays.asList(TYPES).contains(NamespacedHierarchicalStore.class)
                    ? Optional.of(newSession())
                    : Optional.empty();

    private static NamespacedHierarchicalStore<Namespace> newSession() {
        return new NamespacedHierarchicalStore<>(null, CloseAction.closeAutoCloseables());
    }

    /** Executes what is below a root. What extensions keep for the time of a request is closed after it. */
    void execute(
            TestEngine engine,
            TestDescriptor root,
            EngineDiscoveryRequest discovery,
            EngineExecutionListener listener) {
        Optional<NamespacedHierarchicalStore<Namespace>> store = session.map(NamespacedHierarchicalStore::newChild);
        try {
            List<Object> known = new ArrayList<>(List.of(root, listener, discovery.getConfigurationParameters()));
            store.ifPresent(known::add);
            Object[] arguments = new Object[TYPES.length];
            for (int at = 0; at < TYPES.length; at++) {
                arguments[at] = argument(TYPES[at], known, discovery);
            }
            engine.execute((ExecutionRequest) CREATE.invoke(null, arguments));
        } catch (IllegalAccessException | InvocationTargetException unknown) {
            throw new JUnitException("no request can be made of this version of JUnit", unknown);
        } finally {
            store.ifPresent(NamespacedHierarchicalStore::close);
        }
    }

    /** An output directory is the one of the discovery; a token is one that cancels nothing. */
    private static Object argument(Class<?> type, List<Object> known, EngineDiscoveryRequest discovery)
            throws IllegalAccessException, InvocationTargetException {
        for (Object one : known) {
            if (type.isInstance(one)) {
                return one;
            }
        }
        Method other = OTHERS.get(type);
        return other.invoke(Modifier.isStatic(other.getModifiers()) ? null : discovery);
    }

    @Override
    public void close() {
        session.ifPresent(NamespacedHierarchicalStore::close);
    }
}
