package dev.seeded.internal.seed;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The part of a JUnit unique id by which a context is known: what stands below the Jupiter engine. Suites and wrapping
 * engines put their own segments before it, which therefore don't count.
 */
public final class Identity {

    private static final String JUPITER = "[engine:junit-jupiter]";

    /** The invocations of a class template lie between the class and its methods. */
    private static final Pattern CLASS_INVOCATION = Pattern.compile("/\\[class-template-invocation:[^]]*]");

    private static final Pattern INVOCATION = Pattern.compile("/\\[test-template-invocation:#(\\d+)]$");

    private Identity() {}

    /** Returns what follows the last Jupiter segment of {@code uniqueId}; the whole id where there is none. */
    public static String of(String uniqueId) {
        int engine = uniqueId.lastIndexOf(JUPITER);
        return engine < 0 ? uniqueId : uniqueId.substring(engine + JUPITER.length());
    }

    /** Returns the unique id that a test had before the class around it got its invocations. */
    public static String declared(String uniqueId) {
        return uniqueId.contains("[class-template-invocation:")
                ? CLASS_INVOCATION.matcher(uniqueId).replaceAll("")
                : uniqueId;
    }

    /** Returns the number, from 1 on, of the invocation of a test template that this is the id of. */
    public static Optional<Integer> invocation(String uniqueId) {
        Matcher invocation = INVOCATION.matcher(uniqueId);
        return invocation.find() ? Optional.of(Integer.valueOf(invocation.group(1))) : Optional.empty();
    }

    /** Returns the id of the factory of a dynamic test, from whose generators it draws; all other ids as they are. */
    public static String factory(String uniqueId) {
        int dynamic = uniqueId.indexOf("/[dynamic-");
        return dynamic < 0 ? uniqueId : uniqueId.substring(0, dynamic);
    }

    /** Tells whether this is the id of an invocation of a test or class, or of something inside of one. */
    public static boolean isOfInvocation(String uniqueId) {
        return uniqueId.contains("-invocation:");
    }

    /** Tells whether this is the id of a test template, which contains its invocations. */
    public static boolean isTemplate(String uniqueId) {
        return uniqueId.startsWith("[test-template:", uniqueId.lastIndexOf('['));
    }
}
