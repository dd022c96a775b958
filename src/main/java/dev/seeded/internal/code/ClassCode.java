package dev.seeded.internal.code;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * What one class file says of state that outlives a test, and of what no seed repeats.
 *
 * @param name the class
 * @param parent the class that it extends; null for none
 * @param fields its static fields
 * @param methods its methods by their names and descriptors
 * @param changed what its methods change
 * @param texts the texts in it
 * @param isSingleton whether only the class itself makes its instances
 */
record ClassCode(
        String name,
        @Nullable String parent,
        List<StaticField> fields,
        Map<String, Method> methods,
        Set<String> changed,
        Set<String> texts,
        boolean isSingleton) {

    /** A static field by its key and name, and the descriptor of its type. */
    record StaticField(String key, String name, String type) {}

    /** A call of a method. */
    record Call(String owner, String method, boolean isStatic) {}

    /**
     * What a method does, or may do later.
     *
     * @param calls what it calls
     * @param reads the static fields that it reads
     * @param changed the fields that it sets, or whose contents it changes, but for an initializer of its own class;
     *     {@link #instance} stands for all that are not static
     */
    record Method(boolean isStatic, Set<Call> calls, Set<String> reads, Set<String> changed) {

        Method(boolean isStatic) {
            this(isStatic, new HashSet<>(), new HashSet<>(), new HashSet<>());
        }
    }

    static String field(String owner, String name) {
        return owner + "." + name;
    }

    static String instance(String owner) {
        return owner + ".";
    }

    /** Returns the class of a field. */
    static String owner(String key) {
        return key.substring(0, key.indexOf('.'));
    }

    /** Reads a class file. */
    static ClassCode of(ClassReader reader) {
        Reading reading = new Reading();
        reader.accept(reading, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        return new ClassCode(
                reader.getClassName(),
                reader.getSuperName(),
                reading.fields,
                reading.methods,
                reading.methods.values().stream()
                        .flatMap(method -> method.changed.stream())
                        .collect(Collectors.toSet()),
                texts(reader),
                reading.isSingleton);
    }

    private static Set<String> texts(ClassReader reader) {
        Set<String> texts = new HashSet<>();
        char[] buffer = new char[reader.getMaxStringLength()];
        for (int item = 1; item < reader.getItemCount(); item++) {
            int at = reader.getItem(item);
            // The tag of a text.
            if (at > 0 && reader.readByte(at - 1) == 8) {
                texts.add(reader.readUTF8(at, buffer));
            }
        }
        return texts;
    }

    /** Returns the classes whose methods it calls, or whose fields it reads or changes. */
    Stream<String> named() {
        return Stream.concat(
                calls().map(Call::owner),
                Stream.concat(changed.stream(), methods.values().stream().flatMap(method -> method.reads.stream()))
                        .map(ClassCode::owner));
    }

    Stream<Call> calls() {
        return methods.values().stream().flatMap(method -> method.calls.stream());
    }

    private static final class Reading extends ClassVisitor {

        private final List<StaticField> fields = new ArrayList<>();
        private final Map<String, Method> methods = new LinkedHashMap<>();
        private String name = "";
        private boolean isSingleton = true;

        Reading() {
            super(Opcodes.ASM9);
        }

        @Override
        public void visit(
                int version,
                int access,
                String name,
                @Nullable String signature,
                @Nullable String parent,
                String @Nullable [] interfaces) {
            this.name = name;
        }

        @Override
        public @Nullable FieldVisitor visitField(
                int access, String name, String descriptor, @Nullable String signature, @Nullable Object value) {
            if ((access & Opcodes.ACC_STATIC) != 0 && (access & Opcodes.ACC_SYNTHETIC) == 0) {
                fields.add(new StaticField(ClassCode.field(this.name, name), name, descriptor));
            }
            return null;
        }

        @Override
        public MethodVisitor visitMethod(
                int access,
                String method,
                String descriptor,
                @Nullable String signature,
                String @Nullable [] exceptions) {
            isSingleton &= !method.equals("<init>") || (access & Opcodes.ACC_PRIVATE) != 0;
            Method found = new Method((access & Opcodes.ACC_STATIC) != 0);
            methods.put(method + descriptor, found);
            return new MethodReading(name, method, found);
        }
    }
}
