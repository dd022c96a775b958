package dev.seeded.internal.draws;

import java.util.Spliterator;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Has the elements of a generator's stream recorded. The parts of a parallel stream, of which each may run on any thread and
 * draws from a generator of its own, are named as children.
 */
final class RecordedSpliterator<T> implements Spliterator<T> {

    private final Spliterator<? extends T> elements;
    private final BiFunction<DrawRecorder, T, T> record;
    private DrawRecorder recorder;

    /** @param record records an element, and returns it or what takes its place */
    RecordedSpliterator(
            Spliterator<? extends T> elements, BiFunction<DrawRecorder, T, T> record, DrawRecorder recorder) {
        this.elements = elements;
        this.record = record;
        this.recorder = recorder;
    }

    @Override
    public boolean tryAdvance(Consumer<? super T> action) {
        return elements.tryAdvance(element -> action.accept(record.apply(recorder, element)));
    }

    @Override
    public void forEachRemaining(Consumer<? super T> action) {
        elements.forEachRemaining(element -> action.accept(record.apply(recorder, element)));
    }

    @Override
    public @Nullable Spliterator<T> trySplit() {
        Spliterator<? extends T> part = elements.trySplit();
        if (part == null) {
            return null;
        }
        DrawRecorder whole = recorder;
        recorder = whole.child();
        return new RecordedSpliterator<>(part, record, whole.child());
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
