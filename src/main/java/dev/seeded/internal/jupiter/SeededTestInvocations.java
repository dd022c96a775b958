package dev.seeded.internal.jupiter;

import dev.seeded.SeededTest;
import dev.seeded.internal.UserError;
import dev.seeded.internal.declared.Annotations;
import dev.seeded.internal.declared.Pin;
import java.lang.reflect.Method;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;
import org.junit.jupiter.api.extension.TestWatcher;
import org.junit.platform.commons.support.AnnotationSupport;

/** Lists the invocations of a {@link SeededTest}; which seed each has is decided as for all tests. */
public final class SeededTestInvocations implements TestTemplateInvocationContextProvider {

    @Override
    public boolean supportsTestTemplate(ExtensionContext context) {
        return true;
    }

    @Override
    public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(ExtensionContext context) {
        Method method = context.getRequiredTestMethod();
        SeededTest test =
                AnnotationSupport.findAnnotation(method, SeededTest.class).orElseThrow();
        List<Pin> listed = listed(method);
        if (test.runs() < 0 || (test.runs() == 0 && listed.isEmpty())) {
            throw UserError.shown(new ExtensionConfigurationException("@SeededTest(runs = " + test.runs() + ") on "
                    + Annotations.name(method) + " has nothing to run: ask for at least one run, or list a seed"));
        }
        List<String> names = Stream.concat(
                        listed.stream().map(pin -> (pin.draws().isEmpty() ? "seed " : "draws of seed ") + pin.value()),
                        IntStream.rangeClosed(1, test.runs()).mapToObj(run -> "run " + run + " of " + test.runs()))
                .toList();
        AtomicInteger failures = new AtomicInteger();
        return IntStream.range(0, names.size())
                .mapToObj(at -> new Invocation(names.get(at), new Repetition(at + 1, names.size(), failures)));
    }

    private static List<Pin> listed(Method method) {
        try {
            return Annotations.listedPins(method);
        } catch (UserError mistake) {
            throw SeededExtension.configuration(mistake);
        }
    }

    private record Invocation(String name, Repetition repetition) implements TestTemplateInvocationContext {

        @Override
        public String getDisplayName(int invocationIndex) {
            return "[" + invocationIndex + "] " + name;
        }

        @Override
        public List<Extension> getAdditionalExtensions() {
            return List.of(repetition);
        }
    }

    /** Gives an invocation its number, as a {@code @RepeatedTest} does. */
    private record Repetition(int number, int total, AtomicInteger failures)
            implements RepetitionInfo, ParameterResolver, TestWatcher {

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == RepetitionInfo.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return this;
        }

        @Override
        public void testFailed(ExtensionContext context, Throwable cause) {
            failures.incrementAndGet();
        }

        @Override
        public int getCurrentRepetition() {
            return number;
        }

        @Override
        public int getTotalRepetitions() {
            return total;
        }

        @Override
        public int getFailureCount() {
            return failures.get();
        }

        @Override
        public int getFailureThreshold() {
            return Integer.MAX_VALUE;
        }
    }
}
