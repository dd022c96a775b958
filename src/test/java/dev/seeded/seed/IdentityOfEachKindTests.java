package dev.seeded.seed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seeded.Seed;
import dev.seeded.Seeded;
import dev.seeded.SeededTest;
import dev.seeded.internal.seed.Derivation;
import dev.seeded.internal.seed.HiddenTestCase;
import dev.seeded.internal.seed.Identity;
import dev.seeded.testing.Fixtures;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.BeforeTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The seed of a test comes from the text of its unique id, though that is not made for most. */
class IdentityOfEachKindTests {

    private static final long RUN_SEED = 7;

    @Test
    void isThatOfJupiter() {
        Fixtures.withSeed(RUN_SEED)
                .succeed(
                        17,
                        KindsTestCase.class,
                        InheritingTestCase.class,
                        SharedInstanceTestCase.class,
                        UnusualTestCase.class);
    }

    static class SameAsJupiter implements BeforeTestExecutionCallback, ParameterResolver {

        @Override
        public void beforeTestExecution(ExtensionContext context) {
            assertThat(Seed.current())
                    .isEqualTo(Seed.of(Derivation.testSeed(RUN_SEED, Identity.of(context.getUniqueId()))));
        }

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            Class<?> type = parameter.getParameter().getType();
            return type.isArray() || type == List.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == List.class ? List.of() : new int[0][];
        }
    }

    @Seeded
    @ExtendWith(SameAsJupiter.class)
    static class KindsTestCase {

        @Test
        void isPlain() {}

        @Test
        void hasParameters(int[][] array, List<String> list) {}

        @RepeatedTest(2)
        void isRepeated() {}

        @ParameterizedTest
        @ValueSource(ints = {1, 2})
        void hasArguments(int argument) {}

        @SeededTest(runs = 2)
        void isSeeded() {}

        @TestFactory
        Stream<DynamicTest> makes() {
            return Stream.of(DynamicTest.dynamicTest("one", () -> {}));
        }

        @Nested
        class Inner {

            @BeforeEach
            void prepare() {}

            @Test
            void isPlain() {}

            @Nested
            class Innermost {

                @Test
                void isPlain() {}
            }
        }
    }

    @Seeded
    @ExtendWith(SameAsJupiter.class)
    static class InheritingTestCase extends HiddenTestCase implements Promising {}

    interface Promising {

        @Test
        default void isPromised() {}
    }

    @Seeded
    @ExtendWith(SameAsJupiter.class)
    @TestInstance(Lifecycle.PER_CLASS)
    static class SharedInstanceTestCase {

        @Test
        void isPlain() {}

        @AfterEach
        void end() {}
    }

    @Test
    @Retention(RetentionPolicy.RUNTIME)
    @interface Quick {}

    @Seeded
    @ExtendWith(SameAsJupiter.class)
    static class UnusualTestCase {

        @Quick
        void isAnnotatedByWayOfAnother() {}

        @Test
        @Seeded
        void isSeededItself() {}
    }
}
