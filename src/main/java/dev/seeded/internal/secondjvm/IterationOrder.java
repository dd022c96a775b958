package dev.seeded.internal.secondjvm;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * In which order this JVM iterates over {@code Set.of} and {@code Map.of}, which each JVM chooses for itself at its
 * start: where in the table it begins and in which direction it goes.
 */
final class IterationOrder {

    /** Two entries have a table of four places, each of which is the place of one of these numbers. */
    private static final List<Integer> PLACES = List.of(0, 1, 2, 3);

    /** The opposite of none. */
    private static final String UNKNOWN = "mixed";

    private static final int QUARTER_OF_A_TABLE = 30;

    /**
     * Options with which code that reads the constants is never compiled, so that it sees them changed: what is in a
     * compiler's queue at that time has their first values, and may be finished much later. JVMs other than HotSpot take no
     * notice.
     */
    static final List<String> CHANGEABLE = List.of(
            "-XX:+IgnoreUnrecognizedVMOptions",
            "-XX:CompileCommand=quiet",
            "-XX:CompileCommand=exclude,java/util/ImmutableCollections$Set12*.*",
            "-XX:CompileCommand=exclude,java/util/ImmutableCollections$SetN$*.*",
            "-XX:CompileCommand=exclude,java/util/ImmutableCollections$MapN$*.*");

    private IterationOrder() {}

    /**
     * Returns the places of the smallest map's table as this JVM goes through them, a digit each, between the two elements
     * of a set, which has no table.
     */
    static String ofThisJvm() {
        List<Integer> order = new ArrayList<>(PLACES);
        order.sort((one, other) -> one.equals(other)
                        || Map.of(one, "", other, "").keySet().iterator().next().equals(one)
                ? -1
                : 1);
        Set<Integer> pair = Set.of(4, 5);
        Set<Integer> several = Set.of(0, 1, 2, 3, 4, 5, 6);
        if (!isConsistent(pair) || !isConsistent(several)) {
            return UNKNOWN;
        }
        List<Integer> set = List.copyOf(pair);
        return order.stream().map(String::valueOf).collect(Collectors.joining("", "" + set.get(0), "" + set.get(1)));
    }

    /** Where a part of the JVM was compiled before the constants were changed nevertheless, a loop and a copy differ. */
    private static boolean isConsistent(Set<Integer> set) {
        List<Integer> looped = new ArrayList<>();
        for (Integer element : set) {
            looped.add(element);
        }
        return looped.equals(List.copyOf(set));
    }

    /**
     * Returns whether two JVMs go through these tables in opposite orders. Then they do so in opposite directions in tables of
     * every size, and every set and map of two elements or more has another order.
     */
    static boolean areOpposite(String one, String other) {
        return new StringBuilder(one).reverse().toString().equals(other);
    }

    /**
     * Has this JVM iterate in the order opposite to another's, by changing the constants that it chose. It is for JVMs with
     * the options {@link #CHANGEABLE}, and what came of it is to be seen in {@link #ofThisJvm}.
     */
    static void oppose(String order) {
        try {
            Class<?> collections = Class.forName("java.util.ImmutableCollections");
            Field start = collections.getDeclaredField("SALT32L");
            Field direction = collections.getDeclaredField("REVERSE");
            for (long quarter = 0; !areOpposite(order, ofThisJvm()) && quarter < PLACES.size(); quarter++) {
                write(start, long.class, quarter << QUARTER_OF_A_TABLE);
                write(direction, boolean.class, true);
                if (!areOpposite(order, ofThisJvm())) {
                    write(direction, boolean.class, false);
                }
            }
        } catch (ReflectiveOperationException | RuntimeException impossible) {
            // Then the order is the one that this JVM chose, which may do as well.
        }
    }

    /** Writes a constant. By reflection, as a compiler warns of this class, and no other writes constants. */
    private static void write(Field constant, Class<?> type, Object value) throws ReflectiveOperationException {
        Class<?> unsafe = Class.forName("sun.misc.Unsafe");
        Field instance = unsafe.getDeclaredField("theUnsafe");
        instance.setAccessible(true);
        Object target = instance.get(null);
        Object base = unsafe.getMethod("staticFieldBase", Field.class).invoke(target, constant);
        Object offset = unsafe.getMethod("staticFieldOffset", Field.class).invoke(target, constant);
        Method put = unsafe.getMethod(type == long.class ? "putLong" : "putBoolean", Object.class, long.class, type);
        put.invoke(target, base, offset, value);
    }
}
