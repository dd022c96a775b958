package dev.seeded.internal.jvm.hooks;

import dev.seeded.internal.seed.Derivation;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The class that a thread or task comes from: the one that wrote what it runs, whatever the JDK wraps around it. Tasks are
 * numbered by origin, so that those of the infrastructure, which may start earlier or later, move none of the test's.
 */
final class TaskOrigin {

    /** One origin for each name: classes made at run time have other names in each JVM, but for how these begin. */
    private static final ConcurrentHashMap<String, TaskOrigin> OF_NAME = new ConcurrentHashMap<>();

    private static final Wrappers WRAPPERS = new Wrappers();

    private static final String HOLDER = "java.lang.Thread$FieldHolder";

    /** The types by which the JDK's threads and tasks hold what they run. */
    private static final String RUNNING =
            " java.lang.Runnable java.util.concurrent.Callable java.util.function.Supplier"
                    + " java.util.function.Function java.util.function.BiFunction java.util.function.Consumer"
                    + " java.util.function.BiConsumer jdk.internal.vm.Continuation java.lang.Thread$FieldHolder ";

    /** How often one task may be wrapped in another. */
    private static final int DEPTH = 16;

    final String name;
    final long number;

    private TaskOrigin(String name) {
        this.name = name;
        number = Derivation.stream(0, name);
    }

    static TaskOrigin of(Object threadOrTask) {
        Wrapper wrapper = WRAPPERS.get(threadOrTask.getClass());
        TaskOrigin origin = wrapper.origin;
        Object task = wrapper.inside(threadOrTask);
        for (int depth = 0; depth < DEPTH && task != null; depth++) {
            wrapper = WRAPPERS.get(task.getClass());
            origin = wrapper.holdsForThread ? origin : wrapper.origin;
            task = wrapper.inside(task);
        }
        return origin;
    }

    private static TaskOrigin named(String className) {
        int end = className.length();
        for (String mark : new String[] {"$$", "/", "$Proxy", "$MockitoMock$", "$ByteBuddy$"}) {
            int at = className.indexOf(mark);
            end = at > 0 ? Math.min(at, end) : end;
        }
        String name = className.substring(0, end);
        TaskOrigin known = OF_NAME.get(name);
        if (known == null) {
            known = new TaskOrigin(name);
            TaskOrigin other = OF_NAME.putIfAbsent(name, known);
            known = other == null ? known : other;
        }
        return known;
    }

    /** What is known of a class: its name as an origin, and the fields that hold another task. */
    private static final class Wrapper {

        final TaskOrigin origin;

        /** Whether it is a part of each thread, in some versions, even of one that runs nothing but itself. */
        final boolean holdsForThread;

        private final Field[] fields;

        Wrapper(TaskOrigin origin, Field[] fields) {
            this.origin = origin;
            this.fields = fields;
            holdsForThread = origin.name.equals(HOLDER);
        }

        @Nullable
        Object inside(Object task) {
            for (Field field : fields) {
                try {
                    Object inner = field.get(task);
                    if (inner != null) {
                        return inner;
                    }
                } catch (IllegalAccessException impossible) {
                    return null;
                }
            }
            return null;
        }
    }

    private static final class Wrappers extends ClassValue<Wrapper> {

        @Override
        protected Wrapper computeValue(Class<?> type) {
            // Which test comes first decides over the order of nothing that it sees.
            OrderHooks.natural();
            try {
                return found(type);
            } finally {
                OrderHooks.ordered();
            }
        }

        private static Wrapper found(Class<?> type) {
            Field[] found = new Field[0];
            for (Class<?> declaring = type; declaring != null && isOfJdk(type); declaring = declaring.getSuperclass()) {
                for (Field field : declaring.getDeclaredFields()) {
                    String held = " ".concat(field.getType().getName()).concat(" ");
                    // A virtual thread's other task is what goes on with its continuation.
                    boolean holds = RUNNING.contains(held) && !field.getName().equals("runContinuation");
                    if (holds && !Modifier.isStatic(field.getModifiers()) && field.trySetAccessible()) {
                        Field[] more = new Field[found.length + 1];
                        System.arraycopy(found, 0, more, 0, found.length);
                        more[found.length] = field;
                        found = more;
                    }
                }
            }
            return new Wrapper(named(type.getName()), found);
        }

        /** Returns whether a class is one of those that wrap: what a user's task holds is the user's as well. */
        private static boolean isOfJdk(Class<?> type) {
            return type.getClassLoader() == null && !type.isHidden();
        }
    }
}
