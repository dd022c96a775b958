package dev.seeded.internal.agent;

import dev.seeded.internal.global.JvmSeeding;
import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Puts the hooks in place and lets each prove itself; what cannot is taken out again. */
final class Installation implements Supplier<String> {

    private final Instrumentation instrumentation;
    private final Patches patches = new Patches();
    private final Map<Hook, String> failed = new EnumMap<>(Hook.class);
    private boolean collections;
    private String collectionsProblem = "";

    private Installation(Instrumentation instrumentation) {
        this.instrumentation = instrumentation;
    }

    static void install(Instrumentation instrumentation)
            throws ReflectiveOperationException, IOException, UnmodifiableClassException {
        if (System.getProperty(JvmSeeding.INSTALLED) == null) {
            HookClasses.define(instrumentation);
            new Installation(instrumentation).run();
        }
    }

    private void run() throws IOException, UnmodifiableClassException {
        patches.warmUp();
        instrumentation.addTransformer(patches, true);
        try {
            retransform();
            prove();
            if (!failed.isEmpty()) {
                for (Hook hook : failed.keySet()) {
                    patches.disable(hook);
                }
                retransform();
            }
        } catch (LinkageError | UnmodifiableClassException | RuntimeException problem) {
            // All or nothing: the JVM gets its own classes back.
            instrumentation.removeTransformer(patches);
            retransform();
            throw problem;
        }
        report();
        JvmSeeding.onDemand(this);
    }

    /** Patches the immutable collections; returns why that is not possible, or nothing. */
    @Override
    public synchronized String get() {
        if (!collections) {
            collections = true;
            patches.enable(Hook.COLLECTIONS);
            try {
                retransform();
                String problem = patches.problems().get(Hook.COLLECTIONS);
                collectionsProblem = problem != null ? problem : Proof.holds(Hook.COLLECTIONS) ? "" : "has no effect";
            } catch (Exception | LinkageError problem) {
                collectionsProblem = problem.toString();
            }
        }
        return collectionsProblem;
    }

    private void prove() {
        failed.putAll(patches.problems());
        for (Hook hook : Hook.values()) {
            if (hook.isForThisJvm() && !failed.containsKey(hook)) {
                try {
                    if (!Proof.holds(hook)) {
                        failed.put(hook, "has no effect");
                    }
                } catch (Throwable problem) {
                    failed.put(hook, problem.toString());
                }
            }
        }
    }

    private void report() {
        StringBuilder problems = new StringBuilder();
        for (Map.Entry<Hook, String> problem : failed.entrySet()) {
            problems.append(problems.length() == 0 ? "" : ", ")
                    .append(problem.getKey().label())
                    .append(" (")
                    .append(problem.getValue())
                    .append(')');
        }
        System.setProperty(JvmSeeding.INSTALLED, problems.toString());
        if (problems.length() > 0) {
            System.err.println("Seeded: warning: on Java " + Runtime.version() + " these hooks don't work and are off: "
                    + problems);
        }
    }

    private void retransform() throws UnmodifiableClassException {
        List<Class<?>> loaded = new ArrayList<>();
        for (Class<?> type : instrumentation.getAllLoadedClasses()) {
            if (type.getClassLoader() == null && patches.isTarget(type)) {
                loaded.add(type);
            }
        }
        instrumentation.retransformClasses(loaded.toArray(new Class<?>[0]));
    }
}
