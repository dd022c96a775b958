package dev.seeded.internal.declared;

import dev.seeded.Seed;
import dev.seeded.Seeded;
import dev.seeded.Seeded.Global;
import dev.seeded.internal.UserError;
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
 * @param pin its own pin
 * @param stream the stream that it names; empty for none
 * @param recipe how to make what it is given
 */
public record Request(AnnotatedElement element, Optional<Pin> pin, String stream, Recipe recipe) {

    /**
     * Reads the request of a field.
     *
     * @throws UserError if it cannot be granted; the message names the field and the fix
     */
    static Request of(Field field, Supplier<ProvidedFactories> factories) {
        return of(field, field.getType(), Annotations.find(field), factories);
    }

    /**
     * Reads the request of a parameter.
     *
     * @param seeded its annotation, if it has one
     * @throws UserError if it cannot be granted; the message names the parameter and the fix
     */
    static Request of(Parameter parameter, Optional<Seeded> seeded, Supplier<ProvidedFactories> factories) {
        return of(parameter, parameter.getType(), seeded, factories);
    }

    private static Request of(
            AnnotatedElement element, Class<?> type, Optional<Seeded> seeded, Supplier<ProvidedFactories> factories) {
        try {
            return seeded.isEmpty()
                    ? new Request(element, Optional.empty(), "", recipe(type, "", factories))
                    : of(element, type, seeded.get(), factories);
        } catch (UserError mistake) {
            throw named(element, mistake);
        }
    }

    private static Request of(
            AnnotatedElement element, Class<?> type, Seeded own, Supplier<ProvidedFactories> factories) {
        if (own.global() != Global.OFF) {
            throw new UserError("global is for classes and methods: move it there");
        }
        if (!own.draws().isEmpty()) {
            throw new UserError("draws belong to a whole test: move them, with their value, to the test method");
        }
        Request request = new Request(
                element, Annotations.pin(own, place(element)), own.stream(), recipe(type, own.algorithm(), factories));
        if (!request.recipe.isSeeded()
                && (request.pin.isPresent() || !own.stream().isEmpty())) {
            throw new UserError("labels take no seed: leave value and stream out");
        }
        return request;
    }

    private static Recipe recipe(Class<?> type, String algorithm, Supplier<ProvidedFactories> factories) {
        return Recipe.of(type, algorithm, missing -> factories.get().find(missing));
    }

    /** Returns whether what is given has a state, which whoever draws from it later depends on. */
    public boolean mayBeKept() {
        return recipe.hasState();
    }

    /** Returns the seed of a generator of its own; empty where it shares that of the context with this seed. */
    public Optional<Seed> ownSeed(Seed around) {
        if (pin.isEmpty() && stream.isEmpty()) {
            return Optional.empty();
        }
        Seed seed = pin.map(Pin::value).map(Seed::of).orElse(around);
        return Optional.of(stream.isEmpty() ? seed : seed.stream(stream));
    }

    /** Returns a mistake whose message names the field or parameter. */
    public UserError named(UserError mistake) {
        return named(element, mistake);
    }

    private static UserError named(AnnotatedElement element, UserError mistake) {
        return new UserError("@Seeded " + place(element) + ": " + mistake.getMessage(), mistake);
    }

    private static String place(AnnotatedElement element) {
        if (element instanceof Field field) {
            return "field " + Annotations.name(field);
        }
        Parameter parameter = (Parameter) element;
        return "parameter " + Annotations.name(parameter) + " of "
                + Annotations.name(parameter.getDeclaringExecutable());
    }
}
