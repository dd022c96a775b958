package dev.seeded.internal.bisect;

import dev.seeded.internal.execution.Jupiter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.platform.commons.support.ReflectionSupport;
import org.junit.platform.engine.ConfigurationParameters;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.discovery.ClassNameFilter;
import org.junit.platform.engine.discovery.DiscoverySelectors;

/**
 * All tests that are compiled into one folder, for a test that was selected alone.
 *
 * @param folder where they are
 */
record TestFolder(Path folder, List<TestReference> tests) {

    /** The names that Surefire takes for those of unit tests; others may need what is not there. */
    private static final String UNIT_TESTS = "(.*\\.)?(Test[^.]*|[^.]*Tests?|[^.]*TestCase)(\\$.*)?";

    /** Finds those beside a test; empty where that is in no folder. */
    static Optional<TestFolder> beside(TestReference test, ConfigurationParameters parameters) {
        return folder(test)
                .map(folder -> new TestFolder(
                        folder,
                        Jupiter.discover(
                                        DiscoverySelectors.selectClasspathRoots(Set.of(folder)),
                                        List.of(ClassNameFilter.includeClassNamePatterns(UNIT_TESTS)),
                                        parameters)
                                .getDescendants()
                                .stream()
                                .map(TestFolder::ran)
                                .flatMap(Optional::stream)
                                .filter(other -> !(other.id() + "/").startsWith(test.id() + "/"))
                                .toList()));
    }

    private static Optional<TestReference> ran(TestDescriptor descriptor) {
        return RunHistory.ofMethod(descriptor.getUniqueId().toString(), descriptor.getSource());
    }

    private static Optional<Path> folder(TestReference test) {
        Optional<Class<?>> type =
                ReflectionSupport.tryToLoadClass(test.className()).toOptional().map(found -> found);
        return type.map(found -> found.getProtectionDomain().getCodeSource())
                .map(CodeSource::getLocation)
                .filter(location -> location.getProtocol().equals("file"))
                .map(location -> Path.of(URI.create(location.toString())))
                .filter(Files::isDirectory);
    }
}
