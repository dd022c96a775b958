package dev.seeded.internal.jupiter;

import dev.seeded.SeededTest;
import dev.seeded.internal.declared.Annotations;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;
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
        if (test.runs() < 0 || (test.runs() == 0 && test.seeds().length == 0)) {
            throw new ExtensionConfigurationException("@SeededTest(runs = " + test.runs() + ") on "
                    + Annotations.name(method) + " has nothing to run: ask for at least one run, or list a seed");
        }
        return Stream.concat(
                        Arrays.stream(test.seeds()).mapToObj(seed -> "seed " + seed),
                        IntStream.rangeClosed(1, test.runs()).mapToObj(run -> "run " + run + " of " + test.runs()))
                .map(SeededTestInvocations::named);
    }

    private static TestTemplateInvocationContext named(String name) {
        return new TestTemplateInvocationContext() {

            @Override
            public String getDisplayName(int invocationIndex) {
                return "[" + invocationIndex + "] " + name;
            }
        };
    }
}
