package dev.seeded.internal.bisect;

import dev.seeded.internal.console.Counted;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What was found out of a failed test.
 *
 * @param relation says what it is
 * @param others the tests that the relation is about
 * @param alternatives other tests that have the same effect alone
 * @param isComplete whether it was tried that without all of these there is no such effect
 * @param count the number of tests that the relation is about
 * @param candidates says where tests come from of which there was a choice
 * @param probes how often the test ran
 * @param reason why it is not more
 */
record Conclusion(
        Relation relation,
        List<TestReference> others,
        List<TestReference> alternatives,
        boolean isComplete,
        int count,
        String candidates,
        int probes,
        String reason) {

    /** What a test and those before it have to do with each other. */
    enum Relation {
        /** The test fails after the others, and passes without any one of them. */
        POLLUTED,
        /** The test passes after the others, and fails without any one of them. */
        BRITTLE,
        /** The test fails alone and after all. */
        FAILS_ALWAYS,
        /** The test fails alone, and there was no other. */
        FAILS_ALONE,
        /** The test passes alone, and there was nothing before it. */
        PASSES_ALONE,
        /** The test passes alone and after all that ran before it. */
        PASSES_ALWAYS,
        /** The same tests before it gave one outcome once, and another the next time. */
        CHANGES,
        /** The others are not the fewest yet. */
        UNFINISHED,
        /** Nothing can be said. */
        UNKNOWN
    }

    /** Returns whether the others bring the failure back. */
    boolean isPolluted() {
        return relation == Relation.POLLUTED || (relation == Relation.UNFINISHED && !others.isEmpty());
    }

    /** Returns whether there is a command that shows what was found. */
    boolean isReplayable() {
        return isPolluted() || relation == Relation.BRITTLE;
    }

    /** Returns the tests after which it fails. */
    List<TestReference> replayed() {
        return isPolluted() ? others : List.of();
    }

    /** Returns this with one more reason why it is not more. */
    Conclusion because(String more) {
        return new Conclusion(
                relation,
                others,
                alternatives,
                isComplete,
                count,
                candidates,
                probes,
                reason.isEmpty() ? more : reason + "; " + more);
    }

    /**
     * Returns what a user reads.
     *
     * @param title what a person calls the test
     */
    String text(String title) {
        String text = switch (relation) {
            case POLLUTED ->
                " fails after " + names()
                        + (isComplete
                                ? ", passes without " + (others.size() + alternatives.size() == 1 ? "it" : "them")
                                : ", passes alone; other earlier tests also make it fail");
            case BRITTLE ->
                " fails alone, passes after " + names() + ": it needs what "
                        + (others.size() == 1 ? "that leaves" : "these leave") + " behind";
            case FAILS_ALWAYS ->
                " fails alone, and after the other " + counted() + " " + candidates + " as well: "
                        + "its failure does not depend on other tests";
            case FAILS_ALONE ->
                " fails alone, and no other test ran in this JVM: run it with others to see"
                        + " whether it needs one to pass";
            case PASSES_ALONE -> " passes alone, and no test ran before it in this JVM: why it failed cannot be known";
            case PASSES_ALWAYS ->
                " passes alone, and after the " + counted() + " that ran before it as well: why"
                        + " it failed cannot be known";
            case CHANGES -> " sometimes fails and sometimes passes after the same tests: no order explains it";
            case UNFINISHED ->
                others.isEmpty()
                        ? " was not examined completely"
                        : " fails after " + Counted.number(count)
                                + " of the tests before it, passes alone; fewer may be enough";
            case UNKNOWN -> " cannot be judged";
        };
        return title + text + (reason.isEmpty() ? "" : "; " + reason) + " (" + Counted.of(probes, "fresh JVM") + ")";
    }

    private String counted() {
        return Counted.of(count, "test");
    }

    private String names() {
        String titles = others.stream().map(TestReference::title).collect(Collectors.joining(" and "));
        if (alternatives.isEmpty()) {
            return titles;
        }
        String more = alternatives.stream().map(TestReference::title).collect(Collectors.joining(" or "));
        boolean isOfOneClass = alternatives.stream().anyMatch(other -> other.isInClassOf(others.get(0)));
        return titles + ", and also after " + more
                + (isOfOneClass
                        ? " (so look at what both tests of " + others.get(0).className()
                                + " share, @BeforeAll and static initializers for instance)"
                        : "");
    }
}
