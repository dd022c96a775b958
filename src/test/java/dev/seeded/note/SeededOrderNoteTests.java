package dev.seeded.note;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seeded.Seeded;
import dev.seeded.SeededOrder;
import dev.seeded.testing.Fixtures;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Failures of tests whose order comes from the seed: most such tests take no {@code Random}. */
class SeededOrderNoteTests {

    private static final String METHODS = "junit.jupiter.testmethod.order.default";
    private static final String CLASSES = "junit.jupiter.testclass.order.default";

    @Test
    void isCarriedByTestsThatAreGivenNothing() {
        int failed = 0;
        for (long seed = 0; seed < 20; seed++) {
            List<String> notes = notes(fixtures(seed), DirtyTestCase.class);
            failed += notes.size();
            assertThat(notes)
                    .allMatch((DirtyTestCase.class.getName() + ".startsEmpty() ran with seed " + seed
                            + "\n\t  replay  again '" + DirtyTestCase.class.getName() + "' '*' " + seed)::equals);
        }

        assertThat(failed).isBetween(1, 19);
    }

    @Test
    void isCarriedByTestsWithoutOurAnnotationWhereTheExtensionIsDetected() {
        assertThat(notes(
                        fixtures(7).with("junit.jupiter.extensions.autodetection.enabled", true),
                        UnannotatedTestCase.class))
                .containsExactly(UnannotatedTestCase.class.getName() + ".fails() ran with seed 7"
                        + "\n\t  replay  again '" + UnannotatedTestCase.class.getName() + "' '*' 7");
        assertThat(notes(fixtures(7), UnannotatedTestCase.class)).isEmpty();
    }

    @Test
    void selectsTheOutermostClassForNestedTests() {
        assertThat(notes(fixtures(7), OuterTestCase.class))
                .containsExactly(OuterTestCase.Inner.class.getName() + ".fails(Random) ran with seed 7"
                        + "\n\t  replay  again '" + OuterTestCase.class.getName() + "' '*' 7");
    }

    @Test
    void selectsTheWholeRunWhereClassesAreOrdered() {
        assertThat(notes(fixtures(7).with(CLASSES, SeededOrder.Classes.class.getName()), GivenNothingTestCase.class))
                .containsExactly(GivenNothingTestCase.class.getName() + ".fails() ran with seed 7"
                        + "\n\t  replay  again '*' '*' 7");
        assertThat(notes(fixtures(7), GivenNothingTestCase.class)).isEmpty();
    }

    /** JUnit takes a name with blanks around it, and so do files of properties. */
    @Test
    void selectsTheWholeClassWhereANameWithABlankOrdersMethods() {
        assertThat(notes(
                        fixtures(7).with(METHODS, SeededOrder.Methods.class.getName() + " "),
                        GivenNothingTestCase.class))
                .containsExactly(GivenNothingTestCase.class.getName() + ".fails() ran with seed 7"
                        + "\n\t  replay  again '" + GivenNothingTestCase.class.getName() + "' '*' 7");
    }

    private static Fixtures fixtures(long seed) {
        DirtyTestCase.dirty = false;
        return Fixtures.withSeed(seed).with("seed.command", "again {class} {method} {seed}");
    }

    /** Returns the notes of all failures, each of which has one at most. */
    private static List<String> notes(Fixtures fixtures, Class<?> type) {
        return Fixtures.failures(fixtures.run(type)).stream()
                .map(Throwable::getSuppressed)
                .peek(suppressed -> assertThat(suppressed).hasSizeLessThan(2))
                .filter(suppressed -> suppressed.length > 0)
                .map(suppressed -> suppressed[0].getMessage())
                .toList();
    }

    @Seeded
    @TestMethodOrder(SeededOrder.Methods.class)
    static class DirtyTestCase {

        static boolean dirty;

        @Test
        void fills() {
            dirty = true;
        }

        @Test
        void startsEmpty() {
            assertThat(dirty).isFalse();
        }
    }

    @TestMethodOrder(SeededOrder.Methods.class)
    static class UnannotatedTestCase {

        @Test
        void fails() {
            throw new IllegalStateException();
        }
    }

    @Seeded
    @TestMethodOrder(SeededOrder.Methods.class)
    static class OuterTestCase {

        @Nested
        class Inner {

            @Test
            void fails(Random random) {
                throw new IllegalStateException();
            }
        }
    }

    @Seeded
    static class GivenNothingTestCase {

        @Test
        void fails() {
            throw new IllegalStateException();
        }
    }
}
