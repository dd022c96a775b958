package dev.seeded.injection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seeded.testing.Fixtures;
import java.util.List;

/** Runs fixtures that log their generators, and asserts which places had the same one. */
final class GeneratorLog {

    private GeneratorLog() {}

    static void succeeds(int tests, Class<?>... fixtures) {
        Fixtures.withSeed(1).succeed(tests, fixtures);
    }

    static void assertShared(String... places) {
        assertThat(places)
                .allSatisfy(place -> assertThat(distinct(place)).as(place).containsExactly(only(places[0])));
    }

    static Object only(String place) {
        assertThat(distinct(place)).as(place).hasSize(1);
        return distinct(place).get(0);
    }

    /** Generators are equal only to themselves. */
    static List<Object> distinct(String place) {
        return Fixtures.logged(place).stream().distinct().toList();
    }
}
