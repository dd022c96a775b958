package dev.seeded.internal.explore;

/** Whether a failure is a matter of seeds. */
final class Verdict {

    private Verdict() {}

    /**
     * Returns the verdict on a test that failed, from more runs of it.
     *
     * @param same runs with the seed that it failed with
     * @param alike those of them that failed in the same way
     * @param others runs with other seeds
     * @param failed those of them that failed
     */
    static String of(int same, int alike, int others, int failed) {
        String counts = " (" + alike + " of " + same + " runs with it, " + failed + " of " + others + " with others)";
        if (alike < same) {
            return "does not reproduce: something that is not seeded decides" + counts;
        }
        return failed == others && others > 0
                ? "fails with every seed: not a matter of seeds" + counts
                : "fails with this seed: replay it" + counts;
    }
}
