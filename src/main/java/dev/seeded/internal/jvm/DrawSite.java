package dev.seeded.internal.jvm;

import java.lang.StackWalker.Option;
import java.lang.StackWalker.StackFrame;
import java.security.CodeSource;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Names what the user called to draw or iterate, and where: the outermost method of the JDK, and the first line outside of
 * it. Where that is a library's, the first line of a class that is being built follows, or the outermost where tests are in
 * a jar as well.
 */
final class DrawSite {

    private static final List<String> HOOKS = List.of(HookNames.PREFIX, "dev.seeded.internal.");
    private static final List<String> JDK = List.of("java.", "javax.", "jdk.", "sun.", "com.sun.");
    private static final String PIPELINE = "java.util.stream.";
    private static final String COLLECTIONS = "java.util.";
    private static final String INHERITED = "java.util.Random";
    private static final String METHOD_REFERENCE = "$$Lambda";
    private static final List<String> STREAMS = List.of("ints", "longs", "doubles");

    /** Hidden frames show where the JDK calls a method reference, whose caller is not what draws. */
    private static final StackWalker WALKER =
            StackWalker.getInstance(Set.of(Option.RETAIN_CLASS_REFERENCE, Option.SHOW_HIDDEN_FRAMES));

    private static final ClassValue<Boolean> LIBRARIES = new ClassValue<>() {
        @Override
        protected Boolean computeValue(Class<?> type) {
            CodeSource source = type.getProtectionDomain().getCodeSource();
            return source != null
                    && source.getLocation() != null
                    && source.getLocation().getPath().contains(".jar");
        }
    };

    private String called;
    private @Nullable String generator;
    private boolean named;
    private @Nullable String reference;
    private @Nullable String library;
    private String outermost = "";

    private DrawSite(String api) {
        called = api;
    }

    /** Returns the place from where the hook of an API is called now. */
    static String here(String api) {
        return WALKER.walk(frames -> new DrawSite(api).find(frames));
    }

    /** Returns the place from where something is iterated now, and what that is. */
    static String iteratedHere() {
        return WALKER.walk(frames -> {
            DrawSite place = new DrawSite("");
            String at = place.find(frames);
            String iterated = place.generator;
            return iterated == null || !iterated.startsWith(COLLECTIONS) || at.startsWith(iterated + ".")
                    ? at
                    : iterated + " iterated by " + at;
        });
    }

    private String find(Stream<StackFrame> frames) {
        for (StackFrame frame : (Iterable<StackFrame>) frames::iterator) {
            String type = frame.getClassName();
            if (startsWithAny(type, HOOKS)) {
                continue;
            }
            if (type.startsWith("org.junit.")) {
                break;
            }
            if (startsWithAny(type, JDK)) {
                name(type, frame.getMethodName());
            } else {
                named = true;
                if (type.contains(METHOD_REFERENCE)) {
                    reference = reference == null ? type.substring(0, type.indexOf(METHOD_REFERENCE)) : reference;
                } else if (!LIBRARIES.get(frame.getDeclaringClass())) {
                    String line = frame.toStackTraceElement().toString();
                    return called + (library == null ? " at " + line : library + ", from " + line);
                } else if (library == null) {
                    library = " at " + frame.toStackTraceElement();
                } else {
                    outermost = ", from " + frame.toStackTraceElement();
                }
            }
        }
        return called + (library != null ? library + outermost : reference == null ? "" : " at " + reference);
    }

    /** Takes a method of the JDK for what was called, unless what draws was called by one further in. */
    private void name(String type, String method) {
        if (named) {
            return;
        }
        if (generator == null) {
            generator = type.replaceFirst("\\$.*", "");
        }
        named = type.startsWith(PIPELINE);
        for (String stream : STREAMS) {
            if (type.contains("$Random") && type.toLowerCase(Locale.ROOT).contains("random" + stream)) {
                called = generator + "." + stream;
                named = true;
            }
        }
        if (!named) {
            // SecureRandom inherits most of what users call.
            String owner = type.equals(INHERITED) ? generator : type;
            called = method.equals("<init>") ? "new " + owner : owner + "." + method;
        }
    }

    private static boolean startsWithAny(String name, List<String> prefixes) {
        return prefixes.stream().anyMatch(name::startsWith);
    }
}
