package dev.seeded.internal.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The search for the fewest things that have an effect together. */
class FewestTests {

    private final List<List<Integer>> tried = new ArrayList<>();

    @ParameterizedTest
    @CsvSource({"1,0", "2,2", "3,3", "10,5", "30,6", "300,10"})
    void findsOneWhereverItIs(int size, int trials) {
        for (Integer one : range(size)) {
            tried.clear();

            assertThat(find(size, some -> some.containsAll(Set.of(one)))).containsExactly(one);
            assertThat(tried).hasSizeLessThanOrEqualTo(trials);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 10, 30})
    void findsTwoThatAreNeededTogether(int size) {
        for (Integer one : range(size)) {
            for (Integer other : range(size).subList(one + 1, size)) {
                assertThat(find(size, some -> some.containsAll(Set.of(one, other))))
                        .containsExactly(one, other);
            }
        }
    }

    @Test
    void findsAllWhereAllAreNeeded() {
        assertThat(find(5, some -> some.containsAll(Set.of(0, 1, 2, 3, 4)))).containsExactly(0, 1, 2, 3, 4);
    }

    @Test
    void findsOneOfSeveralThatEachHaveTheEffect() {
        assertThat(find(30, some -> some.contains(4) || some.contains(20))).hasSize(1);
    }

    /** Four undoes what two does, and six does it again after both. */
    @Test
    void findsWhatHasTheEffectWhereSomeUndoIt() {
        Predicate<Set<Integer>> effect = some -> some.contains(6) || (some.contains(2) && !some.contains(4));

        assertThat(find(10, effect)).hasSize(1).isSubsetOf(2, 6);
    }

    /** One is needed as long as two is there, and only then. */
    @Test
    void leavesOutWhatWasNeededForAnotherThatIsNotNeeded() {
        Predicate<Set<Integer>> effect = some -> some.contains(7) && (!some.contains(3) || some.contains(8));

        List<Integer> found = find(10, effect);

        assertThat(found).containsExactly(7);
    }

    @Test
    void keepsTheOrder() {
        find(30, some -> some.containsAll(Set.of(3, 17, 18)));

        assertThat(tried).allSatisfy(some -> assertThat(some).isSorted());
    }

    private List<Integer> find(int size, Predicate<Set<Integer>> hasEffect) {
        return Fewest.of(range(size), some -> {
            tried.add(List.copyOf(some));
            return hasEffect.test(Set.copyOf(some));
        });
    }

    private static List<Integer> range(int size) {
        return IntStream.range(0, size).boxed().toList();
    }
}
