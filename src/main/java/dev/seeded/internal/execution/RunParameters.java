package dev.seeded.internal.execution;

import dev.seeded.internal.config.Setting;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.platform.engine.ConfigurationParameters;

/** The settings of the run that goes on, before those of all runs, of which ours are looked up once. */
final class RunParameters implements ConfigurationParameters {

    private final ConfigurationParameters ofAllRuns;
    private final Map<String, Optional<String>> ours = new ConcurrentHashMap<>();
    private volatile Map<String, String> ofRun;

    RunParameters(ConfigurationParameters ofAllRuns, Map<String, String> ofRun) {
        this.ofAllRuns = ofAllRuns;
        this.ofRun = ofRun;
    }

    /** Has other settings hold from now on. */
    void become(Map<String, String> settings) {
        ofRun = settings;
    }

    @Override
    public Optional<String> get(String key) {
        String value = ofRun.get(key);
        if (value != null) {
            return Optional.of(value);
        }
        return Setting.isOurs(key) ? ours.computeIfAbsent(key, ofAllRuns::get) : ofAllRuns.get(key);
    }

    @Override
    public Optional<Boolean> getBoolean(String key) {
        return get(key).map(Boolean::parseBoolean);
    }

    /** JUnit 6 asks for it no more. */
    @Override
    @Deprecated
    @SuppressWarnings("InlineMeSuggester") // JUnit asks for it by its interface
    public int size() {
        return keySet().size();
    }

    @Override
    public Set<String> keySet() {
        return Stream.concat(ofRun.keySet().stream(), ofAllRuns.keySet().stream())
                .collect(Collectors.toUnmodifiableSet());
    }
}
