package dev.seeded.internal.explore;

/** Whether a failure is a matter of seeds. */
enum Verdict {
    EVERY_SEED("fails with every seed: not a matter of seeds"),
    MOST_SEEDS("fails with at least 95 % of the seeds: the seed is probably not the cause"),
    THIS_SEED("fails with this seed: replay it"),
    NOT_REPRODUCED(
            "does not reproduce: the seed is not the cause; suspect a clock or a race (Fray and Lincheck find races)"),
    STATE("depends on what ran before: an earlier test or run leaves state behind"),
    UNDECIDED("cannot tell");

    private final String text;

    Verdict(String text) {
        this.text = text;
    }

    /**
     * What more runs of a failed test have shown.
     *
     * @param same runs with the seed that it failed with
     * @param alike those of them that failed in the same way
     * @param others runs with other seeds
     * @param failed those of them that failed
     */
    record Evidence(int same, int alike, int others, int failed) {

        /** Failures in a row after which, 99 times of 100, at least 99 % of all seeds fail. */
        static final int CERTAIN = 459;

        /** Failures in a row after which, 99 times of 100, at least 95 % of all seeds fail. */
        static final int SUFFICIENT = 99;

        private static final double HUNDREDFOLD = Math.log(100);

        Evidence withSame(boolean isAlike) {
            return new Evidence(same + 1, alike + (isAlike ? 1 : 0), others, failed);
        }

        Evidence withOther(boolean hasFailed) {
            return new Evidence(same, alike, others + 1, failed + (hasFailed ? 1 : 0));
        }

        /** Returns the verdict as soon as it is certain; else that it is not. */
        Verdict verdict() {
            if (alike < same) {
                return NOT_REPRODUCED;
            }
            if (failed == others) {
                return failed >= CERTAIN ? EVERY_SEED : UNDECIDED;
            }
            return logOfSeeded() - logOfUnseeded() >= HUNDREDFOLD ? THIS_SEED : UNDECIDED;
        }

        /** Returns the verdict where no more runs can be had. */
        Verdict lastVerdict() {
            Verdict verdict = verdict();
            return verdict == UNDECIDED && failed == others && failed >= SUFFICIENT ? MOST_SEEDS : verdict;
        }

        /** The likelihood if the seed decides, whatever the rate of seeds that fail: the mean over all rates. */
        private double logOfSeeded() {
            double log = -Math.log(others + 1.0);
            for (int number = 1; number <= failed; number++) {
                log += Math.log(number) - Math.log(others - failed + number);
            }
            return log;
        }

        /**
         * The likelihood if chance decides, at the rate that fits best. So the ratio of the two exceeds a hundred in at most
         * one of a hundred tests whose failures are of chance, however often one looks (J. Ville, 1939).
         */
        private double logOfUnseeded() {
            double failures = alike + failed;
            double passes = others - failed;
            double runs = failures + passes;
            return failures * Math.log(failures / runs) + passes * Math.log(passes / runs);
        }

        @Override
        public String toString() {
            return alike + " of " + same + " runs with it, " + failed + " of " + others + " with others";
        }
    }

    /** A verdict, and what is said of it. */
    record Said(Verdict verdict, String text) {}

    Said of(Evidence evidence, String more) {
        boolean mostFail = ClopperPearson.of(evidence.failed, evidence.others).lower() > 0.5;
        String said = this == THIS_SEED && mostFail ? "fails with this seed and with most others: replay it" : text;
        return new Said(this, said + " (" + evidence + more + ")");
    }

    String text(String why) {
        return text + " (" + why + ")";
    }
}
