package dev.seeded.injection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seeded.Seeded;
import dev.seeded.testing.Fixtures;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AutoDetectionTests {

    @Test
    void leavesSuitesAloneThatUseItForSomethingElse() {
        detecting().run(ForeignTestCase.class).testEvents().assertStatistics(stats -> stats.succeeded(3));
    }

    @Test
    void seesAnAnnotationOnALifecycleMethod() {
        detecting().run(LifecycleTestCase.class).testEvents().assertStatistics(stats -> stats.succeeded(1));

        assertThat(Fixtures.logged()).containsKey("before each");
    }

    @Test
    void resolvesNoBareParameterWithoutAnAnnotation() {
        assertThat(Fixtures.onlyFailure(detecting().run(BareTestCase.class)))
                .hasMessageContaining("No ParameterResolver registered");
    }

    @Test
    void fallsShortOfNothingThatAnAnnotationGives() {
        detecting().run(PlaceTests.EverywhereTestCase.class).testEvents().assertStatistics(stats -> stats.failed(0));

        assertThat(Fixtures.logged()).isNotEmpty();
    }

    private static Fixtures detecting() {
        return Fixtures.withSeed(3).with("junit.jupiter.extensions.autodetection.enabled", true);
    }

    @ExtendWith(OwnResolver.class)
    static class ForeignTestCase {

        @Test
        void hasAResolverOfItsOwn(Random random) {
            assertThat(random).isInstanceOf(OwnRandom.class);
        }

        @ParameterizedTest
        @MethodSource("sizes")
        void hasASourceOfItsOwn(int size) {}

        static Stream<Integer> sizes() {
            return Stream.of(1, 2);
        }
    }

    static final class OwnResolver implements ParameterResolver {

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == Random.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return new OwnRandom();
        }
    }

    static final class OwnRandom extends Random {

        private static final long serialVersionUID = 1;
    }

    static class LifecycleTestCase {

        @Seeded
        @BeforeEach
        void prepare(Random random) {
            Fixtures.log("before each", random.nextInt());
        }

        @Test
        void runs() {}
    }

    static class BareTestCase {

        @Test
        void takes(Random random) {}
    }
}
