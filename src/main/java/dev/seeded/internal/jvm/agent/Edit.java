package dev.seeded.internal.jvm.agent;

/**
 * One change to one method of the JDK. Edits are data, as the agent must start fast: a lambda for each would take longer
 * than all the rest.
 *
 * @param owner the internal name of the class
 * @param method the method's name; {@code *} for all
 * @param descriptor the method's descriptor; empty for every method of that name
 * @param kind what is done
 * @param load the arguments of the hook: a digit for the reference in that local variable, {@code i} for the int in the
 *     first, {@code s} for the field {@code seed}
 * @param hook the name of the hook
 * @param type the descriptor of the hook
 * @param draw for {@link Kind#DRAW} the name and descriptor of what is called on the context, for {@link Kind#READ} the
 *     name of the field
 * @param required whether the hook does not work without it, once the class is there
 */
record Edit(
        String owner,
        String method,
        String descriptor,
        Kind kind,
        String load,
        String hook,
        String type,
        String draw,
        boolean required) {

    /** The kinds of change. */
    enum Kind {
        /** At the start, asks the hook for a context and, if there is one, returns what that draws. */
        DRAW,
        /** At the start, lets the hook do the work, and returns if it has. */
        FINISH,
        /** At the start, asks the hook for bytes and, if there are some, returns them. */
        BYTES,
        /** Calls the hook at the start. */
        TELL,
        /** Calls the hook before each return. */
        TELL_AT_END,
        /** Replaces the field {@code seed} at the end of a constructor. */
        MARK,
        /** Gives the seed of a new generator to the hook, and takes what it returns. */
        CREATE,
        /** Shows the task to the hook before it is executed inline. */
        BEFORE_EXECUTION,
        /** Shows the thread to the hook before it is started. */
        BEFORE_START,
        /** Calls the hook in place of {@code Runnable.run}. */
        RUN,
        /** Gives what is read from the field of that name to the hook, and takes what it returns. */
        READ,
        /** Keeps the draws of the method itself from the test. */
        ASIDE
    }

    static final String DRAWS = HookClasses.PREFIX + "Draws";
    static final String TASKS = HookClasses.PREFIX + "Tasks";
    static final String CONTEXT = HookClasses.PREFIX + "Context";

    Edit(String owner, String method, String descriptor, Kind kind, String load, String hook, String type) {
        this(owner, method, descriptor, kind, load, hook, type, "");
    }

    Edit(
            String owner,
            String method,
            String descriptor,
            Kind kind,
            String load,
            String hook,
            String type,
            String draw) {
        this(owner, method, descriptor, kind, load, hook, type, draw, true);
    }

    /** Returns this edit for a method that some versions of Java don't have. */
    Edit inSomeVersions() {
        return new Edit(owner, method, descriptor, kind, load, hook, type, draw, false);
    }

    boolean isFor(String name, String found) {
        return method.equals("*") || (method.equals(name) && (descriptor.isEmpty() || descriptor.equals(found)));
    }

    /** Returns the class that has the hook. */
    String hooks() {
        return switch (kind) {
            case DRAW, FINISH, BYTES, MARK, CREATE, READ, ASIDE -> DRAWS;
            case TELL -> hook.equals("seeded") ? DRAWS : TASKS;
            case TELL_AT_END, BEFORE_EXECUTION, BEFORE_START, RUN -> TASKS;
        };
    }
}
