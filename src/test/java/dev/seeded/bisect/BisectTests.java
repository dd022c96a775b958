package dev.seeded.bisect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seeded.internal.report.Main;
import dev.seeded.testing.Jvm;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * What {@code seed.bisect} finds in a suite of more than 300 tests in 30 classes, where nothing is seeded. The suite is
 * written, compiled and run by JUnit's ConsoleLauncher, whose replay lines are pasted into a shell.
 *
 * <p>{@code mvn test -Dtest=BisectTests -Dbisect.all=true} runs all of it, which takes a minute or two.
 */
@Tag("slow")
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class BisectTests {

    /** Twice the logarithm of 300, and 6. */
    private static final int BOUND = 22;

    private static final long PATIENCE_IN_SECONDS = 240;

    /** What classes of the suite have beside tests that do nothing. */
    private static final Map<Integer, String> PLANTED = Map.of(
            3, "@Test void setsOne() { State.one = true; }",
            7, "@Test void logsIn() { State.user = \"Ada\"; }",
            8, "@Test void addsATitle() { if (!State.user.isEmpty()) State.user = \"Lady \" + State.user; }",
            12, "@BeforeAll static void prepares() { State.prepared = true; }",
            15, "@Test void makesReady() { State.ready = true; }",
            21, "@Test void setsTwo() { State.two = true; }");

    private static final String IMPORTS = """
            import static org.junit.jupiter.api.Assertions.*;
            import org.junit.jupiter.api.*;
            import org.junit.jupiter.params.ParameterizedTest;
            import org.junit.jupiter.params.provider.ValueSource;
            """;

    private static final String STATE = """
            class State {
                static String user = "";
                static boolean one, two, prepared, ready, own;
            }
            """;

    private static final String BRITTLE = """
            class ABrittleTest {
                @Test void isReady() { assertTrue(State.ready); }
            }
            """;

    private static final String VICTIM = """
            @TestMethodOrder(MethodOrderer.MethodName.class)
            class VictimTest {
                @Test void aPollutesItsClass() { State.own = true; }
                @Test void bHasNoUser() { assertEquals("", State.user); }
                @Nested class Inner { @Test void isNotPolluted() { assertFalse(State.own); } }
            }
            """;

    private static final String VICTIM_OF_MORE = """
            @TestMethodOrder(MethodOrderer.MethodName.class)
            class VictimOfMoreTest {
                @Test void hasNotBoth() { assertFalse(State.one && State.two); }
                @ParameterizedTest @ValueSource(strings = {"a", "b"}) void isNotPrepared(String any) {
                    assertFalse(State.prepared);
                }
            }
            """;

    private static final String VICTIM_WITH_EDGE_CASES = """
            @dev.seeded.Seeded
            class VictimWithEdgeCasesTest {
                @Test void hasNoUser(java.util.Random random) {
                    boolean isFound = random.ints(500).anyMatch(number -> number == Integer.MIN_VALUE);
                    assertFalse(isFound && !State.user.isEmpty());
                }
            }
            """;

    @TempDir
    static Path folder;

    @BeforeAll
    static void writeTheSuite() throws IOException {
        write("State", STATE);
        write("ABrittleTest", BRITTLE);
        write("VictimTest", VICTIM);
        write("VictimOfMoreTest", VICTIM_OF_MORE);
        write("VictimWithEdgeCasesTest", VICTIM_WITH_EDGE_CASES);
        String tests = IntStream.range(0, 10)
                .mapToObj(test -> "@Test void test" + test + "() {}\n")
                .collect(Collectors.joining());
        for (int number = 0; number < 30; number++) {
            String name = "S%02dTest".formatted(number);
            write(name, "class " + name + " {\n" + tests + PLANTED.getOrDefault(number, "") + "\n}\n");
        }
        List<String> arguments = new ArrayList<>(List.of("-cp", classPath(), "-d", folder.toString()));
        try (Stream<Path> sources = Files.list(folder)) {
            sources.map(Path::toString).forEach(arguments::add);
        }
        assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new)))
                .isZero();
    }

    @Test
    @Tag("long")
    void findsPollutersInAnotherClassAndInTheSame() {
        String written = bisect("S.*|VictimTest");

        assertThat(written)
                .contains("Seeded: seed.bisect runs 2 failed tests in fresh JVMs, for 10 min at most\n")
                .doesNotContain("Seeded: run seed");
        Map<String, String> replays = replays(written);
        assertThat(replays.keySet())
                .satisfiesExactly(
                        one -> assertThat(one)
                                .startsWith("VictimTest.bHasNoUser() fails after S07Test.logsIn(), passes without it;"
                                        + " it fails with another message then (")
                                .satisfies(BisectTests::isWithinTheBound),
                        sameClass -> assertThat(sameClass)
                                .startsWith(
                                        "VictimTest$Inner.isNotPolluted() fails after VictimTest.aPollutesItsClass(),"
                                                + " passes without it (")
                                .satisfies(BisectTests::isWithinTheBound));
        replays.forEach(BisectTests::failsAlone);
        assertThat(merged()).contains(replays.keySet()).contains(replays.values());
    }

    private static String merged() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int exit =
                Main.run(List.of("report", folder.resolve("found.jsonl").toString()), new PrintStream(out), System.err);
        assertThat(exit).isEqualTo(1);
        return out.toString();
    }

    @Test
    @Tag("long")
    void findsWhatATestWithEdgeCasesNeeds() {
        String written = bisect("S0[67]Test|VictimWithEdgeCasesTest", "seed=2", "seed.edgeCases=true");

        Map<String, String> replays = replays(written);
        assertThat(replays.keySet())
                .singleElement()
                .asString()
                .startsWith(
                        "VictimWithEdgeCasesTest.hasNoUser(Random) fails after S07Test.logsIn(), passes without it (");
        assertThat(replays.values()).singleElement().asString().contains("seed.edgeCases=true");
        replays.forEach(BisectTests::failsAlone);
    }

    /** Some sixty JVMs. */
    @Test
    @EnabledIfSystemProperty(named = "bisect.all", matches = "true")
    void findsTwoThatAreNeededTogetherAClassAsAWholeAndWhatABrittleTestNeeds() {
        String written = bisect("S.*|VictimOfMoreTest|ABrittleTest");

        Map<String, String> replays = replays(written);
        assertThat(replays.keySet())
                .satisfiesExactly(
                        brittle -> assertThat(brittle)
                                .startsWith(
                                        "ABrittleTest.isReady() fails alone, passes after S15Test.makesReady(): it needs"
                                                + " what that leaves behind (")
                                .satisfies(BisectTests::isWithinTheBound),
                        two -> assertThat(two)
                                .startsWith("VictimOfMoreTest.hasNotBoth() fails after S03Test.setsOne() and"
                                        + " S21Test.setsTwo(), passes without them ("),
                        beforeAll -> assertThat(beforeAll)
                                .startsWith("VictimOfMoreTest.isNotPrepared(String) fails after S12Test.test")
                                .contains(", and also after S12Test.test", "@BeforeAll")
                                .satisfies(BisectTests::isWithinTheBound));
        replays.forEach(BisectTests::failsAlone);
        assertThat(shell(line(written, "passes"))).contains(" 1 tests successful", " 0 tests failed");
    }

    private static void failsAlone(String finding, String replay) {
        assertThat(shell(replay))
                .as(replay)
                .contains("MethodSource [className = '" + finding.substring(0, finding.indexOf('.'))
                        + "', methodName = '" + finding.substring(finding.indexOf('.') + 1, finding.indexOf('(')) + "'")
                .contains(" 0 tests successful")
                .doesNotContain(" 0 tests failed");
    }

    private static void isWithinTheBound(String finding) {
        Matcher jvms = Pattern.compile("\\((\\d+) fresh JVMs\\)").matcher(finding);
        assertThat(jvms.find()).isTrue();
        assertThat(Integer.parseInt(jvms.group(1))).isLessThanOrEqualTo(BOUND);
    }

    /** Returns the line that replays each finding. */
    private static Map<String, String> replays(String written) {
        Map<String, String> replays = new LinkedHashMap<>();
        Matcher finding = Pattern.compile("(?m)^ {2}(\\S.* fresh JVMs?\\))\\n {4}replay {2}(.*)$")
                .matcher(written);
        while (finding.find()) {
            replays.put(finding.group(1), finding.group(2));
        }
        return replays;
    }

    private static String line(String written, String label) {
        Matcher line = Pattern.compile("(?m)^ {4}" + label + " {2}(.*)$").matcher(written);
        assertThat(line.find()).isTrue();
        return line.group(1);
    }

    /**
     * @param classes the pattern of their names
     * @param more settings
     */
    private static String bisect(String classes, String... more) {
        return shell("java -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -cp '" + classPath()
                + "' org.junit.platform.console.ConsoleLauncher execute --scan-classpath " + folder
                + " --include-classname '" + classes + "' --config seed.bisect=true"
                + " --config seed.report=" + folder.resolve("found.jsonl")
                + " --config junit.jupiter.testclass.order.default='org.junit.jupiter.api.ClassOrderer$ClassName'"
                + Stream.of(more).map(setting -> " --config " + setting).collect(Collectors.joining()));
    }

    private static String shell(String command) {
        ProcessBuilder builder = new ProcessBuilder("sh", "-c", command + " 2>&1");
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("JUNIT_SEED") || name.startsWith("JAVA_"));
        environment.merge("PATH", "", (path, unused) -> Path.of(System.getProperty("java.home"), "bin") + ":" + path);
        return Jvm.run(builder.directory(folder.toFile()), PATIENCE_IN_SECONDS).out();
    }

    private static String classPath() {
        return folder + File.pathSeparator + System.getProperty("java.class.path");
    }

    private static void write(String type, String code) throws IOException {
        Files.writeString(folder.resolve(type + ".java"), IMPORTS + code);
    }
}
