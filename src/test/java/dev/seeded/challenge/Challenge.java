package dev.seeded.challenge;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;

/**
 * The problems of the Shrinking Challenge (github.com/jlink/shrinking-challenge), as a test draws them from a {@code Random}.
 *
 * @param name its name there
 * @param simplest what is left when it is shrunk
 * @param hypothesis the mean number of runs that Hypothesis 5.23 needs, as its report there says; 0 for none
 * @param example draws an example and returns it as text if the property does not hold; empty otherwise
 */
public record Challenge(String name, String simplest, int hypothesis, Function<Random, String> example) {

    public static List<Challenge> all() {
        return List.of(
                new Challenge("bound5", "[[], [], [], [-1], [-32768]]", 137, Challenge::bound5),
                new Challenge("large union list", "[[0, 1, -1, 2, -2]]", 341, Challenge::union),
                new Challenge("reverse", "[0, 1]", 46, Challenge::reverse),
                new Challenge("calculator", "0 / (0 + 0)", 341, Challenge::calculator),
                new Challenge("length list", "[900]", 85, Challenge::lengthList),
                new Challenge("difference 1", "[10, 10]", 0, random -> difference(random, 0, 0)),
                new Challenge("difference 2", "[10, 6]", 0, random -> difference(random, 1, 4)),
                new Challenge("difference 3", "[10, 9]", 0, random -> difference(random, 1, 1)));
    }

    private static String bound5(Random random) {
        List<List<Short>> lists = new ArrayList<>();
        short all = 0;
        for (int list = 0; list < 5; list++) {
            List<Short> numbers = new ArrayList<>();
            int size = random.nextInt(11);
            short sum = 0;
            for (int at = 0; at < size; at++) {
                short number = (short) random.nextInt(Short.MIN_VALUE, Short.MAX_VALUE + 1);
                numbers.add(number);
                sum += number;
            }
            if (sum >= 256) {
                return "";
            }
            lists.add(numbers);
            all += sum;
        }
        return all < 5 * 256 ? "" : lists.toString();
    }

    private static String union(Random random) {
        List<List<Integer>> lists = new ArrayList<>();
        Set<Integer> union = new HashSet<>();
        int size = random.nextInt(11);
        for (int list = 0; list < size; list++) {
            List<Integer> numbers = new ArrayList<>();
            int length = random.nextInt(11);
            for (int at = 0; at < length; at++) {
                numbers.add(random.nextInt());
            }
            lists.add(numbers);
            union.addAll(numbers);
        }
        return union.size() <= 4 ? "" : lists.toString();
    }

    private static String reverse(Random random) {
        List<Integer> numbers = new ArrayList<>();
        int size = random.nextInt(21);
        for (int at = 0; at < size; at++) {
            numbers.add(random.nextInt());
        }
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
                return new Number(random.nextInt(-10, 11));
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
