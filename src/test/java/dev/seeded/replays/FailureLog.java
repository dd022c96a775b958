package dev.seeded.replays;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.seeded.internal.note.SeedNote;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

/** Prints failures of generated classes so that a program reads them: one line for each. */
public final class FailureLog implements TestExecutionListener {

    /** What lines for programs contain. */
    static final String MARK = "@@failed ";

    private static final String ELSEWHERE = "in a second JVM: ";

    /** Created by JUnit. */
    public FailureLog() {}

    /**
     * A failure.
     *
     * @param id the unique id of what failed
     * @param type of what was thrown
     * @param message of what was thrown
     * @param place where the generated class threw it; empty where another one did
     * @param note what it says of its seed; empty for none
     */
    record Logged(String id, String type, String message, String place, String note) {

        /** Returns the unique id below the engine. */
        String identity() {
            return id.substring(id.indexOf("]/") + 1);
        }

        private String line() {
            return Stream.of(id, type, message, place, note)
                    .map(text -> Base64.getEncoder().encodeToString(text.getBytes(UTF_8)))
                    .collect(Collectors.joining(" ", MARK, ""));
        }

        private static Logged of(String line) {
            List<String> texts = Stream.of(
                            line.substring(line.indexOf(MARK) + MARK.length()).split(" ", -1))
                    .map(text -> new String(Base64.getDecoder().decode(text), UTF_8))
                    .toList();
            Logged logged = new Logged(texts.get(0), texts.get(1), texts.get(2), texts.get(3), texts.get(4));
            return logged.message.startsWith(ELSEWHERE) ? logged.original() : logged;
        }

        /** Returns the failure that this stands for, which was in another JVM. */
        private Logged original() {
            String[] thrown = message.substring(ELSEWHERE.length()).split(": ", 2);
            return new Logged(id, thrown[0], thrown.length > 1 ? thrown[1] : "null", place, note);
        }
    }

    /** Reads the failures that a run printed. */
    static List<Logged> read(String output) {
        return output.lines()
                .filter(line -> line.contains(MARK))
                .map(Logged::of)
                .toList();
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        result.getThrowable()
                .filter(unused -> result.getStatus() == TestExecutionResult.Status.FAILED)
                .map(failure -> new Logged(
                        test.getUniqueId(),
                        failure.getClass().getName(),
                        String.valueOf(failure.getMessage()),
                        place(failure),
                        text(SeedNote.of(failure), SeedNote::getMessage)))
                .ifPresent(failed -> System.out.println("\n" + failed.line()));
    }

    private static String place(Throwable failure) {
        return text(
                Stream.of(failure.getStackTrace())
                        .filter(frame -> frame.getClassName().startsWith(RandomClass.PACKAGE + "."))
                        .findFirst(),
                frame -> frame.getFileName() + ":" + frame.getLineNumber());
    }

    private static <T> String text(Optional<T> value, Function<T, String> text) {
        return value.map(text).orElse("");
    }
}
