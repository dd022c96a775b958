package dev.seeded.internal.jvm.agent;

import static org.objectweb.asm.Opcodes.ASM9;
import static org.objectweb.asm.Opcodes.ATHROW;
import static org.objectweb.asm.Opcodes.F_FULL;
import static org.objectweb.asm.Opcodes.INVOKESTATIC;
import static org.objectweb.asm.Opcodes.IRETURN;
import static org.objectweb.asm.Opcodes.RETURN;
import static org.objectweb.asm.Opcodes.V1_7;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Type;

/**
 * Keeps what is drawn by chance in whichever test comes first from that test's numbers: static initializers have their own,
 * and JUnit and the libraries that make mocks draw unseeded. Where a class asks for the time, the hooks hear of it. No
 * other class outside of the JDK is changed.
 */
final class UserClass {

    private static final List<String> INFRASTRUCTURE = List.of(
            "org/junit/",
            "org/mockito/",
            "org/jacoco/",
            "org/apache/maven/surefire/",
            "org/gradle/",
            "net/bytebuddy/",
            "com/intellij/rt/");

    private static final String RELOCATED_BYTE_BUDDY = "/bytebuddy/utility/RandomString";

    /** What static initializers call most, none of which leads to a draw. */
    private static final Set<String> HARMLESS = Set.of(
            "java/lang/Class",
            "java/lang/Enum",
            "java/lang/Object",
            "java/lang/String",
            "java/lang/StringBuilder",
            "java/lang/Integer",
            "java/lang/Long",
            "java/lang/Boolean",
            "java/lang/Character",
            "java/lang/System",
            "java/lang/ThreadLocal",
            "java/util/ArrayList",
            "java/util/Arrays",
            "java/util/HashMap",
            "java/util/HashSet",
            "java/util/LinkedHashMap",
            "java/util/List",
            "java/util/Map",
            "java/util/Set",
            "java/util/Objects",
            "java/util/EnumMap",
            "java/util/regex/Pattern",
            "java/util/concurrent/ConcurrentHashMap",
            "java/util/concurrent/atomic/AtomicInteger",
            "java/util/concurrent/atomic/AtomicLong",
            "java/util/concurrent/atomic/AtomicIntegerFieldUpdater",
            "java/util/concurrent/atomic/AtomicReferenceFieldUpdater");

    private static final Set<String> ITERATIONS = Set.of("iterator", "forEach", "stream", "toArray", "toString");

    private static final byte[] INITIALIZER = "<clinit>".getBytes(StandardCharsets.ISO_8859_1);

    /** Without one of these in its constant pool a class draws nothing; parsing it would take longer than looking. */
    private static final byte[][] DRAWS = {
        "andom".getBytes(StandardCharsets.ISO_8859_1),
        "UUID".getBytes(StandardCharsets.ISO_8859_1),
        "shuffle".getBytes(StandardCharsets.ISO_8859_1)
    };

    private UserClass() {}

    /** Returns the changed class, or null if it may stay as it is. */
    static byte @Nullable [] patch(byte[] bytes, String name) {
        boolean infrastructure = isInfrastructure(name);
        boolean initializer = !infrastructure && contains(bytes, INITIALIZER);
        boolean time = !infrastructure && containsAny(bytes, TimeCalls.NAMES);
        if (infrastructure ? !containsAny(bytes, DRAWS) : !initializer && !time) {
            return null;
        }
        try {
            ClassFile file = new ClassFile(bytes);
            ClassReader reader = file.reader();
            initializer &= Survey.isWorthIt(reader);
            if (!infrastructure && !initializer && !time) {
                return null;
            }
            ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
            Patcher patcher = new Patcher(writer, infrastructure, initializer);
            reader.accept(patcher, 0);
            return patcher.changed ? file.written(writer) : null;
        } catch (RuntimeException unreadable) {
            // An odd class stays as it is: a draw may shift, but nothing breaks.
            return null;
        }
    }

    private static boolean isInfrastructure(String name) {
        for (String prefix : INFRASTRUCTURE) {
            if (name.startsWith(prefix)) {
                return true;
            }
        }
        return name.endsWith(RELOCATED_BYTE_BUDDY);
    }

    /** Returns whether a call may go through what has no promised order. */
    private static boolean mayIterate(String owner, String method, String type) {
        return ITERATIONS.contains(method)
                || type.startsWith("(Ljava/util/Collection;")
                || type.startsWith("(Ljava/util/Map;")
                || type.contains("Ljava/lang/Iterable;")
                || (owner.equals("java/lang/Class") && type.startsWith("()["));
    }

    private static boolean containsAny(byte[] bytes, byte[][] names) {
        for (byte[] name : names) {
            if (contains(bytes, name)) {
                return true;
            }
        }
        return false;
    }

    /** Looks for a name in the constant pool, which comes first in a class file. */
    static boolean contains(byte[] bytes, byte[] text) {
        for (int at = 10, last = bytes.length - text.length; at <= last; at++) {
            int matched = 0;
            while (matched < text.length && bytes[at + matched] == text[matched]) {
                matched++;
            }
            if (matched == text.length) {
                return true;
            }
        }
        return false;
    }

    /** Returns whether a static initializer, or a constructor that it calls, calls anything that might draw or iterate. */
    private static final class Survey extends ClassVisitor {

        private String owner = "";
        private boolean createsItself;
        private boolean callsInConstructor;
        private boolean callsAtOnce;

        private Survey() {
            super(ASM9);
        }

        static boolean isWorthIt(ClassReader reader) {
            Survey survey = new Survey();
            survey.owner = reader.getClassName();
            reader.accept(survey, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
            return survey.callsAtOnce || (survey.createsItself && survey.callsInConstructor);
        }

        @Override
        public @Nullable MethodVisitor visitMethod(
                int access, String name, String type, @Nullable String signature, String @Nullable [] exceptions) {
            if (!name.equals("<clinit>") && !name.equals("<init>")) {
                return null;
            }
            return new MethodVisitor(ASM9) {
                @Override
                public void visitMethodInsn(int opcode, String called, String method, String calledType, boolean is) {
                    if (called.equals(owner) && (method.equals("$values") || method.equals("<init>"))) {
                        createsItself = true;
                    } else if (!HARMLESS.contains(called) || mayIterate(called, method, calledType)) {
                        callsInConstructor |= name.equals("<init>");
                        callsAtOnce |= name.equals("<clinit>");
                    }
                }
            };
        }
    }

    private static final class Patcher extends ClassVisitor implements Runnable {

        private final boolean infrastructure;
        private final boolean initializer;
        private String name = "";
        private int version;
        boolean changed;

        Patcher(ClassWriter writer, boolean infrastructure, boolean initializer) {
            super(ASM9, writer);
            this.infrastructure = infrastructure;
            this.initializer = initializer;
        }

        @Override
        public void run() {
            changed = true;
        }

        @Override
        public void visit(
                int format,
                int access,
                String className,
                @Nullable String signature,
                @Nullable String superName,
                String @Nullable [] interfaces) {
            version = format & 0xFFFF;
            name = className;
            super.visit(format, access, className, signature, superName, interfaces);
        }

        @Override
        public MethodVisitor visitMethod(
                int access, String method, String type, @Nullable String signature, String @Nullable [] exceptions) {
            MethodVisitor visitor = super.visitMethod(access, method, type, signature, exceptions);
            if (infrastructure) {
                return new InfrastructureDraws(visitor, this);
            }
            visitor = new TimeCalls(visitor, this);
            if (initializer && method.equals("<clinit>") && version >= V1_7) {
                changed = true;
                return new Initializer(visitor, name);
            }
            return visitor;
        }
    }

    /** Tells the hooks when a static initializer begins and ends, in whichever way. */
    private static final class Initializer extends MethodVisitor {

        private final Type type;
        private final Label begin = new Label();
        private final Label end = new Label();

        Initializer(MethodVisitor visitor, String owner) {
            super(ASM9, visitor);
            type = Type.getObjectType(owner);
        }

        @Override
        public void visitCode() {
            super.visitCode();
            tell("begin");
            super.visitLabel(begin);
        }

        @Override
        public void visitInsn(int opcode) {
            if (IRETURN <= opcode && opcode <= RETURN) {
                tell("end");
            }
            super.visitInsn(opcode);
        }

        @Override
        public void visitMaxs(int stack, int locals) {
            super.visitTryCatchBlock(begin, end, end, null);
            super.visitLabel(end);
            super.visitFrame(F_FULL, 0, null, 1, new Object[] {"java/lang/Throwable"});
            tell("end");
            super.visitInsn(ATHROW);
            super.visitMaxs(stack, locals);
        }

        private void tell(String hook) {
            super.visitLdcInsn(type);
            super.visitMethodInsn(INVOKESTATIC, Edit.INITIALIZERS, hook, "(Ljava/lang/Class;)V", false);
        }
    }
}
