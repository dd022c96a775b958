package dev.seeded.internal.secondjvm;

import dev.seeded.internal.config.Claim;
import dev.seeded.internal.config.Exploration;
import dev.seeded.internal.config.Settings;
import dev.seeded.internal.draws.DrawComparison;
import dev.seeded.internal.draws.DrawRecord.Difference;
import dev.seeded.internal.draws.DrawSession;
import dev.seeded.internal.execution.Jupiter;
import dev.seeded.internal.execution.RunResults;
import dev.seeded.internal.memory.AtShutdown;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Supplier;
import org.junit.platform.engine.ConfigurationParameters;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;

/**
 * What runs in a {@link JvmProcess}: takes the opposite iteration order if it is told to, says whether it could, then runs
 * the tests that it is asked to run.
 */
public final class SecondJvmMain {

    private SecondJvmMain() {}

    /** Called by the JVM with the other one's port, the token for it, the folder of both, and the other's order. */
    public static void main(String[] arguments) throws IOException, ClassNotFoundException, InterruptedException {
        JvmFolder folder = new JvmFolder(Path.of(arguments[2]));
        // The tests have written to the first JVM's already.
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        try (Channel channel = Channel.to(Integer.parseInt(arguments[0]), arguments[1])) {
            channel.send(oppose(arguments[3]));
            System.setOut(nowhere);
            System.setErr(nowhere);
            System.setIn(InputStream.nullInputStream());
            ((Map<?, ?>) channel.receive())
                    .forEach((name, value) -> System.getProperties().putIfAbsent(name, value));
            answer(channel, parameters((Map<?, ?>) channel.receive()), folder);
        } finally {
            folder.remove();
        }
    }

    /** Takes the opposite of the other JVM's order; returns a text, or why that cannot be. */
    private static Object oppose(String order) {
        try {
            if (!order.equals(JvmProcess.ANY_ORDER)) {
                MapOrder.oppose(order);
            }
            return "ready";
        } catch (IllegalArgumentException impossible) {
            return new Problem(String.valueOf(impossible.getMessage()));
        }
    }

    @SuppressWarnings("try") // the hook only has to be closed
    private static void answer(Channel channel, ConfigurationParameters parameters, JvmFolder folder)
            throws IOException, InterruptedException {
        BlockingQueue<Object> asked = new LinkedBlockingQueue<>();
        SideBySide sideBySide = new SideBySide(channel, parameters);
        Thread reader = new Thread(() -> read(channel, asked, sideBySide, folder), "seeded-questions");
        reader.setDaemon(true);
        reader.start();
        Claim.claim(new Claim(Set.of(), false));
        JvmStart start = JvmStart.ofThisJvm();
        Optional<Duration> timeout = Exploration.timeout(Settings.ofThisJvm(parameters::get));
        try (Jupiter jupiter = new Jupiter(parameters, timeout);
                AtShutdown hook = AtShutdown.run(sideBySide::end)) {
            while (true) {
                Object next = asked.take();
                channel.send(
                        next instanceof ManyRuns many
                                ? sideBySide.answer(many, jupiter)
                                : answer((Question) next, jupiter, start));
            }
        } catch (OutOfMemoryError fatal) {
            // Of a test: JUnit runs no others after it.
            channel.send(new Problem("a test ended it with " + fatal));
            throw fatal;
        }
    }

    /** Reads even while a test runs, so that the end of the first JVM ends this one, which then removes the folder. */
    private static void read(Channel channel, BlockingQueue<Object> asked, SideBySide sideBySide, JvmFolder folder) {
        try {
            Object next = channel.receive();
            for (; !(next instanceof JvmEnd); next = channel.receive()) {
                asked.add(next);
            }
            sideBySide.end((JvmEnd) next);
        } catch (IOException | ClassNotFoundException end) {
            // The first JVM has been killed, and what runs here may be the reason.
        }
        folder.remove();
        System.exit(0);
    }

    private static Object answer(Question question, Jupiter jupiter, JvmStart start) {
        Supplier<RunResults> inUsual = () -> question.inOrder()
                ? jupiter.runInOrder(question.tests(), question.settings(), test -> {})
                : jupiter.run(question.tests(), question.settings(), test -> {});
        Supplier<RunResults> run = question.ownClasses() ? () -> OwnClasses.run(inUsual, start) : inUsual;
        if (question.record() == null) {
            return answer(run.get(), List.of());
        }
        DrawComparison comparison = new DrawComparison(question.record());
        RunResults results = DrawSession.record(comparison, run);
        return answer(results, comparison.differences());
    }

    private static Object answer(RunResults results, List<Difference> differences) {
        return results.problem()
                .<Object>map(problem -> new Problem(problem.toString()))
                .orElseGet(() -> Answer.of(results, differences));
    }

    private static ConfigurationParameters parameters(Map<?, ?> given) {
        LauncherDiscoveryRequestBuilder request = LauncherDiscoveryRequestBuilder.request();
        given.forEach((name, value) -> request.configurationParameter(name.toString(), value.toString()));
        return request.build().getConfigurationParameters();
    }
}
