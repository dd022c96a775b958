package dev.seeded.internal.code;

import dev.seeded.internal.code.ClassCode.Call;
import java.util.List;
import java.util.Set;

/** The methods of the JDK that change what an object holds, by how their names begin. */
final class Mutators {

    private static final List<String> PACKAGES =
            List.of("java/util/", "java/lang/StringBu", "java/lang/ThreadLocal", "java/lang/InheritableThreadLocal");

    private static final List<String> NAMES = List.of(
            "accumulate",
            "add",
            "append",
            "clear",
            "compareAndSet",
            "compute",
            "decrement",
            "delete",
            "drain",
            "getAnd",
            "increment",
            "insert",
            "lazySet",
            "merge",
            "next",
            "offer",
            "poll",
            "pop",
            "push",
            "put",
            "remove",
            "replace",
            "retain",
            "set",
            "sort",
            "take",
            "update");

    private static final Set<String> STREAMS = Set.of("ints", "longs", "doubles");

    private Mutators() {}

    /** Returns whether a method changes the object that it is called on; a generator is another one after each draw. */
    static boolean include(String owner, String method) {
        return PACKAGES.stream().anyMatch(owner::startsWith)
                && (NAMES.stream().anyMatch(method::startsWith)
                        || (STREAMS.contains(method) && owner.contains("Random")));
    }

    /** Returns whether a static method changes what its argument holds. */
    static boolean changeArgument(String owner, String method) {
        return (owner.equals("java/util/Collections")
                        && Set.of("shuffle", "sort", "reverse").contains(method))
                || (owner.equals("java/util/Arrays") && method.equals("sort"));
    }

    /** Returns whether a call sets a system property, or any properties. */
    static boolean setProperties(Call call) {
        return (call.owner().equals("java/lang/System") || call.owner().equals("java/util/Properties"))
                && call.method().startsWith("setPropert");
    }
}
