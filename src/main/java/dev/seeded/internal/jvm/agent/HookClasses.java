package dev.seeded.internal.jvm.agent;

import dev.seeded.internal.jvm.JvmSeeding;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.instrument.Instrumentation;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Puts the hooks into {@code java.util}: all of {@code java.base} sees them there, and neither a temporary file nor a
 * longer boot class path is needed. The package is opened to one class in a loader of its own and to nobody else.
 */
final class HookClasses {

    /** What the hooks' internal names begin with in {@code java.base}. */
    static final String PREFIX = JvmSeeding.HOOKS.replace('.', '/');

    private static final String HOOKS = "dev/seeded/internal/jvm/hooks/";
    private static final String SEED = "dev/seeded/internal/seed/";

    /** Superclasses and nested classes come when they are needed, so the order does not matter. */
    private static final List<String> CLASSES = List.of(
            SEED + "Derivation",
            HOOKS + "OpenTests",
            HOOKS + "RunningTest",
            HOOKS + "RunningTests",
            HOOKS + "TaskStreams",
            HOOKS + "TaskStreams$Children",
            HOOKS + "TaskOrigin",
            HOOKS + "TaskOrigin$Wrapper",
            HOOKS + "TaskOrigin$Wrappers",
            HOOKS + "ThreadStack",
            HOOKS + "ThreadStack$Frame",
            HOOKS + "WeakMap",
            HOOKS + "WeakMap$Key",
            HOOKS + "WeakMap$Probe",
            HOOKS + "TaskHooks",
            HOOKS + "OwnDraws",
            HOOKS + "UnseededState",
            HOOKS + "InitializerHooks",
            HOOKS + "DrawHooks",
            HOOKS + "ClockHooks",
            HOOKS + "OrderHooks",
            HOOKS + "Ranked",
            HOOKS + "OrderHooks$Entries");

    /** Counts the tests that run. */
    static final String OPEN_TESTS = PREFIX + "OpenTests";

    private static final int CONSTANT_POOL = 8;

    private HookClasses() {}

    /** Returns whether the hooks were put in place; an agent that is given twice does so once. */
    static boolean define(Instrumentation instrumentation) throws ReflectiveOperationException {
        if (areDefined()) {
            return false;
        }
        Class<?> definer = new ClassLoader(null) {
            Class<?> define(byte[] bytes) {
                return defineClass(null, bytes, 0, bytes.length);
            }
        }.define(read(HookDefiner.class.getName().replace('.', '/')));
        Module base = Object.class.getModule();
        instrumentation.redefineModule(
                base, Set.of(), Map.of(), Map.of("java.util", Set.of(definer.getModule())), Set.of(), Map.of());
        @SuppressWarnings("unchecked") // see HookDefiner
        Consumer<byte[]> consumer =
                (Consumer<byte[]>) definer.getDeclaredConstructor().newInstance();
        for (String name : CLASSES) {
            consumer.accept(moved(read(name)));
        }
        return true;
    }

    private static boolean areDefined() {
        try {
            Class.forName(JvmSeeding.COPY, false, null);
            return true;
        } catch (ClassNotFoundException notYet) {
            return false;
        }
    }

    private static byte[] read(String name) {
        try (InputStream stream = HookClasses.class.getClassLoader().getResourceAsStream(name + ".class")) {
            if (stream == null) {
                throw new IllegalStateException(name + " is missing");
            }
            return stream.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Renames the hooks in a class file: all names are texts of its constant pool. */
    private static byte[] moved(byte[] original) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(original.length);
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(original));
                DataOutputStream out = new DataOutputStream(bytes)) {
            out.write(in.readNBytes(CONSTANT_POOL));
            int entries = in.readUnsignedShort();
            out.writeShort(entries);
            for (int at = 1; at < entries; at++) {
                int tag = in.readUnsignedByte();
                out.writeByte(tag);
                switch (tag) {
                    case 1 -> {
                        byte[] text = in.readNBytes(in.readUnsignedShort());
                        byte[] renamed = new String(text, StandardCharsets.ISO_8859_1)
                                .replace(HOOKS, PREFIX)
                                .replace(SEED, PREFIX)
                                .getBytes(StandardCharsets.ISO_8859_1);
                        out.writeShort(renamed.length);
                        out.write(renamed);
                    }
                    case 5, 6 -> {
                        out.write(in.readNBytes(8));
                        at++;
                    }
                    case 7, 8, 16, 19, 20 -> out.write(in.readNBytes(2));
                    case 15 -> out.write(in.readNBytes(3));
                    default -> out.write(in.readNBytes(4));
                }
            }
            in.transferTo(out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
