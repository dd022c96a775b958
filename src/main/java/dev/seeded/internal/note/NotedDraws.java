package dev.seeded.internal.note;

import java.io.Serializable;
import java.util.List;

/**
 * The draws that a failed test was played.
 *
 * @param text what plays them again; empty where there is none
 * @param listed what a person reads of them; empty where they were given
 * @param rows the same one by one
 * @param origin what they were found from; empty where they were given
 */
public record NotedDraws(String text, String listed, List<Row> rows, String origin) implements Serializable {

    /**
     * Equal draws in a row.
     *
     * @param times how many
     * @param draw as it is written in code, with its value
     * @param place the user's line; empty where none is known
     */
    public record Row(long times, String draw, String place) implements Serializable {}
}
