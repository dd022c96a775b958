package dev.seeded.internal.draws;

import dev.seeded.internal.jvm.HookNames;
import java.util.List;

/** Tells the user's code from that of the JDK and of test libraries. */
public final class UserCode {

    /** Libraries whose methods draw for the user's code. */
    private static final List<String> GENERATORS =
            List.of("dev.seeded.parity.", "kotlin.", "net.datafaker.", "org.apache.commons.rng.");

    private static final List<String> OTHERS = List.of(
            "java.",
            "javax.",
            "jdk.",
            "sun.",
            "com.sun.",
            "org.junit.",
            "org.opentest4j.",
            "org.assertj.",
            "org.hamcrest.",
            "com.google.common.truth.",
            "org.mockito.",
            "org.apache.maven.",
            "org.gradle.",
            "com.intellij.",
            "dev.seeded.chance.",
            "dev.seeded.internal.");

    private static final List<String> RUNNERS = List.of(
            "org.junit.jupiter.engine.",
            "dev.seeded.internal.explore.",
            "dev.seeded.internal.execution.",
            "dev.seeded.internal.secondjvm.");

    private UserCode() {}

    public static boolean includes(String className) {
        // Names of classes that are made at run time may be others in each run.
        return !beginsWithAny(OTHERS, className) && !isGenerator(className) && !className.contains("$$");
    }

    /** Returns whether this is a library whose methods draw for the user's code. */
    static boolean isGenerator(String className) {
        return beginsWithAny(GENERATORS, className);
    }

    static boolean isOfJavaApi(String className) {
        return className.startsWith("java.");
    }

    /** Returns whether this is a hook in the JDK, through which the JVM's random numbers are drawn. */
    static boolean isHook(String className) {
        return className.startsWith(HookNames.PREFIX);
    }

    /** Returns whether the JDK's {@code Collections.shuffle} draws now. */
    static boolean isShuffled() {
        return StackWalker.getInstance()
                .walk(frames -> frames.dropWhile(frame -> frame.getClassName().startsWith("dev.seeded.internal.draws."))
                        .limit(1)
                        .anyMatch(frame -> frame.getMethodName().equals("shuffle")
                                && frame.getClassName().equals("java.util.Collections")));
    }

    /** Returns whether this is code that runs tests. */
    static boolean isRunner(String className) {
        return beginsWithAny(RUNNERS, className);
    }

    /** Asked of each frame of each draw: a stream would take most of the time that recording takes. */
    private static boolean beginsWithAny(List<String> packages, String className) {
        for (String name : packages) {
            if (className.startsWith(name)) {
                return true;
            }
        }
        return false;
    }
}
