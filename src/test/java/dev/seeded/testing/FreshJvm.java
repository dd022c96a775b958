package dev.seeded.testing;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs classes through the launcher in a JVM of their own, which knows nothing of this one's settings. */
public final class FreshJvm {

    private FreshJvm() {}

    /**
     * Starts a JVM.
     *
     * @param options its options, such as {@code -Dseed=42}
     */
    public static Process start(List<String> options, Class<?>... classes) throws IOException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1"));
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), FreshJvm.class.getName()));
        Arrays.stream(classes).map(Class::getName).forEach(command::add);
        ProcessBuilder builder = new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().clear();
        return builder.start();
    }

    /** Runs the classes with these names. */
    public static void main(String[] classNames) {
        try (LauncherSession session = LauncherFactory.openSession()) {
            session.getLauncher()
                    .execute(LauncherDiscoveryRequestBuilder.request()
                            .selectors(Arrays.stream(classNames)
                                    .map(name -> selectClass(name))
                                    .toList())
                            .build());
        }
    }
}
