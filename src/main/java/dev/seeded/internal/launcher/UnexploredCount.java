package dev.seeded.internal.launcher;

import dev.seeded.internal.JvmState;
import dev.seeded.internal.JvmState.Slot;
import dev.seeded.internal.config.Exploration;
import dev.seeded.internal.config.GivenSetting;
import dev.seeded.internal.config.Setting;
import dev.seeded.internal.config.Settings;
import dev.seeded.internal.console.Counted;
import dev.seeded.internal.console.StandardError;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.platform.launcher.TestPlan;

/** Says at the end of a session which tests do not do what the user asks, as nothing of them is seeded. */
final class UnexploredCount {

    /** A suite has tests of others, and Jupiter's among them though they are explored. */
    private static final List<String> ENGINES =
            List.of(JupiterMethods.ENGINE, "[engine:seeded]", "[engine:junit-platform-suite]");

    /** Written by the extension when it enters a test or class. */
    private static final Slot<Boolean> SEEDED = JvmState.SEEDED.holding(Boolean.class);

    private long tests;
    private long unseeded;
    private long foreign;
    private String asked = "";

    /** What is given for each test that an extension of ours is on. */
    private final Set<String> reached = new LinkedHashSet<>();

    /** Counts those of a plan, before it has any invocations. */
    synchronized void add(TestPlan plan) {
        Settings settings = Settings.ofThisJvm(plan.getConfigurationParameters()::get);
        long unexplored = JupiterMethods.count(plan);
        tests += unexplored;
        Stream.of(Setting.UNORDERED, Setting.CLOCK, Setting.GLOBAL)
                .map(settings::inForce)
                .flatMap(Optional::stream)
                .map(GivenSetting::asTyped)
                .forEach(reached::add);
        Exploration.wanted(settings)
                .filter(unused -> !Exploration.isReplay(settings))
                .ifPresent(wanted -> {
                    asked = wanted.asTyped();
                    unseeded += unexplored;
                    foreign += plan.countTestIdentifiers(
                            test -> test.isTest() && ENGINES.stream().noneMatch(test.getUniqueId()::startsWith));
                });
    }

    synchronized void print() {
        boolean isOne = unseeded == 1;
        print(
                unseeded,
                isOne ? "uses no seed" : "use no seed",
                "; add @Seeded to " + (isOne ? "its class" : "their classes"));
        print(
                foreign,
                foreign == 1 ? "belongs to an engine other than Jupiter" : "belong to engines other than Jupiter",
                "");
        if (tests > 0 && !reached.isEmpty() && SEEDED.get() == null) {
            StandardError.print("Seeded: no test uses a seed, so " + String.join(" and ", reached)
                    + (reached.size() == 1 ? " applies" : " apply")
                    + " to none; add @Seeded to a class, or reach all tests with "
                    + "-Djunit.jupiter.extensions.autodetection.enabled=true");
        }
    }

    private void print(long tests, String why, String remedy) {
        if (tests > 0) {
            StandardError.print(
                    "Seeded: " + Counted.of(tests, "test") + " " + why + ": " + asked + " does not apply" + remedy);
        }
    }
}
