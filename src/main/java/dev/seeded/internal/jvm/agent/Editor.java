package dev.seeded.internal.jvm.agent;

import static dev.seeded.internal.jvm.agent.Edit.CONTEXT;
import static dev.seeded.internal.jvm.agent.Edit.DRAWS;
import static org.objectweb.asm.Opcodes.ALOAD;
import static org.objectweb.asm.Opcodes.ARETURN;
import static org.objectweb.asm.Opcodes.ASM9;
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

import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Type;

/** Makes an {@link Edit} while the method is written. */
final class Editor extends MethodVisitor {

    private static final String ATOMIC_LONG = "Ljava/util/concurrent/atomic/AtomicLong;";

    private final Edit edit;
    private final Runnable done;
    private boolean atOnce = true;

    Editor(MethodVisitor writer, Edit edit, Runnable done) {
        super(ASM9, writer);
        this.edit = edit;
        this.done = done;
    }

    /** Returns what visits the method; in one that asks Mockito first, an edit that would answer begins after that. */
    MethodVisitor visitor(boolean advised) {
        boolean after = advised && isAsking();
        atOnce = !after;
        return after ? new AfterAdvice(this) : this;
    }

    private boolean isAsking() {
        return edit.kind() == Edit.Kind.DRAW || edit.kind() == Edit.Kind.BYTES || edit.kind() == Edit.Kind.FINISH;
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
        switch (edit.kind()) {
            case DRAW, BYTES -> {
                Label none = new Label();
                Label off = new Label();
                unlessActive(off);
                callHook();
                super.visitInsn(DUP);
                super.visitJumpInsn(IFNULL, none);
                if (edit.kind() == Edit.Kind.DRAW) {
                    draw();
                } else {
                    super.visitInsn(ARETURN);
                }
                super.visitLabel(none);
                Object result = edit.kind() == Edit.Kind.DRAW ? CONTEXT : "[B";
                super.visitFrame(F_SAME1, 0, null, 1, new Object[] {result});
                super.visitInsn(POP);
                resume(off);
            }
            case FINISH -> {
                Label off = new Label();
                unlessActive(off);
                callHook();
                super.visitJumpInsn(IFEQ, off);
                super.visitInsn(RETURN);
                resume(off);
            }
            case TELL -> callHook();
            default -> {
                return;
            }
        }
        done.run();
    }

    @Override
    public void visitInsn(int opcode) {
        if (IRETURN <= opcode && opcode <= RETURN) {
            if (edit.kind() == Edit.Kind.TELL_AT_END) {
                callHook();
                done.run();
            } else if (edit.kind() == Edit.Kind.MARK) {
                super.visitVarInsn(ALOAD, 0);
                callHook();
                super.visitFieldInsn(PUTFIELD, edit.owner(), "seed", ATOMIC_LONG);
                done.run();
            }
        }
        super.visitInsn(opcode);
    }

    @Override
    public void visitMethodInsn(int opcode, String owner, String name, String type, boolean isInterface) {
        boolean shown = (edit.kind() == Edit.Kind.BEFORE_EXECUTION && name.equals("doExec"))
                || (edit.kind() == Edit.Kind.BEFORE_START && name.equals("start"));
        if (shown) {
            super.visitInsn(DUP);
            callHook();
            done.run();
        }
        if (edit.kind() == Edit.Kind.RUN && name.equals("run") && owner.equals("java/lang/Runnable")) {
            callHook();
            done.run();
        } else {
            super.visitMethodInsn(opcode, owner, name, type, isInterface);
        }
        if (edit.kind() == Edit.Kind.CREATE && name.equals("getAndAdd")) {
            callHook();
            done.run();
        }
    }

    @Override
    public void visitFieldInsn(int opcode, String owner, String name, String type) {
        super.visitFieldInsn(opcode, owner, name, type);
        if (edit.kind() == Edit.Kind.READ && opcode == GETSTATIC && name.equals(edit.draw())) {
            callHook();
            done.run();
        }
    }

    private void draw() {
        int parenthesis = edit.draw().indexOf('(');
        String type = edit.draw().substring(parenthesis);
        if (type.startsWith("(I")) {
            super.visitVarInsn(ILOAD, 1);
        } else if (type.startsWith("(L")) {
            super.visitVarInsn(ALOAD, 0);
        }
        super.visitMethodInsn(INVOKEVIRTUAL, CONTEXT, edit.draw().substring(0, parenthesis), type, false);
        super.visitInsn(Type.getReturnType(type).getOpcode(IRETURN));
    }

    private void unlessActive(Label off) {
        super.visitFieldInsn(GETSTATIC, DRAWS, "active", "I");
        super.visitJumpInsn(IFEQ, off);
    }

    private void callHook() {
        for (int at = 0; at < edit.load().length(); at++) {
            char argument = edit.load().charAt(at);
            switch (argument) {
                case 'i' -> super.visitVarInsn(ILOAD, 1);
                case 's' -> {
                    super.visitVarInsn(ALOAD, 0);
                    super.visitFieldInsn(GETFIELD, edit.owner(), "seed", ATOMIC_LONG);
                }
                default -> super.visitVarInsn(ALOAD, argument - '0');
            }
        }
        super.visitMethodInsn(INVOKESTATIC, edit.hooks(), edit.hook(), edit.type(), false);
    }

    /** The original code begins here; a frame of its own may follow, which must not fall on ours. */
    private void resume(Label here) {
        super.visitLabel(here);
        super.visitFrame(F_SAME, 0, null, 0, null);
        super.visitInsn(NOP);
    }
}
