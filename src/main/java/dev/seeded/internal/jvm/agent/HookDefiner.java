package dev.seeded.internal.jvm.agent;

import java.lang.invoke.MethodHandles;
import java.util.Random;
import java.util.function.Consumer;

/** Defines classes in {@code java.util}, for which it is loaded by a class loader that nobody else uses. */
public final class HookDefiner implements Consumer<byte[]> {

    /** Created by the agent. */
    public HookDefiner() {}

    @Override
    public void accept(byte[] bytes) {
        try {
            MethodHandles.privateLookupIn(Random.class, MethodHandles.lookup()).defineClass(bytes);
        } catch (IllegalAccessException closed) {
            throw new IllegalStateException("java.util is not open", closed);
        }
    }
}
