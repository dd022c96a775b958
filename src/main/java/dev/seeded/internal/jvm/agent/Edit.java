package dev.seeded.internal.jvm.agent;

import dev.seeded.internal.jvm.HookNames;
import java.util.List;

/**
 * One change to one method of the JDK. Edits are data, as the agent must start fast: a lambda for each would take longer
 * than all the rest.
 *
 * @param owner the internal name of the class
 * @param method the method's name, with its descriptor unless all of that name are meant; {@code *} for every method
 * @param action what is done
 * @param target the name of the method called there, or of the field read there, where the action has one
 * @param hooks the class that has the hook
 * @param hook the name of the hook
 * @param type the descriptor of the hook
 * @param arguments what the hook is given after what the action gives it
 * @param required whether the hook does not work without it, once the class is there
 */
record Edit(
        String owner,
        String method,
        Action action,
        String target,
        String hooks,
        String hook,
        String type,
        List<Argument> arguments,
        boolean required) {

    static final String DRAWS = HookNames.INTERNAL_PREFIX + "DrawHooks";
    static final String TASKS = HookNames.INTERNAL_PREFIX + "TaskHooks";
    static final String INITIALIZERS = HookNames.INTERNAL_PREFIX + "InitializerHooks";
    static final String CLOCKS = HookNames.INTERNAL_PREFIX + "ClockHooks";
    static final String ORDERS = HookNames.INTERNAL_PREFIX + "OrderHooks";
    static final String STREAMS = HookNames.INTERNAL_PREFIX + "TaskStreams";

    static final String ARRAY = "[Ljava/lang/Object;";
    private static final String ARRAY_TO_ARRAY = "(" + ARRAY + ")" + ARRAY;

    /** What is done; the factories say it. */
    enum Action {
        DRAW,
        ANSWER,
        FINISH,
        TELL,
        TELL_AT_END,
        MARK,
        BEFORE_CALL,
        INSTEAD_OF_CALL,
        AFTER_CALL,
        AFTER_READ,
        AROUND_CALL,
        CHANGE_RESULT,
        POSITIONS,
        SET_ASIDE
    }

    /** At the start, asks the hook for streams; if there are some, returns what their method of that name draws. */
    static Edit draw(String owner, String method, String hook, Argument... arguments) {
        return new Edit(owner, method, Action.DRAW, "", DRAWS, hook, "L" + STREAMS + ";", arguments);
    }

    /** At the start, asks the hook for the result, which is null where the method is to go on. */
    static Edit answer(String owner, String method, String hook, String result, Argument... arguments) {
        return new Edit(owner, method, Action.ANSWER, "", DRAWS, hook, result, arguments);
    }

    /** At the start, lets the hook do the work, which returns whether it has. */
    static Edit finish(String owner, String method, String hook, Argument... arguments) {
        return new Edit(owner, method, Action.FINISH, "", DRAWS, hook, "Z", arguments);
    }

    /** At the start, tells the hook that a generator is given a seed. */
    static Edit seeded(String owner, String method, Argument generator) {
        return new Edit(owner, method, Action.TELL, "", DRAWS, "seeded", "V", generator);
    }

    /** Before each return, lets the hook change what was drawn. */
    static Edit drawAtEnd(String owner, String method, String hook, Argument... arguments) {
        return new Edit(owner, method, Action.TELL_AT_END, "", DRAWS, hook, "V", arguments);
    }

    /** At the start, tells the hook that draws until the end decide nothing. */
    static Edit suspend(String owner, String method, String hook, Argument argument) {
        return new Edit(owner, method, Action.TELL, "", DRAWS, hook, "V", argument);
    }

    /** At the start, tells the hook of a thread or task. */
    static Edit tell(String owner, String method, String hook, Argument... arguments) {
        return new Edit(owner, method, Action.TELL, "", TASKS, hook, "V", arguments);
    }

    /** Before each return, tells the hook of a thread or task. */
    static Edit tellAtEnd(String owner, String method, String hook, Argument... arguments) {
        return new Edit(owner, method, Action.TELL_AT_END, "", TASKS, hook, "V", arguments);
    }

    /** At the end of a constructor, lets the hook replace the field {@code seed}. */
    static Edit mark(String owner, String constructor, String hook) {
        return new Edit(owner, constructor, Action.MARK, "", DRAWS, hook, Argument.SEED.type(), Argument.SEED);
    }

    /** Shows the last argument of a call, or its receiver where it has none, to the hook before that. */
    static Edit beforeCall(String owner, String method, String called, String type, String hook) {
        return new Edit(owner, method, Action.BEFORE_CALL, called, TASKS, hook, "(" + type + ")V", List.of(), true);
    }

    /** Lets the hook call {@code Runnable.run} in place of the method. */
    static Edit insteadOfRun(String owner, String method, String hook, Argument argument) {
        String type = "(Ljava/lang/Runnable;" + argument.type() + ")V";
        return new Edit(owner, method, Action.INSTEAD_OF_CALL, "run", TASKS, hook, type, List.of(argument), true);
    }

    /** Lets the hook call {@code Executor.execute} in place of the methods. */
    static Edit insteadOfExecute(String owner, String hook) {
        String type = "(Ljava/util/concurrent/Executor;Ljava/lang/Runnable;)V";
        return new Edit(owner, "*", Action.INSTEAD_OF_CALL, "execute", TASKS, hook, type, List.of(), true);
    }

    /** Shows the time that a call gives to the hook, which returns the one to take. */
    static Edit afterTime(String owner, String method) {
        return new Edit(
                owner, method, Action.AFTER_CALL, "currentTimeMillis", CLOCKS, "millis", "(J)J", List.of(), true);
    }

    /** Shows the instant that the method returns to the hook, which returns the one to take. */
    static Edit changeInstant(String owner, String method) {
        String type = "(Ljava/time/Instant;)Ljava/time/Instant;";
        return new Edit(owner, method, Action.CHANGE_RESULT, "", CLOCKS, "instant", type, List.of(), true);
    }

    /** Shows the number that a call gives to the hook, which returns the one to take. */
    static Edit afterCall(String owner, String method, String called, String hook) {
        return new Edit(owner, method, Action.AFTER_CALL, called, DRAWS, hook, "(J)J", List.of(), true);
    }

    /** Shows what is read from a field to the hook, which returns the value to take. */
    static Edit afterRead(String owner, String method, String field, String type, String hook) {
        return new Edit(
                owner, method, Action.AFTER_READ, field, ORDERS, hook, "(" + type + ")" + type, List.of(), true);
    }

    /** Shows the array that a call gives to the hook, which returns the one to take. */
    static Edit afterCallForArray(String owner, String method, String called, String hook) {
        return new Edit(owner, method, Action.AFTER_CALL, called, ORDERS, hook, ARRAY_TO_ARRAY, List.of(), true);
    }

    /** Shows what the method returns to the hook, which returns the value to take. */
    static Edit changeResult(String owner, String method, String type, String hook) {
        return new Edit(
                owner, method, Action.CHANGE_RESULT, "", ORDERS, hook, "(" + type + ")" + type, List.of(), true);
    }

    /** Has a call made in the natural order. */
    static Edit naturally(String owner, String method, String called) {
        return new Edit(owner, method, Action.AROUND_CALL, called, ORDERS, "natural", "()V", List.of(), true);
    }

    /** Has all methods of an iterator or spliterator look into its table in the test's order; see {@link OrderedPositions}. */
    static Edit positions(String owner, String field) {
        return new Edit(owner, "*", Action.POSITIONS, field, ORDERS, "begin", "(I)I", List.of(), true);
    }

    /** Keeps the draws of the method itself from the test. */
    static Edit setAside(String owner, String method) {
        return new Edit(owner, method, Action.SET_ASIDE, "", DRAWS, "suspend", "V");
    }

    private Edit(
            String owner,
            String method,
            Action action,
            String target,
            String hooks,
            String hook,
            String result,
            Argument... arguments) {
        this(owner, method, action, target, hooks, hook, type(arguments, result), List.of(arguments), true);
    }

    private static String type(Argument[] arguments, String result) {
        StringBuilder type = new StringBuilder("(");
        for (Argument argument : arguments) {
            type.append(argument.type());
        }
        return type.append(')').append(result).toString();
    }

    /** Returns this edit for a method that some versions of Java don't have. */
    Edit inSomeVersions() {
        return new Edit(owner, method, action, target, hooks, hook, type, arguments, false);
    }

    /** Returns the name of the method alone. */
    String methodName() {
        int end = method.indexOf('(');
        return end < 0 ? method : method.substring(0, end);
    }

    boolean isFor(String name, String descriptor) {
        return method.equals("*") || method.equals(name) || method.equals(name + descriptor);
    }

    /** Returns whether the method may return without running its own code. */
    boolean mayReplace() {
        return action == Action.DRAW || action == Action.ANSWER || action == Action.FINISH;
    }
}
