package dev.seeded.internal.jvm.hooks;

import dev.seeded.internal.seed.Derivation;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * A member of a class or an entry of a directory, and its rank in the order of a test: neither the order of the JVM nor that
 * of the file system is left. Ranks come from names, whose hash codes the JVM keeps, as a text for each takes long to make.
 */
final class Ranked implements Comparable<Ranked> {

    private final Object ranked;
    private final long rank;

    private Ranked(Object ranked, long order) {
        this.ranked = ranked;
        rank = Derivation.stream(order, hash(ranked));
    }

    /** Sorts what is in an array into an order. */
    static void sort(Object[] all, long order) {
        Ranked[] sorted = new Ranked[all.length];
        for (int at = 0; at < all.length; at++) {
            sorted[at] = new Ranked(all[at], order);
        }
        Arrays.sort(sorted);
        for (int at = 0; at < all.length; at++) {
            all[at] = sorted[at].ranked;
        }
    }

    private static int hash(Object ranked) {
        if (ranked instanceof Method method) {
            return 31 * hash(method, method.getName()) + hash(method.getReturnType());
        }
        if (ranked instanceof Executable constructor) {
            return hash(constructor, "");
        }
        if (ranked instanceof Field field) {
            return 31 * hash(field.getDeclaringClass()) + field.getName().hashCode();
        }
        if (ranked instanceof Class<?> type) {
            return type.getName().hashCode();
        }
        // The folder that an entry is in may be another in each run.
        Path name = ranked instanceof Path path ? path.getFileName() : null;
        return (name == null ? ranked : name).toString().hashCode();
    }

    private static int hash(Executable executable, String name) {
        int hash = 31 * hash(executable.getDeclaringClass()) + name.hashCode();
        for (Class<?> parameter : executable.getParameterTypes()) {
            hash = 31 * hash + hash(parameter);
        }
        return hash;
    }

    @Override
    public int compareTo(Ranked other) {
        int byRank = Long.compare(rank, other.rank);
        return byRank == 0 ? ranked.toString().compareTo(other.ranked.toString()) : byRank;
    }
}
