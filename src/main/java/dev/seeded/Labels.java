package dev.seeded;

/**
 * Counts how many runs of a test met a case, such as an empty list or a collision of hash codes.
 *
 * <p>A test that passes 2,000 times shows little if, for example, its list was never empty. Inject labels into a seeded
 * test to see how many runs of {@code -Dseed.runs=2000} met such a case:
 *
 * <pre>{@code
 * @Test
 * void keepsItsElements(Random random, Labels labels) {
 *     List<Integer> list = listOf(random);
 *     labels.add("empty", list.isEmpty());
 *     labels.sometimes("equal elements", Set.copyOf(list).size() < list.size());
 *     …
 * }
 * }</pre>
 *
 * <p>The summary has a line for each label. It shows the number of runs in which the label was true at least once, their
 * share, and the 95 % interval of that share. Labels count runs, not calls, because the calls of one run depend on each
 * other. Aborted and skipped runs do not count. If a label of {@link #sometimes} was true in no run, the test fails.
 *
 * <h2>Scope</h2>
 *
 * <p>The constructor, {@code @BeforeEach}, the test and {@code @AfterEach} of one invocation share their labels. All
 * invocations of a repeated or parameterized test, and all tests of a factory, are one run. A label is true in this run if
 * it is true in one of the invocations. Invocations with a pinned seed and aborted invocations do not count. Several
 * threads may add labels at the same time.
 *
 * <p>Labels belong to tests. It is an error to add a label in {@code @BeforeAll}, in {@code @AfterAll}, in the constructor
 * of an instance that several tests share, or after the test is over.
 *
 * <p>Shares need runs that are a sample of all seeds. Without a sample, there are no shares, and no label fails a test:
 * in a single run, under {@code seed.check} or {@code seed=last}, in a pinned test, and if the runs stop at the first
 * failure ({@code seed.keepGoing} does not stop there). Runs that confirm or shrink a failure do not count.
 *
 * @since 0.1
 */
public interface Labels {

    /**
     * Counts the run if {@code hit} is true. Call this method if {@code hit} is false, too, so that the summary also has a
     * line for a label that was never true.
     *
     * @param name the name of the case, on one line of at most 100 visible characters. A test can have at most 100 names,
     *     so use names for kinds of input ("empty"), not for values
     * @throws IllegalArgumentException if the name is blank, longer, not on one line, or has other spaces than plain ones
     * @throws IllegalStateException if it is one name too many, or no test is running
     */
    void add(String name, boolean hit);

    /**
     * Counts like {@link #add}, and fails the test if {@code hit} was true in none of several runs. The failure says how
     * rare the case is: if no run of 2,000 met it, fewer than 0.150 % of the runs do (at 95 % confidence).
     *
     * @param name as for {@link #add}
     * @throws IllegalArgumentException if the name is blank, longer, not on one line, or has other spaces than plain ones
     * @throws IllegalStateException if it is one name too many, or no test is running
     */
    void sometimes(String name, boolean hit);
}
