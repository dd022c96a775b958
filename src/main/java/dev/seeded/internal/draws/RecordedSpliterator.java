package dev.seeded.internal.draws;

import java.util.Spliterator;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Has the elements of a generator's stream heard. The parts of a parallel stream, of which each may run on any thread and
 * draws from a generator of its own, are named as children.
 */
final class RecordedSpliterator<T> implements Spliterator<T> {

    private final Spliterator<? extends T> elements;
    private final BiFunction<DrawRecorder, T, T> hearing;
    private DrawRecorder ear;

    /** @param hearing has an element heard, and returns it or what takes its place */
    RecordedSpliterator(Spliterator<? extends T> elements, BiFunction<DrawRecorder, T, T> hearing, DrawRecorder ear) {
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
        DrawRecorder whole = ear;
        ear = whole.child();
        return new RecordedSpliterator<>(part, hearing, whole.child());
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
