package dev.seeded.injection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seeded.Seed;
import dev.seeded.Seeded;
import dev.seeded.testing.Fixtures;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.security.SecureRandom;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.jspecify.annotations.NonNull;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.converter.ConvertWith;
import org.junit.jupiter.params.converter.SimpleArgumentConverter;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.provider.ArgumentsSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which parameters are ours to resolve. */
class BareParameterTests {

    private static final Random FOREIGN = new Random(1);

    @Test
    void aParameterOfAnotherExtensionIsLeftToIt() {
        Fixtures.withSeed(1).succeed(4, ForeignTestCase.class);

        assertThat(Fixtures.logged("foreign")).hasSize(4).containsOnly(FOREIGN);
        assertThat(Fixtures.logged("own")).hasSize(4).doesNotContain(FOREIGN);
    }

    /** As {@code @Mock} is: its extension is registered by the class. */
    @Retention(RetentionPolicy.RUNTIME)
    @interface Mocked {}

    @ExtendWith(ForeignResolver.class)
    @Retention(RetentionPolicy.RUNTIME)
    @interface Extended {}

    @ArgumentsSource(NoArguments.class)
    @Retention(RetentionPolicy.RUNTIME)
    @interface Sourced {}

    static class NoArguments implements ArgumentsProvider {

        @Override
        @SuppressWarnings("deprecation") // the other overload is not in 5.12
        public Stream<? extends Arguments> provideArguments(ExtensionContext context) {
            return Stream.empty();
        }
    }

    static class ForeignResolver implements ParameterResolver {

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return Stream.of(Mocked.class, Extended.class, Sourced.class).anyMatch(parameter::isAnnotated);
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return FOREIGN;
        }
    }

    @Seeded
    @ExtendWith(ForeignResolver.class)
    static class ForeignTestCase {

        @Test
        void mocked(@Mocked Random foreign, Random own) {
            log(foreign, own);
        }

        @Test
        void extended(@Extended Random foreign, Random own) {
            log(foreign, own);
        }

        @Test
        void sourced(@Sourced RandomGenerator foreign, Random own) {
            log(foreign, own);
        }

        @Test
        void besideNullness(@NotNull @Mocked Random foreign, Random own) {
            log(foreign, own);
        }

        private static void log(RandomGenerator foreign, Random own) {
            Fixtures.log("foreign", foreign);
            Fixtures.log("own", own);
        }
    }

    @Test
    void annotationsOnNullDoNotCount() {
        Fixtures.withSeed(1).succeed(1, NullnessTestCase.class);

        assertThat(Fixtures.logged("nullable")).hasSize(1).containsExactlyElementsOf(Fixtures.logged("bare"));
        assertThat(Fixtures.logged("not null")).containsExactlyElementsOf(Fixtures.logged("bare"));
        assertThat(Fixtures.logged("non-null type")).containsExactlyElementsOf(Fixtures.logged("bare"));
    }

    @Target(ElementType.PARAMETER)
    @Retention(RetentionPolicy.RUNTIME)
    @interface Nullable {}

    @Target(ElementType.PARAMETER)
    @Retention(RetentionPolicy.RUNTIME)
    @interface NotNull {}

    @Seeded
    static class NullnessTestCase {

        @Test
        void test(Random bare, @Nullable Random nullable, @NotNull Random notNull, @NonNull Random nonNull) {
            Fixtures.log("bare", bare);
            Fixtures.log("nullable", nullable);
            Fixtures.log("not null", notNull);
            Fixtures.log("non-null type", nonNull);
        }
    }

    @Test
    void anArgumentIsLeftToItsSourceWhereItIsAnnotated() {
        Fixtures.withSeed(1).succeed(1, ConvertedTestCase.class);

        assertThat(Fixtures.logged("converted")).containsExactly(new Random(5).nextInt());
    }

    @Seeded
    static class ConvertedTestCase {

        @ParameterizedTest
        @ValueSource(ints = 5)
        void test(@ConvertWith(ToRandom.class) Random converted, Random own) {
            assertThat(own).isNotSameAs(converted);
            Fixtures.log("converted", converted.nextInt());
        }
    }

    static class ToRandom extends SimpleArgumentConverter {

        @Override
        protected Object convert(Object source, Class<?> type) {
            return new Random((int) source);
        }
    }

    @Test
    void anArgumentThatIsNotAnnotatedCompetes() {
        assertThat(Fixtures.onlyFailure(Fixtures.withSeed(1).run(CompetingArgumentTestCase.class)))
                .isInstanceOf(ParameterResolutionException.class)
                .hasMessageStartingWith(
                        "Discovered multiple competing ParameterResolvers for parameter [java.util.Random")
                .hasMessageContaining("SeededExtension");
        assertThat(Fixtures.logged()).isEmpty();
    }

    @Seeded
    static class CompetingArgumentTestCase {

        static Stream<Random> randoms() {
            return Stream.of(new Random(1));
        }

        @ParameterizedTest
        @MethodSource("randoms")
        void test(Random argument) {
            Fixtures.log("body", argument);
        }
    }

    @Test
    void aResolverOfTheSameTypeCompetes() {
        assertThat(Fixtures.onlyFailure(Fixtures.withSeed(1).run(CompetingResolverTestCase.class)))
                .isInstanceOf(ParameterResolutionException.class)
                .hasMessageStartingWith(
                        "Discovered multiple competing ParameterResolvers for parameter [java.util.Random")
                .hasMessageContaining("SeededExtension")
                .hasMessageContaining("GreedyResolver");
    }

    static class GreedyResolver implements ParameterResolver {

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == Random.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return FOREIGN;
        }
    }

    @Seeded
    @ExtendWith(GreedyResolver.class)
    static class CompetingResolverTestCase {

        @Test
        void test(Random random) {
            Fixtures.log("body", random);
        }
    }

    @Test
    void anotherResolverKeepsWhatIsNotSeeded() {
        Fixtures.withSeed(1).succeed(2, PartlySeededTestCase.class);

        assertThat(Fixtures.logged("unseeded")).containsExactly(FOREIGN);
        assertThat(Fixtures.logged("beside a seeded one")).containsExactly(FOREIGN);
    }

    @ExtendWith(GreedyResolver.class)
    static class PartlySeededTestCase {

        @Test
        void unseeded(Random random) {
            Fixtures.log("unseeded", random);
        }

        @Test
        void besideASeededOne(@Seeded Seed seed, Random random) {
            Fixtures.log("beside a seeded one", random);
        }
    }

    @Test
    void whatNeedsAnAnnotationOfItsOwnIsLeftAloneWithoutIt() {
        assertThat(Fixtures.onlyFailure(Fixtures.withSeed(1).run(BareSecureRandomTestCase.class)))
                .isInstanceOf(ParameterResolutionException.class)
                .hasMessageStartingWith("No ParameterResolver registered for parameter [java.security.SecureRandom");
        assertThat(Fixtures.onlyFailure(Fixtures.withSeed(1).run(BareStringTestCase.class)))
                .isInstanceOf(ParameterResolutionException.class)
                .hasMessageStartingWith("No ParameterResolver registered for parameter [java.lang.String");
    }

    @Seeded
    static class BareSecureRandomTestCase {

        @Test
        void test(SecureRandom random) {
            Fixtures.log("body", random);
        }
    }

    @Seeded
    static class BareStringTestCase {

        @Test
        void test(String text) {
            Fixtures.log("body", text);
        }
    }
}
