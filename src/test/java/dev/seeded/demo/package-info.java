/**
 * A first look: a class with a bug that only some inputs show, its seeded test, and a main that finds a failing seed and
 * replays it. Beside them are other tests whose output the documentation shows, and tests that are shrunk. All of them are
 * run for that alone, by {@code dev.seeded.docs} and {@code dev.seeded.internal.shrink}: they fail on purpose, or need the
 * agent.
 */
package dev.seeded.demo;
