package dev.seeded.internal.explore;

import dev.seeded.internal.JvmState;
import dev.seeded.internal.JvmState.Slot;
import dev.seeded.internal.config.Setting;
import dev.seeded.internal.config.Settings;
import dev.seeded.internal.console.Counted;
import dev.seeded.internal.console.StandardError;
import dev.seeded.internal.replay.Replay;
import dev.seeded.internal.replay.Replay.Property;
import dev.seeded.internal.replay.Selection;
import dev.seeded.internal.replay.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * The remembered failures that {@code seed=last} cannot run, as the tool selects none of their class's tests: its patterns
 * leave the class out, or another JVM runs it.
 */
public final class Unselected {

    private static final Slot<Unselected> FOUND = JvmState.UNSELECTED.holding(Unselected.class);

    private static final int NAMED = 10;

    private final RememberedFailures kept;
    private final Optional<String> memory;
    private final Set<String> selected = ConcurrentHashMap.newKeySet();

    private Unselected(RememberedFailures kept, Optional<String> memory) {
        this.kept = kept;
        this.memory = memory;
    }

    /** Notes what is selected. Some tools discover each class apart. */
    static void note(RememberedFailures kept, Companions found, Settings settings) {
        Unselected known = FOUND.find()
                .filter(before -> before.kept.equals(kept))
                .orElseGet(() -> new Unselected(
                        kept,
                        settings.find(Setting.MEMORY).map(given -> given.text().trim())));
        found.selected().forEach(test -> known.selected.add(RememberedFailures.outermostClass(test.id())));
        FOUND.set(known);
    }

    /** Says what did not run, and how it does. */
    public static void print(Replay replay) {
        FOUND.find().ifPresent(found -> found.say(replay));
    }

    private void say(Replay replay) {
        Map<String, Long> left = kept.ofThisModule();
        left.keySet().removeAll(selected);
        if (left.isEmpty()) {
            return;
        }
        long tests = left.values().stream().mapToLong(Long::longValue).sum();
        String more = left.size() > NAMED ? "\n  and " + Counted.number(left.size() - NAMED) + " classes more" : "";
        StandardError.print("Seeded: seed=last did not run "
                + Counted.of(tests, "remembered failure")
                + " in this JVM, because "
                + (tests == 1 ? "its class is" : left.size() == 1 ? "their class is" : "their classes are")
                + " not selected:\n"
                + left.keySet().stream()
                        .limit(NAMED)
                        .map(name -> "  " + name + ": " + command(replay, name))
                        .collect(Collectors.joining("\n"))
                + more);
    }

    private String command(Replay replay, String className) {
        List<Property> settings = new ArrayList<>(List.of(new Property(Setting.SEED.property(), "last")));
        memory.ifPresent(path -> settings.add(new Property(Setting.MEMORY.property(), path)));
        return replay.command(
                new Target(
                        Selection.CLASS,
                        className,
                        Optional.empty(),
                        "[engine:junit-jupiter]/[class:" + className + "]"),
                settings);
    }
}
