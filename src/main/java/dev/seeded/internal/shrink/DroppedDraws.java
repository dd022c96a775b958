package dev.seeded.internal.shrink;

/** Passes that leave out draws in a row, whatever they are for. */
final class DroppedDraws {

    /** Draws in a row that are dropped at most where their number is not a half of all, a quarter, and so on. */
    private static final int MOST_IN_A_ROW = 8;

    private DroppedDraws() {}

    /** Drops a half of the draws, a quarter, and so on, the last ones first. */
    static void deleteBlocks(Trials trials) {
        for (int size = Math.max(1, trials.size() / 2); size > 0; size /= 2) {
            for (int from = trials.size() - size; from >= 0; from = Math.min(from, trials.size()) - size) {
                delete(trials, from, Math.min(trials.size(), from + size));
            }
        }
    }

    /** Drops a few draws in a row, wherever they begin. */
    static void deleteAnyBlocks(Trials trials) {
        for (int size = Math.min(MOST_IN_A_ROW, trials.size()); size > 0; size--) {
            for (int from = 0; from + size <= trials.size(); from++) {
                if (delete(trials, from, from + size)) {
                    return;
                }
            }
        }
    }

    private static boolean delete(Trials trials, int from, int to) {
        return from < to && trials.improve(draws -> draws.subList(from, to).clear());
    }

    /** Lowers a draw on which the number of the others depends, and drops some of those after it. */
    static void dropWithLowerOnes(Trials trials) {
        for (int at = 0; at < trials.size(); at++) {
            trials.check();
            Choice number = trials.best(at);
            if (number.isLowerable()) {
                int lowered = at;
                Choice nearer = number.nearer();
                if (trials.improve(at, nearer.value())
                        || (trials.made(draws -> draws.set(lowered, nearer)) != trials.size()
                                && dropAfter(trials, at, nearer))) {
                    return;
                }
            }
        }
    }

    private static boolean dropAfter(Trials trials, int at, Choice nearer) {
        for (int from = at + 1; from < Math.min(trials.size(), at + 1 + MOST_IN_A_ROW); from++) {
            for (int size = 1; size <= Math.min(MOST_IN_A_ROW / 2, trials.size() - from); size++) {
                int first = from;
                int end = from + size;
                if (trials.improve(draws -> {
                    draws.set(at, nearer);
                    draws.subList(first, end).clear();
                })) {
                    return true;
                }
            }
        }
        return false;
    }
}
