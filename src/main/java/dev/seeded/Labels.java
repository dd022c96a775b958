package dev.seeded;

/**
 * Counts in how many runs something happened that a test should meet: an empty list, a collision of hash codes.
 *
 * <p>A test that passes 2,000 times shows little if its list was never empty. Injected in a seeded test, labels show what
 * the runs of {@code -Dseed.runs=2000} were like:
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
 * <p>The summary has a line for each label: in how many runs it was true at least once, that share, and its 95 % interval.
 * It is runs that count and not calls, because those of one run depend on each other. Runs that were aborted or skipped do
 * not count. If a label of {@link #sometimes} was true in no run, the test fails.
 *
 * <h2>Scope</h2>
 *
 * <p>Constructor, {@code @BeforeEach}, test and {@code @AfterEach} of one invocation share their labels, and all invocations
 * of a repeated or parameterized test and all tests of a factory are one run: a label is true in it if it is in one of them.
 * Invocations with a pinned seed, and those that are aborted, do not count. Threads may add at the same time. Labels belong to
 * tests: in {@code @BeforeAll}, in {@code @AfterAll}, in the constructor of an instance per class and after the test is over it
 * is an error to add one.
 *
 * <p>Shares need runs that are a sample of all seeds. So there are none in a single run, under {@code seed.check} and {@code
 * seed=last}, for a pinned test, and where the runs end with the first failure ({@code seed.keepGoing} goes on). There, no
 * label fails a test. The runs by which failures are confirmed or shrunk do not count.
 *
 * @since 0.1
 */
public interface Labels {

    /**
     * Counts the run if {@code hit} is true. Call it whether or not that is so: a label that is never true has its line too.
     *
     * @param name what happened, on one line of at most 100 visible characters. A test has at most 100 names, so that they name
     *     kinds of input ("empty") and not values
     * @throws IllegalArgumentException if the name is blank, longer, not on one line, or has other spaces than plain ones
     * @throws IllegalStateException if it is one name too many, or no test is running
     */
    void add(String name, boolean hit);

    /**
     * Counts like {@link #add}, and has the test fail if {@code hit} was true in none of several runs. The failure says
     * which share of the runs that excludes: in 2,000 runs, one of 0.15 % or more, at 95 % confidence.
     *
     * @param name as for {@link #add}
     * @throws IllegalArgumentException if the name is blank, longer, not on one line, or has other spaces than plain ones
     * @throws IllegalStateException if it is one name too many, or no test is running
     */
    void sometimes(String name, boolean hit);
}
