package dev.seeded.internal.jvm.agent;

import static org.objectweb.asm.Opcodes.ASM9;
import static org.objectweb.asm.Opcodes.INVOKESPECIAL;
import static org.objectweb.asm.Opcodes.INVOKESTATIC;
import static org.objectweb.asm.Opcodes.NEW;

import java.util.Set;
import org.objectweb.asm.MethodVisitor;

/** Keeps the draws that a method makes for its own purposes from the test that it runs in. */
final class InfrastructureDraws extends MethodVisitor {

    static final Set<String> GENERATORS = Set.of(
            "java/util/Random",
            "java/util/UUID",
            "java/util/SplittableRandom",
            "java/util/concurrent/ThreadLocalRandom",
            "java/util/random/RandomGenerator",
            "java/security/SecureRandom");

    private final Runnable done;
    private int created;

    InfrastructureDraws(MethodVisitor writer, Runnable done) {
        super(ASM9, writer);
        this.done = done;
    }

    @Override
    public void visitTypeInsn(int opcode, String type) {
        if (opcode == NEW && type.equals("java/util/Random")) {
            created++;
        }
        super.visitTypeInsn(opcode, type);
    }

    @Override
    public void visitMethodInsn(int opcode, String owner, String name, String type, boolean isInterface) {
        if (name.equals("<init>")) {
            if (opcode == INVOKESPECIAL && created > 0 && owner.equals("java/util/Random")) {
                created--;
                if (type.equals("()V")) {
                    call("entropy", "()J");
                    super.visitMethodInsn(opcode, owner, name, "(J)V", isInterface);
                    done.run();
                    return;
                }
            }
        } else if (isDraw(owner, name)) {
            call("suspend", "()V");
            super.visitMethodInsn(opcode, owner, name, type, isInterface);
            call("resume", "()V");
            done.run();
            return;
        }
        super.visitMethodInsn(opcode, owner, name, type, isInterface);
    }

    private static boolean isDraw(String owner, String name) {
        return GENERATORS.contains(owner)
                || (name.equals("random") && (owner.equals("java/lang/Math") || owner.equals("java/lang/StrictMath")))
                || (name.equals("shuffle") && owner.equals("java/util/Collections"));
    }

    private void call(String hook, String type) {
        super.visitMethodInsn(INVOKESTATIC, Edit.DRAWS, hook, type, false);
    }
}
