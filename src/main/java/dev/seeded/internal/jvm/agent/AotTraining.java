package dev.seeded.internal.jvm.agent;

import java.util.Set;

/**
 * Whether this JVM writes what it loads into an AOT cache (JEP 483, JEP 514) when it ends. Java 25 crashes then if {@code
 * java.lang.Thread} or {@code VirtualThread} was changed: they are among the classes that each cache has to have, and changed
 * ones are left out of it.
 */
final class AotTraining {

    /** The hooks that change these classes. */
    static final Set<Hook> LEFT_ALONE = Set.of(Hook.THREADS, Hook.VIRTUAL_THREADS);

    static final String REASON = "left alone, as this JVM writes an AOT cache and would crash";

    private static final int FIRST_VERSION = 24;

    private static final String[] OPTIONS = {"-XX:AOTCacheOutput", "-XX:AOTMode=record"};

    /** What the JVM reads options from beside its arguments. */
    private static final String[] VARIABLES = {"JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS"};

    private AotTraining() {}

    static boolean isOn() {
        if (Runtime.version().feature() < FIRST_VERSION) {
            return false;
        }
        for (String argument : ProcessHandle.current().info().arguments().orElse(new String[0])) {
            if (startsTraining(argument)) {
                return true;
            }
        }
        for (String variable : VARIABLES) {
            String value = System.getenv(variable);
            for (String argument : value == null ? new String[0] : value.trim().split("\\s+")) {
                if (startsTraining(argument)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean startsTraining(String argument) {
        for (String option : OPTIONS) {
            if (argument.startsWith(option)) {
                return true;
            }
        }
        return false;
    }
}
