package dev.seeded.internal.draws;

import java.io.Serializable;
import java.lang.StackWalker.StackFrame;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One value that a generator gave.
 *
 * @param value the bits of the value
 * @param site where it was drawn; null where that was not kept
 */
public record Draw(long value, @Nullable Site site) implements Serializable {

    private static final int UUID_HALF = 18;

    /**
     * Where a value is drawn.
     *
     * @param method the generator's method, which says what kind of value it is
     * @param caller the library's method that drew it for the user's code; empty if that is the generator's
     * @param thread the number of the thread among those that draw from the generator, in the order of their first draw
     * @param frames the frames of the user's code, the nearest first
     */
    public record Site(String method, String caller, int thread, List<StackTraceElement> frames)
            implements Serializable {

        private static final int FRAMES = 32;

        /** The frames between a draw and what runs the test, about. */
        private static final int DEPTH = 32;

        private static final StackWalker WALKER = StackWalker.getInstance(Set.of(), DEPTH);

        /** Returns the place where this method is called from now. */
        public static Site here(String method, DrawRecord.Threads threads) {
            return WALKER.walk(stack -> {
                List<StackFrame> frames = stack
                        // Of no interest is who runs the test, and who runs this task while it waits for another.
                        .takeWhile(frame -> !UserCode.isRunner(frame.getClassName()) && !beginsTask(frame))
                        .toList();
                boolean ofJvm = frames.stream().anyMatch(frame -> UserCode.isHook(frame.getClassName()));
                return new Site(
                        method,
                        caller(frames, ofJvm),
                        // A stream of the JVM's numbers belongs to a task, whichever thread runs it.
                        ofJvm ? 1 : threads.number(),
                        frames.stream()
                                .filter(frame -> UserCode.includes(frame.getClassName()))
                                .limit(FRAMES)
                                .map(StackFrame::toStackTraceElement)
                                .map(Site::withoutLoader)
                                .toList());
            });
        }

        /** Returns the user's line, after " at "; empty where none is known. */
        public String place() {
            if (frames.isEmpty()) {
                return "";
            }
            StackTraceElement line = frames.get(0);
            return " at " + (line.getFileName() == null ? line : line.getFileName() + ":" + line.getLineNumber());
        }

        private static boolean beginsTask(StackFrame frame) {
            return frame.getMethodName().equals("doExec")
                    && frame.getClassName().equals("java.util.concurrent.ForkJoinTask");
        }

        /** Names the outermost method that draws for the user's code, which is the one that the user knows. */
        private static String caller(List<StackFrame> frames, boolean ofJvm) {
            Optional<StackFrame> caller = Optional.empty();
            for (StackFrame frame : frames) {
                String type = frame.getClassName();
                if (UserCode.includes(type)) {
                    return caller.map(Site::name).orElse("");
                }
                if (UserCode.isGenerator(type) || (ofJvm && UserCode.isOfJavaApi(type))) {
                    caller = Optional.of(frame);
                }
            }
            return "";
        }

        private static String name(StackFrame frame) {
            String name = frame.getClassName();
            String type = name.substring(Math.max(name.lastIndexOf('.'), name.lastIndexOf('$')) + 1);
            return frame.getMethodName().equals("<init>") ? "new " + type : type + "." + frame.getMethodName();
        }

        private static StackTraceElement withoutLoader(StackTraceElement frame) {
            return new StackTraceElement(
                    frame.getClassName(), frame.getMethodName(), frame.getFileName(), frame.getLineNumber());
        }
    }

    /** Returns whether this is the number of all draws, rather than one of them. */
    public boolean isCount() {
        return site != null && site.method().equals(DrawListener.COUNT);
    }

    /** Returns the value as the caller saw it, as far as that is known. */
    public String text() {
        if (isCount()) {
            return Long.toString(value);
        }
        return Optional.ofNullable(site)
                .map(found -> (found.caller().isEmpty() ? found.method() + " gave " : found.caller() + " drew ")
                        + value(found.method()))
                .orElse(Long.toString(value));
    }

    private String value(String method) {
        return switch (method) {
            case "nextDouble", "nextGaussian", "nextExponential", "doubles" ->
                Double.toString(Double.longBitsToDouble(value));
            case "nextFloat" -> Float.toString(Float.intBitsToFloat((int) value));
            case "nextBoolean" -> Boolean.toString(value == 1);
            case "nextBytes" -> "bytes of hash " + value;
            case DrawListener.BITS -> "the bits " + value;
            case DrawListener.UUID -> new UUID(value, 0).toString().substring(0, UUID_HALF) + "-…";
            case DrawListener.SHUFFLE -> "an order of " + value;
            default -> Long.toString(value);
        };
    }
}
