package dev.seeded.injection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seeded.Seeded;
import dev.seeded.testing.Fixtures;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.reflect.Constructor;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Constructors whose parameters another extension resolves all, as Spring's does. */
class TakenConstructorTests {

    @Test
    void saysWhatWorksWhereAParameterIsOursByName() {
        assertThat(Fixtures.onlyFailure(Fixtures.withSeed(1).run(AnnotatedParameterTestCase.class)))
                .hasMessage("@Seeded parameter random of " + AnnotatedParameterTestCase.class.getName()
                        + "(Random): another extension resolves all parameters of this constructor: make it a field,"
                        + " @Seeded Random random, or a parameter of the test");
    }

    @Test
    void leavesBareParametersAlone() {
        Fixtures.withSeed(1).succeed(1, BareParameterTestCase.class);
        Fixtures.withSeed(1).succeed(1, TestConstructorTestCase.class);
        Fixtures.withSeed(1)
                .with("spring.test.constructor.autowire.mode", "all")
                .succeed(1, ModeTestCase.class);
    }

    @Retention(RetentionPolicy.RUNTIME)
    @interface Autowired {}

    @Retention(RetentionPolicy.RUNTIME)
    @interface TestConstructor {

        Mode autowireMode();

        enum Mode {
            ALL,
            ANNOTATED
        }
    }

    static class Whole implements ParameterResolver {

        static final Random BEAN = new Random(1);

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getDeclaringExecutable() instanceof Constructor;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return BEAN;
        }
    }

    @Seeded
    @ExtendWith(Whole.class)
    static class AnnotatedParameterTestCase {

        @Autowired
        AnnotatedParameterTestCase(@Seeded Random random) {}

        @Test
        void passes() {}
    }

    @Seeded
    @ExtendWith(Whole.class)
    static class BareParameterTestCase {

        @Autowired
        BareParameterTestCase(Random bean) {
            assertThat(bean).isSameAs(Whole.BEAN);
        }

        @Test
        void isGivenItsOwn(Random random) {
            assertThat(random).isNotSameAs(Whole.BEAN);
        }
    }

    @Seeded
    @ExtendWith(Whole.class)
    @TestConstructor(autowireMode = TestConstructor.Mode.ALL)
    static class TestConstructorTestCase {

        TestConstructorTestCase(Random bean) {
            assertThat(bean).isSameAs(Whole.BEAN);
        }

        @Test
        void passes() {}
    }

    @Seeded
    @ExtendWith(Whole.class)
    static class ModeTestCase {

        ModeTestCase(Random bean) {
            assertThat(bean).isSameAs(Whole.BEAN);
        }

        @Test
        void passes() {}
    }
}
