package dev.seeded.jvm;

import static org.objectweb.asm.Opcodes.ACC_FINAL;
import static org.objectweb.asm.Opcodes.ACC_PUBLIC;
import static org.objectweb.asm.Opcodes.ACC_STATIC;
import static org.objectweb.asm.Opcodes.V17;

import dev.seeded.internal.jvm.JvmSeeding;
import java.lang.instrument.Instrumentation;
import java.lang.invoke.MethodHandles;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.objectweb.asm.ClassWriter;

/** Leaves in {@code java.util} what an agent of another version does: its version, or not even that. */
final class OlderAgent {

    private OlderAgent() {}

    public static void premain(String version, Instrumentation instrumentation) throws IllegalAccessException {
        ClassWriter entrance = new ClassWriter(0);
        entrance.visit(
                V17, ACC_PUBLIC | ACC_FINAL, JvmSeeding.ENTRANCE.replace('.', '/'), null, "java/lang/Object", null);
        if (!version.equals("none")) {
            entrance.visitField(ACC_PUBLIC | ACC_STATIC | ACC_FINAL, "VERSION", "I", null, Integer.valueOf(version));
        }
        entrance.visitEnd();
        Module own = OlderAgent.class.getModule();
        instrumentation.redefineModule(
                Random.class.getModule(), Set.of(), Map.of(), Map.of("java.util", Set.of(own)), Set.of(), Map.of());
        MethodHandles.privateLookupIn(Random.class, MethodHandles.lookup()).defineClass(entrance.toByteArray());
    }
}
