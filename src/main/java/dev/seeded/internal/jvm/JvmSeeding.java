package dev.seeded.internal.jvm;

import static java.util.Objects.requireNonNull;

import dev.seeded.internal.UserError;
import dev.seeded.internal.config.Setting;
import dev.seeded.internal.jvm.hooks.RunningScopes;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The way to the hooks that the agent put into {@code java.util}, which serve the whole JVM. Where there are none, or those
 * of another version, only the test of a thread is known.
 */
public final class JvmSeeding {

    /** The name in {@code java.base} of the hooks' class where tests come in and go. */
    public static final String ENTRANCE = HookNames.PREFIX + "RunningScopes";

    /** The system property that says why the agent could not be installed. */
    public static final String PROBLEM = "dev.seeded.agent.problem";

    private static final Way WAY = Way.find();

    /**
     * The hooks, which are found once and asked in each test.
     *
     * @param hooks null where there are none that can be called
     * @param refusal why those that are there are not called; null where they are, or are not there
     */
    private record Way(@Nullable Hooks hooks, @Nullable String refusal) {

        static Way find() {
            try {
                Class<?> entrance = Class.forName(ENTRANCE, true, null);
                if (entrance.getField("VERSION").getInt(null) == RunningScopes.VERSION) {
                    return new Way(calls(), null);
                }
            } catch (ClassNotFoundException withoutAgent) {
                return new Way(null, null);
            } catch (ReflectiveOperationException | LinkageError otherVersion) {
                // It is told below.
            } catch (IOException unreadable) {
                return new Way(null, "its own classes cannot be read (" + unreadable + ")");
            }
            return new Way(
                    null, "the agent is of another version of Seeded than the tests: start the JVM with " + option());
        }

        /** Returns what calls the hooks by the names that they have in {@code java.base}. */
        private static Hooks calls() throws IOException, ReflectiveOperationException {
            try (OwnFiles files = OwnFiles.open()) {
                byte[] calls = HookNames.moved(files.read("dev/seeded/internal/jvm/HookCalls.class"));
                return (Hooks) MethodHandles.lookup()
                        .defineClass(calls)
                        .getDeclaredConstructor()
                        .newInstance();
            }
        }

        private static String option() {
            try {
                return "-javaagent:" + OwnFiles.location();
            } catch (IOException | IllegalArgumentException | SecurityException elsewhere) {
                return "-javaagent: and the jar that the tests use";
            }
        }
    }

    private JvmSeeding() {}

    /** Returns whether the agent was there when this JVM started. */
    public static boolean isAgentPresent() {
        return WAY.hooks != null;
    }

    /**
     * Makes sure that tests can be seeded or watched.
     *
     * @throws UserError if they cannot; the message says what to do
     */
    public static void require() {
        if (WAY.refusal != null) {
            throw new IllegalArgumentException("JVM-wide seeding does not work here: " + WAY.refusal);
        }
        String failed = WAY.hooks == null ? null : WAY.hooks.failed();
        if (failed == null) {
            failed = problem();
        }
        if (failed == null) {
            throw new UserError(MissingAgent.message("Control of the JVM (global, seed.unordered or seed.clock)"));
        }
        if (!failed.isEmpty()) {
            throw new UserError("JVM-wide seeding is incomplete on Java " + Runtime.version() + ": " + failed
                    + "; use another Java version, or remove global");
        }
    }

    private static @Nullable String problem() {
        try {
            return System.getProperty(PROBLEM);
        } catch (SecurityException forbidden) {
            return "a security manager keeps the agent out (" + forbidden + ")";
        }
    }

    /**
     * Makes sure that something can be ordered.
     *
     * @param setting the setting that asks for it
     * @throws UserError if it cannot; the message says what to do
     */
    public static void require(Unordered kind, String setting) {
        require(kind.name(), setting);
    }

    /**
     * Makes sure that tests can have a time of their own.
     *
     * @param setting the setting that asks for it
     * @throws UserError if they cannot; the message says what to do
     */
    public static void requireClock(String setting) {
        require("CLOCK", setting);
    }

    private static void require(String hook, String setting) {
        require();
        String problem = hooks().install(hook);
        if (!problem.isEmpty()) {
            throw new UserError(setting + " does not work on Java " + Runtime.version() + ": " + problem);
        }
    }

    /**
     * Gives this JVM another order of {@code Set.of} and {@code Map.of} than it chose.
     *
     * @param salt where in a table iterations begin, from 0 to 2 to the power of 32
     * @param reverse whether they go up
     * @throws IllegalArgumentException if that cannot be; the message says why
     */
    public static void iterateImmutable(long salt, boolean reverse) {
        require(Unordered.IMMUTABLE, Setting.CHECK.property());
        hooks().iterateImmutable(salt, reverse);
    }

    /** Called by the agent when it has installed its hooks, with those that failed. */
    public static void installed(String failed) {
        hooks().installed(failed);
    }

    /** Called by the agent: keeps what puts a hook of this name in place when a test asks for it. */
    public static void onDemand(UnaryOperator<String> installer) {
        hooks().onDemand(installer);
    }

    /** Enters a test on this thread, which needs the agent. */
    public static Entered enter(JvmScope test) {
        return new Entered(hooks().enter(test));
    }

    /** Returns whether a static initializer drew from the run seed, whatever the seed of the test that came first. */
    public static boolean haveInitializersDrawn() {
        return WAY.hooks != null && WAY.hooks.haveInitializersDrawn();
    }

    /** Returns the test seed of the test that this thread belongs to. */
    public static Optional<Long> current() {
        return WAY.hooks == null ? ThreadContexts.seed() : Optional.ofNullable(WAY.hooks.current());
    }

    /** A test that was entered. */
    public static final class Entered {

        private final Object handle;

        private Entered(Object handle) {
            this.handle = handle;
        }

        /** Returns whether the test's outcome may depend on its seed. */
        public boolean isUsed() {
            return hooks().isUsed(handle);
        }

        /** Leaves the test, on the thread that entered it. */
        public void exit() {
            hooks().exit(handle);
        }
    }

    /** Returns the hooks, which the callers know to be there. */
    static Hooks hooks() {
        return requireNonNull(WAY.hooks);
    }
}
