package dev.seeded.internal.replay;

import dev.seeded.internal.config.Setting;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Bazel's command. Settings go through the environment, and results are not taken from the cache, as Bazel knows nothing of
 * what is not declared.
 *
 * @param target the label of the test
 */
record BazelReplay(String target) implements Replay {

    /** The variable that has the label, by which a test knows that Bazel runs it. */
    static final String TARGET = "TEST_TARGET";

    /** The filter is a regular expression, in which a dot stands for anything. */
    private static final Pattern UNSAFE = Pattern.compile("[^A-Za-z0-9_.]");

    static Optional<Replay> in(Host host) {
        return host.variable(TARGET).map(BazelReplay::new);
    }

    /** Returns a setting as an option of Bazel. */
    static String option(String property, String value) {
        return "--test_env=" + Setting.variable(property) + "=" + value;
    }

    @Override
    public Way way() {
        return Way.VARIABLES;
    }

    @Override
    public boolean leavesOutAgain() {
        return false;
    }

    @Override
    public String command(Target selected, List<Property> properties) {
        return "bazel test " + Shell.word(target)
                + (selected.selection() == Selection.RUN ? "" : " --test_filter=" + filter(selected))
                + properties.stream()
                        .map(property -> " " + option(property.name(), Shell.word(property.value())))
                        .collect(Collectors.joining())
                + " --nocache_test_results";
    }

    private static String filter(Target selected) {
        return pattern(selected.className())
                + selected.method().map(method -> "#" + pattern(method)).orElse("");
    }

    private static String pattern(String name) {
        return UNSAFE.matcher(name).replaceAll(".");
    }
}
