package dev.seeded.internal.jvm.agent;

import static org.objectweb.asm.Opcodes.ASM9;
import static org.objectweb.asm.Opcodes.IFNULL;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;

/**
 * Lets an edit begin after Mockito's. An agent that was started before ours changes a class before we do; were our answer
 * the first, no mock would ever be asked. Mockito asks its mocks first, and goes on where they have no answer.
 */
final class AfterMockito extends MethodVisitor {

    private static final String MOCKITO = "org/mockito/";

    private final Editor editor;
    private boolean asked;
    private @Nullable Label goesOn;
    private boolean begins;

    AfterMockito(Editor editor) {
        super(ASM9, editor);
        this.editor = editor;
    }

    /** Returns the names and descriptors of the methods that ask Mockito. */
    static Set<String> methods(ClassReader reader) {
        Set<String> methods = new HashSet<>();
        reader.accept(
                new ClassVisitor(ASM9) {
                    @Override
                    public MethodVisitor visitMethod(
                            int access,
                            String name,
                            String type,
                            @Nullable String signature,
                            String @Nullable [] exceptions) {
                        return new MethodVisitor(ASM9) {
                            @Override
                            public void visitMethodInsn(
                                    int opcode, String owner, String called, String calledType, boolean isInterface) {
                                if (isAsking(owner, called)) {
                                    methods.add(name + type);
                                }
                            }
                        };
                    }
                },
                ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        return methods;
    }

    private static boolean isAsking(String owner, String name) {
        return owner.startsWith(MOCKITO) && name.startsWith("handle");
    }

    @Override
    public void visitMethodInsn(int opcode, String owner, String name, String type, boolean isInterface) {
        super.visitMethodInsn(opcode, owner, name, type, isInterface);
        asked |= isAsking(owner, name);
    }

    @Override
    public void visitJumpInsn(int opcode, Label label) {
        super.visitJumpInsn(opcode, label);
        if (asked && goesOn == null && opcode == IFNULL) {
            goesOn = label;
        }
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // the very label
    public void visitLabel(Label label) {
        super.visitLabel(label);
        begins |= label == goesOn;
    }

    /** Where one jumps to there is a frame, and the edit begins after it. */
    @Override
    public void visitFrame(
            int type,
            int locals,
            @Nullable Object @Nullable [] local,
            int stacked,
            @Nullable Object @Nullable [] stack) {
        super.visitFrame(type, locals, local, stacked, stack);
        if (begins) {
            begins = false;
            editor.begin();
        }
    }
}
