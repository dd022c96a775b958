package dev.seeded.internal.launcher;

import dev.seeded.internal.config.Exploration;
import dev.seeded.internal.config.Settings;
import dev.seeded.internal.console.Counted;
import dev.seeded.internal.console.StandardError;
import java.util.List;
import org.junit.platform.launcher.TestPlan;

/** Counts the tests that run once though the user asks for more, and says so at the end of a session. */
final class UnexploredCount {

    /** A suite has tests of others, and Jupiter's among them though they are explored. */
    private static final List<String> ENGINES =
            List.of(JupiterMethods.ENGINE, "[engine:seeded]", "[engine:junit-platform-suite]");

    private long unseeded;
    private long foreign;
    private String asked = "";

    /** Counts those of a plan, before it has any invocations. */
    synchronized void add(TestPlan plan) {
        Settings settings = Settings.ofThisJvm(plan.getConfigurationParameters()::get);
        Exploration.wanted(settings)
                .filter(unused -> !Exploration.isReplay(settings))
                .ifPresent(wanted -> {
                    asked = wanted.asTyped();
                    unseeded += JupiterMethods.count(plan);
                    foreign += plan.countTestIdentifiers(
                            test -> test.isTest() && ENGINES.stream().noneMatch(test.getUniqueId()::startsWith));
                });
    }

    synchronized void print() {
        print(unseeded, unseeded == 1 ? "uses no seed" : "use no seed");
        print(
                foreign,
                foreign == 1 ? "belongs to an engine other than Jupiter" : "belong to engines other than Jupiter");
    }

    private void print(long tests, String why) {
        if (tests > 0) {
            StandardError.print("Seeded: " + Counted.of(tests, "test") + " " + why + ": " + asked + " does not apply");
        }
    }
}
