package dev.seeded.jvm;

import dev.seeded.internal.jvm.JvmScope;
import dev.seeded.internal.jvm.JvmSeeding;
import dev.seeded.internal.jvm.JvmSeeding.Entered;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Prints which APIs do not repeat themselves in a test, and what a test is told that asks for all of them. */
final class Repeating {

    private Repeating() {}

    public static void main(String... arguments) {
        System.out.println(Arrays.stream(Draws.values())
                .filter(api -> !seeded(api).equals(seeded(api)))
                .map(Draws::name)
                .collect(Collectors.joining(" ", "random: ", "")));
        try {
            JvmSeeding.require();
        } catch (IllegalArgumentException incomplete) {
            System.out.println(incomplete.getMessage());
        }
    }

    private static String seeded(Draws api) {
        Entered test = JvmSeeding.enter(JvmScope.seeded(1));
        try {
            return api.draw();
        } finally {
            test.exit();
        }
    }
}
