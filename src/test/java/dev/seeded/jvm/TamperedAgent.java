package dev.seeded.jvm;

import dev.seeded.internal.jvm.agent.Agent;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.security.ProtectionDomain;
import java.util.Arrays;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Starts the agent as on a JVM that it does not know: what was changed in a class is lost ({@code lost:java/util/UUID}),
 * the JVM refuses what was changed ({@code refused:java/util/UUID}), {@code java.util} stays closed
 * ({@code closed}), or another agent used the JVM first ({@code late}).
 */
final class TamperedAgent {

    private final String what;
    private final Instrumentation real;

    private TamperedAgent(String what, Instrumentation real) {
        this.what = what;
        this.real = real;
    }

    public static void premain(String what, Instrumentation real) {
        if (what.equals("late")) {
            ThreadLocalRandom.current().nextGaussian();
        }
        TamperedAgent tampered = new TamperedAgent(what, real);
        Agent.premain(null, (Instrumentation) Proxy.newProxyInstance(
                TamperedAgent.class.getClassLoader(),
                new Class<?>[] {Instrumentation.class},
                (proxy, method, arguments) -> {
                    try {
                        return switch (method.getName()) {
                            case "redefineModule" -> tampered.redefineModule(arguments);
                            case "addTransformer" -> tampered.addTransformer((ClassFileTransformer) arguments[0]);
                            default -> method.invoke(real, arguments);
                        };
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                }));
    }

    private Object redefineModule(Object... arguments) throws ReflectiveOperationException {
        if (what.equals("closed")) {
            throw new UnsupportedOperationException("closed for this test");
        }
        return Arrays.stream(Instrumentation.class.getMethods())
                .filter(method -> method.getName().equals("redefineModule"))
                .findFirst()
                .orElseThrow()
                .invoke(real, arguments);
    }

    private Object addTransformer(ClassFileTransformer ours) {
        real.addTransformer(
                new ClassFileTransformer() {
                    @Override
                    public byte[] transform(
                            Module module,
                            ClassLoader loader,
                            String name,
                            Class<?> redefined,
                            ProtectionDomain domain,
                            byte[] bytes)
                            throws java.lang.instrument.IllegalClassFormatException {
                        byte[] changed = ours.transform(module, loader, name, redefined, domain, bytes);
                        if (changed == null) {
                            return null;
                        }
                        if (what.equals("lost:" + name)) {
                            return null;
                        }
                        return what.equals("refused:" + name) ? Arrays.copyOf(changed, 100) : changed;
                    }
                },
                true);
        return null;
    }
}
