package dev.seeded.internal.jvm.agent;

import dev.seeded.internal.jvm.JvmSeeding;
import java.lang.instrument.Instrumentation;
import org.jspecify.annotations.Nullable;

/** What the JVM calls for {@code -javaagent}, before {@code main}. */
public final class Agent {

    private Agent() {}

    /** Installs the hooks. Whatever goes wrong, the JVM starts. */
    public static void premain(@Nullable String options, Instrumentation instrumentation) {
        try {
            Installation.install(instrumentation);
        } catch (Throwable problem) {
            report(problem);
        }
    }

    /** Says why there are no hooks, as far as a security manager allows that too. */
    private static void report(Throwable problem) {
        try {
            System.err.println("Seeded: warning: the agent could not be installed on Java " + Runtime.version()
                    + ", tests that need it will fail: " + problem);
            System.setProperty(JvmSeeding.PROBLEM, "the agent could not be installed (" + problem + ")");
        } catch (Throwable forbidden) {
            // The JVM starts all the same, and tests that need the agent say that it is not there.
        }
    }
}
