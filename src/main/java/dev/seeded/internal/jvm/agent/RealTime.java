package dev.seeded.internal.jvm.agent;

import static org.objectweb.asm.Opcodes.ASM9;

import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;

/** Asks the hooks for {@code System.currentTimeMillis}, which is native: they tell the real time, and may report it. */
final class RealTime extends MethodVisitor {

    static final String METHOD = "currentTimeMillis";

    private final Runnable done;

    RealTime(MethodVisitor writer, Runnable done) {
        super(ASM9, writer);
        this.done = done;
    }

    @Override
    public void visitMethodInsn(int opcode, String owner, String name, String type, boolean isInterface) {
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
            }
        }
        super.visitInvokeDynamicInsn(name, type, bootstrap, changed);
    }

    private String hookFor(String owner, String name) {
        if (!name.equals(METHOD) || !owner.equals("java/lang/System")) {
            return owner;
        }
        done.run();
        return Edit.CLOCKS;
    }
}
