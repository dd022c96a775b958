package dev.seeded.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import com.sun.management.ThreadMXBean;
import dev.seeded.Seeded;
import dev.seeded.testing.Jvm;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * What can be counted of what Seeded costs: classes that a JVM loads, and bytes that a test allocates. Times differ from run
 * to run, these do not. A limit is a tenth above what was counted.
 */
@Tag("slow")
@Timeout(120)
class CostTests {

    private static final int TESTS = 5_000;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        // 23
        "PlainTestCase, 25",
        // 161
        "GivenTestCase, 177",
    })
    void aFirstTestLoadsFewClasses(String type, int limit) throws IOException {
        int plain = classesLoaded("PlainTestCase", without("/target/classes"));

        assertThat(classesLoaded(type, everything()) - plain).isBetween(1, limit);
    }

    private int classesLoaded(String type, String classPath) throws IOException {
        Path log = folder.resolve("classes");
        run(List.of("-Xlog:class+load:file=" + log), classPath, type).success();
        try (Stream<String> lines = Files.lines(log)) {
            return (int) lines.filter(line -> line.contains(" source: ")).count();
        }
    }

    private static String everything() {
        return System.getProperty("java.class.path");
    }

    private static String without(String end) {
        return Arrays.stream(everything().split(File.pathSeparator))
                .filter(entry -> !entry.replace('\\', '/').endsWith(end))
                .collect(Collectors.joining(File.pathSeparator));
    }

    @ParameterizedTest
    @CsvSource({
        // 7,800 with JUnit 5, half of it for the texts of unique ids
        "ManyGivenTestCase, 8600",
        // 7,900
        "ManyFieldsTestCase, 8700",
        // 570
        "ManyBareTestCase, 630",
    })
    void aTestAllocatesLittle(String type, long limit) {
        // What either needs once is not counted: it is there the second time.
        Jvm.Output counted = run(List.of(), everything(), "ManyPlainTestCase", type, "ManyPlainTestCase", type);

        List<Long> bytes = counted.success().lines().map(Long::valueOf).toList();
        assertThat(bytes.get(3) - bytes.get(2)).isBetween(1L, limit);
    }

    /** Runs each class in a JVM whose compiler does not spare any allocation. */
    private static Jvm.Output run(List<String> options, String classPath, String... types) {
        ProcessBuilder jvm = Jvm.builder(
                options,
                CostTests.class,
                Stream.of(types)
                        .map(type -> CostTests.class.getName() + "$" + type)
                        .toList());
        jvm.environment().keySet().removeIf(name -> name.startsWith("JUNIT_SEED") || name.startsWith("JAVA_"));
        jvm.command().set(jvm.command().indexOf("-cp") + 1, classPath);
        return Jvm.run(jvm, 60);
    }

    /** Runs classes, and prints how many bytes each of their tests allocated. */
    public static void main(String... arguments) throws ClassNotFoundException {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        for (String type : arguments) {
            long before = threads.getCurrentThreadAllocatedBytes();
            try (LauncherSession session = LauncherFactory.openSession()) {
                session.getLauncher()
                        .execute(LauncherDiscoveryRequestBuilder.request()
                                .selectors(selectClass(Class.forName(type)))
                                .build());
            }
            System.out.println((threads.getCurrentThreadAllocatedBytes() - before) / TESTS);
        }
    }

    static class PlainTestCase {

        @Test
        void draws() {
            assertThat(new Random(42).nextInt(6)).isNotNegative();
        }
    }

    @Seeded
    static class GivenTestCase {

        @Test
        void draws(Random random) {
            assertThat(random.nextInt(6)).isNotNegative();
        }
    }

    static class ManyPlainTestCase {

        @RepeatedTest(TESTS)
        void draws() {
            new Random(42).nextInt();
        }
    }

    @Seeded
    static class ManyGivenTestCase {

        @RepeatedTest(TESTS)
        void draws(Random random) {
            random.nextInt();
        }
    }

    static class ManyFieldsTestCase {

        @Seeded
        private Random random;

        @RepeatedTest(TESTS)
        void draws() {
            random.nextInt();
        }
    }

    @Seeded
    static class ManyBareTestCase {

        @RepeatedTest(TESTS)
        void draws() {
            new Random(42).nextInt();
        }
    }
}
