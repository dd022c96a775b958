package dev.seeded.internal.generator;

import java.util.Spliterator;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Has the elements of a generator's stream heard. The parts of a parallel stream, of which each may run on any thread and
 * draws from a generator of its own, are named as children.
 */
final class HeardSpliterator<T> implements Spliterator<T> {

    private final Spliterator<? extends T> elements;
    private final BiFunction<Ear, T, T> hearing;
    private Ear ear;

    /** @param hearing has an element heard, and returns it or what takes its place */
    HeardSpliterator(Spliterator<? extends T> elements, BiFunction<Ear, T, T> hearing, Ear ear) {
        this.elements = elements;
        this.hearing = hearing;
        this.ear = ear;
    }

    @Override
    public boolean tryAdvance(Consumer<? super T> action) {
        return elements.tryAdvance(element -> action.accept(hearing.apply(ear, element)));
    }

    @Override
    public void forEachRemaining(Consumer<? super T> action) {
        elements.forEachRemaining(element -> action.accept(hearing.apply(ear, element)));
    }

    @Override
    public @Nullable Spliterator<T> trySplit() {
        Spliterator<? extends T> part = elements.trySplit();
        if (part == null) {
            return null;
        }
        Ear whole = ear;
        ear = whole.child();
        return new HeardSpliterator<>(part, hearing, whole.child());
    }

    @Override
    public long estimateSize() {
        return elements.estimateSize();
    }

    @Override
    public int characteristics() {
        return elements.characteristics();
    }
}
