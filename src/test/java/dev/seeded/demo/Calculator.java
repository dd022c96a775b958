package dev.seeded.demo;

/** Calculates sums and differences of numbers, such as {@code 7-(3+1)-2}. */
final class Calculator {

    private final String text;
    private int at;

    private Calculator(String text) {
        this.text = text;
    }

    static int value(String text) {
        return new Calculator(text).sum();
    }

    private int sum() {
        int value = operand();
        if (at < text.length() && text.charAt(at) != ')') {
            char sign = text.charAt(at++);
            // The bug: only the next operand is to be added or taken away.
            int other = sum();
            value = sign == '+' ? value + other : value - other;
        }
        return value;
    }

    private int operand() {
        if (text.charAt(at) == '(') {
            at++;
            int value = sum();
            at++;
            return value;
        }
        int start = at;
        while (at < text.length() && Character.isDigit(text.charAt(at))) {
            at++;
        }
        return Integer.parseInt(text.substring(start, at));
    }
}
