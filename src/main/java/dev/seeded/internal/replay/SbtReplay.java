package dev.seeded.internal.replay;

import java.util.List;
import java.util.Optional;

/**
 * The command of sbt. Settings go through the environment, which reaches tests in sbt's own JVM and in one that it forks. Its
 * filter knows classes only: what is below a class has no name of its own there.
 */
record SbtReplay() implements Replay {

    /** The main class of a JVM that is forked for tests; and sbt's own, or its launcher. */
    private static final String COMMAND =
            "(?s)(?:sbt\\.ForkMain|xsbt\\.boot\\.Boot|(?:.*[/\\\\])?sbt-launch[^/\\\\ ]*\\.jar)(?: .*)?";

    static boolean runs(Host host) {
        return host.property("sun.java.command")
                // Asked in each JVM, most of which need no regular expression for it.
                .filter(command -> command.contains("sbt") && command.matches(COMMAND))
                .isPresent();
    }

    static Optional<Replay> in(Host host) {
        return runs(host) ? Optional.of(new SbtReplay()) : Optional.empty();
    }

    @Override
    public Way way() {
        return Way.VARIABLES;
    }

    @Override
    public boolean selects(Selection selection) {
        return selection != Selection.TEST;
    }

    @Override
    public boolean leavesOutAgain() {
        return false;
    }

    @Override
    public String command(Target target, List<Property> properties) {
        String tests =
                target.selection() == Selection.RUN ? "test" : Shell.quote("testOnly " + topLevel(target.className()));
        return Replay.variables(properties) + "sbt " + tests;
    }

    /** A dollar at the beginning belongs to the name. */
    private static String topLevel(String className) {
        int inner = className.indexOf('$', className.lastIndexOf('.') + 2);
        return inner < 0 ? className : className.substring(0, inner);
    }
}
