package dev.seeded.internal.jvm.agent;

import static dev.seeded.internal.jvm.agent.Edit.STREAMS;
import static org.objectweb.asm.Opcodes.ALOAD;
import static org.objectweb.asm.Opcodes.ASM9;
import static org.objectweb.asm.Opcodes.CHECKCAST;
import static org.objectweb.asm.Opcodes.DUP;
import static org.objectweb.asm.Opcodes.F_SAME;
import static org.objectweb.asm.Opcodes.F_SAME1;
import static org.objectweb.asm.Opcodes.GETFIELD;
import static org.objectweb.asm.Opcodes.GETSTATIC;
import static org.objectweb.asm.Opcodes.IFEQ;
import static org.objectweb.asm.Opcodes.IFNULL;
import static org.objectweb.asm.Opcodes.ILOAD;
import static org.objectweb.asm.Opcodes.INVOKESTATIC;
import static org.objectweb.asm.Opcodes.INVOKEVIRTUAL;
import static org.objectweb.asm.Opcodes.IRETURN;
import static org.objectweb.asm.Opcodes.NOP;
import static org.objectweb.asm.Opcodes.POP;
import static org.objectweb.asm.Opcodes.PUTFIELD;
import static org.objectweb.asm.Opcodes.RETURN;

import dev.seeded.internal.jvm.agent.Edit.Action;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Type;

/** Makes an {@link Edit} while the method is written. */
final class Editor extends MethodVisitor {

    private static final String DOUBLE = "java/lang/Double";

    private final Edit edit;
    private final String descriptor;
    private final Runnable done;
    private boolean atOnce = true;

    /**
     * Creates the editor of one method.
     *
     * @param descriptor the descriptor of the method
     * @param done is run when the edit was made
     */
    Editor(MethodVisitor writer, Edit edit, String descriptor, Runnable done) {
        super(ASM9, writer);
        this.edit = edit;
        this.descriptor = descriptor;
        this.done = done;
    }

    /** Returns what visits the method; in one that asks Mockito first, an edit that would answer begins after that. */
    MethodVisitor visitor(boolean asksMockito) {
        boolean after = asksMockito && edit.mayReplace();
        atOnce = !after;
        return after ? new AfterMockito(this) : this;
    }

    @Override
    public void visitCode() {
        super.visitCode();
        if (atOnce) {
            begin();
        }
    }

    /** Writes what comes before the method's own code. */
    void begin() {
        if (edit.action() == Action.TELL) {
            callHook();
        } else if (edit.mayReplace()) {
            Label goOn = new Label();
            super.visitFieldInsn(GETSTATIC, HookClasses.OPEN_TESTS, "drawing", "I");
            super.visitJumpInsn(IFEQ, goOn);
            callHook();
            if (edit.action() == Action.FINISH) {
                super.visitJumpInsn(IFEQ, goOn);
                super.visitInsn(RETURN);
            } else {
                Label none = new Label();
                super.visitInsn(DUP);
                super.visitJumpInsn(IFNULL, none);
                returnFrom();
                super.visitLabel(none);
                super.visitFrame(F_SAME1, 0, null, 1, new Object[] {hookResult()});
                super.visitInsn(POP);
            }
            // The method's own code may begin with a frame, which must not fall on this one.
            super.visitLabel(goOn);
            super.visitFrame(F_SAME, 0, null, 0, null);
            super.visitInsn(NOP);
        } else {
            return;
        }
        done.run();
    }

    /** Returns the value that the hook's result, which is on the stack, leads to. */
    private void returnFrom() {
        Type result = Type.getReturnType(descriptor);
        if (edit.action() == Action.DRAW) {
            if (descriptor.startsWith("(I)")) {
                super.visitVarInsn(ILOAD, 1);
            }
            super.visitMethodInsn(INVOKEVIRTUAL, STREAMS, edit.hook(), descriptor, false);
        } else if (result.equals(Type.DOUBLE_TYPE)) {
            super.visitMethodInsn(INVOKEVIRTUAL, DOUBLE, "doubleValue", "()D", false);
        }
        super.visitInsn(result.getOpcode(IRETURN));
    }

    private String hookResult() {
        return Type.getReturnType(edit.type()).getInternalName();
    }

    @Override
    public void visitInsn(int opcode) {
        if (IRETURN <= opcode && opcode <= RETURN) {
            if (edit.action() == Action.TELL_AT_END) {
                callHook();
                done.run();
            } else if (edit.action() == Action.MARK) {
                super.visitVarInsn(ALOAD, 0);
                callHook();
                super.visitFieldInsn(PUTFIELD, edit.owner(), "seed", Argument.SEED.type());
                done.run();
            } else if (edit.action() == Action.CHANGE_RESULT) {
                callHook();
                super.visitTypeInsn(CHECKCAST, Type.getReturnType(descriptor).getInternalName());
                done.run();
            }
        }
        super.visitInsn(opcode);
    }

    @Override
    public void visitMethodInsn(int opcode, String owner, String name, String type, boolean isInterface) {
        boolean meant = name.equals(edit.target());
        if (meant && edit.action() == Action.INSTEAD_OF_CALL && isInterface) {
            callHook();
            done.run();
            return;
        }
        if (meant && edit.action() == Action.BEFORE_CALL) {
            super.visitInsn(DUP);
            callHook();
            done.run();
        }
        boolean around = edit.action() == Action.AROUND_CALL && edit.target().equals(owner + '.' + name);
        if (around) {
            callHook();
        }
        super.visitMethodInsn(opcode, owner, name, type, isInterface);
        if (around) {
            super.visitMethodInsn(INVOKESTATIC, edit.hooks(), "ordered", edit.type(), false);
            done.run();
        }
        if (meant && edit.action() == Action.AFTER_CALL) {
            callHook();
            castTo(Type.getReturnType(type));
            done.run();
        }
    }

    @Override
    public void visitFieldInsn(int opcode, String owner, String name, String type) {
        super.visitFieldInsn(opcode, owner, name, type);
        if (edit.action() == Action.AFTER_READ
                && (opcode == GETSTATIC || opcode == GETFIELD)
                && name.equals(edit.target())) {
            callHook();
            castTo(Type.getType(type));
            done.run();
        }
    }

    /** The hook knows an array or an object by a type of the public JDK. */
    private void castTo(Type type) {
        if (type.getSort() == Type.ARRAY) {
            super.visitTypeInsn(CHECKCAST, type.getInternalName());
        }
    }

    private void callHook() {
        for (Argument argument : edit.arguments()) {
            argument.load(mv, edit.owner());
        }
        super.visitMethodInsn(INVOKESTATIC, edit.hooks(), edit.hook(), edit.type(), false);
    }
}
