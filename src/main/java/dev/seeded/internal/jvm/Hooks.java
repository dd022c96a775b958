package dev.seeded.internal.jvm;

import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What the library and the agent ask of the hooks in {@code java.base}. */
interface Hooks {

    /** Enters a test on this thread and returns what it is known by. */
    Object enter(JvmScope test);

    /** Leaves a test, on the thread that entered it. */
    void exit(Object entered);

    /** Returns whether the outcome of a test may depend on its seed. */
    boolean isUsed(Object entered);

    /** Returns whether a static initializer drew from the run seed. */
    boolean haveInitializersDrawn();

    /** Returns the seed of the test that this thread belongs to; null where there is none. */
    @Nullable
    Long current();

    /** Takes the hooks that do not work, as a text; it is empty where all do. */
    void installed(String failed);

    /** Returns the hooks that do not work; null before they were tried. */
    @Nullable
    String failed();

    /** Takes what puts a hook of a name in place, and returns why it cannot, or nothing. */
    void onDemand(UnaryOperator<String> installer);

    /** Puts a hook of a name in place; returns why that cannot be, or nothing. */
    String install(String hook);

    /** Gives this JVM an order of immutable collections outside of tests that have their own: its salt and its direction. */
    void iterateImmutable(long salt, boolean reverse);
}
