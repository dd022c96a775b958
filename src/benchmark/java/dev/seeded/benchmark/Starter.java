package dev.seeded.benchmark;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/** Runs one test, and prints the CPU time of its JVM in nanoseconds, and how many classes that has loaded. */
final class Starter {

    private Starter() {}

    /** Takes the name of the test class. */
    public static void main(String[] arguments) {
        SummaryGeneratingListener summary = new SummaryGeneratingListener();
        try (LauncherSession session = LauncherFactory.openSession()) {
            session.getLauncher()
                    .execute(
                            LauncherDiscoveryRequestBuilder.request()
                                    .selectors(DiscoverySelectors.selectClass(arguments[0]))
                                    .build(),
                            summary);
        }
        if (summary.getSummary().getTestsSucceededCount() != 1) {
            throw new IllegalStateException(
                    "the test did not pass: " + summary.getSummary().getFailures());
        }
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        System.out.println(system.getProcessCpuTime() + " "
                + ManagementFactory.getClassLoadingMXBean().getTotalLoadedClassCount());
    }
}
