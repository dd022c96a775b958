package dev.seeded.internal.declared;

/** What is to be done for a context before its test runs, in this order. Most need none of it. */
public enum Preparation {
    /** The agent must be there. */
    AGENT,
    /** The agent must be able to order what is to be ordered, and to tell another time. */
    JVM_ORDERS_AND_CLOCK,
    /** The settings and the annotations must be in order. */
    SETTINGS,
    /** The fields of an instance that several tests share must be set anew. */
    SHARED_FIELDS,
    /** Process-wide generators must be seeded. */
    PROCESS_SEEDERS
}
