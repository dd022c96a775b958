package dev.seeded.replays;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Writes the source of a test class: what is injected where, which kinds of tests there are, and what state they keep, all is
 * random. Each test fails with some seeds, and says what it drew and what it met.
 */
final class RandomClass {

    /** What the source of a class has in which one run leaves something for the next. */
    static final Pattern KEEPS_STATE = Pattern.compile("\\bstatic (?!final )[^(;={]*;|\\bseen");

    /** What a class prints before the first of its tests runs. */
    static final String RUNS = "@@runs ";

    /** The package of all such classes. */
    static final String PACKAGE = "made";

    /** What the settings of a run let a class do so that its failures repeat. */
    enum Ability {
        /** Asks for JVM-wide seeding by itself. */
        ASK_FOR_SEEDING,
        /** Draws from the JVM. */
        JVM_WIDE,
        /** Goes by an order that nobody promised. */
        UNORDERED,
        /** Goes by the clock. */
        CLOCK,
        /** Now and then takes longer than it may. */
        SLEEP
    }

    private static final List<String> EXCEPTIONS = List.of(
            "IllegalStateException",
            "AssertionError",
            "ArithmeticException",
            "AssertionFailedError",
            "IllegalArgumentException",
            "Stubborn");

    /** Each draws a number below a thousand from an {@code r}. */
    private static final List<String> DRAWS = List.of(
            "r.nextInt(1000)",
            "r.ints(3, 0, 1000).sum()",
            "(int) (r.nextDouble() * 1000)",
            "(int) (r.nextLong() >>> 55)",
            "Math.abs((int) (r.nextGaussian() * 300))",
            "(r.nextBoolean() ? r.nextInt(500) : 500 + r.nextInt(500))");

    private static final List<String> JVM_WIDE_DRAWS = List.of(
            "(int) (Math.random() * 1000)",
            "new Random().nextInt(1000)",
            "Math.floorMod(UUID.randomUUID().hashCode(), 1000)",
            "ThreadLocalRandom.current().nextInt(1000)",
            "new SplittableRandom().nextInt(1000)",
            "CompletableFuture.supplyAsync(() -> ThreadLocalRandom.current().nextInt(1000)).join()");

    private final Random random;
    private final Set<Ability> abilities;
    private final String name;
    private final StringBuilder source = new StringBuilder();
    private int members;

    /** A parameter that is injected, and what is drawn from it. */
    private record Drawn(String parameter, String expression) {}

    /** What the members of a class go by: whether bare parameters are injected, numbers drawn from fields, and state. */
    private record Around(boolean isSeeded, boolean isJvmWide, List<String> expressions, List<String> states) {}

    RandomClass(String name, Set<Ability> abilities, Random random) {
        this.name = name;
        this.abilities = abilities;
        this.random = random;
    }

    /** Returns the source text. */
    String source() {
        source.append("""
                package %s;

                import dev.seeded.*;
                import dev.seeded.Seeded.Global;
                import java.security.SecureRandom;
                import java.time.*;
                import java.util.*;
                import java.util.concurrent.*;
                import java.util.random.RandomGenerator;
                import java.util.stream.*;
                import org.junit.jupiter.api.*;
                import org.junit.jupiter.api.TestInstance.Lifecycle;
                import org.junit.jupiter.params.*;
                import org.junit.jupiter.params.provider.*;
                import org.opentest4j.AssertionFailedError;

                """.formatted(PACKAGE));
        boolean isJvmWide = abilities.contains(Ability.JVM_WIDE);
        boolean isSeeded = isJvmWide || !happens(4);
        String seeded = !isSeeded ? "" : happens(8) ? "@Seeded(4711)\n" : "@Seeded\n";
        if (isSeeded && !isJvmWide && abilities.contains(Ability.ASK_FOR_SEEDING) && happens(4)) {
            isJvmWide = true;
            seeded = "@Seeded(global = Global.SEED)\n";
        }
        String base = happens(6) ? name + "Base" : "";
        if (!base.isEmpty()) {
            source.append(seeded).append("abstract class ").append(base).append(" {\n");
            test(new Around(isSeeded, isJvmWide, List.of(), List.of()));
            helpers();
            source.append("}\n\n");
        }
        source.append(seeded);
        type("class " + name + (base.isEmpty() ? "" : " extends " + base), isSeeded, isJvmWide, 0, List.of());
        return source.toString();
    }

    private void type(String header, boolean isSeeded, boolean isJvmWide, int depth, List<String> outerStates) {
        boolean isShared = happens(5);
        // JUnit makes one instance for each invocation.
        boolean isTemplate = !isShared && happens(5);
        if (isShared) {
            source.append("@TestInstance(Lifecycle.PER_CLASS)\n");
        }
        if (isTemplate) {
            source.append("@ParameterizedClass\n@ValueSource(ints = {1, 2})\n");
        }
        if (happens(8)) {
            source.append("@TestMethodOrder(SeededOrder.Methods.class)\n");
        }
        if (happens(8)) {
            source.append("@TestClassOrder(SeededOrder.Classes.class)\n");
        }
        source.append(header).append(" {\n");
        String type = header.replaceFirst(".*class (\\w+).*", "$1");
        List<String> expressions = new ArrayList<>();
        List<String> states = new ArrayList<>(outerStates);
        if (depth == 0) {
            source.append("static { System.out.println(\"\\n").append(RUNS).append("\"); }\n");
            helpers();
            if (isJvmWide) {
                source.append("static final int INITIAL = ThreadLocalRandom.current().nextInt(1000);\n");
                expressions.add("INITIAL");
            }
        }
        state(isShared, depth, states);
        fields(isSeeded, depth, expressions);
        constructor(type, isSeeded, isTemplate, expressions);
        Around around = new Around(isSeeded, isJvmWide, expressions, states);
        lifecycle(around, depth, isShared);
        for (int left = 1 + random.nextInt(4); left > 0; left--) {
            test(around);
        }
        for (int left = depth < 2 && happens(4) ? 1 + random.nextInt(2) : 0; left > 0; left--) {
            source.append("@Nested\n");
            type("class Inner" + members++, isSeeded, isJvmWide, depth + 1, states);
        }
        source.append("}\n");
    }

    private void helpers() {
        source.append("static String met() { return \" in \" + Locale.getDefault().toLanguageTag()"
                + " + \" \" + TimeZone.getDefault().getID()");
        if (abilities.contains(Ability.UNORDERED)) {
            source.append(" + \" \" + Set.of(\"a\", \"b\", \"c\", \"d\") + new HashMap<>(Map.of(1, 2, 3, 4, 5, 6))");
        }
        if (abilities.contains(Ability.CLOCK)) {
            source.append(" + \" at \" + Instant.now().getEpochSecond()");
        }
        source.append("; }\n");
        source.append("""
                static class Stubborn extends RuntimeException {
                    private static final long serialVersionUID = 1;
                    Stubborn(String text) { super(text, null, false, true); }
                }
                """);
    }

    private void state(boolean isShared, int depth, List<String> states) {
        if (happens(5)) {
            source.append("static int total").append(depth).append(";\n");
            states.add("x = total" + depth + " = Math.floorMod(31 * total" + depth + " + x, 1009);");
        }
        if (happens(8)) {
            source.append("static final List<Integer> seen").append(depth).append(" = new ArrayList<>();\n");
            states.add("seen" + depth + ".add(x); x += seen" + depth + ".get(0);");
        }
        if (happens(10)) {
            source.append("static Integer first").append(depth).append(";\n");
            states.add("if (first" + depth + " == null) { first" + depth + " = x; } x += first" + depth + ";");
        }
        if (isShared && happens(3)) {
            source.append("int sum").append(depth).append(";\n");
            states.add("x = sum" + depth + " = Math.floorMod(31 * sum" + depth + " + x, 1009);");
        }
    }

    private void fields(boolean isSeeded, int depth, List<String> expressions) {
        if (happens(4)) {
            source.append("@Seeded private Random field").append(depth).append(";\n");
            expressions.add("field" + depth + ".nextInt(1000)");
        }
        if (happens(8)) {
            source.append("@Seeded(stream = \"s\") RandomGenerator stream")
                    .append(depth)
                    .append(";\n");
            expressions.add("stream" + depth + ".nextInt(1000)");
        }
        if (happens(12)) {
            source.append("@Seeded(5) Random pinned").append(depth).append(";\n");
            expressions.add("pinned" + depth + ".nextInt(1000)");
        }
        if (happens(10)) {
            source.append("@Seeded static Random common").append(depth).append(";\n");
            expressions.add("common" + depth + ".nextInt(1000)");
        }
        if (happens(12)) {
            source.append("@Seeded Seed seed").append(depth).append(";\n");
            expressions.add("seed" + depth + ".stream(3).random().nextInt(1000)");
        }
        if (isSeeded && happens(12)) {
            source.append("static Random kept")
                    .append(depth)
                    .append(";\n@BeforeAll static void keep")
                    .append(depth)
                    .append("(Random r) { kept")
                    .append(depth)
                    .append(" = r; }\n");
            expressions.add("kept" + depth + ".nextInt(1000)");
        }
    }

    private void constructor(String type, boolean isSeeded, boolean isTemplate, List<String> expressions) {
        boolean isInjected = happens(4);
        if (!isTemplate && !isInjected) {
            return;
        }
        List<String> parameters = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        if (isTemplate) {
            parameters.add("int number");
        }
        if (isInjected) {
            source.append("final Random own").append(type).append(";\n");
            parameters.add(seeded(isSeeded, "Random r"));
            lines.add("own" + type + " = r;");
            if (happens(3)) {
                lines.add(
                        "if (r.nextInt(9) == 0) { throw new IllegalStateException(\"drew \" + r.nextInt(1000) + met()); }");
            }
            expressions.add("own" + type + ".nextInt(1000)");
        }
        source.append(type)
                .append("(")
                .append(String.join(", ", parameters))
                .append(") {\n")
                .append(String.join("\n", lines))
                .append("\n}\n");
    }

    private void lifecycle(Around around, int depth, boolean isShared) {
        String once = isShared && random.nextBoolean() ? "" : "static ";
        lifecycle(around, "@BeforeAll " + once, "beforeAll" + depth, 8);
        lifecycle(around, "@BeforeEach ", "beforeEach" + depth, 5);
        lifecycle(around, "@AfterEach ", "afterEach" + depth, 6);
        lifecycle(around, "@AfterAll " + once, "afterAll" + depth, 10);
    }

    private void lifecycle(Around around, String declared, String method, int rate) {
        if (happens(rate)) {
            Drawn drawn = parameter(new Around(around.isSeeded, around.isJvmWide, List.of(), List.of()));
            source.append(declared)
                    .append("void ")
                    .append(method)
                    .append("(")
                    .append(drawn.parameter)
                    .append(") throws Exception {\n");
            body(drawn.expression, List.of(), 6 + random.nextInt(6));
            source.append("}\n");
        }
    }

    private void test(Around around) {
        String method = "t" + members++;
        Drawn drawn = drawn(around);
        String parameter = drawn.parameter;
        String more = parameter.isEmpty() ? "" : ", " + parameter;
        int rate = 2 + random.nextInt(4);
        int kind = random.nextInt(11);
        // Parameters of a source are injected where the class is seeded.
        switch (kind == 2 && !around.isSeeded ? 1 : kind) {
            case 0 -> method(around, "@RepeatedTest(3)", method, parameter, drawn.expression, rate);
            case 1 ->
                method(
                        around,
                        "@ParameterizedTest @ValueSource(ints = {1, 2, 3})",
                        method,
                        "int v" + more,
                        "v + " + drawn.expression,
                        rate);
            case 2 -> {
                source.append("static Stream<Integer> s")
                        .append(method)
                        .append("(")
                        .append("Random r")
                        .append(") { return Stream.of(r.nextInt(1000), r.nextInt(1000)); }\n");
                method(
                        around,
                        "@ParameterizedTest @MethodSource(\"s" + method + "\")",
                        method,
                        "int v" + more,
                        "v + " + drawn.expression,
                        rate);
            }
            case 3 -> {
                source.append("@TestFactory Stream<DynamicTest> ")
                        .append(method)
                        .append("(")
                        .append(parameter)
                        .append(
                                ") {\nreturn IntStream.range(0, 3).mapToObj(n -> DynamicTest.dynamicTest(\"n \" + n, () -> {\n");
                body(drawn.expression, around.states, rate);
                source.append("}));\n}\n");
            }
            case 4 -> {
                source.append("@TestFactory List<DynamicNode> ")
                        .append(method)
                        .append("(")
                        .append(seeded(around.isSeeded, "Seed s"))
                        .append(") {\nreturn List.of(DynamicContainer.dynamicContainer(\"c\", IntStream.range(0, 2)"
                                + ".mapToObj(n -> DynamicTest.dynamicTest(\"n\" + n, () -> {\n");
                body("s.stream(n).random().nextInt(1000)", around.states, rate);
                source.append("}))));\n}\n");
            }
            case 5 ->
                method(around, "@SeededTest(seeds = {7, 99}, runs = 3)", method, parameter, drawn.expression, rate);
            case 6 -> method(around, "@Test @Seeded(99)", method, parameter, drawn.expression, rate);
            case 7 -> {
                source.append("@Test void ")
                        .append(method)
                        .append("(")
                        .append(parameter)
                        .append(") {\n");
                source.append("Assertions.assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {\n");
                body(drawn.expression, around.states, rate);
                source.append("});\n}\n");
            }
            default -> method(around, "@Test", method, parameter, drawn.expression, rate);
        }
    }

    private void method(
            Around around, String annotations, String method, String parameter, String expression, int rate) {
        source.append(annotations)
                .append(" void ")
                .append(method)
                .append("(")
                .append(parameter)
                .append(") throws Exception {\n");
        body(expression, around.states, rate);
        source.append("}\n");
    }

    /** Fails once in as many times as the rate says. */
    private void body(String expression, List<String> states, int rate) {
        source.append("int x = ").append(expression).append(";\n");
        if (!states.isEmpty() && random.nextBoolean()) {
            source.append(one(states)).append("\n");
        }
        if (abilities.contains(Ability.SLEEP) && happens(2)) {
            source.append("if (x % ").append(rate).append(" == 0) { Thread.sleep(60_000); }\n");
        }
        source.append("if (x % ")
                .append(rate)
                .append(" == 0) {\nthrow new ")
                .append(one(EXCEPTIONS))
                .append("(\"drew \" + x + met());\n}\n");
    }

    private Drawn drawn(Around around) {
        if (!around.expressions.isEmpty() && random.nextBoolean()) {
            return new Drawn("", one(around.expressions));
        }
        return parameter(around);
    }

    private Drawn parameter(Around around) {
        if (around.isJvmWide && happens(2)) {
            return new Drawn("", one(JVM_WIDE_DRAWS));
        }
        return switch (random.nextInt(12)) {
            case 0 -> new Drawn(seeded(around.isSeeded, "RandomGenerator r"), "r.nextInt(1000)");
            case 1 -> new Drawn(seeded(around.isSeeded, "SplittableRandom r"), "r.nextInt(1000)");
            case 2 -> new Drawn(seeded(around.isSeeded, "Seed s"), "s.stream(\"a\").random().nextInt(1000)");
            case 3 -> new Drawn("@Seeded SecureRandom r", "r.nextInt(1000)");
            case 4 -> new Drawn("@Seeded(stream = \"own\") Random r", one(DRAWS));
            case 5 -> new Drawn("@Seeded(algorithm = \"L64X128MixRandom\") RandomGenerator r", "r.nextInt(1000)");
            case 6 ->
                new Drawn(
                        seeded(around.isSeeded, "Random r") + ", @Seeded(17) Random q",
                        "(r.nextInt(1000) + q.nextInt(1000))");
            case 7 -> new Drawn("@Seeded(17) Random r", "r.nextInt(1000)");
            default -> new Drawn(seeded(around.isSeeded, "Random r"), one(DRAWS));
        };
    }

    private static String seeded(boolean isSeeded, String parameter) {
        return isSeeded ? parameter : "@Seeded " + parameter;
    }

    private boolean happens(int rate) {
        return random.nextInt(rate) == 0;
    }

    private <T> T one(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }
}
