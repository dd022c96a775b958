package dev.seeded.internal.secondjvm;

import dev.seeded.internal.config.Run;
import dev.seeded.internal.console.StandardError;
import dev.seeded.internal.jvm.Unordered;
import dev.seeded.internal.note.EarlierTests;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.ConfigurationParameters;

/**
 * A JVM that is started as this one was, when it is first asked. Where it cannot be had, that is said once, and all goes on
 * without.
 */
public final class SecondJvm implements AutoCloseable {

    /**
     * Options with which objects have other identity hash codes, and so maps by identity, or by classes, another order. In
     * two HotSpot JVMs these are equal otherwise, as each thread draws them from a seed that is always the same. Those of
     * the JDK's archived classes are archived too, and stay. Other JVMs take no notice.
     */
    public static final List<String> OTHER_HASH_CODES =
            List.of("-XX:+IgnoreUnrecognizedVMOptions", "-XX:+UnlockExperimentalVMOptions", "-XX:hashCode=0");

    private static final Duration FOREVER = Duration.ofDays(20);

    /** The order before the agent changes the iteration of immutable collections, which it does in this JVM only. */
    private static final String ORDER = MapOrder.ofThisJvm();

    /** Surefire puts the class path of the tests in the place of the JVM's, which has the launcher. */
    private static final List<String> CLASS_PATHS = List.of("java.class.path", "surefire.real.class.path");

    private final Map<String, String> properties = new HashMap<>();
    private final Map<String, String> parameters = new HashMap<>();
    private List<String> options;
    private final String without;
    private final boolean isOpposed;
    private boolean failed;
    /** Read by the thread that ends it. */
    private volatile @Nullable JvmProcess process;

    /**
     * Creates a JVM that is not yet started. It will iterate over immutable collections in the opposite order.
     *
     * @param parameters hold in it as well, as do the system properties of now that no test changed
     * @param options those that it has besides this one's
     * @param without what is said where it cannot be had
     */
    public SecondJvm(ConfigurationParameters parameters, List<String> options, String without) {
        this(parameters, options, without, true);
    }

    /** Creates a JVM like the other constructor does; it will iterate in the order that it chooses for itself. */
    public static SecondJvm alike(ConfigurationParameters parameters, String without) {
        return new SecondJvm(parameters, List.of(), without, false);
    }

    /** Creates a JVM that explores beside this one. It is fast soon, but not for long: see {@link #renewForLong}. */
    public static SecondJvm sideBySide(ConfigurationParameters parameters) {
        return new SecondJvm(parameters, JvmOptions.sideBySide(given(), true), "", false);
    }

    private SecondJvm(ConfigurationParameters parameters, List<String> options, String without, boolean isOpposed) {
        this.options = options;
        this.without = without;
        this.isOpposed = isOpposed && !isOrdered(parameters);
        for (String name : System.getProperties().stringPropertyNames()) {
            properties.put(name, System.getProperty(name, ""));
        }
        EarlierTests.ofThisJvm().restore(properties);
        for (String name : parameters.keySet()) {
            parameters.get(name).ifPresent(value -> this.parameters.put(name, value));
        }
    }

    /** Returns whether the test seed orders immutable collections, in either JVM alike. */
    private static boolean isOrdered(ConfigurationParameters parameters) {
        return Run.ofThisJvm(parameters::get)
                .value()
                .filter(run -> run.global().unordered().contains(Unordered.IMMUTABLE))
                .isPresent();
    }

    /**
     * Asks a question.
     *
     * @param patience how long the answer may take
     * @return empty if there is no answer, which is said then
     */
    public Optional<Answer> ask(Question question, Duration patience) {
        if (failed) {
            return Optional.empty();
        }
        try {
            return Optional.of(running().ask(question, patience));
        } catch (IOException | LinkageError | RuntimeException problem) {
            // The message of the file system's exceptions is a path alone.
            StandardError.print("Seeded: " + without + ": "
                    + (problem.getClass() == IOException.class ? problem.getMessage() : problem.toString()));
            failed = true;
            close();
            return Optional.empty();
        }
    }

    /**
     * Asks for many runs, however long they take.
     *
     * @param slow is given the seed of a run that takes long
     * @return what became of the first runs, at least one; the last may have failed
     * @throws IOException if the JVM cannot be had, or has ended; the message says why
     */
    public List<Answer> ask(ManyRuns runs, LongConsumer slow) throws IOException {
        JvmProcess asked = running();
        asked.send(runs);
        while (true) {
            Object received = asked.receive(Object.class, FOREVER);
            if (received instanceof ManyAnswers answers) {
                return answers.runs();
            }
            slow.accept((Long) received);
        }
    }

    /** Starts the JVM now, for the first question to come. */
    public void prepare() throws IOException {
        running();
    }

    private JvmProcess running() throws IOException {
        JvmProcess known = process;
        if (known == null) {
            known = start();
            known.send(properties);
            known.send(parameters);
            process = known;
        }
        return known;
    }

    /** Has the next question asked in a new JVM. */
    public void renew() {
        close();
        process = null;
    }

    /** Has the next question asked in a new JVM, which explores beside this one for long. */
    public void renewForLong() {
        options = JvmOptions.sideBySide(given(), false);
        renew();
    }

    /** Has the JVM end without this one, when the run that goes on has ended, as it may have failed. */
    public void endAfterTheRun() {
        JvmProcess known = process;
        if (known != null) {
            known.announce(JvmEnd.AFTER_THE_RUN);
        }
    }

    @Override
    public void close() {
        JvmProcess known = process;
        if (known != null) {
            known.close();
        }
    }

    private JvmProcess start() throws IOException {
        List<String> all = new ArrayList<>(given());
        all.addAll(options);
        return JvmProcess.start(all, classPath(), isOpposed ? ORDER : JvmProcess.ANY_ORDER);
    }

    private static List<String> given() {
        return ManagementFactory.getRuntimeMXBean().getInputArguments();
    }

    /** Returns the class path of this JVM and of the class loaders that it loads tests with. */
    private static String classPath() throws IOException {
        List<String> entries = new ArrayList<>();
        for (String property : CLASS_PATHS) {
            Optional.ofNullable(System.getProperty(property)).ifPresent(entries::add);
        }
        for (ClassLoader loader = Thread.currentThread().getContextClassLoader();
                loader != null;
                loader = loader.getParent()) {
            if (loader instanceof URLClassLoader found) {
                for (URL url : found.getURLs()) {
                    entries.add(path(url));
                }
            } else if (loader.getClass().getName().startsWith("org.apache.tools.ant.")) {
                entries.add(ofAnt(loader));
            }
        }
        return String.join(File.pathSeparator, entries);
    }

    /** Returns the class path that a build of Ant has for its tests. */
    private static String ofAnt(ClassLoader loader) throws IOException {
        try {
            return (String) loader.getClass().getMethod("getClasspath").invoke(loader);
        } catch (ReflectiveOperationException unknown) {
            throw new IOException("it could not load classes from " + loader, unknown);
        }
    }

    private static String path(URL url) throws IOException {
        try {
            return Path.of(url.toURI()).toString();
        } catch (URISyntaxException | IllegalArgumentException | FileSystemNotFoundException elsewhere) {
            throw new IOException("it could not load classes from " + url, elsewhere);
        }
    }
}
