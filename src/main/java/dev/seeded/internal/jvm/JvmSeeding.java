package dev.seeded.internal.jvm;

import static java.util.Objects.requireNonNull;

import dev.seeded.internal.config.Unordered;
import dev.seeded.internal.config.WantedClock;
import dev.seeded.internal.jvm.hooks.RunningScopes;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The way to the copy of {@link RunningScopes} that the agent put into {@code java.util}, which serves the whole JVM. Where there
 * is none, only the test of a thread is known.
 */
public final class JvmSeeding {

    /** What the hooks' names begin with in {@code java.base}. */
    public static final String HOOKS = "java.util.Seeded";

    /** The name of {@link RunningScopes} in {@code java.base}. */
    public static final String COPY = HOOKS + "RunningScopes";

    /** The system property that says why the agent could not be installed. */
    public static final String PROBLEM = "dev.seeded.agent.problem";

    /** The copy, which is found once and asked in each test; null without the agent. */
    private static final @Nullable BiFunction<String, @Nullable Object[], @Nullable Object> RUNNING_TESTS = copy();

    private JvmSeeding() {}

    /** Returns whether the agent was there when this JVM started. */
    public static boolean isAgentPresent() {
        return RUNNING_TESTS != null;
    }

    /**
     * Makes sure that tests can be seeded or watched.
     *
     * @throws IllegalArgumentException if they cannot; the message says what to do
     */
    public static void require() {
        Object failed = call("failed");
        if (failed == null) {
            failed = problem();
        }
        if (failed == null) {
            throw new IllegalArgumentException(MissingAgent.message("JVM-wide seeding"));
        }
        if (!failed.equals("")) {
            throw new IllegalArgumentException("JVM-wide seeding is incomplete on Java " + Runtime.version() + ": "
                    + failed + "; use another Java version, or remove global");
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
     * @throws IllegalArgumentException if it cannot; the message says what to do
     */
    public static void require(Unordered kind) {
        require(kind.name(), Unordered.SETTING);
    }

    /**
     * Makes sure that tests can have a time of their own.
     *
     * @throws IllegalArgumentException if they cannot; the message says what to do
     */
    public static void requireClock() {
        require("CLOCK", WantedClock.SETTING);
    }

    private static void require(String hook, String setting) {
        require();
        Object problem = call("install", hook);
        if (!"".equals(problem)) {
            throw new IllegalArgumentException(
                    setting + " does not work on Java " + Runtime.version() + ": " + problem);
        }
    }

    /** Called by the agent when it has installed its hooks, with those that failed. */
    public static void installed(String failed) {
        call("installed", failed);
    }

    /** Called by the agent: keeps what puts a hook of this name in place when a test asks for it. */
    public static void onDemand(UnaryOperator<String> installer) {
        call("installer", installer);
    }

    /** Enters a test on this thread, which needs the agent. */
    public static Entered enter(JvmScope test) {
        return new Entered(requireNonNull(call("enter", test.values())));
    }

    /** Returns whether a static initializer drew from the run seed, whatever the seed of the test that came first. */
    public static boolean haveInitializersDrawn() {
        return Boolean.TRUE.equals(call("initializersDrew"));
    }

    /** Returns the test seed of the test that this thread belongs to. */
    public static Optional<Long> current() {
        return isAgentPresent() ? Optional.ofNullable((Long) call("current")) : ThreadContexts.seed();
    }

    /** A test that was entered. */
    public static final class Entered {

        private final Object handle;

        private Entered(Object handle) {
            this.handle = handle;
        }

        /** Returns whether the test's outcome may depend on its seed. */
        public boolean isUsed() {
            return Boolean.TRUE.equals(call("isUsed", handle));
        }

        /** Leaves the test, on the thread that entered it. */
        public void exit() {
            call("exit", handle);
        }
    }

    /** Returns what the copy answers; null where there is none. */
    private static @Nullable Object call(String what, @Nullable Object... with) {
        return RUNNING_TESTS == null ? null : RUNNING_TESTS.apply(what, with);
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // see RunningScopes
    private static @Nullable BiFunction<String, @Nullable Object[], @Nullable Object> copy() {
        try {
            Class<? extends BiFunction> copy = Class.forName(COPY, true, null).asSubclass(BiFunction.class);
            return copy.getDeclaredConstructor().newInstance();
        } catch (ClassNotFoundException withoutAgent) {
            return null;
        } catch (ReflectiveOperationException otherVersion) {
            throw new IllegalStateException(
                    "the agent is another version of Seeded than the one that the tests use", otherVersion);
        }
    }
}
