package dev.seeded.internal.secondjvm;

import dev.seeded.internal.surroundings.JvmDefaults;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;

/**
 * What a JVM has before its first test, and tests change, outside of the classes of the project.
 *
 * @param properties the system properties that are texts
 */
record JvmStart(Map<String, String> properties, JvmDefaults defaults) {

    /** Returns that of now. */
    static JvmStart ofThisJvm() {
        Properties properties = System.getProperties();
        return new JvmStart(
                properties.stringPropertyNames().stream()
                        .collect(Collectors.toUnmodifiableMap(name -> name, properties::getProperty)),
                JvmDefaults.ofThisJvm());
    }

    /** Makes this JVM as it was. */
    void restore() {
        Properties now = System.getProperties();
        now.stringPropertyNames().stream()
                .filter(name -> !properties.containsKey(name))
                .forEach(now::remove);
        now.putAll(properties);
        defaults.set();
    }
}
