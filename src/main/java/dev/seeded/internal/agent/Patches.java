package dev.seeded.internal.agent;

import static org.objectweb.asm.Opcodes.ASM9;

import java.io.IOException;
import java.io.InputStream;
import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;

/**
 * Changes the classes of the JDK as the hooks say, and keeps the draws of infrastructure and initializers aside. Runs
 * while classes are loaded, so it uses nothing that would load more of the JDK: no lambda, no stream.
 */
final class Patches implements ClassFileTransformer {

    private final Map<String, List<Hook>> targets = new HashMap<>();
    private final Set<Hook> disabled = EnumSet.of(Hook.COLLECTIONS);
    private final Map<Hook, String> problems = new EnumMap<>(Hook.class);

    Patches() {
        for (Hook hook : Hook.values()) {
            for (Edit edit : hook.edits()) {
                List<Hook> hooks = targets.computeIfAbsent(edit.owner(), new NewList());
                if (!hooks.contains(hook)) {
                    hooks.add(hook);
                }
            }
        }
    }

    /** Loads everything that a transformation needs: the first one must not begin while a class is being loaded. */
    void warmUp() throws IOException {
        try (InputStream stream = Patches.class.getResourceAsStream("Patches.class")) {
            if (stream != null) {
                byte[] bytes = stream.readAllBytes();
                patch("java/util/Random", bytes, List.of(Hook.RANDOM));
                UserClass.patch(bytes, "net/bytebuddy/utility/RandomString");
                UserClass.patch(bytes, "Patches");
            }
        }
        problems.clear();
    }

    /** Tells whether a class has changes. */
    boolean isTarget(Class<?> type) {
        return targets.containsKey(type.getName().replace('.', '/'));
    }

    /** Leaves a hook out of what is transformed from now on. */
    synchronized void disable(Hook hook) {
        disabled.add(hook);
    }

    /** Takes a hook into what is transformed from now on. */
    synchronized void enable(Hook hook) {
        disabled.remove(hook);
    }

    /** Returns the hooks that could not be put into a class, with the reason. */
    synchronized Map<Hook, String> problems() {
        return new EnumMap<>(problems);
    }

    @Override
    public byte @Nullable [] transform(
            Module module,
            @Nullable ClassLoader loader,
            @Nullable String name,
            @Nullable Class<?> redefined,
            @Nullable ProtectionDomain domain,
            byte[] bytes) {
        if (name == null) {
            return null;
        }
        List<Hook> hooks = targets.get(name);
        if (hooks != null) {
            return patch(name, bytes, hooks);
        }
        if (loader == null || name.startsWith("java/") || name.startsWith("jdk/") || name.startsWith("sun/")) {
            return null;
        }
        return UserClass.patch(bytes, name);
    }

    private byte @Nullable [] patch(String name, byte[] bytes, List<Hook> hooks) {
        try {
            ClassFile file = new ClassFile(bytes);
            ClassReader reader = file.reader();
            ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
            Patcher patcher = new Patcher(writer, name, enabled(hooks));
            reader.accept(patcher, 0);
            for (Hook hook : patcher.hooks) {
                if (!patcher.done.contains(hook)) {
                    problem(hook, name + " has another shape");
                }
            }
            return patcher.done.isEmpty() ? null : file.written(writer);
        } catch (RuntimeException | LinkageError unreadable) {
            for (Hook hook : hooks) {
                problem(hook, name + ": " + unreadable);
            }
            return null;
        }
    }

    private synchronized List<Hook> enabled(List<Hook> hooks) {
        List<Hook> enabled = new ArrayList<>(hooks);
        enabled.removeAll(disabled);
        return enabled;
    }

    private synchronized void problem(Hook hook, String reason) {
        problems.putIfAbsent(hook, reason);
    }

    private static final class NewList implements java.util.function.Function<String, List<Hook>> {

        @Override
        public List<Hook> apply(String unused) {
            return new ArrayList<>();
        }
    }

    private static final class Patcher extends ClassVisitor {

        private final String owner;
        private final List<Hook> hooks;
        private final Set<Hook> done = EnumSet.noneOf(Hook.class);

        Patcher(ClassWriter writer, String owner, List<Hook> hooks) {
            super(ASM9, writer);
            this.owner = owner;
            this.hooks = hooks;
        }

        @Override
        public MethodVisitor visitMethod(
                int access, String name, String type, @Nullable String signature, String @Nullable [] exceptions) {
            MethodVisitor visitor = super.visitMethod(access, name, type, signature, exceptions);
            for (Hook hook : hooks) {
                for (Edit edit : hook.edits()) {
                    if (edit.owner().equals(owner) && edit.isFor(name, type)) {
                        Done made = new Done(hook, done);
                        visitor = edit.kind() == Edit.Kind.ASIDE
                                ? new Aside(visitor, made)
                                : new Editor(visitor, edit, made);
                    }
                }
            }
            return visitor;
        }
    }

    private record Done(Hook hook, Set<Hook> hooks) implements Runnable {

        @Override
        public void run() {
            hooks.add(hook);
        }
    }
}
