package dev.seeded.internal.code;

import dev.seeded.internal.code.ClassCode.Call;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The methods of the JDK, and of some libraries, that change what an object holds, by how their names begin. */
final class Mutators {

    private static final List<String> PACKAGES =
            List.of("java/util/", "java/text/", "java/lang/StringBu", "com/google/common/collect/");

    private static final List<String> NAMES = List.of(
            "accumulate",
            "acquire",
            "add",
            "andNot",
            "append",
            "applyPattern",
            "arrive",
            "clear",
            "combine",
            "compareAndSet",
            "complete",
            "compute",
            "countDown",
            "decrement",
            "delete",
            "drain",
            "exchange",
            "flip",
            "getAnd",
            "increment",
            "insert",
            "lazySet",
            "load",
            "lock",
            "merge",
            "next",
            "obtrude",
            "offer",
            "poll",
            "pop",
            "push",
            "put",
            "reducePermits",
            "register",
            "release",
            "remove",
            "replace",
            "reset",
            "retain",
            "roll",
            "set",
            "sort",
            "sumThenReset",
            "take",
            "transfer",
            "tryAcquire",
            "tryLock",
            "tryTransfer",
            "unlock",
            "update",
            "weakCompareAndSet",
            "xor");

    /** The methods that change nothing of an object that is another one with most of its methods, such as a buffer. */
    private static final List<String> READING =
            List.of("<init>", "equals", "hasNext", "hasRemaining", "hashCode", "is", "remaining", "size", "toString");

    /** Types that change by most of their methods, where not all of the package or library do. */
    private static final List<String> POSITIONS = List.of(
            "com/github/benmanes/caffeine/cache/",
            "com/google/common/cache/",
            "java/util/Enumeration",
            "java/util/Iterator",
            "java/util/ListIterator",
            "java/util/PrimitiveIterator",
            "java/util/Scanner",
            "java/util/Spliterator",
            "java/util/StringTokenizer",
            "java/util/regex/Matcher",
            "java/util/stream/",
            "java/util/zip/");

    private static final Set<String> STREAMS = Set.of("ints", "longs", "doubles");

    private static final Set<String> ELEMENTS =
            Set.of("element", "first", "get", "getFirst", "getLast", "getOrDefault", "last", "orElseThrow", "peek");

    private Mutators() {}

    /** Returns whether a method changes the object that it is called on; a generator is another one after each draw. */
    static boolean include(String owner, String method) {
        return havePosition(owner)
                ? READING.stream().noneMatch(method::startsWith)
                : PACKAGES.stream().anyMatch(owner::startsWith)
                        && (NAMES.stream().anyMatch(method::startsWith)
                                || (STREAMS.contains(method) && owner.contains("Random"))
                                || (method.equals("accept") && owner.endsWith("Statistics"))
                                || (Set.of("and", "or").contains(method) && owner.endsWith("BitSet")));
    }

    /** Returns whether a method returns something that the object which it is called on holds. */
    static boolean returnElements(String owner, String method) {
        return owner.startsWith("java/util/") && ELEMENTS.contains(method);
    }

    /** Returns whether the objects of a type may change with each use: such as a buffer, which has a position. */
    static boolean havePosition(String type) {
        return POSITIONS.stream().anyMatch(type::startsWith)
                || ((type.startsWith("java/") || type.startsWith("javax/"))
                        && PACKAGES.stream().noneMatch(type::startsWith)
                        && !Immutables.include(type.replace('/', '.')));
    }

    /** Returns whether a static method changes what its argument holds. */
    static boolean changeArgument(String owner, String method) {
        return (owner.equals("java/util/Collections")
                        && Set.of(
                                        "addAll",
                                        "copy",
                                        "fill",
                                        "replaceAll",
                                        "reverse",
                                        "rotate",
                                        "shuffle",
                                        "sort",
                                        "swap")
                                .contains(method))
                || (owner.equals("java/lang/System") && method.equals("arraycopy"))
                || (owner.equals("java/util/Arrays")
                        && Stream.of("fill", "parallelPrefix", "parallelSetAll", "parallelSort", "setAll", "sort")
                                .anyMatch(method::equals));
    }

    /** Returns whether a call sets a system property, or any properties. */
    static boolean setProperties(Call call) {
        return (call.owner().equals("java/lang/System") || call.owner().equals("java/util/Properties"))
                && call.method().startsWith("setPropert");
    }

    /** Returns whether a call asks for system properties. */
    static boolean readSystemProperties(Call call) {
        return call.owner().startsWith("java/lang/")
                && Set.of("getProperty", "getProperties", "getInteger", "getLong", "getBoolean")
                        .contains(call.name());
    }

    /** Returns whether a call sets or removes a property of the system. */
    static boolean changeSystemProperties(Call call) {
        return call.owner().equals("java/lang/System")
                && (setProperties(call) || call.method().startsWith("clearProperty("));
    }
}
