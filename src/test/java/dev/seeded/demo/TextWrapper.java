package dev.seeded.demo;

import java.util.ArrayList;
import java.util.List;

/** Breaks text into lines of a given width. */
final class TextWrapper {

    private final int width;

    TextWrapper(int width) {
        this.width = width;
    }

    /** Returns the lines, each as full as possible; a word that is too long for one line is cut. */
    List<String> wrap(String text) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ")) {
            // The bug: the blank between line and word is not counted.
            if (line.length() > 0 && line.length() + word.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            if (line.length() > 0) {
                line.append(' ');
            }
            line.append(word);
            while (line.length() > width && line.indexOf(" ") < 0) {
                lines.add(line.substring(0, width));
                line.delete(0, width);
            }
        }
        lines.add(line.toString());
        return lines;
    }
}
