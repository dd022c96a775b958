package dev.seeded.internal.console;

import java.util.Locale;

/** Numbers as people read them, and the nouns that they count. */
public final class Counted {

    private Counted() {}

    /** Returns a number with separators of thousands. */
    public static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** Returns a number and what it counts: "1 run", "2,000 runs". */
    public static String of(long number, String noun) {
        return number(number) + " " + noun(number, noun);
    }

    /** Returns a noun, in the plural unless the number is one. */
    public static String noun(long number, String noun) {
        return number == 1 ? noun : noun + "s";
    }

    /** Returns a rate in percent with three significant digits, as it may be tiny. */
    public static String percent(double rate) {
        double percent = 100 * rate;
        int decimals = percent == 0 || percent >= 100 ? 0 : (int) Math.max(0, 2 - Math.floor(Math.log10(percent)));
        return String.format(Locale.ROOT, "%." + Math.min(decimals, 9) + "f %%", percent);
    }
}
