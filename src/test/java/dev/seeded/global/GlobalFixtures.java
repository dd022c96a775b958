package dev.seeded.global;

import dev.seeded.Seed;
import dev.seeded.Seeded;
import dev.seeded.Seeded.Global;
import dev.seeded.testing.Fixtures;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.platform.testkit.engine.EngineExecutionResults;

/** Runs a fixture in a JVM of its own and prints what it drew, then its failures. */
final class GlobalFixtures {

    private GlobalFixtures() {}

    /** Takes the fixture's simple name, then configuration parameters as {@code name=value}. */
    public static void main(String... arguments) throws ClassNotFoundException {
        Fixtures fixtures = Fixtures.withSeed(1).with("seed.announce", false);
        for (String argument : Arrays.asList(arguments).subList(1, arguments.length)) {
            fixtures.with(argument.split("=", 2)[0], argument.split("=", 2)[1]);
        }
        EngineExecutionResults results = fixtures.run(Class.forName(
                GlobalFixtures.class.getName() + "$" + arguments[0], false, GlobalFixtures.class.getClassLoader()));
        for (Map.Entry<String, List<Object>> place : Fixtures.logged().entrySet()) {
            System.out.println(place.getKey() + " " + place.getValue());
        }
        for (Throwable failure : Fixtures.failures(results)) {
            System.out.println("failed: " + failure.getMessage());
            for (Throwable note : failure.getSuppressed()) {
                System.out.println(note);
            }
        }
        System.exit(0);
    }

    @Seeded(global = Global.SEED)
    static class EverywhereTestCase {

        private static final UUID STATIC = UUID.randomUUID();

        private final double field = Math.random();

        EverywhereTestCase() {
            Fixtures.log("static", STATIC);
            Fixtures.log("constructor", Math.random());
        }

        @BeforeAll
        static void beforeAll() {
            Fixtures.log("before all", Math.random());
        }

        @BeforeEach
        void beforeEach() {
            Fixtures.log("field", field);
            Fixtures.log("before each", Math.random());
        }

        @Test
        void test() {
            Fixtures.log("test", Math.random());
            Fixtures.log("pool", CompletableFuture.supplyAsync(Math::random).join());
        }

        @RepeatedTest(3)
        void repeated() {
            Fixtures.log("repeated", Math.random());
        }

        @Nested
        class Inner {

            @Test
            void test() {
                Fixtures.log("nested", Math.random());
            }
        }

        @AfterEach
        void afterEach() {
            Fixtures.log("after each", Math.random());
        }

        @AfterAll
        static void afterAll() {
            Fixtures.log("after all", Math.random());
        }
    }

    static class MethodTestCase {

        @Test
        @Seeded(global = Global.SEED)
        void seeded() {
            Fixtures.log("seeded", Math.random());
            throw new AssertionError("on purpose");
        }

        @Test
        @Seeded
        void off() {
            Fixtures.log("off", Math.random());
        }

        @Test
        void bare() {
            Fixtures.log("bare", Math.random());
        }
    }

    @Seeded(global = Global.DETECT)
    static class DetectedTestCase {

        @Test
        void fails() {
            order();
            order();
            Fixtures.log("shuffled", Draws.SHUFFLE.draw());
            throw new AssertionError("on purpose");
        }

        @Test
        void passes() {
            Fixtures.log("passes", Math.random());
        }

        private static void order() {
            Fixtures.log("order", UUID.randomUUID());
        }
    }

    @Seeded
    static class CollectionsTestCase {

        @Test
        void iterates() {
            Fixtures.log("set", Set.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12).toString());
            Fixtures.log("pair", Set.of(1, 2).toString());
            Fixtures.log(
                    "map",
                    Map.of(1, "a", 2, "b", 3, "c", 4, "d", 5, "e", 6, "f").toString());
            throw new AssertionError("on purpose");
        }
    }

    static class CurrentTestCase {

        @Test
        @Seeded(7)
        void onThisThread() {
            Fixtures.log("current", Seed.current());
        }

        @Test
        @Seeded(7)
        void inPool() {
            Fixtures.log("in pool", CompletableFuture.supplyAsync(Seed::current).join());
        }

        @Test
        void unseeded() {
            Seed.current();
        }
    }
}
