package dev.seeded.internal.note;

import java.io.Serializable;

/**
 * The draws that a failed test was played.
 *
 * @param text what plays them again; empty where there is none
 * @param listed what a person reads of them; empty where they were given
 * @param origin what they were found from; empty where they were given
 */
public record NotedDraws(String text, String listed, String origin) implements Serializable {}
