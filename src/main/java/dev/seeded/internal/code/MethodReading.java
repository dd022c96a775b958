package dev.seeded.internal.code;

import dev.seeded.internal.code.ClassCode.Call;
import dev.seeded.internal.code.ClassCode.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Follows the fields that a method reads to the calls that change what they hold, as compilers of Java and Kotlin write
 * them: what a call is made on comes first, and what was read right before it is its last argument.
 */
final class MethodReading extends MethodVisitor {

    private final String owner;
    private final boolean isInitializer;
    private final boolean isConstructor;
    private final Method found;

    /** What was read and not used yet, the last at the end. */
    private final List<Value> values = new ArrayList<>();

    private int instructions;
    private int before;
    private boolean checksNull;

    /** What a field holds, by the descriptor of its type, and the number of the instruction that read it. */
    private record Value(String field, String type, int at) {

        private static final Value NONE = new Value("", "", 0);

        /** Returns an element of this array, which is what its field holds as well. */
        private Value element(int atElement) {
            return type.isEmpty() ? NONE : new Value(field, type.substring(1), atElement);
        }
    }

    MethodReading(String owner, String method, Method found) {
        super(Opcodes.ASM9);
        this.owner = owner;
        isInitializer = method.equals("<clinit>");
        isConstructor = method.equals("<init>");
        this.found = found;
    }

    @Override
    public AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
        return new ClassCode.ClassValues(found);
    }

    @Override
    public void visitFieldInsn(int opcode, String type, String field, String descriptor) {
        boolean isStatic = opcode == Opcodes.GETSTATIC || opcode == Opcodes.PUTSTATIC;
        boolean isOwn = type.equals(owner) && (isStatic ? isInitializer : isConstructor);
        String key = isStatic ? ClassCode.field(type, field) : ClassCode.instance(type);
        next(opcode);
        if (opcode == Opcodes.GETSTATIC) {
            found.reads().add(key);
        }
        if (opcode == Opcodes.GETSTATIC || opcode == Opcodes.GETFIELD) {
            // Even of its own: it stands for what the next calls are made on.
            values.add(new Value(isOwn ? "" : key, descriptor, instructions));
        } else {
            change(isOwn ? "" : key);
            change(isStatic ? "" : take(value -> value.type.equals("L" + type + ";")));
            values.clear();
        }
    }

    private void change(String field) {
        if (!field.isEmpty()) {
            found.changed().add(field);
        }
    }

    @Override
    public void visitMethodInsn(int opcode, String type, String method, String descriptor, boolean isInterface) {
        call(type, method, descriptor, opcode == Opcodes.INVOKESTATIC);
        checksNull = type.equals("java/util/Objects") && method.equals("requireNonNull");
        next(opcode);
        if (Type.getReturnType(descriptor).equals(Type.VOID_TYPE)) {
            values.clear();
        }
    }

    @Override
    public void visitInvokeDynamicInsn(String name, String descriptor, Handle bootstrap, Object... arguments) {
        for (Object argument : arguments) {
            if (argument instanceof Handle later && later.getTag() >= Opcodes.H_INVOKEVIRTUAL) {
                // Its arguments follow later: what was read last is what it is called on.
                next(Opcodes.INVOKEDYNAMIC);
                call(later.getOwner(), later.getName(), later.getDesc(), later.getTag() == Opcodes.H_INVOKESTATIC);
            }
        }
        next(Opcodes.INVOKEDYNAMIC);
    }

    private void call(String type, String method, String descriptor, boolean isStatic) {
        found.calls().add(new Call(type, method + descriptor, isStatic));
        if (isStatic && Mutators.changeArgument(type, method) && !values.isEmpty()) {
            change(values.get(values.size() - 1).field);
        }
        if (!descriptor.startsWith("()") && wasReadLast()) {
            values.remove(values.size() - 1);
        }
        if (isStatic) {
            for (Type argument : Type.getArgumentTypes(descriptor)) {
                take(value -> value.type.equals(argument.getDescriptor()));
            }
        } else {
            String receiver = take(value -> value.type.equals("L" + type + ";"));
            if (Mutators.include(type, method)) {
                change(receiver);
            } else if (Mutators.returnElements(type, method)) {
                values.add(new Value(receiver, Type.getReturnType(descriptor).getDescriptor(), instructions + 1));
            }
        }
    }

    private boolean wasReadLast() {
        return !values.isEmpty() && values.get(values.size() - 1).at == instructions;
    }

    /** Takes the last such value away, and returns its field; empty for none. */
    private String take(Predicate<Value> kind) {
        return takeValue(kind).field;
    }

    private Value takeValue(Predicate<Value> kind) {
        for (int at = values.size() - 1; at >= 0; at--) {
            if (kind.test(values.get(at))) {
                return values.remove(at);
            }
        }
        return Value.NONE;
    }

    @Override
    public void visitInsn(int opcode) {
        if (isStore(opcode)) {
            change(take(value -> value.type.startsWith("[")));
        } else if (opcode >= Opcodes.IALOAD && opcode <= Opcodes.SALOAD && before != Opcodes.DUP2) {
            Value array = takeValue(value -> value.type.startsWith("["));
            if (opcode == Opcodes.AALOAD) {
                values.add(array.element(instructions + 1));
            }
        } else if (opcode == Opcodes.DUP && (isNewArray(before) || isStore(before))) {
            // An array that is written down: its next element is stored there.
            values.add(new Value("", "[", 0));
        } else if ((opcode == Opcodes.POP && !checksNull) || (opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN)) {
            values.clear();
        }
        next(opcode);
    }

    private static boolean isNewArray(int opcode) {
        return opcode == Opcodes.NEWARRAY || opcode == Opcodes.ANEWARRAY;
    }

    private static boolean isStore(int opcode) {
        return opcode >= Opcodes.IASTORE && opcode <= Opcodes.SASTORE;
    }

    @Override
    public void visitJumpInsn(int opcode, Label target) {
        if ((opcode == Opcodes.IFNULL || opcode == Opcodes.IFNONNULL) && wasReadLast()) {
            values.remove(values.size() - 1);
        }
        next(opcode);
    }

    @Override
    public void visitVarInsn(int opcode, int variable) {
        if (opcode >= Opcodes.ISTORE) {
            values.clear();
        }
        next(opcode);
    }

    @Override
    public void visitTypeInsn(int opcode, String type) {
        boolean isElement = opcode == Opcodes.CHECKCAST && wasReadLast();
        next(opcode);
        if (isElement) {
            Value element = values.remove(values.size() - 1);
            values.add(new Value(element.field, Type.getObjectType(type).getDescriptor(), instructions));
        }
    }

    @Override
    public void visitIntInsn(int opcode, int operand) {
        next(opcode);
    }

    @Override
    public void visitLdcInsn(Object value) {
        next(Opcodes.LDC);
    }

    private void next(int opcode) {
        before = opcode;
        instructions++;
    }
}
