package dev.seeded.internal.jvm.agent;

import dev.seeded.internal.jvm.HookNames;
import dev.seeded.internal.jvm.JvmSeeding;
import dev.seeded.internal.jvm.OwnFiles;
import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Puts the hooks into {@code java.util}: all of {@code java.base} sees them there, and neither a temporary file nor a
 * longer boot class path is needed. The package is opened to one class in a loader of its own and to nobody else.
 */
final class HookClasses {

    /** Superclasses and nested classes come when they are needed, so the order does not matter. */
    private static final List<String> CLASSES = List.of(
            HookNames.SEED + "Derivation",
            HookNames.HOOKS + "OpenScopes",
            HookNames.HOOKS + "RunningScope",
            HookNames.HOOKS + "RunningScopes",
            HookNames.HOOKS + "TaskStreams",
            HookNames.HOOKS + "TaskStreams$Children",
            HookNames.HOOKS + "TaskStreams$Reports",
            HookNames.HOOKS + "TaskOrigin",
            HookNames.HOOKS + "TaskOrigin$Wrapper",
            HookNames.HOOKS + "TaskOrigin$Wrappers",
            HookNames.HOOKS + "ThreadStack",
            HookNames.HOOKS + "ThreadStack$Frame",
            HookNames.HOOKS + "WeakMap",
            HookNames.HOOKS + "WeakMap$Key",
            HookNames.HOOKS + "WeakMap$Probe",
            HookNames.HOOKS + "TaskHooks",
            HookNames.HOOKS + "OwnDraws",
            HookNames.HOOKS + "UnseededState",
            HookNames.HOOKS + "InitializerHooks",
            HookNames.HOOKS + "DrawHooks",
            HookNames.HOOKS + "ClockHooks",
            HookNames.HOOKS + "OrderHooks",
            HookNames.HOOKS + "Ranked",
            HookNames.HOOKS + "OrderHooks$Entries");

    /** Counts the tests that run. */
    static final String OPEN_TESTS = HookNames.INTERNAL_PREFIX + "OpenScopes";

    private HookClasses() {}

    /** Returns whether an agent has put them in place already. */
    static boolean areDefined() {
        try {
            Class.forName(JvmSeeding.ENTRANCE, false, null);
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
            consumer.accept(HookNames.moved(files.read(name + ".class")));
        }
    }
}
