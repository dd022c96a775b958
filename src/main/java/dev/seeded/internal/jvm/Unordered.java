package dev.seeded.internal.jvm;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What has no promised order, and comes in one from the test seed where the user asks for that. */
public enum Unordered {
    /** {@code Set.of}, {@code Map.of} and their relatives. */
    IMMUTABLE(1),
    /** Hash tables of {@code java.util}. */
    HASH(2),
    /** Members of a class. */
    REFLECTION(4),
    /** Entries of a directory. */
    FILES(8);

    private final int bit;

    Unordered(int bit) {
        this.bit = bit;
    }

    /** Returns the bit by which the hooks know it. */
    public int bit() {
        return bit;
    }

    /** Reads the value of the setting in small letters; empty where it is none. */
    public static Optional<Set<Unordered>> parse(String text) {
        return switch (text) {
            case "true" -> Optional.of(EnumSet.allOf(Unordered.class));
            case "false" -> Optional.of(EnumSet.noneOf(Unordered.class));
            default -> list(text);
        };
    }

    private static Optional<Set<Unordered>> list(String text) {
        Set<Unordered> found = EnumSet.noneOf(Unordered.class);
        for (String name : text.split(",", -1)) {
            Optional<Unordered> one = Arrays.stream(values())
                    .filter(kind -> kind.written().equals(name.trim()))
                    .findFirst();
            if (one.isEmpty()) {
                return Optional.empty();
            }
            found.add(one.get());
        }
        return Optional.of(found);
    }

    /** Returns the value by which the user asks for these. */
    public static String text(Set<Unordered> kinds) {
        return kinds.size() == values().length
                ? "true"
                : kinds.stream().map(Unordered::written).collect(Collectors.joining(","));
    }

    private String written() {
        return name().toLowerCase(Locale.ROOT);
    }
}
