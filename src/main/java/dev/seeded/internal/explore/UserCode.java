package dev.seeded.internal.explore;

import java.util.List;

/** Tells the user's code from that of the JDK and of test libraries. */
final class UserCode {

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
            "dev.seeded.internal.");

    private UserCode() {}

    static boolean includes(String className) {
        return OTHERS.stream().noneMatch(className::startsWith);
    }
}
