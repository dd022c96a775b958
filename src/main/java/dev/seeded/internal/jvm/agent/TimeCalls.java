package dev.seeded.internal.jvm.agent;

import static org.objectweb.asm.Opcodes.ASM9;
import static org.objectweb.asm.Opcodes.INVOKESTATIC;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;

/**
 * Asks the hooks for {@code System.currentTimeMillis}, which is native, and tells them where the times of files are read,
 * which stay real.
 */
final class TimeCalls extends MethodVisitor {

    /** A class without one of these in its constant pool has no such call. */
    static final byte[][] NAMES = {
        "currentTimeMillis".getBytes(StandardCharsets.ISO_8859_1),
        "astModified".getBytes(StandardCharsets.ISO_8859_1),
        "creationTime".getBytes(StandardCharsets.ISO_8859_1),
        "lastAccessTime".getBytes(StandardCharsets.ISO_8859_1)
    };

    private static final Set<String> OF_FILES =
            Set.of("lastModified", "getLastModifiedTime", "lastModifiedTime", "creationTime", "lastAccessTime");

    private final Runnable done;

    TimeCalls(MethodVisitor writer, Runnable done) {
        super(ASM9, writer);
        this.done = done;
    }

    @Override
    public void visitMethodInsn(int opcode, String owner, String name, String type, boolean isInterface) {
        tellOfFile(owner, name);
        super.visitMethodInsn(opcode, hookFor(owner, name), name, type, isInterface);
    }

    @Override
    public void visitInvokeDynamicInsn(String name, String type, Handle bootstrap, Object... arguments) {
        Object[] changed = arguments.clone();
        for (int i = 0; i < changed.length; i++) {
            if (changed[i] instanceof Handle called) {
                String owner = hookFor(called.getOwner(), called.getName());
                changed[i] =
                        new Handle(called.getTag(), owner, called.getName(), called.getDesc(), called.isInterface());
                // Where it is referred to, as that is where a user would look for it.
                tellOfFile(called.getOwner(), called.getName());
            }
        }
        super.visitInvokeDynamicInsn(name, type, bootstrap, changed);
    }

    private String hookFor(String owner, String name) {
        if (!name.equals("currentTimeMillis") || !owner.equals("java/lang/System")) {
            return owner;
        }
        done.run();
        return Edit.CLOCKS;
    }

    private void tellOfFile(String owner, String name) {
        if (OF_FILES.contains(name) && (owner.equals("java/io/File") || owner.startsWith("java/nio/file/"))) {
            super.visitLdcInsn(owner.replace('/', '.') + '.' + name);
            super.visitMethodInsn(INVOKESTATIC, Edit.CLOCKS, "timeOfFile", "(Ljava/lang/String;)V", false);
            done.run();
        }
    }
}
