package dev.seeded.internal.config;

/** What {@code seed.pins} says about the pins of classes and methods. */
public enum PinPolicy {
    OBEY,
    IGNORE,
    FAIL
}
