package dev.seeded.internal.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.seeded.Seeded;
import dev.seeded.internal.console.Printable;
import dev.seeded.internal.replay.Replay.Property;
import dev.seeded.testing.Fixtures;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.Event;

/** Pastes replay lines into a shell, whose programs keep what they are given: names only ever select tests. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class HostileNameTests {

    private static final List<Property> SEED = List.of(new Property("seed", "42"));

    /** Names, and how Surefire's and Gradle's filters are given them. */
    private enum Hostile {
        PLAIN("keepsItsElements"),
        BLANKS("keeps its elements"),
        BLANKS_AROUND("  keeps  ", "*keeps*", "  keeps  "),
        SINGLE_QUOTE("isn't'; touch pwned; '"),
        DOUBLE_QUOTE("says \"hi\"; touch pwned; \""),
        SUBSTITUTION("$(touch pwned)"),
        BACKTICKS("`touch pwned`"),
        VARIABLE("$HOME ${HOME} $$ $0"),
        SEMICOLON("a;touch pwned;rm canary"),
        AND("a && touch pwned & touch pwned"),
        PIPE("a | touch pwned || touch pwned", "a ? touch pwned ?? touch pwned", "a | touch pwned || touch pwned"),
        REDIRECTION("a > pwned 2>pwned < canary >> canary"),
        STAR("*", "?", "*"),
        QUESTION_MARK("canar?"),
        BANG("!!", "??", "!!"),
        HASH("#a #b", "?a ?b", "#a #b"),
        PERCENT("%regex[.*] %s %n", "?regex?.?? ?s ?n", "%regex[.*] %s %n"),
        FILTER_SYNTAX("a,b+c#d", "a?b?c?d", "a,b+c#d"),
        TILDE("~root"),
        BRACES("{a,b} {seed} {method}", "{a?b} {seed} {method}", "{a,b} {seed} {method}"),
        PARENTHESES("(exit 7)"),
        DASH("-Dmaven.ext.class.path=pwned"),
        LONG_DASH("--init-script=pwned"),
        BACKSLASH("a\\b\\\\c\\", "a?b??c?", "a\\b\\\\c\\"),
        BACKSLASH_AND_QUOTE("\\'; touch pwned; \\\"", "?'; touch pwned; ?\"", "\\'; touch pwned; \\\""),
        NEWLINE("a\ntouch pwned\n", "a?touch pwned*", "a*touch pwned*"),
        CARRIAGE_RETURN("a\rb", "a?b", "a*b"),
        CONTROLS("a\u0001\u0007\u001b[31m\u007fb\t", "a????31m?b*", "a*[31m*b*"),
        EMOJI("rolls \uD83C\uDFB2", "rolls ??", "rolls *"),
        UMLAUTS("pr\u00fcft Gr\u00f6\u00dfe", "pr?ft Gr??e", "pr*ft Gr*e"),
        RIGHT_TO_LEFT("\u202Egpj.\u200F\u2066", "?gpj.??", "*gpj.*"),
        LINE_SEPARATOR("a\u2028touch pwned\u0085b", "a?touch pwned?b", "a*touch pwned*b"),
        LONG("x'$(touch pwned)".repeat(625));

        final String text;
        final String surefire;
        final String gradle;

        Hostile(String text) {
            this(text, text, text);
        }

        Hostile(String text, String surefire, String gradle) {
            this.text = text;
            this.surefire = surefire;
            this.gradle = gradle;
        }

        Target asName() {
            return new Target(Selection.TEST, text, Optional.of(text), text);
        }
    }

    private final Map<String, String> properties = new HashMap<>();
    private final Map<String, String> variables = new HashMap<>();

    @TempDir
    Path folder;

    private Path workspace;

    @BeforeEach
    void install() throws IOException {
        workspace = Files.createDirectory(folder.resolve("workspace")).toRealPath();
        Files.createFile(workspace.resolve("canary"));
        Path programs = Files.createDirectory(folder.resolve("bin"));
        for (Path program : List.of(
                programs.resolve("mvn"),
                programs.resolve("java"),
                workspace.resolve("gradlew"),
                workspace.resolve("mvnw"))) {
            Files.writeString(program, """
                    #!/bin/sh
                    printf '%s\\0' "${0##*/}" "$JUNIT_SEED" "$@" >>"$RECORD"
                    """);
            assertThat(program.toFile().setExecutable(true)).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource
    void selectATestForSurefire(Hostile name) throws Exception {
        Files.delete(workspace.resolve("mvnw"));
        Files.createFile(workspace.resolve("pom.xml"));
        runMaven(workspace);

        assertThat(pasted(line(name)))
                .containsExactly("mvn", "", "test", "-Dtest=" + name.surefire + "#" + name.surefire, "-Dseed=42");
    }

    @ParameterizedTest
    @EnumSource
    void selectATestForFailsafe(Hostile name) throws Exception {
        Files.writeString(workspace.resolve("pom.xml"), "<artifactId>maven-failsafe-plugin</artifactId>");
        runMaven(workspace);
        Target test =
                new Target(Selection.TEST, "com.acme.ShuffleIT", Optional.of(name.text), "[engine:junit-jupiter]");

        assertThat(pasted(replay().command(test, SEED)))
                .containsExactly(
                        "mvnw",
                        "",
                        "verify",
                        "-Dit.test=com.acme.ShuffleIT#" + name.surefire,
                        "-Dtest=none",
                        "-Dsurefire.failIfNoSpecifiedTests=false",
                        "-Dseed=42");
    }

    @ParameterizedTest
    @EnumSource
    void selectATestForGradle(Hostile name) throws Exception {
        properties.put("org.gradle.test.worker", "1");
        Target test =
                new Target(Selection.TEST, "com.acme.ShuffleTest", Optional.of(name.text), "[engine:junit-jupiter]");

        assertThat(pasted(replay().command(test, SEED)))
                .containsExactly("gradlew", "42", "test", "--tests", "com.acme.ShuffleTest." + name.gradle, "--rerun");
    }

    @ParameterizedTest
    @EnumSource
    void selectATestForTheConsoleLauncher(Hostile name) throws Exception {
        properties.put("sun.java.command", "org.junit.platform.console.ConsoleLauncher execute");
        properties.put("java.class.path", name.text);

        assertThat(pasted(line(name)))
                .containsExactly(
                        "java",
                        "",
                        "-cp",
                        name.text,
                        "org.junit.platform.console.ConsoleLauncher",
                        "execute",
                        "--select",
                        "uid:" + name.text,
                        "--config",
                        "seed=42");
    }

    @ParameterizedTest
    @EnumSource
    void selectATestInATemplate(Hostile name) throws Exception {
        Replay replay = new TemplateReplay(
                "java {class} '{method}' \"{id}\" --x='a'{class}\"b\" \\'{id}\\\" '\\'{method} {seed}");

        assertThat(pasted(replay.command(name.asName(), SEED)))
                .containsExactly(
                        "java",
                        "",
                        name.text,
                        name.text,
                        name.text,
                        "--x=a" + name.text + "b",
                        "'" + name.text + "\"",
                        "\\" + name.text,
                        "42");
    }

    /** Folders of other than ASCII names are not to be had in every locale. */
    @ParameterizedTest
    @EnumSource(mode = Mode.MATCH_ALL, names = "(?!LONG$|EMOJI|UMLAUTS|RIGHT_TO_LEFT|LINE_SEPARATOR).*")
    void nameAModule(Hostile name) throws Exception {
        Path module = Files.createDirectory(workspace.resolve(name.text));
        Files.createFile(module.resolve("pom.xml"));
        runMaven(module);
        assertThat(pasted(line(Hostile.PLAIN)))
                .containsExactly(
                        "mvnw",
                        "",
                        "test",
                        "-pl",
                        name.text,
                        "-am",
                        "-Dtest=keepsItsElements#keepsItsElements",
                        "-Dsurefire.failIfNoSpecifiedTests=false",
                        "-Dseed=42");
    }

    @Test
    void standOnOneLineInTheTitle() {
        List<Event> failed = Fixtures.withSeed(42)
                .with("seed.command", "run")
                .run(HostileDisplayNamesTestCase.class)
                .testEvents()
                .failed()
                .list();

        assertThat(failed).hasSameSizeAs(Hostile.values()).allSatisfy(event -> {
            // JUnit 6 replaces control characters itself.
            String name = Printable.line(event.getTestDescriptor().getDisplayName());
            assertThat(note(event))
                    .startsWith(HostileDisplayNamesTestCase.class.getName() + ".makesTests(Random) > " + name
                            + " ran with seed 42\n\t  replay  run\n\t  pin     @Seeded(")
                    .hasSizeLessThan(500)
                    .doesNotContainPattern("[\\p{Cc}\\p{Cf}\\p{Zl}&&[^\n\t]]");
            assertThat(note(event).lines()).hasSize(3);
        });
    }

    private static String note(Event failed) {
        return failed.getRequiredPayload(TestExecutionResult.class)
                .getThrowable()
                .orElseThrow()
                .getSuppressed()[0]
                .getMessage();
    }

    private void runMaven(Path module) {
        properties.put("basedir", module.toString());
        properties.put("surefire.test.class.path", "");
        variables.put("MAVEN_PROJECTBASEDIR", workspace.toString());
    }

    private Replay replay() {
        return new Host(properties::get, variables::get, List::of).replay(Optional.empty());
    }

    private String line(Hostile name) {
        return replay().command(name.asName(), SEED);
    }

    /** Runs a line in a shell and returns the one program that it ran, its {@code JUNIT_SEED} and its arguments. */
    private List<String> pasted(String line) throws IOException, InterruptedException {
        List<Path> before = content();
        Path record = folder.resolve("record");
        Files.deleteIfExists(record);
        Path output = folder.resolve("output");
        // Not an argument of the process, whose encoding depends on the locale.
        Files.writeString(folder.resolve("line"), line);
        ProcessBuilder shell = new ProcessBuilder("sh", "-c", ". ../line")
                .directory(workspace.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        shell.environment().clear();
        shell.environment().put("PATH", folder.resolve("bin") + ":/usr/bin:/bin");
        shell.environment().put("RECORD", record.toString());

        assertThat(shell.start().waitFor()).as(line).isZero();
        assertThat(output).isEmptyFile();
        assertThat(content()).isEqualTo(before);
        assertThat(workspace.resolve("canary")).isEmptyFile();
        List<String> recorded = new ArrayList<>(
                List.of(Files.readString(record, StandardCharsets.UTF_8).split("\0", -1)));
        assertThat(recorded.remove(recorded.size() - 1)).isEmpty();
        return recorded;
    }

    private List<Path> content() throws IOException {
        try (Stream<Path> files = Files.list(workspace)) {
            return files.sorted().toList();
        }
    }

    @Seeded
    static class HostileDisplayNamesTestCase {

        @TestFactory
        Stream<DynamicTest> makesTests(Random random) {
            return Arrays.stream(Hostile.values())
                    .map(name -> dynamicTest(name.text, () -> {
                        throw new IllegalStateException();
                    }));
        }
    }
}
