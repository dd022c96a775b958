package dev.seeded.internal.labels;

import static java.util.Objects.requireNonNull;

import dev.seeded.Labels;
import dev.seeded.internal.console.Printable;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The labels of one context. They cross JUnit as entries of a report. */
public final class CountedLabels implements Labels {

    /** The number of names that a test may have. */
    public static final int NAMES = 100;

    private static final int LENGTH = 100;
    private static final String PREFIX = "dev.seeded.label.";
    private static final String EXPECTED = "expected";

    private final Map<String, Counter> counters = new ConcurrentHashMap<>();
    private volatile boolean isOfTest = true;

    /** Has labels refused from now on, as the context is no test, or over. */
    public void refuse() {
        isOfTest = false;
    }

    @Override
    public void add(String name, boolean hit) {
        count(counter(name), hit);
    }

    @Override
    public void sometimes(String name, boolean hit) {
        Counter counter = counter(name);
        counter.isExpected = true;
        count(counter, hit);
    }

    private static void count(Counter counter, boolean hit) {
        if (hit) {
            counter.hit = true;
        }
    }

    private Counter counter(String name) {
        if (!isOfTest) {
            throw new IllegalStateException(
                    "label " + Printable.quote(name) + " is added outside of a running test: take Labels"
                            + " as a parameter of the test, @BeforeEach or @AfterEach, and add it there");
        }
        Counter known = counters.get(requireNonNull(name, "name"));
        return known == null ? newCounter(name) : known;
    }

    private synchronized Counter newCounter(String name) {
        if (name.isBlank()
                || name.length() > LENGTH
                || !Printable.line(name).equals(name)
                || name.codePoints().anyMatch(found -> found != ' ' && Character.isSpaceChar(found))) {
            throw new IllegalArgumentException("label " + Printable.quote(name) + " of " + name.length()
                    + " characters: a name is one line of 1 to " + LENGTH
                    + " visible characters, with plain spaces only");
        }
        if (counters.size() == NAMES && !counters.containsKey(name)) {
            throw new IllegalStateException(tooMany(name));
        }
        return counters.computeIfAbsent(name, unused -> new Counter());
    }

    /** Returns what is said of a name that is one too many. */
    public static String tooMany(String name) {
        return "label " + Printable.quote(name) + " is one too many: a test has at most " + NAMES
                + " names. Name the kind of input, not its value";
    }

    /** Returns the labels as entries of a report. */
    public Map<String, String> entries() {
        Map<String, String> entries = new ConcurrentHashMap<>();
        counters.forEach((name, counter) ->
                entries.put(PREFIX + name, (counter.hit ? "1" : "0") + (counter.isExpected ? EXPECTED : "")));
        return entries;
    }

    /** Returns the name of the label that an entry of a report has; empty if it has none. */
    public static Optional<String> name(String key) {
        return Optional.of(key)
                .filter(found -> found.startsWith(PREFIX))
                .map(found -> found.substring(PREFIX.length()));
    }

    /** Returns the label that an entry of a report has. */
    public static Label label(String value) {
        return new Label(value.endsWith(EXPECTED), value.startsWith("1") ? 1 : 0);
    }

    private static final class Counter {

        private volatile boolean hit;
        private volatile boolean isExpected;
    }
}
