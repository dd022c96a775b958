package dev.seeded.internal.jvm.agent;

import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

/** A class file, which may be newer than the library that reads it: what is newer has not changed what we change. */
public final class ClassFile {

    private static final int MAJOR = 7;
    private static final int NEWEST = Opcodes.V25;

    private final byte[] bytes;
    private final byte major;

    public ClassFile(byte[] original) {
        major = original[MAJOR];
        bytes = major > NEWEST ? original.clone() : original;
        if (major > NEWEST) {
            bytes[MAJOR] = NEWEST;
        }
    }

    public ClassReader reader() {
        return new ClassReader(bytes);
    }

    byte[] written(ClassWriter writer) {
        byte[] written = writer.toByteArray();
        written[MAJOR] = major;
        return written;
    }
}
