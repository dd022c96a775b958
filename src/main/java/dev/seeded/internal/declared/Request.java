package dev.seeded.internal.declared;

import dev.seeded.Seed;
import dev.seeded.Seeded;
import dev.seeded.Seeded.Global;
import dev.seeded.internal.generator.Recipe;
import dev.seeded.internal.libraries.ProvidedFactories;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Parameter;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What a field or parameter asks for.
 *
 * @param element the field or parameter
 * @param place makes its name, for errors
 * @param pin its own pin
 * @param stream the stream that it names; empty for none
 * @param recipe how to make what it is given
 */
public record Request(
        AnnotatedElement element, Supplier<String> place, Optional<Pin> pin, String stream, Recipe recipe) {

    /**
     * Reads the request of a field.
     *
     * @throws IllegalArgumentException if it cannot be granted; the message names the field and the fix
     */
    static Request of(Field field, Supplier<ProvidedFactories> factories) {
        return of(field, () -> "field " + Annotations.name(field), field.getType(), Annotations.find(field), factories);
    }

    /**
     * Reads the request of a parameter.
     *
     * @param seeded its annotation, if it has one
     * @throws IllegalArgumentException if it cannot be granted; the message names the parameter and the fix
     */
    static Request of(Parameter parameter, Optional<Seeded> seeded, Supplier<ProvidedFactories> factories) {
        return of(
                parameter,
                () -> "parameter " + parameter.getName() + " of "
                        + Annotations.name(parameter.getDeclaringExecutable()),
                parameter.getType(),
                seeded,
                factories);
    }

    private static Request of(
            AnnotatedElement element,
            Supplier<String> place,
            Class<?> type,
            Optional<Seeded> seeded,
            Supplier<ProvidedFactories> factories) {
        if (seeded.filter(own -> own.global() != Global.OFF).isPresent()) {
            throw new IllegalArgumentException(
                    "@Seeded " + place.get() + ": global is for classes and methods: move it there");
        }
        if (seeded.filter(own -> !own.draws().isEmpty()).isPresent()) {
            throw new IllegalArgumentException("@Seeded " + place.get()
                    + ": draws are those of a whole test: move them, with their value, to the test method");
        }
        return naming(
                place,
                () -> new Request(
                        element,
                        place,
                        seeded.flatMap(own -> Annotations.pin(own, place.get())),
                        seeded.map(Seeded::stream).orElse(""),
                        Recipe.of(
                                type,
                                seeded.map(Seeded::algorithm).orElse(""),
                                missing -> factories.get().find(missing))));
    }

    /** Returns whether what is given has a state, which whoever draws from it later depends on. */
    public boolean mayBeKept() {
        return recipe.hasState();
    }

    /** Returns whether the element itself fixes the seed. */
    public boolean isPinned() {
        return pin.isPresent();
    }

    /** Returns the seed of a generator of its own; empty where it shares that of the context with this seed. */
    public Optional<Seed> ownSeed(Seed around) {
        if (pin.isEmpty() && stream.isEmpty()) {
            return Optional.empty();
        }
        Seed seed = pin.map(Pin::value).map(Seed::of).orElse(around);
        return Optional.of(stream.isEmpty() ? seed : seed.stream(stream));
    }

    /**
     * Takes a step for this request.
     *
     * @throws IllegalArgumentException if the step does; the message names the field or parameter
     */
    public Object granting(Supplier<Object> step) {
        return naming(place, step);
    }

    private static <T> T naming(Supplier<String> place, Supplier<T> step) {
        try {
            return step.get();
        } catch (IllegalArgumentException mistake) {
            throw new IllegalArgumentException("@Seeded " + place.get() + ": " + mistake.getMessage(), mistake);
        }
    }
}
