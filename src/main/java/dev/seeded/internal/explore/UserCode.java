package dev.seeded.internal.explore;

import java.util.List;

/** Tells the user's code from that of the JDK and of test libraries. */
final class UserCode {

    private static final String GENERATORS = "dev.seeded.parity.";

    private static final List<String> OTHERS = List.of(
            "java.",
            "javax.",
            "jdk.",
            "sun.",
            "com.sun.",
            "kotlin.",
            "org.junit.",
            "org.opentest4j.",
            "org.assertj.",
            "org.hamcrest.",
            "com.google.common.truth.",
            "org.mockito.",
            "org.apache.maven.",
            "org.gradle.",
            "com.intellij.",
            "dev.seeded.internal.",
            GENERATORS);

    private static final String EXPLORER = UserCode.class.getPackageName() + ".";

    private UserCode() {}

    static boolean includes(String className) {
        // Names of classes that are made at run time may be others in each run.
        return OTHERS.stream().noneMatch(className::startsWith) && !className.contains("$$");
    }

    /** Tells whether this is a library of generators, whose methods the user's code calls. */
    static boolean isGenerator(String className) {
        return className.startsWith(GENERATORS);
    }

    /** Tells whether this is code that explores. */
    static boolean isExplorer(String className) {
        return className.startsWith(EXPLORER);
    }
}
