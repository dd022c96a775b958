package dev.seeded.internal.jvm.agent;

import static org.objectweb.asm.Opcodes.AALOAD;
import static org.objectweb.asm.Opcodes.ALOAD;
import static org.objectweb.asm.Opcodes.ASM9;
import static org.objectweb.asm.Opcodes.DUP2;
import static org.objectweb.asm.Opcodes.GETFIELD;
import static org.objectweb.asm.Opcodes.ILOAD;
import static org.objectweb.asm.Opcodes.INVOKESTATIC;
import static org.objectweb.asm.Opcodes.NEW;
import static org.objectweb.asm.Opcodes.POP;
import static org.objectweb.asm.Opcodes.PUTFIELD;
import static org.objectweb.asm.Opcodes.SWAP;

import org.objectweb.asm.MethodVisitor;

/**
 * Has an iterator or spliterator of a hash table look into the buckets in the test's order, by four rules that hold in each
 * of its methods: its field is read without the number of the order, which it carries too; it is written with it; the
 * first write in a constructor decides on the order; and before an element of the table is read, the position becomes a bucket.
 * A spliterator that is split off is given the number with its position.
 */
final class OrderedPositions extends MethodVisitor {

    private static final String NUMBER_TO_NUMBER = "(I)I";
    private static final String NUMBERS_TO_NUMBER = "(II)I";
    private static final String TABLE_TO_NUMBER = "([Ljava/lang/Object;II)I";

    private final Edit edit;
    private final Runnable done;
    private final boolean splits;

    /** Whether the order is not decided on yet. */
    private boolean begins;

    /** Whether the next number that is loaded is the position of what is split off. */
    private boolean handsOver;

    private boolean creates;

    /**
     * Creates the editor of one method.
     *
     * @param method the name of the method
     * @param done is run when a rule was applied
     */
    OrderedPositions(MethodVisitor writer, Edit edit, String method, Runnable done) {
        super(ASM9, writer);
        this.edit = edit;
        this.done = done;
        begins = method.equals("<init>");
        splits = method.equals("trySplit");
    }

    @Override
    public void visitFieldInsn(int opcode, String owner, String name, String type) {
        boolean isCarrier = name.equals(edit.target()) && type.equals("I");
        if (isCarrier && opcode == PUTFIELD) {
            if (begins) {
                begins = false;
                call("begin", NUMBER_TO_NUMBER);
            } else {
                loadCarrier();
                call("move", NUMBERS_TO_NUMBER);
            }
        }
        super.visitFieldInsn(opcode, owner, name, type);
        if (isCarrier && opcode == GETFIELD) {
            call("position", NUMBER_TO_NUMBER);
        }
        handsOver |= creates && opcode == GETFIELD && name.equals("map");
    }

    @Override
    public void visitTypeInsn(int opcode, String type) {
        creates |= splits && opcode == NEW;
        super.visitTypeInsn(opcode, type);
    }

    @Override
    public void visitVarInsn(int opcode, int local) {
        super.visitVarInsn(opcode, local);
        if (handsOver && opcode == ILOAD) {
            creates = false;
            handsOver = false;
            loadCarrier();
            call("move", NUMBERS_TO_NUMBER);
        }
    }

    @Override
    public void visitInsn(int opcode) {
        if (opcode == AALOAD) {
            super.visitInsn(DUP2);
            loadCarrier();
            call("bucket", TABLE_TO_NUMBER);
            super.visitInsn(SWAP);
            super.visitInsn(POP);
        }
        super.visitInsn(opcode);
    }

    @Override
    public void visitMethodInsn(int opcode, String owner, String name, String type, boolean isInterface) {
        if (name.equals("tabAt")) {
            loadCarrier();
            call("bin", NUMBERS_TO_NUMBER);
        }
        super.visitMethodInsn(opcode, owner, name, type, isInterface);
    }

    private void loadCarrier() {
        super.visitVarInsn(ALOAD, 0);
        super.visitFieldInsn(GETFIELD, edit.owner(), edit.target(), "I");
    }

    private void call(String hook, String type) {
        super.visitMethodInsn(INVOKESTATIC, edit.hooks(), hook, type, false);
        done.run();
    }
}
