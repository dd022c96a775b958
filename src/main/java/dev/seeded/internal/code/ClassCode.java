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
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * What one class file says of state that outlives a test, and of what no seed repeats.
 *
 * @param name the class
 * @param parents the class that it extends and the interfaces
 * @param isInterface whether it is an interface, which is not initialized with the classes that have it
 * @param fields its static fields
 * @param methods its methods by their names and descriptors
 * @param changed what its methods change
 * @param texts the texts in it
 */
record ClassCode(
        String name,
        List<String> parents,
        boolean isInterface,
        List<StaticField> fields,
        Map<String, Method> methods,
        Set<String> changed,
        Set<String> texts) {

    /** Stands among the methods for the annotations of the class. */
    static final String ANNOTATIONS = "@";

    /** A static field by its key and name, and the descriptor of its type. */
    record StaticField(String key, String name, String type) {

        /** Returns the class or interface that its type is; empty for arrays and primitive types. */
        String objectType() {
            return type.startsWith("L") ? type.substring(1, type.length() - 1) : "";
        }

        /** Returns whether it is an integer, or an object that counts. */
        boolean isNumber() {
            return "BSIJ".contains(type)
                    || objectType().matches("java/util/concurrent/atomic/(Atomic(Integer|Long)|LongAdder)");
        }
    }

    /** A call of a method. */
    record Call(String owner, String method, boolean isStatic) {

        /** Returns the name of the method, without its types. */
        String name() {
            return method.substring(0, method.indexOf('('));
        }
    }

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
                Stream.concat(Stream.ofNullable(reader.getSuperName()), Stream.of(reader.getInterfaces()))
                        .toList(),
                (reader.getAccess() & Opcodes.ACC_INTERFACE) != 0,
                reading.fields,
                reading.methods,
                reading.methods.values().stream()
                        .flatMap(method -> method.changed.stream())
                        .collect(Collectors.toSet()),
                texts(reader));
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

    /** Returns the classes whose methods it calls, whose fields it reads or changes, or which its texts may name. */
    Stream<String> named() {
        return Stream.of(
                        calls().map(Call::owner),
                        changed.stream().map(ClassCode::owner),
                        methods.values().stream()
                                .flatMap(method -> method.reads.stream())
                                .map(ClassCode::owner),
                        namedInTexts())
                .flatMap(names -> names);
    }

    /** Returns the classes that its texts may name, for reflection. */
    Stream<String> namedInTexts() {
        return texts.stream().map(Project::internalName);
    }

    /** Returns the classes of the objects that it makes while it, or an object of it, is initialized. */
    Stream<String> makes(String initializer) {
        return calls(initializer)
                .filter(call -> call.method().startsWith("<init>"))
                .map(Call::owner);
    }

    /** Returns what its methods call whose names, or names with types, begin so. */
    Stream<Call> calls(String beginning) {
        return methods.entrySet().stream()
                .filter(method -> method.getKey().startsWith(beginning))
                .flatMap(method -> method.getValue().calls.stream());
    }

    /** Returns whether it is an extension, of which JUnit may keep one object for several tests. */
    boolean isExtension() {
        return parents.stream().anyMatch(parent -> parent.startsWith("org/junit/jupiter/api/extension/"));
    }

    /** Returns the initializer of its static fields, if it has any. */
    Stream<Method> initializer() {
        return Stream.ofNullable(methods.get("<clinit>()V"));
    }

    Stream<Call> calls() {
        return calls("");
    }

    /** The classes that annotations name, such as extensions and sources of arguments: JUnit makes objects of them. */
    static final class ClassValues extends AnnotationVisitor {

        private final Method found;

        ClassValues(Method found) {
            super(Opcodes.ASM9);
            this.found = found;
        }

        @Override
        public void visit(@Nullable String name, Object value) {
            if (value instanceof Type type && type.getSort() == Type.OBJECT) {
                found.calls.add(new Call(type.getInternalName(), "<init>()V", false));
            }
        }

        @Override
        public AnnotationVisitor visitAnnotation(@Nullable String name, String descriptor) {
            return this;
        }

        @Override
        public AnnotationVisitor visitArray(@Nullable String name) {
            return this;
        }
    }

    private static final class Reading extends ClassVisitor {

        private final List<StaticField> fields = new ArrayList<>();
        private final Map<String, Method> methods = new LinkedHashMap<>();
        private String name = "";

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
        public AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
            return new ClassValues(methods.computeIfAbsent(ANNOTATIONS, unused -> new Method(false)));
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
            Method found = new Method((access & Opcodes.ACC_STATIC) != 0);
            methods.put(method + descriptor, found);
            return new MethodReading(name, method, found);
        }
    }
}
