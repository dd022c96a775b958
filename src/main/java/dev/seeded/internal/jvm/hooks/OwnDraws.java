package dev.seeded.internal.jvm.hooks;

import java.util.Random;

/** Whether a subclass of {@code Random} draws in a way of its own, which may not be the JDK's. */
final class OwnDraws extends ClassValue<Boolean> {

    private static final OwnDraws OF_CLASS = new OwnDraws();

    private OwnDraws() {}

    static boolean has(Class<?> generator) {
        return generator != Random.class && OF_CLASS.get(generator);
    }

    @Override
    protected Boolean computeValue(Class<?> generator) {
        for (Class<?> type = generator; type != null && type != Random.class; type = type.getSuperclass()) {
            if (declares(type, "next", int.class) || declares(type, "nextDouble")) {
                return true;
            }
        }
        return false;
    }

    private static boolean declares(Class<?> type, String method, Class<?>... parameters) {
        try {
            return type.getDeclaredMethod(method, parameters) != null;
        } catch (NoSuchMethodException inherited) {
            return false;
        } catch (LinkageError unknown) {
            return true;
        }
    }
}
