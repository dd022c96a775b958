package dev.seeded.internal.seed;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.platform.engine.UniqueId;

/**
 * The part of a JUnit unique id by which a context is known: what stands below the Jupiter engine. Suites and wrapping
 * engines put their own segments before it, which therefore don't count.
 */
public final class Identity {

    private static final String JUPITER = "[engine:junit-jupiter]";

    private Identity() {}

    /** Returns what follows the last Jupiter segment of {@code uniqueId}; the whole id where there is none. */
    public static String of(String uniqueId) {
        int engine = uniqueId.lastIndexOf(JUPITER);
        return engine < 0 ? uniqueId : uniqueId.substring(engine + JUPITER.length());
    }

    /** Returns the identity of a class with tests that is in no other. */
    public static String ofClass(Class<?> type) {
        StringBuilder identity = new StringBuilder("/[class:");
        int start = identity.length();
        encode(identity.append(type.getName()), start);
        return identity.append(']').toString();
    }

    /**
     * Returns the identity of a plain test: what follows the Jupiter segment in the unique id that Jupiter gives it, unless a
     * subclass in another package inherits it and does not see it.
     *
     * @param ofClass the identity of the class, or invocation of a class, that it is in
     */
    public static String ofTest(String ofClass, Method test) {
        StringBuilder identity =
                new StringBuilder(ofClass.length() + 80).append(ofClass).append("/[method:");
        int start = identity.length();
        identity.append(test.getName()).append('(');
        Class<?>[] parameters = test.getParameterTypes();
        for (int at = 0; at < parameters.length; at++) {
            identity.append(at == 0 ? "" : ", ").append(parameters[at].getName());
        }
        encode(identity.append(')'), start);
        return identity.append(']').toString();
    }

    /** Encodes what has a meaning in a unique id, as Jupiter does. */
    private static void encode(StringBuilder text, int start) {
        for (int at = text.length() - 1; at >= start; at--) {
            String encoded = switch (text.charAt(at)) {
                case '%' -> "%25";
                case '+' -> "%2B";
                case '/' -> "%2F";
                case ':' -> "%3A";
                case '[' -> "%5B";
                case ']' -> "%5D";
                default -> "";
            };
            if (!encoded.isEmpty()) {
                text.replace(at, at + 1, encoded);
            }
        }
    }

    /** Returns the unique id that a test had before the class around it got its invocations. */
    public static String declared(String uniqueId) {
        return uniqueId.contains("[class-template-invocation:")
                ? Patterns.CLASS_INVOCATION.matcher(uniqueId).replaceAll("")
                : uniqueId;
    }

    /** Returns the unique id that a test had before the class around it got its invocations. */
    public static UniqueId declared(UniqueId id) {
        List<UniqueId.Segment> segments = id.getSegments();
        if (segments.stream().noneMatch(Identity::isClassInvocation)) {
            return id;
        }
        UniqueId declared =
                UniqueId.root(segments.get(0).getType(), segments.get(0).getValue());
        for (UniqueId.Segment segment : segments.subList(1, segments.size())) {
            declared = isClassInvocation(segment) ? declared : declared.append(segment);
        }
        return declared;
    }

    private static boolean isClassInvocation(UniqueId.Segment segment) {
        return segment.getType().equals("class-template-invocation");
    }

    /** Returns the number, from 1 on, of the invocation of a test template that this is the id of. */
    public static Optional<Integer> invocation(String uniqueId) {
        Matcher invocation = Patterns.INVOCATION.matcher(uniqueId);
        return invocation.find() ? Optional.of(Integer.valueOf(invocation.group(1))) : Optional.empty();
    }

    /** Returns whether both ids are of invocations, or dynamic tests, of one parent, or lie in such, and this has the lower number. */
    public static boolean precedes(String uniqueId, String other) {
        if (uniqueId.isEmpty() || other.isEmpty()) {
            return false;
        }
        List<UniqueId.Segment> own = UniqueId.parse(uniqueId).getSegments();
        List<UniqueId.Segment> others = UniqueId.parse(other).getSegments();
        for (int at = 0; at < Math.min(own.size(), others.size()); at++) {
            if (!own.get(at).equals(others.get(at))) {
                int number = number(own.get(at));
                return number > 0 && number < number(others.get(at));
            }
        }
        return false;
    }

    /** Returns the number of an invocation or dynamic test, from 1 on; 0 for others. */
    private static int number(UniqueId.Segment segment) {
        String value = segment.getValue();
        return value.matches("#[0-9]{1,9}") ? Integer.parseInt(value.substring(1)) : 0;
    }

    /** Returns the id of the factory of a dynamic test, from whose generators it draws; all other ids as they are. */
    public static String factory(String uniqueId) {
        int dynamic = uniqueId.indexOf("/[dynamic-");
        return dynamic < 0 ? uniqueId : uniqueId.substring(0, dynamic);
    }

    /** Returns the id of the method that this is, or is an invocation or a dynamic test of, when tests were discovered. */
    public static String method(String uniqueId) {
        String declared = factory(declared(uniqueId));
        int invocation = declared.indexOf("/[test-template-invocation:");
        return invocation < 0 ? declared : declared.substring(0, invocation);
    }

    /** Returns whether this may be the identity of a test, as JUnit writes it. Reports are read without JUnit. */
    public static boolean isWellFormed(String identity) {
        String unescaped = Patterns.ESCAPE.matcher(identity).replaceAll("_");
        // One after the other: a repeated group would take a frame of the stack for each.
        Matcher segment = Patterns.SEGMENT.matcher(unescaped);
        int end = 0;
        while (segment.region(end, unescaped.length()).lookingAt()) {
            end = segment.end();
        }
        return end > 0 && end == unescaped.length();
    }

    /** Returns whether this is the id of an invocation of a test or class, or of something inside of one. */
    public static boolean isOfInvocation(String uniqueId) {
        return uniqueId.contains("-invocation:");
    }

    /** Returns whether this is the id of a test template, which contains its invocations. */
    public static boolean isTemplate(String uniqueId) {
        return uniqueId.startsWith("[test-template:", uniqueId.lastIndexOf('['));
    }

    /** Apart, as most tests need none of these. */
    private static final class Patterns {

        /** The invocations of a class template lie between the class and its methods. */
        private static final Pattern CLASS_INVOCATION = Pattern.compile("/\\[class-template-invocation:[^]]*]");

        private static final Pattern ESCAPE = Pattern.compile("%(?:25|2B|2F|3A|5B|5D)");
        private static final String NAME = "(?![\\x00-\\x20]+[]:])[^]\\[%+/:]+";
        private static final Pattern SEGMENT = Pattern.compile("/\\[" + NAME + ":" + NAME + "]");

        private static final Pattern INVOCATION = Pattern.compile("/\\[test-template-invocation:#(\\d+)]$");
    }
}
