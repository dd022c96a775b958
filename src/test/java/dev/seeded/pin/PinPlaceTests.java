package dev.seeded.pin;

import static dev.seeded.pin.PinTests.OF_42;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seeded.Seeded;
import dev.seeded.pin.PinTests.Meta;
import dev.seeded.testing.Fixtures;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Which pin is in force, of those on elements, annotations, superclasses, interfaces and enclosing classes. */
class PinPlaceTests {

    @Test
    void isFoundWhereverItStands() {
        assertThat(first(SubclassTestCase.class)).isEqualTo(OF_42);
        assertThat(first(InterfaceTestCase.class)).isEqualTo(OF_42);
        assertThat(first(InheritedInterfaceTestCase.class)).isEqualTo(OF_42);
        assertThat(first(MetaTestCase.class)).isEqualTo(OF_42);
        assertThat(first(MetaMetaTestCase.class)).isEqualTo(OF_42);
        assertThat(first(BesideUnpinnedMetaTestCase.class)).isEqualTo(OF_42);
        assertThat(first(MethodTestCase.class)).isEqualTo(OF_42);
        assertThat(first(MetaMethodTestCase.class)).isEqualTo(OF_42);
        assertThat(first(ParameterTestCase.class)).isEqualTo(OF_42);
        assertThat(first(MetaParameterTestCase.class)).isEqualTo(OF_42);
        assertThat(first(FieldTestCase.class)).isEqualTo(OF_42);
        assertThat(first(NestedTestCase.class)).isEqualTo(OF_42);
        assertThat(first(NestedInSubclassTestCase.class)).isEqualTo(OF_42);
    }

    static class DrawTestCase {

        @Test
        void test(Random random) {
            Fixtures.log("draw", random.nextInt());
        }
    }

    @Seeded(42)
    static class PinnedBase {}

    static class SubclassTestCase extends PinnedBase {

        @Test
        void test(Random random) {
            Fixtures.log("draw", random.nextInt());
        }
    }

    @Seeded(42)
    interface Pinned {}

    interface AlsoPinned extends Pinned {}

    static class InterfaceTestCase extends DrawTestCase implements Pinned {}

    static class ImplementingBase implements AlsoPinned {}

    static class InheritedInterfaceTestCase extends ImplementingBase {

        @Test
        void test(Random random) {
            Fixtures.log("draw", random.nextInt());
        }
    }

    @Meta
    @Retention(RetentionPolicy.RUNTIME)
    @interface MetaMeta {}

    @Seeded
    @Retention(RetentionPolicy.RUNTIME)
    @interface Unpinned {}

    @Meta
    static class MetaTestCase extends DrawTestCase {}

    @MetaMeta
    static class MetaMetaTestCase extends DrawTestCase {}

    @Seeded
    @Unpinned
    @Meta
    static class BesideUnpinnedMetaTestCase extends DrawTestCase {}

    static class MethodTestCase {

        @Test
        @Seeded(42)
        void test(Random random) {
            Fixtures.log("draw", random.nextInt());
        }
    }

    static class MetaMethodTestCase {

        @Test
        @MetaMeta
        void test(Random random) {
            Fixtures.log("draw", random.nextInt());
        }
    }

    static class ParameterTestCase {

        @Test
        void test(@Seeded(42) Random random) {
            Fixtures.log("draw", random.nextInt());
        }
    }

    static class MetaParameterTestCase {

        @Test
        void test(@Meta Random random) {
            Fixtures.log("draw", random.nextInt());
        }
    }

    static class FieldTestCase {

        @Seeded(42)
        private Random random;

        @Test
        void test() {
            Fixtures.log("draw", random.nextInt());
        }
    }

    @Seeded(42)
    static class NestedTestCase {

        @Nested
        class Middle {

            @Nested
            class Inner extends DrawTestCase {}
        }
    }

    static class NestedInSubclassTestCase extends PinnedBase {

        @Nested
        class Inner extends DrawTestCase {}
    }

    @Test
    void givesWayToANearerPin() {
        assertThat(first(NearerMethodTestCase.class)).isEqualTo(OF_42);
        assertThat(first(NearerSubclassTestCase.class)).isEqualTo(OF_42);
        assertThat(first(NearerNestedTestCase.class)).isEqualTo(OF_42);
        assertThat(first(NearerNestedBaseTestCase.class)).isEqualTo(OF_42);
        assertThat(first(NearerParameterTestCase.class)).isEqualTo(OF_42);
        assertThat(first(NearerFieldTestCase.class)).isEqualTo(OF_42);
        assertThat(first(NearerDirectTestCase.class)).isEqualTo(OF_42);
    }

    @Seeded(7)
    static class NearerMethodTestCase {

        @Test
        @Seeded(42)
        void test(Random random) {
            Fixtures.log("draw", random.nextInt());
        }
    }

    @Seeded(7)
    static class FarBase extends DrawTestCase {}

    @Seeded(42)
    static class NearerSubclassTestCase extends FarBase {}

    @Seeded(7)
    static class NearerNestedTestCase {

        @Nested
        @Seeded(42)
        class Inner extends DrawTestCase {}
    }

    @Seeded(7)
    static class NearerNestedBaseTestCase {

        @Nested
        class Inner extends PinnedBase {

            @Test
            void test(Random random) {
                Fixtures.log("draw", random.nextInt());
            }
        }
    }

    @Seeded(7)
    static class NearerParameterTestCase {

        @Test
        void test(@Seeded(42) Random random) {
            Fixtures.log("draw", random.nextInt());
        }
    }

    @Seeded(7)
    static class NearerFieldTestCase {

        @Meta
        private Random random;

        @Test
        void test() {
            Fixtures.log("draw", random.nextInt());
        }
    }

    @Seeded(7)
    @Retention(RetentionPolicy.RUNTIME)
    @interface Seven {}

    @Seven
    @Seeded(42)
    static class NearerDirectTestCase extends DrawTestCase {}

    @Test
    void isNotLiftedByAnUnpinnedAnnotationInside() {
        assertThat(first(UnpinnedMethodTestCase.class)).isEqualTo(OF_42);
        assertThat(first(UnpinnedNestedTestCase.class)).isEqualTo(OF_42);
        assertThat(first(UnpinnedSubclassTestCase.class)).isEqualTo(OF_42);
        assertThat(first(UnpinnedParameterTestCase.class)).isEqualTo(OF_42);
        assertThat(first(UnpinnedMetaNestedTestCase.class)).isEqualTo(OF_42);
    }

    @Seeded(42)
    static class UnpinnedMethodTestCase {

        @Test
        @Seeded
        void test(Random random) {
            Fixtures.log("draw", random.nextInt());
        }
    }

    @Seeded(42)
    static class UnpinnedNestedTestCase {

        @Nested
        @Seeded
        class Inner extends DrawTestCase {}
    }

    @Seeded
    static class UnpinnedSubclassTestCase extends PinnedBase {

        @Test
        void test(Random random) {
            Fixtures.log("draw", random.nextInt());
        }
    }

    @Seeded(42)
    static class UnpinnedParameterTestCase {

        @Test
        void test(@Seeded Random random) {
            Fixtures.log("draw", random.nextInt());
        }
    }

    @Seeded(42)
    static class UnpinnedMetaNestedTestCase {

        @Nested
        @Unpinned
        class Inner extends DrawTestCase {}
    }

    @Test
    void isFoundOnAnAnnotationThatIsPinnedByOneAndSeededByAnother() {
        assertThat(first(SeededAndPinnedTestCase.class)).isEqualTo(OF_42);
    }

    @Unpinned
    @Meta
    @Retention(RetentionPolicy.RUNTIME)
    @interface SeededAndPinned {}

    @SeededAndPinned
    static class SeededAndPinnedTestCase extends DrawTestCase {}

    private static Object first(Class<?> fixture) {
        Fixtures.withSeed(1).succeed(1, fixture);
        assertThat(Fixtures.logged("draw")).hasSize(1);
        return Fixtures.logged("draw").get(0);
    }
}
