package dev.seeded.internal.replay;

import dev.seeded.internal.config.Setting;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the tool that started this JVM left in it. This is the one place that tells the tools apart.
 *
 * @param properties looks up a system property
 * @param variables looks up an environment variable
 * @param options the options that this JVM was started with, asked for when needed
 */
public record Host(
        Function<String, @Nullable String> properties,
        Function<String, @Nullable String> variables,
        Supplier<List<String>> options) {

    /** The system properties that give a JVM its locale, time zone and encoding: the beginning of a regular expression. */
    static final String SURROUNDINGS = "user\\.(?:language|country|variant|script|timezone)=|file\\.encoding=";

    /** The options of a JVM that decide over tests, as far as they hold no secrets: the same. */
    static final String DECIDING = "-javaagent:|-(?:ea|da|esa|dsa)(?:$|:)|-(?:en|dis)able(?:system)?assertions|-Xss"
            + "|--(?:add|patch|limit|enable)-|-D(?:" + SURROUNDINGS + ")";

    /** Returns the host of this JVM. */
    public static Host ofThisJvm() {
        return new Host(
                System::getProperty,
                System::getenv,
                () -> ManagementFactory.getRuntimeMXBean().getInputArguments());
    }

    /** Returns a setting as it is typed into a shell for the tool that started this JVM. */
    public static String typed(String property, String text) {
        String value = Shell.word(text);
        if (System.getenv(BazelReplay.TARGET) != null) {
            return BazelReplay.option(property, value);
        }
        Host host = ofThisJvm();
        return System.getProperty(GradleReplay.WORKER) == null && !SbtReplay.runs(host) && !AntReplay.runs(host)
                ? "-D" + property + "=" + value
                : Setting.variable(property) + "=" + value;
    }

    /**
     * Returns the way to replay a test here.
     *
     * @param template the user's own command, which goes first
     */
    public Replay replay(Optional<String> template) {
        return template.<Replay>map(TemplateReplay::new)
                .or(() -> BazelReplay.in(this))
                .or(() -> GradleReplay.in(this))
                .or(() -> SbtReplay.in(this))
                .or(() -> AntReplay.in(this))
                .or(() -> MavenReplay.in(this))
                .or(() -> ConsoleReplay.in(this))
                .orElse(Host::bareProperties);
    }

    /**
     * Returns the options of this JVM that decide over tests, each after a blank and fit for the shell. Those of the
     * environment reach the next JVM as well: of two that are equal, the last one counts.
     */
    String decidingOptions() {
        Set<String> deciding = new LinkedHashSet<>();
        startedWith(DECIDING).forEach(option -> {
            deciding.remove(option);
            deciding.add(option);
        });
        return deciding.stream().map(option -> " " + Shell.word(option)).collect(Collectors.joining());
    }

    /** Returns the options of this JVM that begin in a way. */
    Stream<String> startedWith(String beginning) {
        Pattern begins = Pattern.compile("^(?:" + beginning + ")");
        return options.get().stream().filter(option -> begins.matcher(option).find());
    }

    /** Returns JUnit's own parameters that this JVM was given as system properties. */
    Stream<String> parameters() {
        return startedWith("-Djunit\\.").map(option -> option.substring("-D".length()));
    }

    Optional<String> property(String name) {
        return Optional.ofNullable(properties.apply(name));
    }

    Optional<String> variable(String name) {
        return Optional.ofNullable(variables.apply(name));
    }

    /** Returns the folder that a property or variable names. */
    static Optional<Path> directory(Optional<String> name) {
        return name.map(Path::of).map(Path::toAbsolutePath).map(Path::normalize);
    }

    /** For an IDE, which has no command: what to add to its run configuration. */
    private static String bareProperties(Target target, List<Replay.Property> properties) {
        return properties.isEmpty()
                ? "run it again"
                : properties.stream()
                        .map(property -> "-D" + property.name() + "=" + property.value())
                        .map(option -> option.contains(" ") ? '"' + option + '"' : option)
                        .collect(Collectors.joining(" ", "", " (as VM options of the run configuration)"));
    }
}
