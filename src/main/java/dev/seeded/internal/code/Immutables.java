package dev.seeded.internal.code;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The types whose objects stay what they are, as far as a test can tell. Of all others, one test may find what another left. */
public final class Immutables {

    /** In packages of the JDK that begin so. */
    private static final List<String> PACKAGES = List.of(
            "java.lang.annotation.",
            "java.lang.constant.",
            "java.lang.invoke.",
            "java.lang.reflect.",
            "java.math.",
            "java.nio.charset.",
            "java.nio.file.",
            "java.text.",
            "java.time.",
            "java.util.concurrent.locks.",
            "java.util.function.");

    private static final Set<String> OF_JDK = Set.of(
            "java.io.File",
            "java.lang.Boolean",
            "java.lang.Byte",
            "java.lang.Character",
            "java.lang.Class",
            "java.lang.ClassLoader",
            "java.lang.Double",
            "java.lang.Float",
            "java.lang.Integer",
            "java.lang.Long",
            "java.lang.Module",
            "java.lang.Package",
            "java.lang.Runtime",
            "java.lang.Short",
            "java.lang.String",
            "java.lang.System",
            "java.lang.Void",
            "java.net.InetAddress",
            "java.net.SocketAddress",
            "java.net.URI",
            "java.net.URL",
            "java.security.Key",
            "java.security.KeyPair",
            "java.util.Base64$Decoder",
            "java.util.Base64$Encoder",
            "java.util.Comparator",
            "java.util.Currency",
            "java.util.HexFormat",
            "java.util.Locale",
            "java.util.Optional",
            "java.util.UUID",
            "java.util.concurrent.TimeUnit",
            "java.util.regex.Pattern");

    /** Types of the JDK that themselves have no state, which says nothing of what extends them. */
    private static final Set<String> OPEN = Set.of(
            "java.lang.AutoCloseable",
            "java.lang.Comparable",
            "java.lang.Enum",
            "java.lang.Iterable",
            "java.lang.Number",
            "java.lang.Object",
            "java.lang.Record",
            "java.lang.Runnable");

    private static final Set<String> OF_LIBRARIES = Set.of(
            "com.fasterxml.jackson.databind.ObjectMapper",
            "com.google.gson.Gson",
            "tools.jackson.databind.ObjectMapper");

    private Immutables() {}

    /** Returns whether this is a class of the JDK. */
    public static boolean isOfJdk(Class<?> type) {
        ClassLoader loader = type.getClassLoader();
        return loader == null || loader.equals(ClassLoader.getPlatformClassLoader());
    }

    /** Returns whether the objects of this very class are known as immutable. */
    public static boolean include(Class<?> type) {
        return isOfJdk(type)
                // A function is hidden.
                ? type.isHidden() || include(type.getName()) || supertypes(type).anyMatch(Immutables::isClosed)
                : supertypes(type).anyMatch(name -> OF_LIBRARIES.contains(name) || hasTellingName(name));
    }

    /** Returns whether a type of the JDK is known as immutable. */
    static boolean include(String name) {
        return OPEN.contains(name) || isClosed(name);
    }

    private static boolean isClosed(String name) {
        return OF_JDK.contains(name)
                || hasTellingName(name)
                || (PACKAGES.stream().anyMatch(name::startsWith) && !name.equals("java.lang.reflect.Proxy"));
    }

    /** Returns whether this is a logger, or what is thrown. */
    private static boolean hasTellingName(String name) {
        return Stream.of("Logger", ".Log", "Exception", "Error").anyMatch(name::endsWith);
    }

    private static Stream<String> supertypes(Class<?> type) {
        return Stream.concat(
                Stream.of(type.getName()),
                Stream.concat(Stream.ofNullable(type.getSuperclass()), Stream.of(type.getInterfaces()))
                        .flatMap(Immutables::supertypes));
    }
}
