package dev.seeded.internal.jvm.hooks;

import dev.seeded.internal.seed.Derivation;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.ObjLongConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Where tests come in and go. Other class loaders know the copy of this class by an interface of the JDK: the name of
 * what to do, and its arguments.
 */
public final class Roots implements BiFunction<String, @Nullable Object[], @Nullable Object> {

    /** Patches the immutable collections, as soon as a test asks for that; returns why it cannot, or nothing. */
    private static volatile @Nullable Supplier<String> installer;

    /** The hooks that don't work; null before they were tried. */
    private static volatile @Nullable String failed;

    private static final class Entered {

        final Root root;
        final Context context;

        Entered(Root root, Context context) {
            this.root = root;
            this.context = context;
        }
    }

    /** Created by those who enter tests. */
    public Roots() {}

    @Override
    @SuppressWarnings("unchecked") // the callers are ours
    public @Nullable Object apply(String what, @Nullable Object[] with) {
        return switch (what) {
            case "enter" ->
                enter(
                        (Long) required(with[0]),
                        (Integer) required(with[1]),
                        (Long) required(with[2]),
                        (Class<?>) required(with[3]),
                        (BiConsumer<String, Boolean>) with[4],
                        (ObjLongConsumer<String>) with[5]);
            case "exit" -> {
                exit(required(with[0]));
                yield null;
            }
            case "isUsed" -> isUsed(required(with[0]));
            case "current" -> current();
            case "installed" -> {
                failed = (String) with[0];
                yield null;
            }
            case "failed" -> failed;
            case "installer" -> {
                installer = (Supplier<String>) with[0];
                yield null;
            }
            case "collections" -> installer == null ? "there is no agent" : installer.get();
            case "waiting" -> Tasks.waiting();
            case "isIdle" -> Slot.ofThisThread().context() == null;
            default -> throw new IllegalArgumentException(what);
        };
    }

    private static Object required(@Nullable Object argument) {
        return Objects.requireNonNull(argument);
    }

    /**
     * Enters a test on this thread.
     *
     * @param testSeed what {@code Seed.current} returns
     * @param mode the sum of 1 for seeding, 2 for detecting and 4 for ordering immutable collections
     * @param initializers the seed for the static initializer of {@code owner}
     * @param owner the test class
     * @param report is told the API and whether it can be seeded
     * @param listener is told the stream, named equally in each run, and the value of each draw that is seeded
     * @return the handle for the other methods
     */
    private static Object enter(
            long testSeed,
            int mode,
            long initializers,
            Class<?> owner,
            @Nullable BiConsumer<String, Boolean> report,
            @Nullable ObjLongConsumer<String> listener) {
        Root root = new Root(testSeed, mode, initializers, owner, report, listener);
        Context context = new Context(root, Derivation.stream(testSeed, "global"), listener == null ? null : "");
        synchronized (Roots.class) {
            Tasks.opened();
            if (root.drawing) {
                Draws.active++;
            }
        }
        Slot.ofThisThread().push(root, context);
        return new Entered(root, context);
    }

    /** Leaves a test: its other threads, should they go on, draw unseeded from now on. */
    private static void exit(Object entered) {
        Root root = ((Entered) entered).root;
        synchronized (Roots.class) {
            if (!root.open) {
                return;
            }
            boolean drawing = root.drawing;
            root.close();
            Tasks.open--;
            if (drawing) {
                Draws.active--;
            }
        }
        Slot.ofThisThread().pop(root);
    }

    /** Tells whether a test has drawn, submitted a task, started a thread, or asked for its seed. */
    private static boolean isUsed(Object entered) {
        Entered test = (Entered) entered;
        return test.root.asked || (test.root.seeds() && test.context.isUsed());
    }

    /** Returns the seed of the test that this thread belongs to. */
    private static @Nullable Long current() {
        if (Tasks.open == 0) {
            return null;
        }
        Context context = Slot.open();
        if (context == null) {
            return null;
        }
        context.root.asked = true;
        return context.root.testSeed;
    }
}
