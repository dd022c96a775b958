package dev.seeded.demo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The numbers from one to another, which is not included. */
record Interval(int start, int end) {

    boolean includes(int number) {
        return start <= number && number < end;
    }

    /** Returns intervals that do not touch each other and include the same numbers. */
    static List<Interval> merge(List<Interval> intervals) {
        List<Interval> merged = new ArrayList<>();
        for (Interval next : intervals.stream()
                .sorted(Comparator.comparingInt(Interval::start))
                .toList()) {
            int last = merged.size() - 1;
            if (last >= 0 && next.start <= merged.get(last).end) {
                // The bug: the last one may end later than this one.
                merged.set(last, new Interval(merged.get(last).start, next.end));
            } else {
                merged.add(next);
            }
        }
        return merged;
    }

    @Override
    public String toString() {
        return start + "-" + end;
    }
}
