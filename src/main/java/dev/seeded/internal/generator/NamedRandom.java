package dev.seeded.internal.generator;

import java.io.Serial;
import java.lang.reflect.Method;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** A {@link Random} that says of itself which seed it was given, and for which test. */
public abstract class NamedRandom extends Random {

    @Serial
    private static final long serialVersionUID = 1;

    // Without initializers, which would undo what the constructor of Random sets.
    private long given;

    private transient @Nullable Class<?> testClass;
    private transient @Nullable Method testMethod;

    protected NamedRandom(long seed) {
        super(seed);
    }

    /** Names the test, or the class of tests, that this is made for. */
    public void isOf(Class<?> type, @Nullable Method method) {
        testClass = type;
        testMethod = method;
    }

    /** Returns whether threads may have drawn at the same time; one that hands it over to another has not. */
    public abstract boolean isShared();

    /** Returns whether another thread than the one that made it has drawn from it. */
    public abstract boolean isDrawnElsewhere();

    @Override
    public synchronized void setSeed(long seed) {
        super.setSeed(seed);
        given = seed;
    }

    @Override
    public synchronized String toString() {
        Class<?> type = testClass;
        Method method = testMethod;
        return "Random(" + given + (type == null ? "" : ", of " + type.getName())
                + (method == null ? "" : "." + method.getName()) + ")";
    }
}
