package dev.seeded.internal.secondjvm;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * A JVM that was started to answer, over a socket of this machine that nothing else writes to. It ends when this JVM closes
 * that, or ends.
 */
final class JvmProcess implements AutoCloseable {

    /** For a JVM that iterates in the order that it chooses for itself. */
    static final String ANY_ORDER = "any";

    private static final Duration START = Duration.ofSeconds(60);
    private static final Duration END = Duration.ofSeconds(10);
    private static final int GLANCE_IN_MILLIS = 100;

    /** What a JVM reads beside its arguments, which hold that already, or what is left out of them. */
    private static final List<String> VARIABLES = List.of("JDK_JAVA_OPTIONS", "JAVA_TOOL_OPTIONS", "_JAVA_OPTIONS");

    private final JvmFolder folder;
    private final Process process;
    private final Channel channel;

    private JvmProcess(JvmFolder folder, Process process, Channel channel) {
        this.folder = folder;
        this.process = process;
        this.channel = channel;
    }

    /**
     * Starts a JVM.
     *
     * @param opposed the {@link MapOrder} that it is to have the opposite of, or {@link #ANY_ORDER}
     * @throws IOException if it does not start; the message says why
     */
    static JvmProcess start(List<String> options, String classPath, String opposed) throws IOException {
        JvmFolder folder = JvmFolder.make();
        try (ServerSocket server = new ServerSocket(0, 0, InetAddress.getLoopbackAddress())) {
            String token = UUID.randomUUID().toString();
            List<String> all = new ArrayList<>(options);
            if (!opposed.equals(ANY_ORDER)) {
                all.add("-javaagent:" + folder.agent());
            }
            Path arguments = folder.write(JvmOptions.lines(
                    all,
                    classPath,
                    List.of(
                            SecondJvmMain.class.getName(),
                            String.valueOf(server.getLocalPort()),
                            token,
                            folder.path().toString(),
                            opposed)));
            ProcessBuilder builder = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "@" + arguments)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(folder.errors().toFile());
            builder.environment().keySet().removeAll(VARIABLES);
            Process process = builder.start();
            try {
                JvmProcess started = new JvmProcess(folder, process, connect(server, process, token, folder));
                started.receive(String.class, START);
                return started;
            } catch (IOException | RuntimeException failure) {
                end(process);
                throw failure;
            }
        } catch (IOException | RuntimeException failure) {
            folder.remove();
            throw failure;
        } finally {
            // It has read them, or never will.
            Files.deleteIfExists(folder.arguments());
        }
    }

    /** Waits until the JVM that knows the token connects itself. */
    private static Channel connect(ServerSocket server, Process process, String token, JvmFolder folder)
            throws IOException {
        server.setSoTimeout(GLANCE_IN_MILLIS);
        for (long start = System.nanoTime(); System.nanoTime() - start < START.toNanos(); ) {
            try {
                Socket socket = server.accept();
                socket.setSoTimeout((int) START.toMillis());
                if (Channel.isGreeted(socket, token)) {
                    return new Channel(socket);
                }
                socket.close();
            } catch (SocketTimeoutException notYet) {
                if (!process.isAlive()) {
                    throw new IOException(lastWords(folder, "it ended with exit code " + process.exitValue()));
                }
            }
        }
        throw new IOException("no answer within " + START.toSeconds() + " s");
    }

    /** Sends something that needs no answer. */
    void send(Object something) throws IOException {
        channel.send(something);
    }

    /**
     * Asks a question.
     *
     * @throws IOException if there is no answer; the message says why
     */
    Answer ask(Question question, Duration patience) throws IOException {
        send(question);
        return receive(Answer.class, patience);
    }

    /**
     * Waits for what the JVM sends.
     *
     * @throws IOException if it sends nothing in that time, or something else; the message says why
     */
    <T> T receive(Class<T> type, Duration patience) throws IOException {
        Object received;
        try {
            received = channel.receive(patience);
        } catch (SocketTimeoutException late) {
            process.destroyForcibly();
            throw new IOException("no answer within " + patience.toSeconds() + " s", late);
        } catch (IOException | ClassNotFoundException failure) {
            throw new IOException(lastWords(folder, end(failure)), failure);
        }
        if (received instanceof Problem problem) {
            throw new IOException(problem.text());
        }
        return type.cast(received);
    }

    /** Returns how the JVM ended, if that is why it sends nothing. */
    private String end(Exception failure) {
        try {
            return process.waitFor(1, TimeUnit.SECONDS)
                    ? "it ended with exit code " + process.exitValue()
                    : failure.toString();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return failure.toString();
        }
    }

    /** Has the JVM end, and says how, before it is closed. */
    void announce(JvmEnd end) {
        try {
            send(end);
        } catch (IOException hasEnded) {
            // It has nothing left to do.
        }
    }

    @Override
    public void close() {
        announce(JvmEnd.NOW);
        channel.close();
        end(process);
        folder.remove();
    }

    private static void end(Process process) {
        try {
            if (!process.waitFor(END.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    /** Returns what the JVM said last, which is what ended it if it has ended; something else where it said nothing. */
    private static String lastWords(JvmFolder folder, String otherwise) throws IOException {
        if (Files.notExists(folder.errors())) {
            // It has removed the folder itself.
            return otherwise;
        }
        // Not read as lines, which fails where a message is written in another charset.
        return new String(Files.readAllBytes(folder.errors()), Charset.defaultCharset())
                .lines()
                .map(String::trim)
                .filter(line -> !line.isEmpty())
                .reduce((before, line) -> line)
                .orElse(otherwise);
    }
}
