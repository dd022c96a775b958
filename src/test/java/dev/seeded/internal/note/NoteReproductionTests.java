package dev.seeded.internal.note;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seeded.internal.declared.TestOrder;
import dev.seeded.internal.note.Reproduction.Facts;
import dev.seeded.internal.note.Reproduction.PinForm;
import dev.seeded.internal.replay.Selection;
import dev.seeded.internal.surroundings.WantedSurroundings;
import dev.seeded.internal.surroundings.WantedSurroundings.Wanted;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The one decision on what a failure needs to come back, as a table. */
class NoteReproductionTests {

    @ParameterizedTest
    @CsvSource(textBlock = """
            # test,   around,  outlives, order,    listed | selects, run seed, pin
            DERIVED,  NOTHING, false,    NATURAL,  false,   TEST,    true,     SEEDED
            DERIVED,  NOTHING, false,    NATURAL,  true,    TEST,    true,     SEEDED_TEST
            DERIVED,  DERIVED, false,    NATURAL,  false,   TEST,    true,     NONE
            DERIVED,  PINNED,  false,    NATURAL,  false,   TEST,    true,     NONE
            DERIVED,  DERIVED, true,     NATURAL,  false,   CLASS,   true,     NONE
            PINNED,   NOTHING, false,    NATURAL,  false,   TEST,    false,    NONE
            PINNED,   PINNED,  true,     NATURAL,  false,   CLASS,   false,    NONE
            PINNED,   DERIVED, false,    NATURAL,  false,   TEST,    true,     NONE
            PINNED,   DERIVED, true,     NATURAL,  false,   CLASS,   true,     NONE
            PINNED,   NOTHING, false,    NATURAL,  true,    TEST,    false,    NONE
            NOTHING,  DERIVED, false,    NATURAL,  false,   TEST,    true,     NONE
            NOTHING,  DERIVED, true,     NATURAL,  false,   CLASS,   true,     NONE
            NOTHING,  PINNED,  false,    NATURAL,  false,   TEST,    false,    NONE
            NOTHING,  PINNED,  true,     NATURAL,  false,   CLASS,   false,    NONE
            NOTHING,  NOTHING, false,    METHODS,  false,   CLASS,   true,     NONE
            DERIVED,  NOTHING, false,    METHODS,  false,   CLASS,   true,     NONE
            PINNED,   NOTHING, false,    METHODS,  false,   CLASS,   true,     NONE
            DERIVED,  DERIVED, true,     METHODS,  false,   CLASS,   true,     NONE
            NOTHING,  NOTHING, false,    CLASSES,  false,   RUN,     true,     NONE
            DERIVED,  NOTHING, false,    CLASSES,  true,    RUN,     true,     NONE
            PINNED,   PINNED,  true,     CLASSES,  false,   RUN,     true,     NONE
            """)
    void bringsBack(
            Given test,
            Given around,
            boolean outlives,
            TestOrder order,
            boolean isListed,
            Selection selection,
            boolean needsRunSeed,
            PinForm pin) {
        assertThat(Reproduction.of(
                        new Facts(test, around, outlives, order, WantedSurroundings.NONE, false, false, isListed)))
                .contains(new Reproduction(selection, needsRunSeed, pin));
    }

    @Test
    void isEmptyWhereSeedsHaveNoPart() {
        assertThat(Reproduction.of(new Facts(
                        Given.NOTHING,
                        Given.NOTHING,
                        false,
                        TestOrder.NATURAL,
                        WantedSurroundings.NONE,
                        false,
                        false,
                        false)))
                .isEmpty();
    }

    @Test
    void offersNoPinForWhatNothingSeeds() {
        assertThat(Reproduction.of(new Facts(
                        Given.NOTHING,
                        Given.NOTHING,
                        false,
                        TestOrder.NATURAL,
                        WantedSurroundings.NONE,
                        false,
                        true,
                        false)))
                .contains(new Reproduction(Selection.TEST, false, PinForm.NONE));
    }

    @Test
    void concernsEachFailureWhereTheSeedChoosesTheLocale() {
        WantedSurroundings any = new WantedSurroundings(new Wanted<>(true, Optional.empty()), Wanted.nothing());

        assertThat(Reproduction.of(
                        new Facts(Given.NOTHING, Given.NOTHING, false, TestOrder.NATURAL, any, false, false, false)))
                .contains(new Reproduction(Selection.TEST, true, PinForm.NONE));
        assertThat(Reproduction.of(
                        new Facts(Given.PINNED, Given.NOTHING, false, TestOrder.NATURAL, any, false, false, false)))
                .contains(new Reproduction(Selection.TEST, true, PinForm.NONE));
    }

    @Test
    void offersNoPinWhereTheUserNamesTheLocaleForOneRun() {
        WantedSurroundings turkish =
                new WantedSurroundings(WantedSurroundings.parseLocale("tr-tr").orElseThrow(), Wanted.nothing());

        assertThat(Reproduction.of(new Facts(
                        Given.DERIVED, Given.NOTHING, false, TestOrder.NATURAL, turkish, false, false, false)))
                .contains(new Reproduction(Selection.TEST, true, PinForm.NONE));
        WantedSurroundings ofProject = new WantedSurroundings(turkish.locale(), turkish.zone(), true);
        assertThat(Reproduction.of(new Facts(
                        Given.DERIVED, Given.NOTHING, false, TestOrder.NATURAL, ofProject, false, false, false)))
                .contains(new Reproduction(Selection.TEST, true, PinForm.SEEDED));
        assertThat(Reproduction.of(new Facts(
                        Given.NOTHING, Given.NOTHING, false, TestOrder.NATURAL, turkish, false, false, false)))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void countsTheRunSeedMost(Given one) {
        assertThat(one.and(Given.NOTHING)).isEqualTo(one);
        assertThat(one.and(Given.DERIVED)).isEqualTo(Given.DERIVED);
        assertThat(Given.PINNED.and(one)).isEqualTo(one == Given.DERIVED ? one : Given.PINNED);
    }
}
