package dev.seeded.internal.secondjvm;

/** What a JVM is told that is to end. One that is told nothing has lost the JVM that started it, and leaves what it runs. */
enum JvmEnd {
    /** Nobody waits for what it runs. */
    NOW,
    /** Somebody ends all JVMs: what it runs may have failed. */
    AFTER_THE_RUN
}
