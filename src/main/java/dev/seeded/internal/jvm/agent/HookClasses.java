package dev.seeded.internal.jvm.agent;

import dev.seeded.internal.jvm.JvmSeeding;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

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
            HOOKS + "OpenScopes",
            HOOKS + "RunningScope",
            HOOKS + "RunningScopes",
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
    static final String OPEN_TESTS = PREFIX + "OpenScopes";

    private static final int CONSTANT_POOL = 8;

    private HookClasses() {}

    /** Returns whether an agent has put them in place already. */
    static boolean areDefined() {
        try {
            Class.forName(JvmSeeding.COPY, false, null);
            return true;
        } catch (ClassNotFoundException notYet) {
            return false;
        }
    }

    /** Puts the hooks in place. */
    static void define(Instrumentation instrumentation, OwnFiles files)
            throws ReflectiveOperationException, IOException {
        Class<?> definer = new ClassLoader(null) {
            Class<?> define(byte[] bytes) {
                return defineClass(null, bytes, 0, bytes.length);
            }
        }.define(files.read(HookDefiner.class));
        Module base = Object.class.getModule();
        instrumentation.redefineModule(
                base, Set.of(), Map.of(), Map.of("java.util", Set.of(definer.getModule())), Set.of(), Map.of());
        @SuppressWarnings("unchecked") // see HookDefiner
        Consumer<byte[]> consumer =
                (Consumer<byte[]>) definer.getDeclaredConstructor().newInstance();
        for (String name : CLASSES) {
            consumer.accept(moved(files.read(name + ".class")));
        }
    }

    /** Renames the hooks in a class file: all names are texts of its constant pool. */
    private static byte[] moved(byte[] original) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(original.length);
        int copied = 0;
        int at = CONSTANT_POOL + Short.BYTES;
        int entries = unsignedShort(original, CONSTANT_POOL);
        for (int entry = 1; entry < entries; entry++) {
            switch (original[at]) {
                case 1 -> {
                    int begin = at + 1 + Short.BYTES;
                    int length = unsignedShort(original, at + 1);
                    byte[] renamed = length > SEED.length() ? renamed(original, begin, length) : null;
                    if (renamed != null) {
                        bytes.write(original, copied, at + 1 - copied);
                        bytes.write(renamed.length >> Byte.SIZE);
                        bytes.write(renamed.length);
                        bytes.write(renamed, 0, renamed.length);
                        copied = begin + length;
                    }
                    at = begin + length;
                }
                case 5, 6 -> {
                    at += 1 + Long.BYTES;
                    entry++;
                }
                case 7, 8, 16, 19, 20 -> at += 1 + Short.BYTES;
                case 15 -> at += 2 + Short.BYTES;
                default -> at += 1 + Integer.BYTES;
            }
        }
        bytes.write(original, copied, original.length - copied);
        return bytes.toByteArray();
    }

    /** Returns a text with the new names, or null if it has no name of a hook. */
    private static byte @Nullable [] renamed(byte[] bytes, int begin, int length) {
        String text = new String(bytes, begin, length, StandardCharsets.ISO_8859_1);
        String renamed = text.replace(HOOKS, PREFIX).replace(SEED, PREFIX);
        return renamed.equals(text) ? null : renamed.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static int unsignedShort(byte[] bytes, int at) {
        return ((bytes[at] & 0xFF) << Byte.SIZE) | (bytes[at + 1] & 0xFF);
    }
}
