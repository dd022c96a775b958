package dev.seeded.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seeded.Seeded;
import java.util.Random;
import org.junit.jupiter.api.Test;

@Seeded
class CalculatorTest {

    private record Expression(String text, int value) {

        static Expression draw(Random random, int depth) {
            int kind = depth == 0 ? 0 : random.nextInt(3);
            if (kind == 0) {
                int number = random.nextInt(100);
                return new Expression(Integer.toString(number), number);
            }
            Expression left = draw(random, depth - 1);
            Expression right = draw(random, depth - 1);
            String operand = right.text.matches("\\d+") ? right.text : "(" + right.text + ")";
            return kind == 1
                    ? new Expression(left.text + "+" + operand, left.value + right.value)
                    : new Expression(left.text + "-" + operand, left.value - right.value);
        }
    }

    @Test
    void calculates(Random random) {
        Expression expression = Expression.draw(random, 6);
        assertThat(Calculator.value(expression.text)).as(expression.text).isEqualTo(expression.value);
    }
}
