package dev.seeded.benchmark;

import com.sun.management.ThreadMXBean;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.engine.JupiterTestEngine;
import org.junit.platform.engine.TestEngine;
import org.junit.platform.engine.discovery.ClassSelector;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.TestPlan;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/** Runs the suite of the variant that each line of standard input names, and answers with a sample. */
final class SuiteWorker {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private SuiteWorker() {}

    /** Takes the folder of the compiled tests, their number and the number of classes. */
    public static void main(String[] arguments) throws IOException {
        long tests = Long.parseLong(arguments[1]);
        int classes = Integer.parseInt(arguments[2]);
        try (URLClassLoader loader = new URLClassLoader(
                        new URL[] {Path.of(arguments[0]).toUri().toURL()});
                BufferedReader variants =
                        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            Thread.currentThread().setContextClassLoader(loader);
            for (String line = variants.readLine(); line != null; line = variants.readLine()) {
                System.out.println(run(Variant.valueOf(line), tests, classes).format());
            }
        }
    }

    private static Sample run(Variant variant, long tests, int classes) {
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectors(variant, classes))
                .configurationParameter("seed", "42")
                .configurationParameter("seed.announce", "false")
                .configurationParameters(variant.configuration())
                .configurationParameters(
                        variant.isExplored()
                                ? Map.of("seed.runs", Long.toString(tests), "seed.memory", "none")
                                : Map.of())
                .build();
        LauncherConfig config = LauncherConfig.builder()
                .enableTestEngineAutoRegistration(variant.isOurs())
                .enablePostDiscoveryFilterAutoRegistration(variant.isOurs())
                .enableLauncherSessionListenerAutoRegistration(variant.isOurs())
                .enableTestExecutionListenerAutoRegistration(false)
                .addTestEngines(engines(variant))
                .build();
        long before = live();
        long discovery;
        long execution;
        long allocated;
        long held;
        try (LauncherSession session = LauncherFactory.openSession(config)) {
            SummaryGeneratingListener summary = new SummaryGeneratingListener();
            long start = THREADS.getCurrentThreadCpuTime();
            TestPlan plan = session.getLauncher().discover(request);
            long discovered = THREADS.getCurrentThreadCpuTime();
            long allocatedBefore = THREADS.getCurrentThreadAllocatedBytes();
            session.getLauncher().execute(plan, summary);
            execution = THREADS.getCurrentThreadCpuTime() - discovered;
            discovery = discovered - start;
            allocated = THREADS.getCurrentThreadAllocatedBytes() - allocatedBefore;
            held = live() - before;
            if (summary.getSummary().getTestsSucceededCount() != (variant.isExplored() ? 1 : tests)) {
                throw new IllegalStateException(
                        variant + ": " + summary.getSummary().getTestsSucceededCount() + " of " + tests
                                + " tests passed: " + summary.getSummary().getFailures());
            }
        }
        return new Sample(discovery / tests, execution / tests, allocated / tests, held / tests, live());
    }

    private static TestEngine[] engines(Variant variant) {
        return variant.isOurs() ? new TestEngine[0] : new TestEngine[] {new JupiterTestEngine()};
    }

    private static List<ClassSelector> selectors(Variant variant, int classes) {
        return IntStream.range(0, classes)
                .mapToObj(number -> DiscoverySelectors.selectClass(variant.className(number)))
                .toList();
    }

    private static long live() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
