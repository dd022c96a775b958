package dev.seeded.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seeded.internal.note.SeedNote;
import dev.seeded.internal.note.SeedReport;
import dev.seeded.internal.note.UnattachedReports;
import dev.seeded.internal.seed.Derivation;
import dev.seeded.internal.seed.Identity;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.Event;

/**
 * A failure in a run with seed 42, and what is said of its seed.
 *
 * @param uniqueId the test or class that failed
 * @param displayName its name
 * @param throwable what was thrown
 * @param published the reports that were published of it, as text
 */
public record NotedFailure(String uniqueId, String displayName, Throwable throwable, List<String> published) {

    private static final long RUN_SEED = 42;

    /** Returns fixtures with seed 42, whose replay lines are short, and whose stack traces JUnit leaves whole. */
    public static Fixtures fixtures() {
        return Fixtures.withSeed(RUN_SEED)
                .with("seed.command", "again {class} {method} {seed}")
                .with("seed.announce", false)
                .with("junit.platform.stacktrace.pruning.enabled", false);
    }

    /** Runs a fixture and returns its failure, of which there is one. */
    public static NotedFailure in(Class<?> fixture) {
        List<NotedFailure> failures = allIn(fixtures().run(fixture));
        assertThat(failures).hasSize(1);
        return failures.get(0);
    }

    /**
     * Runs a fixture and asserts that its one failure has a note with a pin.
     *
     * @param name what the note says of the test after the name of the class
     * @param selected the method that the replay line selects, or {@code '*'} for all of the class
     */
    public static void assertPinned(Class<?> fixture, String name, String selected) {
        NotedFailure failed = in(fixture);
        assertThat(failed.note())
                .isEqualTo(unpinned(fixture, name, selected) + "\n\t  pin     @Seeded(" + failed.testSeed() + "L)");
    }

    /** Asserts the same of a note without a pin. */
    public static void assertUnpinned(Class<?> fixture, String name, String selected) {
        assertThat(in(fixture).note())
                .isEqualTo(unpinned(fixture, name, selected) + (selected.equals("'*'") ? KEPT_GENERATOR : ""));
    }

    /** Why a whole class runs for one failure. */
    public static final String KEPT_GENERATOR =
            "\n\t  reason  needs the tests before it, as its class may keep a generator from one test to the next";

    private static String unpinned(Class<?> fixture, String name, String selected) {
        return fixture.getName() + name + " ran with seed 42\n\t  replay  again '" + fixture.getName() + "' " + selected
                + " 42";
    }

    /** Returns the failures of tests and containers, in the order of their report. */
    public static List<NotedFailure> allIn(EngineExecutionResults results) {
        return results.allEvents().failed().stream()
                .map(event -> of(event, results))
                .toList();
    }

    private static NotedFailure of(Event failed, EngineExecutionResults results) {
        return new NotedFailure(
                failed.getTestDescriptor().getUniqueId().toString(),
                failed.getTestDescriptor().getDisplayName(),
                failed.getRequiredPayload(TestExecutionResult.class)
                        .getThrowable()
                        .orElseThrow(),
                UnattachedReports.take(failed.getTestDescriptor().getUniqueId().toString())
                        .map(SeedReport::text)
                        .stream()
                        .toList());
    }

    /** Returns the test seed of what failed; a dynamic test has its factory's. */
    public long testSeed() {
        return Derivation.testSeed(RUN_SEED, Identity.of(uniqueId.replaceFirst("/\\[dynamic-.*", "")));
    }

    /** Returns the text of the note, of which there is one. */
    public String note() {
        assertThat(notes()).hasSize(1);
        return notes().get(0).getMessage();
    }

    /** Returns the notes on the throwable, on its causes, and on what they suppress. */
    public List<Throwable> notes() {
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Throwable> open = new ArrayDeque<>(List.of(throwable));
        List<Throwable> notes = new ArrayList<>();
        while (!open.isEmpty()) {
            Throwable next = open.pop();
            if (seen.add(next)) {
                if (next instanceof SeedNote) {
                    notes.add(next);
                }
                open.addAll(List.of(next.getSuppressed()));
                Stream.ofNullable(next.getCause()).forEach(open::add);
            }
        }
        return notes;
    }
}
