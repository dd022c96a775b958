package dev.seeded.internal.secondjvm;

import dev.seeded.internal.config.Claim;
import dev.seeded.internal.config.Exploration;
import dev.seeded.internal.config.Settings;
import dev.seeded.internal.draws.DrawComparison;
import dev.seeded.internal.draws.DrawSession;
import dev.seeded.internal.execution.Jupiter;
import dev.seeded.internal.execution.RunResults;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
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
 * What runs in a {@link JvmProcess}: takes the opposite iteration order, says which it has, then runs the tests that it is
 * asked to run.
 */
public final class SecondJvmMain {

    private SecondJvmMain() {}

    /** Called by the JVM with the token by which the other knows where its output begins, and the other's order. */
    public static void main(String[] arguments) throws IOException, ClassNotFoundException, InterruptedException {
        if (!arguments[1].equals(JvmProcess.ANY_ORDER)) {
            IterationOrder.oppose(arguments[1]);
        }
        OutputStream out = new FileOutputStream(FileDescriptor.out);
        InputStream in = System.in;
        out.write((arguments[0] + IterationOrder.ofThisJvm() + "\n").getBytes(StandardCharsets.US_ASCII));
        // The tests have written to the first JVM's already.
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        System.setOut(nowhere);
        System.setErr(nowhere);
        System.setIn(InputStream.nullInputStream());
        try (ObjectInputStream questions = new ObjectInputStream(in)) {
            ((Map<?, ?>) questions.readObject())
                    .forEach((name, value) -> System.getProperties().putIfAbsent(name, value));
            answer(questions, parameters((Map<?, ?>) questions.readObject()), new ObjectOutputStream(out));
        }
    }

    private static void answer(
            ObjectInputStream questions, ConfigurationParameters parameters, ObjectOutputStream answers)
            throws IOException, InterruptedException {
        BlockingQueue<Question> asked = new LinkedBlockingQueue<>();
        Thread reader = new Thread(() -> read(questions, asked), "seeded-questions");
        reader.setDaemon(true);
        reader.start();
        Claim.claim(new Claim(Set.of(), false));
        Optional<Duration> timeout = Exploration.timeout(Settings.ofThisJvm(parameters::get));
        try (Jupiter jupiter = new Jupiter(parameters, timeout)) {
            while (true) {
                answers.writeObject(answer(asked.take(), jupiter));
                answers.reset();
                answers.flush();
            }
        }
    }

    /** Reads even while a test runs, so that the end of the first JVM ends this one. */
    private static void read(ObjectInputStream questions, BlockingQueue<Question> asked) {
        try {
            while (true) {
                asked.add((Question) questions.readObject());
            }
        } catch (IOException | ClassNotFoundException end) {
            System.exit(0);
        }
    }

    private static Answer answer(Question question, Jupiter jupiter) {
        Supplier<RunResults> inUsual = () -> question.inOrder()
                ? jupiter.runInOrder(question.tests(), question.settings(), test -> {})
                : jupiter.run(question.tests(), question.settings(), test -> {});
        Supplier<RunResults> run = question.ownClasses() ? () -> OwnClasses.run(inUsual) : inUsual;
        if (question.record() == null) {
            return Answer.of(run.get(), List.of());
        }
        DrawComparison comparison = new DrawComparison(question.record());
        RunResults results = DrawSession.record(comparison, run);
        return Answer.of(results, comparison.differences());
    }

    private static ConfigurationParameters parameters(Map<?, ?> given) {
        LauncherDiscoveryRequestBuilder request = LauncherDiscoveryRequestBuilder.request();
        given.forEach((name, value) -> request.configurationParameter(name.toString(), value.toString()));
        return request.build().getConfigurationParameters();
    }
}
