package dev.seeded.internal.secondjvm;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A JVM that was started to answer, over its standard input and output. It ends when its input does. */
final class JvmProcess implements AutoCloseable {

    /** For a JVM that iterates in the order that it chooses for itself. */
    static final String ANY_ORDER = "any";

    private static final Duration START = Duration.ofSeconds(60);
    private static final Duration END = Duration.ofSeconds(10);

    private final Path folder;
    private final Process process;
    private final String order;
    private @Nullable ObjectOutputStream questions;
    private @Nullable ObjectInputStream answers;

    private JvmProcess(Path folder, Process process, String token) throws IOException {
        this.folder = folder;
        this.process = process;
        try {
            order = within(START, () -> greeting(token));
        } catch (IOException failure) {
            close();
            throw failure;
        }
    }

    /**
     * Starts a JVM.
     *
     * @param opposed the iteration order that it is to have the opposite of, or {@link #ANY_ORDER}
     * @throws IOException if it does not start; the message says why
     */
    static JvmProcess start(List<String> options, String classPath, String opposed) throws IOException {
        Path folder = Files.createTempDirectory("seeded");
        // However this JVM ends.
        files(folder).forEach(file -> file.toFile().deleteOnExit());
        String token = UUID.randomUUID().toString();
        List<String> all = new ArrayList<>(options);
        if (!opposed.equals(ANY_ORDER)) {
            all.addAll(IterationOrder.CHANGEABLE);
        }
        Path arguments = Files.write(
                arguments(folder),
                JvmOptions.lines(all, classPath, List.of(SecondJvmMain.class.getName(), token, opposed)),
                Charset.forName(System.getProperty("native.encoding", "UTF-8")));
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "@" + arguments)
                .redirectError(errors(folder).toFile());
        // What it holds is among the options.
        builder.environment().remove("JDK_JAVA_OPTIONS");
        try {
            return new JvmProcess(folder, builder.start(), token);
        } finally {
            // It has read them, or never will; they may hold what is secret.
            Files.deleteIfExists(arguments);
        }
    }

    /** Returns the order in which it iterates. */
    String order() {
        return order;
    }

    /** Sends something that needs no answer. */
    void send(Object something) throws IOException {
        OutputStream out = process.getOutputStream();
        questions = questions == null ? new ObjectOutputStream(out) : questions;
        questions.writeObject(something);
        // Keeps no reference to what was sent.
        questions.reset();
        questions.flush();
    }

    /**
     * Asks a question.
     *
     * @throws IOException if there is no answer; the message says why
     */
    Answer ask(Question question, Duration patience) throws IOException {
        Answer answer = within(patience, () -> {
            send(question);
            answers = answers == null ? new ObjectInputStream(process.getInputStream()) : answers;
            return (Answer) answers.readObject();
        });
        if (!answer.problem().isEmpty()) {
            throw new IOException(answer.problem());
        }
        return answer;
    }

    @Override
    public void close() {
        end();
        try {
            Files.deleteIfExists(errors(folder));
            Files.deleteIfExists(folder);
        } catch (IOException stays) {
            // For as long as this JVM lives.
        }
    }

    private void end() {
        try {
            process.getOutputStream().close();
        } catch (IOException closed) {
            // It has ended.
        }
        try {
            if (!process.waitFor(END.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    /** Returns what follows the token: agents may have written something before. */
    private String greeting(String token) throws IOException {
        InputStream in = process.getInputStream();
        StringBuilder read = new StringBuilder();
        while (read.indexOf(token) < 0 || read.charAt(read.length() - 1) != '\n') {
            int next = in.read();
            if (next < 0) {
                throw new EOFException();
            }
            read.append((char) next);
        }
        return read.substring(read.indexOf(token) + token.length()).trim();
    }

    private <T> T within(Duration patience, Exchange<T> exchange) throws IOException {
        CompletableFuture<Void> end = CompletableFuture.runAsync(
                process::destroyForcibly,
                CompletableFuture.delayedExecutor(patience.toMillis(), TimeUnit.MILLISECONDS));
        try {
            return exchange.make();
        } catch (IOException | ClassNotFoundException failure) {
            throw new IOException(
                    end.isDone() ? "no answer within " + patience.toSeconds() + " s" : reason(failure), failure);
        } finally {
            end.cancel(false);
        }
    }

    /** Returns what the JVM said last, which is what ended it if it has ended. */
    private String reason(Exception failure) throws IOException {
        // Not read as lines, which fails where a message is written in another charset.
        String said = new String(Files.readAllBytes(errors(folder)), Charset.defaultCharset())
                .lines()
                .map(String::trim)
                .filter(line -> !line.isEmpty())
                .reduce("", (before, line) -> line);
        return said.isEmpty() ? failure.toString() : said;
    }

    /** Returns all that is written, in an order in which the last can be deleted first. */
    private static List<Path> files(Path folder) {
        return List.of(folder, arguments(folder), errors(folder));
    }

    private static Path arguments(Path folder) {
        return folder.resolve("arguments");
    }

    private static Path errors(Path folder) {
        return folder.resolve("errors");
    }

    @FunctionalInterface
    private interface Exchange<T> {

        T make() throws IOException, ClassNotFoundException;
    }
}
