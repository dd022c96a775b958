package dev.seeded.docs;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a document shows of an output: all its lines, but where a line is {@code …}, which stands for any lines; within a
 * line, {@code …} stands for any text.
 */
final class Excerpt {

    static final String GAP = "…";

    private final List<String> shown;
    private final List<String> actual;

    /** How many lines have to change so that the shown ones from an index on are an excerpt of the actual ones from another. */
    private final int[][] changes;

    Excerpt(List<String> shown, List<String> actual) {
        this.shown = shown;
        this.actual = actual;
        changes = new int[shown.size() + 1][actual.size() + 1];
        for (int i = shown.size(); i >= 0; i--) {
            for (int j = actual.size(); j >= 0; j--) {
                changes[i][j] = changes(i, j);
            }
        }
    }

    boolean isTrue() {
        return changes[0][0] == 0;
    }

    /** Returns the lines to show: those that are shown now as far as they are true, else those of the output. */
    List<String> corrected() {
        List<String> lines = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < shown.size() || j < actual.size()) {
            if (isGap(i) && changes[i][j] == changes[i + 1][j]) {
                lines.add(shown.get(i++));
            } else if (isGap(i)) {
                j++;
            } else if (i < shown.size() && j < actual.size() && changes[i][j] == changes[i + 1][j + 1] + cost(i, j)) {
                lines.add(cost(i, j) == 0 ? shown.get(i) : actual.get(j));
                i++;
                j++;
            } else if (i < shown.size() && changes[i][j] == changes[i + 1][j] + 1) {
                i++;
            } else {
                lines.add(actual.get(j++));
            }
        }
        return lines;
    }

    /** Follows from the same for later indices. */
    private int changes(int i, int j) {
        boolean moreShown = i < shown.size();
        boolean moreActual = j < actual.size();
        int fewest = moreShown || moreActual ? Integer.MAX_VALUE : 0;
        if (moreShown) {
            fewest = changes[i + 1][j] + (isGap(i) ? 0 : 1);
        }
        if (moreActual) {
            fewest = Math.min(fewest, changes[i][j + 1] + (isGap(i) ? 0 : 1));
        }
        if (moreShown && moreActual && !isGap(i)) {
            fewest = Math.min(fewest, changes[i + 1][j + 1] + cost(i, j));
        }
        return fewest;
    }

    private boolean isGap(int i) {
        return i < shown.size() && shown.get(i).strip().equals(GAP);
    }

    private int cost(int i, int j) {
        String pattern =
                Arrays.stream(shown.get(i).split(GAP, -1)).map(Pattern::quote).collect(joining(".*"));
        return actual.get(j).matches(pattern) ? 0 : 1;
    }
}
