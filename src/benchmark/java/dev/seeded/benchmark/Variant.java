package dev.seeded.benchmark;

import java.util.Map;

/** A way to write and run the same tests, each of which draws one number. */
enum Variant {
    PLAIN("plain Jupiter, new Random(42) in each test", "", "", false, Map.of()),
    SMALLEST(
            "the smallest extension: a resolver on the class, one seed",
            "@ExtendWith(dev.seeded.benchmark.SmallestExtension.class)",
            "Random random",
            false,
            Map.of()),
    INSTANCIO(
            "Instancio's extension, an int parameter",
            "@ExtendWith(org.instancio.junit.InstancioExtension.class)",
            "@org.instancio.junit.Given int drawn",
            false,
            Map.of()) {
        @Override
        String draw() {
            return "drawn";
        }
    },
    PARAMETER("@Seeded class, a Random parameter", "@Seeded", "Random random", true, Map.of()),
    FIELD("@Seeded field", "", "", true, Map.of()) {
        @Override
        String members() {
            return "@Seeded Random random;";
        }
    },
    ANNOTATED_PARAMETER("@Seeded on each parameter instead", "", "@Seeded Random random", true, Map.of()),
    NOTHING("@Seeded class, nothing injected", "@Seeded", "", true, Map.of()),
    DETECTED(
            "auto-detection, nothing of ours used",
            "",
            "",
            true,
            Map.of("junit.jupiter.extensions.autodetection.enabled", "true")),
    ORDERED(
            "a Random parameter, auto-detection, SeededOrder for classes and methods",
            "@Seeded",
            "Random random",
            true,
            Map.of(
                    "junit.jupiter.extensions.autodetection.enabled",
                    "true",
                    "junit.jupiter.testmethod.order.default",
                    "dev.seeded.SeededOrder$Methods",
                    "junit.jupiter.testclass.order.default",
                    "dev.seeded.SeededOrder$Classes")),
    EXPLORED("explored: @Test with a Random parameter, seed.runs", "@Seeded", "Random random", true, Map.of()) {
        @Override
        boolean isExplored() {
            return true;
        }
    },
    GLOBAL(
            "a Random parameter, seed.global=both, seed.strict",
            "@Seeded",
            "Random random",
            true,
            Map.of("seed.global", "both", "seed.strict", "true"));

    private final String title;
    private final String annotation;
    private final String parameter;
    private final boolean ours;
    private final Map<String, String> configuration;

    Variant(String title, String annotation, String parameter, boolean ours, Map<String, String> configuration) {
        this.title = title;
        this.annotation = annotation;
        this.parameter = parameter;
        this.ours = ours;
        this.configuration = configuration;
    }

    String title() {
        return title;
    }

    /** Tells whether Seeded's engine, listener and filter take part, as they do wherever its jar is. */
    boolean isOurs() {
        return ours;
    }

    Map<String, String> configuration() {
        return configuration;
    }

    /** Tells whether the JVM must have the agent. */
    boolean needsAgent() {
        return this == GLOBAL;
    }

    /** Tells whether to measure it in the JVM with the agent, too. */
    boolean isWorthTheAgent() {
        return needsAgent() || this == PLAIN || this == PARAMETER;
    }

    String className(int number) {
        return "C" + ordinal() + "x" + number;
    }

    /** Returns the source of a test class with so many test methods, or with one that is repeated so often. */
    String source(int number, int methods, int repetitions) {
        StringBuilder source = new StringBuilder("import dev.seeded.Seeded;\nimport java.util.Random;\n")
                .append("import org.junit.jupiter.api.*;\nimport org.junit.jupiter.api.extension.ExtendWith;\n")
                .append(annotation + " class " + className(number) + " {\n  static int sum;\n" + members() + "\n");
        for (int method = 0; method < methods; method++) {
            source.append(repetitions == 1 || isExplored() ? "@Test" : "@RepeatedTest(" + repetitions + ")")
                    .append(" void test" + method + "(" + parameter + ") { sum += " + draw() + "; }\n");
        }
        return source.append("}\n").toString();
    }

    /** Returns the expression that draws a number. */
    String draw() {
        return (parameter.isEmpty() && members().isEmpty() ? "new Random(42)" : "random") + ".nextInt()";
    }

    /** Tells whether it is one test that is explored, rather than repeated. */
    boolean isExplored() {
        return false;
    }

    String members() {
        return "";
    }
}
