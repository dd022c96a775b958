package dev.seeded.internal.report;

import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the tool that started this JVM left in it.
 *
 * @param property looks up a system property
 * @param variable looks up an environment variable
 */
public record Host(Function<String, @Nullable String> property, Function<String, @Nullable String> variable) {

    /** Returns the host of this JVM. */
    public static Host ofThisJvm() {
        return new Host(System::getProperty, System::getenv);
    }

    /** Returns the way to replay a test that fits the tool, or the user's own. */
    public Replay replay(Optional<String> template) {
        if (template.isPresent()) {
            return new TemplateReplay(template.get());
        }
        if (property.apply("surefire.test.class.path") != null) {
            return new SurefireReplay();
        }
        return (test, seed) -> seed.map(value -> "-Dseed=" + value).orElse("");
    }
}
