package dev.seeded.internal.jvm.agent;

import dev.seeded.internal.jvm.JvmSeeding;
import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Puts the hooks in place and lets each prove itself; what cannot is taken out again. */
final class Installation implements Supplier<String>, Runnable {

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
        if (HookClasses.define(instrumentation)) {
            new Installation(instrumentation).installAndProve();
        }
    }

    private void installAndProve() throws IOException, UnmodifiableClassException {
        patches.warmUp();
        load();
        instrumentation.addTransformer(patches, true);
        try {
            retransform();
            for (Hook hook : Hook.values()) {
                prove(hook);
            }
            if (!failed.isEmpty()) {
                for (Hook hook : failed.keySet()) {
                    patches.disable(hook);
                }
                retransform();
            }
        } catch (Throwable problem) {
            // All or nothing: the JVM gets its own classes back.
            instrumentation.removeTransformer(patches);
            retransform();
            throw problem;
        }
        if (failed.isEmpty()) {
            JvmSeeding.installed("");
        } else {
            report();
        }
        patches.onProblem(this);
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
                if (!collectionsProblem.isEmpty()) {
                    patches.disable(Hook.COLLECTIONS);
                    retransform();
                }
            } catch (Exception | LinkageError problem) {
                collectionsProblem = problem.toString();
            }
        }
        return collectionsProblem;
    }

    /** Loads what the proofs need: a changed class that the JVM refuses would be lost if it were not there already. */
    private void load() {
        for (Hook hook : Hook.values()) {
            if (hook.isForThisJvm() && hook != Hook.GENERATORS) {
                for (Edit edit : hook.edits()) {
                    load(edit.owner());
                }
            }
        }
        load("java/util/SplittableRandom");
    }

    private static void load(String internalName) {
        try {
            Class.forName(internalName.replace('/', '.'), false, null);
        } catch (ClassNotFoundException otherVersion) {
            // The edit of a class that is not there is not needed.
        }
    }

    private void prove(Hook hook) {
        if (!hook.isForThisJvm()) {
            return;
        }
        String problem = patches.problems().get(hook);
        if (problem == null) {
            try {
                problem = Proof.holds(hook) ? null : "has no effect";
            } catch (Throwable failure) {
                problem = failure.toString();
            }
        }
        // The proof may have loaded classes that could not be patched.
        problem = patches.problems().getOrDefault(hook, problem);
        if (problem != null) {
            failed.put(hook, problem);
        }
    }

    /** Called for a class that was loaded later and could not be patched. */
    @Override
    public void run() {
        for (Map.Entry<Hook, String> problem : patches.problems().entrySet()) {
            if (problem.getKey() != Hook.COLLECTIONS
                    && failed.putIfAbsent(problem.getKey(), problem.getValue()) == null) {
                patches.disable(problem.getKey());
                report();
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
        JvmSeeding.installed(problems.toString());
        System.err.println(
                "Seeded: warning: on Java " + Runtime.version() + " these hooks don't work and are off: " + problems);
    }

    /** Changes what is loaded already, in one go unless the JVM refuses a class. */
    private void retransform() throws UnmodifiableClassException {
        List<Class<?>> loaded = new ArrayList<>();
        for (Class<?> type : instrumentation.getAllLoadedClasses()) {
            if (type.getClassLoader() == null && patches.isTarget(type)) {
                loaded.add(type);
            }
        }
        try {
            instrumentation.retransformClasses(loaded.toArray(new Class<?>[0]));
        } catch (LinkageError | UnsupportedOperationException refusal) {
            for (Class<?> type : loaded) {
                try {
                    instrumentation.retransformClasses(type);
                } catch (LinkageError | UnsupportedOperationException refused) {
                    patches.refused(type, refused);
                }
            }
        }
    }
}
