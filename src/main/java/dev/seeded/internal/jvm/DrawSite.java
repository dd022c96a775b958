package dev.seeded.internal.jvm;

import java.lang.StackWalker.Option;
import java.lang.StackWalker.StackFrame;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.Iterator;
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

    /** Whose code a class has. */
    private enum Owner {
        SEEDED,
        JUNIT,
        JDK,
        METHOD_REFERENCE,
        LIBRARY,
        PROJECT;

        static final ClassValue<Owner> OF = new ClassValue<>() {
            @Override
            protected Owner computeValue(Class<?> type) {
                return of(type);
            }
        };

        private static Owner of(Class<?> type) {
            String name = type.getName();
            if (startsWithAny(name, HOOKS)) {
                return SEEDED;
            }
            if (name.startsWith("org.junit.")) {
                return JUNIT;
            }
            if (startsWithAny(name, DrawSite.JDK)) {
                return JDK;
            }
            if (name.contains(DrawSite.METHOD_REFERENCE)) {
                return METHOD_REFERENCE;
            }
            CodeSource source = type.getProtectionDomain().getCodeSource();
            return source != null
                            && source.getLocation() != null
                            && source.getLocation().getPath().contains(".jar")
                    ? LIBRARY
                    : PROJECT;
        }
    }

    /** From what was called to the line of the project, or to the end where there is none. */
    private final List<StackFrame> frames;

    private String called;
    private @Nullable String generator;
    private boolean named;

    private DrawSite(String api, List<StackFrame> frames) {
        called = api;
        this.frames = frames;
    }

    /** Returns the place from where the hook of an API is called now. */
    static DrawSite here(String api) {
        return new DrawSite(api, WALKER.walk(DrawSite::frames));
    }

    /** Returns the place from where something is iterated now, and what that is. */
    static String iteratedHere() {
        DrawSite place = here("");
        String at = place.text();
        String iterated = place.generator;
        return iterated == null || !iterated.startsWith(COLLECTIONS) || at.startsWith(iterated + ".")
                ? at
                : iterated + " iterated by " + at;
    }

    private static List<StackFrame> frames(Stream<StackFrame> stack) {
        List<StackFrame> frames = new ArrayList<>();
        for (Iterator<StackFrame> rest = stack.iterator(); rest.hasNext(); ) {
            StackFrame frame = rest.next();
            Owner owner = Owner.OF.get(frame.getDeclaringClass());
            if (owner == Owner.JUNIT) {
                break;
            }
            if (owner != Owner.SEEDED) {
                frames.add(frame);
            }
            if (owner == Owner.PROJECT) {
                break;
            }
        }
        return frames;
    }

    /** Returns what is equal for each call from this place, and takes little to make. */
    Object key() {
        List<Object> key = new ArrayList<>(1 + 2 * frames.size());
        key.add(called);
        for (StackFrame frame : frames) {
            Class<?> type = frame.getDeclaringClass();
            key.add(type);
            key.add(frame.getByteCodeIndex());
            // What calls a method of the JDK says which one it is, and names take the JVM most of the time.
            if (Owner.OF.get(type) != Owner.JDK) {
                key.add(frame.getMethodName());
            }
        }
        return key;
    }

    /** Returns the place as it is shown to users. */
    String text() {
        String reference = null;
        String library = null;
        String outermost = "";
        for (StackFrame frame : frames) {
            Class<?> type = frame.getDeclaringClass();
            switch (Owner.OF.get(type)) {
                case JDK -> name(type.getName(), frame.getMethodName());
                case METHOD_REFERENCE -> {
                    named = true;
                    String name = type.getName();
                    reference = reference == null ? name.substring(0, name.indexOf(METHOD_REFERENCE)) : reference;
                }
                case PROJECT -> {
                    String line = frame.toStackTraceElement().toString();
                    return called + (library == null ? " at " + line : library + ", from " + line);
                }
                default -> {
                    named = true;
                    if (library == null) {
                        library = " at " + frame.toStackTraceElement();
                    } else {
                        outermost = ", from " + frame.toStackTraceElement();
                    }
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
