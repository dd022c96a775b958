package dev.seeded.testing;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.IOException;
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
        ProcessBuilder builder = Jvm.builder(
                        options,
                        FreshJvm.class,
                        Arrays.stream(classes).map(Class::getName).toList())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
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
