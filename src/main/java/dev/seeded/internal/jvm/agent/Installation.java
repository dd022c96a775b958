package dev.seeded.internal.jvm.agent;

import dev.seeded.internal.jvm.JvmSeeding;
import dev.seeded.internal.jvm.OwnFiles;
import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Puts the hooks in place and lets each prove itself; what cannot is taken out again. */
final class Installation implements UnaryOperator<String>, Runnable {

    private final Instrumentation instrumentation;
    private final Patches patches = new Patches();
    private final Map<Hook, String> failed = new EnumMap<>(Hook.class);

    /** What was put in place on demand, with what is wrong with it; nothing where it works. */
    private final Map<Hook, String> demanded = new EnumMap<>(Hook.class);

    private Installation(Instrumentation instrumentation) {
        this.instrumentation = instrumentation;
    }

    static void install(Instrumentation instrumentation)
            throws ReflectiveOperationException, IOException, UnmodifiableClassException {
        if (HookClasses.areDefined()) {
            // The agent is given twice.
            return;
        }
        Installation installation = new Installation(instrumentation);
        try (OwnFiles files = OwnFiles.open()) {
            HookClasses.define(instrumentation, files);
            installation.patches.warmUp(files.read(Patches.class));
        }
        installation.installAndProve();
    }

    private void installAndProve() throws UnmodifiableClassException {
        load();
        Set<Hook> hooks = Hook.atStart();
        if (AotTraining.isOn()) {
            for (Hook hook : AotTraining.LEFT_ALONE) {
                hooks.remove(hook);
                patches.disable(hook);
                failed.put(hook, AotTraining.REASON);
            }
        }
        instrumentation.addTransformer(patches, true);
        try {
            retransform(hooks);
            Set<Hook> broken = EnumSet.noneOf(Hook.class);
            for (Hook hook : hooks) {
                problem(hook).ifPresent(problem -> {
                    broken.add(hook);
                    failed.put(hook, problem);
                    patches.disable(hook);
                });
            }
            if (!broken.isEmpty()) {
                retransform(broken);
            }
        } catch (Throwable problem) {
            // All or nothing: the JVM gets its own classes back.
            instrumentation.removeTransformer(patches);
            retransform(hooks);
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

    /** Puts the hook of a name in place, once; returns why that is not possible, or nothing. */
    @Override
    public synchronized String apply(String name) {
        Hook hook = Hook.valueOf(name);
        String known = demanded.get(hook);
        if (known == null) {
            known = install(hook);
            demanded.put(hook, known);
        }
        return known;
    }

    private String install(Hook hook) {
        load(hook);
        patches.enable(hook);
        String problem = changed(hook);
        if (problem.isEmpty()) {
            problem = problem(hook).map(found -> hook.label() + " " + found).orElse("");
        }
        if (!problem.isEmpty()) {
            patches.disable(hook);
            changed(hook);
        }
        return problem;
    }

    /** Changes the classes of a hook, or gives the JVM its own back; returns why that is not possible, or nothing. */
    private String changed(Hook hook) {
        try {
            retransform(Set.of(hook));
            return "";
        } catch (UnmodifiableClassException | LinkageError | UnsupportedOperationException problem) {
            return problem.toString();
        }
    }

    /** Loads what the proofs need: a changed class that the JVM refuses would be lost if it were not there already. */
    private void load() {
        for (Hook hook : Hook.atStart()) {
            if (hook != Hook.GENERATORS) {
                load(hook);
            }
        }
        load("java/util/SplittableRandom");
    }

    private static void load(Hook hook) {
        for (Edit edit : hook.edits()) {
            load(edit.owner());
        }
    }

    private static void load(String internalName) {
        try {
            Class.forName(internalName.replace('/', '.'), false, null);
        } catch (ClassNotFoundException otherVersion) {
            // The edit of a class that is not there is not needed.
        }
    }

    /** Returns why a hook does not work. */
    private Optional<String> problem(Hook hook) {
        String problem = patches.problems().get(hook);
        if (problem == null) {
            try {
                problem = Proof.holds(hook) ? null : "has no effect";
            } catch (Throwable failure) {
                problem = failure.toString();
            }
        }
        // The proof may have loaded classes that could not be patched.
        return Optional.ofNullable(patches.problems().getOrDefault(hook, problem));
    }

    /** Called for a class that was loaded later and could not be patched. */
    @Override
    public void run() {
        for (Map.Entry<Hook, String> problem : patches.problems().entrySet()) {
            if (!Hook.onDemand().contains(problem.getKey())
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

    /** Changes what is loaded already. */
    private void retransform(Set<Hook> hooks) throws UnmodifiableClassException {
        Set<String> owners = new HashSet<>();
        for (Hook hook : hooks) {
            for (Edit edit : hook.edits()) {
                owners.add(edit.owner().replace('/', '.'));
            }
        }
        List<Class<?>> loaded = new ArrayList<>();
        for (Class<?> type : instrumentation.getAllLoadedClasses()) {
            if (type.getClassLoader() == null && owners.contains(type.getName())) {
                loaded.add(type);
            }
        }
        retransform(loaded);
    }

    /** Changes classes in one go, unless the JVM refuses one of them. */
    private void retransform(List<Class<?>> loaded) throws UnmodifiableClassException {
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
