package dev.seeded.internal.jvm.agent;

import static org.objectweb.asm.Opcodes.ASM9;

import java.lang.instrument.ClassFileTransformer;
import java.nio.charset.StandardCharsets;
import java.security.ProtectionDomain;
import java.util.ArrayList;
import java.util.EnumMap;
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
 * Changes the classes of the JDK as the hooks say, and users' classes; sets aside the draws of infrastructure. Runs while
 * classes are loaded, so it uses nothing that would load more of the JDK: no lambda, no stream.
 */
final class Patches implements ClassFileTransformer {

    private static final byte[] MOCKITO = "org/mockito/".getBytes(StandardCharsets.ISO_8859_1);

    private final Map<String, List<Change>> targets = new HashMap<>();
    private final Set<Hook> disabled = Hook.onDemand();
    private final Map<Hook, String> problems = new EnumMap<>(Hook.class);
    private @Nullable Runnable onProblem;

    Patches() {
        for (Hook hook : Hook.values()) {
            for (Edit edit : hook.edits()) {
                List<Change> changes = targets.get(edit.owner());
                if (changes == null) {
                    changes = new ArrayList<>();
                    targets.put(edit.owner(), changes);
                }
                changes.add(new Change(hook, edit));
            }
        }
    }

    /**
     * Loads everything that a transformation needs: the first one must not begin while a class is being loaded.
     *
     * @param any a class file that has all that class files have
     */
    void warmUp(byte[] any) {
        patch("any", any, List.of(new Change(Hook.RANDOM, Hook.RANDOM.edits().get(0))));
        UserClass.patch(any, "net/bytebuddy/utility/RandomString");
        UserClass.patch(any, "any");
        problems.clear();
    }

    private static String internalName(Class<?> type) {
        return type.getName().replace('.', '/');
    }

    /** Leaves a hook out of what is transformed from now on. */
    synchronized void disable(Hook hook) {
        disabled.add(hook);
    }

    /** Takes a hook into what is transformed from now on. */
    synchronized void enable(Hook hook) {
        disabled.remove(hook);
    }

    /** Leaves out what changes a class that the JVM does not accept. */
    void refused(Class<?> type, Throwable reason) {
        for (Change change : targets.getOrDefault(internalName(type), List.of())) {
            disable(change.hook);
            problem(change.hook, internalName(type) + ": " + reason);
        }
    }

    /** Returns the hooks that could not be put into a class, with the reason. */
    synchronized Map<Hook, String> problems() {
        return new EnumMap<>(problems);
    }

    /** Tells of problems with classes that are loaded from now on. */
    synchronized void onProblem(Runnable listener) {
        onProblem = listener;
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
        List<Change> changes = targets.get(name);
        if (changes != null) {
            return patch(name, bytes, enabled(changes));
        }
        if (loader == null || name.startsWith("java/") || name.startsWith("jdk/") || name.startsWith("sun/")) {
            return null;
        }
        return UserClass.patch(bytes, name);
    }

    private byte @Nullable [] patch(String name, byte[] bytes, List<Change> changes) {
        if (changes.isEmpty()) {
            return null;
        }
        try {
            ClassFile file = new ClassFile(bytes);
            ClassReader reader = file.reader();
            ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
            reader.accept(new Patcher(writer, changes, mocked(reader, bytes)), 0);
            for (Change change : changes) {
                if (!change.made && change.edit.required()) {
                    problem(change.hook, name + '.' + change.edit.methodName() + " has another shape");
                }
            }
            return file.written(writer);
        } catch (RuntimeException | LinkageError unreadable) {
            for (Change change : changes) {
                problem(change.hook, name + ": " + unreadable);
            }
            return null;
        }
    }

    /** Returns the methods that ask Mockito first, which none does before the agent is installed. */
    private synchronized Set<String> mocked(ClassReader reader, byte[] bytes) {
        return onProblem != null && UserClass.contains(bytes, MOCKITO) ? AfterMockito.methods(reader) : Set.of();
    }

    private synchronized List<Change> enabled(List<Change> changes) {
        List<Change> enabled = new ArrayList<>(changes.size());
        for (Change change : changes) {
            if (!disabled.contains(change.hook)) {
                enabled.add(new Change(change.hook, change.edit));
            }
        }
        return enabled;
    }

    private synchronized void problem(Hook hook, String reason) {
        if (problems.putIfAbsent(hook, reason) == null && onProblem != null) {
            onProblem.run();
        }
    }

    /** One edit of one class, which tells whether it was made. */
    private static final class Change implements Runnable {

        private final Hook hook;
        private final Edit edit;
        private boolean made;

        Change(Hook hook, Edit edit) {
            this.hook = hook;
            this.edit = edit;
        }

        @Override
        public void run() {
            made = true;
        }
    }

    private static final class Patcher extends ClassVisitor {

        private final List<Change> changes;
        private final Set<String> mocked;

        Patcher(ClassWriter writer, List<Change> changes, Set<String> mocked) {
            super(ASM9, writer);
            this.changes = changes;
            this.mocked = mocked;
        }

        @Override
        public MethodVisitor visitMethod(
                int access, String name, String type, @Nullable String signature, String @Nullable [] exceptions) {
            MethodVisitor visitor = super.visitMethod(access, name, type, signature, exceptions);
            for (Change change : changes) {
                if (change.edit.isFor(name, type)) {
                    visitor = switch (change.edit.action()) {
                        case SET_ASIDE -> new InfrastructureDraws(visitor, change);
                        case POSITIONS -> new OrderedPositions(visitor, change.edit, name, change);
                        default -> new Editor(visitor, change.edit, type, change).visitor(mocked.contains(name + type));
                    };
                }
            }
            return visitor;
        }
    }
}
