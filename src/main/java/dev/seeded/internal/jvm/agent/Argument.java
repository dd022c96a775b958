package dev.seeded.internal.jvm.agent;

import static org.objectweb.asm.Opcodes.ALOAD;
import static org.objectweb.asm.Opcodes.GETFIELD;
import static org.objectweb.asm.Opcodes.ILOAD;

import org.objectweb.asm.MethodVisitor;

/**
 * What a hook is given of the method that calls it.
 *
 * @param local the number of the local variable: 0 is the receiver, or the first parameter of a static method
 * @param type the descriptor by which the hook takes it
 */
record Argument(int local, String type) {

    static final Argument RECEIVER = new Argument(0, "Ljava/lang/Object;");
    static final Argument FIRST = new Argument(1, RECEIVER.type);
    static final Argument SECOND = new Argument(2, RECEIVER.type);

    /** The field {@code seed} of the receiver, a {@code Random}. */
    static final Argument SEED = new Argument(0, "Ljava/util/concurrent/atomic/AtomicLong;");

    static final Argument RANDOM = new Argument(0, "Ljava/util/Random;");
    static final Argument SECURE = new Argument(0, "Ljava/security/SecureRandom;");
    static final Argument BYTES = new Argument(1, "[B");
    static final Argument COUNT = new Argument(1, "I");
    static final Argument LIST = new Argument(0, "Ljava/util/List;");
    static final Argument THREAD = new Argument(0, "Ljava/lang/Thread;");
    static final Argument POOL = new Argument(0, "Ljava/util/concurrent/ThreadPoolExecutor;");
    static final Argument FORK_JOIN_POOL = new Argument(0, "Ljava/util/concurrent/ForkJoinPool;");
    static final Argument RUNNABLE = new Argument(1, "Ljava/lang/Runnable;");

    /** Writes what loads this in a method of this class. */
    void load(MethodVisitor writer, String owner) {
        writer.visitVarInsn(type.equals("I") ? ILOAD : ALOAD, local);
        if (type.equals(SEED.type)) {
            writer.visitFieldInsn(GETFIELD, owner, "seed", type);
        }
    }
}
