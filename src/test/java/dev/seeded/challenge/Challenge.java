package dev.seeded.challenge;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The problems of the Shrinking Challenge (github.com/jlink/shrinking-challenge), as a test draws them from a {@code Random}:
 * what they draw is what Hypothesis' own reports draw there and in the artifact of "Test-Case Reduction via Test-Case
 * Generation" (mc-imperial/hypothesis-ecoop-2020-artifact). Where those draw any whole number, an {@code int} is drawn here;
 * where numbers must be equal or close, one of few, as a uniform {@code int} is neither.
 *
 * @param name its name there
 * @param simplest what is left when it is shrunk
 * @param hypothesis the mean number of runs that Hypothesis 6.168 needs, the first that fails included
 * @param example draws an example and returns it as text if the property does not hold; empty otherwise
 */
public record Challenge(String name, String simplest, int hypothesis, Function<Random, String> example) {

    public static List<Challenge> all() {
        return List.of(
                new Challenge("bound5", "[[], [], [], [-1], [-32768]]", 140, Challenge::bound5),
                new Challenge("large union list", "[[0, 1, -1, 2, -2]]", 209, Challenge::union),
                new Challenge("reverse", "[0, 1]", 18, Challenge::reverse),
                new Challenge("calculator", "0 / (0 + 0)", 73, Challenge::calculator),
                new Challenge("length list", "[900]", 84, Challenge::lengthList),
                new Challenge("difference, must not be zero", "[10, 10]", 38, random -> difference(random, 0, 0)),
                new Challenge("difference, must not be small", "[10, 6]", 668, random -> difference(random, 1, 4)),
                new Challenge("difference, must not be one", "[10, 9]", 473, random -> difference(random, 1, 1)),
                new Challenge("binheap", "(0, -, (0, (0, -, -), (1, -, -)))", 171, Challenge::heap),
                new Challenge("coupling", "[1, 0]", 54, Challenge::coupling),
                new Challenge("deletion", "[0, 0] without 0", 33, Challenge::deletion),
                new Challenge("distinct", "[0, 1, -1]", 56, Challenge::distinct),
                new Challenge("nested lists", "[[0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]]", 176, Challenge::nestedLists));
    }

    /** Draws a list: how many there are, and each of them. */
    private static <T> List<T> list(Random random, int most, Function<Random, T> element) {
        List<T> list = new ArrayList<>();
        int size = random.nextInt(most + 1);
        for (int at = 0; at < size; at++) {
            list.add(element.apply(random));
        }
        return list;
    }

    private static String bound5(Random random) {
        List<List<Short>> lists = new ArrayList<>();
        short all = 0;
        for (int list = 0; list < 5; list++) {
            List<Short> numbers =
                    list(random, 1, source -> (short) source.nextInt(Short.MIN_VALUE, Short.MAX_VALUE + 1));
            for (short number : numbers) {
                if (number >= 256) {
                    return "";
                }
                all += number;
            }
            lists.add(numbers);
        }
        return all < 5 * 256 ? "" : lists.toString();
    }

    private static String union(Random random) {
        List<List<Integer>> lists = list(random, 10, source -> list(source, 10, Random::nextInt));
        Set<Integer> union = new HashSet<>();
        lists.forEach(union::addAll);
        return union.size() <= 4 ? "" : lists.toString();
    }

    private static String reverse(Random random) {
        List<Integer> numbers = list(random, 20, Random::nextInt);
        List<Integer> reversed = new ArrayList<>(numbers);
        Collections.reverse(reversed);
        return reversed.equals(numbers) ? "" : numbers.toString();
    }

    private static String lengthList(Random random) {
        List<Integer> numbers = new ArrayList<>();
        int size = random.nextInt(1, 101);
        for (int at = 0; at < size; at++) {
            numbers.add(random.nextInt(1001));
        }
        return Collections.max(numbers) < 900 ? "" : numbers.toString();
    }

    private static String difference(Random random, int least, int most) {
        int first = random.nextInt(1, 1001);
        int second = random.nextInt(1, 1001);
        int difference = Math.abs(first - second);
        return first < 10 || difference < least || difference > most ? "" : "[" + first + ", " + second + "]";
    }

    private static String coupling(Random random) {
        List<Integer> numbers = list(random, 20, source -> source.nextInt(11));
        if (numbers.stream().anyMatch(number -> number >= numbers.size())) {
            return "";
        }
        for (int at = 0; at < numbers.size(); at++) {
            int other = numbers.get(at);
            if (other != at && numbers.get(other) == at) {
                return numbers.toString();
            }
        }
        return "";
    }

    private static String deletion(Random random) {
        List<Integer> numbers = list(random, 20, source -> source.nextInt(-100, 101));
        int at = random.nextInt(11);
        if (at >= numbers.size()) {
            return "";
        }
        List<Integer> left = new ArrayList<>(numbers);
        left.remove(numbers.get(at));
        return left.contains(numbers.get(at)) ? numbers + " without " + numbers.get(at) : "";
    }

    private static String distinct(Random random) {
        List<Integer> numbers = list(random, 20, Random::nextInt);
        return new HashSet<>(numbers).size() < 3 ? "" : numbers.toString();
    }

    private static String nestedLists(Random random) {
        List<List<Integer>> lists = list(random, 20, source -> list(source, 20, unused -> 0));
        return lists.stream().mapToInt(List::size).sum() <= 10 ? "" : lists.toString();
    }

    /** A heap: each number is at most those below it. Null stands for an empty one. */
    private record Heap(
            int least, @Nullable Heap left, @Nullable Heap right) {

        static @Nullable Heap draw(Random random, int bound, int size) {
            int branch = random.nextInt(1, 9);
            if (branch == 1 || size == 0) {
                return null;
            }
            int least = bound == Integer.MIN_VALUE ? random.nextInt() : random.nextInt(bound, Integer.MAX_VALUE);
            return new Heap(least, draw(random, least, size / 2), draw(random, least, size / 2));
        }

        static @Nullable Heap merge(@Nullable Heap one, @Nullable Heap other) {
            if (one == null || other == null) {
                return one == null ? other : one;
            }
            return one.least <= other.least
                    ? new Heap(one.least, merge(one.right, other), one.left)
                    : new Heap(other.least, merge(other.right, one), other.left);
        }

        /** Adds the numbers of a heap, which nothing sorts. */
        static void addAll(@Nullable Heap heap, List<Integer> numbers) {
            if (heap != null) {
                numbers.add(heap.least);
                addAll(heap.right, numbers);
                addAll(heap.left, numbers);
            }
        }

        static String text(@Nullable Heap heap) {
            return heap == null ? "-" : "(" + heap.least + ", " + text(heap.left) + ", " + text(heap.right) + ")";
        }
    }

    private static String heap(Random random) {
        Heap heap = Heap.draw(random, Integer.MIN_VALUE, random.nextInt(21));
        if (heap == null) {
            return "";
        }
        List<Integer> numbers = new ArrayList<>();
        numbers.add(heap.least);
        Heap.addAll(Heap.merge(heap.left, heap.right), numbers);
        List<Integer> sorted = new ArrayList<>(numbers);
        Collections.sort(sorted);
        return sorted.equals(numbers) ? "" : Heap.text(heap);
    }

    private sealed interface Expression {

        record Number(int value) implements Expression {

            @Override
            public String toString() {
                return Integer.toString(value);
            }
        }

        record Sum(Expression left, Expression right) implements Expression {

            @Override
            public String toString() {
                return "(" + left + " + " + right + ")";
            }
        }

        record Quotient(Expression left, Expression right) implements Expression {

            @Override
            public String toString() {
                return left + " / " + right;
            }
        }

        static Expression draw(Random random, int depth) {
            int kind = depth == 0 ? 0 : random.nextInt(3);
            if (kind == 0) {
                return new Number(random.nextInt());
            }
            Expression left = draw(random, depth - 1);
            Expression right = draw(random, depth - 1);
            return kind == 1 ? new Sum(left, right) : new Quotient(left, right);
        }

        default boolean dividesByZero() {
            return switch (this instanceof Quotient ? 2 : this instanceof Sum ? 1 : 0) {
                case 2 ->
                    ((Quotient) this).right.equals(new Number(0))
                            || ((Quotient) this).left.dividesByZero()
                            || ((Quotient) this).right.dividesByZero();
                case 1 -> ((Sum) this).left.dividesByZero() || ((Sum) this).right.dividesByZero();
                default -> false;
            };
        }

        default int value() {
            if (this instanceof Number number) {
                return number.value;
            }
            return this instanceof Sum sum
                    ? sum.left.value() + sum.right.value()
                    : ((Quotient) this).left.value() / ((Quotient) this).right.value();
        }
    }

    private static String calculator(Random random) {
        Expression expression = Expression.draw(random, 5);
        if (expression.dividesByZero()) {
            return "";
        }
        try {
            expression.value();
            return "";
        } catch (ArithmeticException division) {
            return expression.toString();
        }
    }
}
