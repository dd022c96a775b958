/**
 * A first look: a class with a bug that only some inputs show, its seeded test, and a main that finds a failing seed and
 * replays it.
 */
package dev.seeded.demo;
