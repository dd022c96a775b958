package dev.seeded.internal.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seeded.internal.replay.Replay.Property;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.engine.UniqueId;

class OtherReplayTests {

    private static final Property SEED = new Property("seed", "42");
    private static final Property AFTER = new Property("seed.after", "com.acme.A$B#adds one;com.acme.C");
    private static final Target TEST = new Target(
            Selection.TEST,
            "com.acme.ShuffleTest$Empty",
            Optional.of("stays"),
            "[engine:junit-jupiter]/[class:com.acme.ShuffleTest]/[nested-class:Empty]/[method:stays()]");
    private static final Target CLASS = new Target(
            Selection.CLASS,
            "com.acme.ShuffleTest",
            Optional.empty(),
            "[engine:junit-jupiter]/[class:com.acme.ShuffleTest]");

    private final Map<String, String> properties = new HashMap<>();

    // Gradle

    @Test
    void gradleTakesSettingsFromTheEnvironment(@TempDir Path root) throws IOException {
        runGradle(Files.createFile(root.resolve("settings.gradle")).getParent());

        assertThat(command(TEST, SEED))
                .isEqualTo("JUNIT_SEED=42 ./gradlew test --tests 'com.acme.ShuffleTest$Empty.stays' --rerun");
        assertThat(command(TEST, SEED, new Property("seed.pins", "ignore")))
                .isEqualTo("JUNIT_SEED=42 JUNIT_SEED_PINS=ignore ./gradlew test"
                        + " --tests 'com.acme.ShuffleTest$Empty.stays' --rerun");
        assertThat(command(CLASS)).isEqualTo("./gradlew test --tests 'com.acme.ShuffleTest' --rerun");
        assertThat(command(CLASS, AFTER))
                .isEqualTo("JUNIT_SEED_AFTER='com.acme.A$B#adds one;com.acme.C' ./gradlew test"
                        + " --tests 'com.acme.ShuffleTest' --rerun");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {"core,:core:test", "libs/core,:libs:core:test", "the core,':the core:test'"})
    void gradleNamesTheProject(String project, String task, @TempDir Path root) throws IOException {
        Files.createFile(root.resolve("settings.gradle.kts"));
        runGradle(Files.createDirectories(root.resolve(project)));

        assertThat(command(CLASS, SEED))
                .isEqualTo("JUNIT_SEED=42 ./gradlew " + task + " --tests 'com.acme.ShuffleTest' --rerun");
    }

    @ParameterizedTest
    @CsvSource({
        "build/tmp/integrationTest/work,integrationTest",
        "build/tmp/test/work,test",
        "out/elsewhere,test",
        "/work,test"
    })
    void gradleNamesTheTask(String temporary, String task, @TempDir Path root) throws IOException {
        runGradle(Files.createFile(root.resolve("settings.gradle")).getParent());
        properties.put(
                "org.gradle.internal.worker.tmpdir", root.resolve(temporary).toString());

        assertThat(command(CLASS, SEED))
                .isEqualTo("JUNIT_SEED=42 ./gradlew " + task + " --tests 'com.acme.ShuffleTest' --rerun");
    }

    @Test
    void gradleNamesNoProjectWhereNothingTellsTheRoot(@TempDir Path project) {
        runGradle(project);
        assertThat(command(CLASS, SEED))
                .isEqualTo("JUNIT_SEED=42 ./gradlew test --tests 'com.acme.ShuffleTest' --rerun");

        properties.remove("user.dir");
        assertThat(command(CLASS, SEED))
                .isEqualTo("JUNIT_SEED=42 ./gradlew test --tests 'com.acme.ShuffleTest' --rerun");
    }

    @Test
    void gradleGoesBeforeMaven(@TempDir Path root) throws IOException {
        runGradle(Files.createFile(root.resolve("settings.gradle")).getParent());
        properties.put("basedir", root.toString());
        properties.put("surefire.test.class.path", "");

        assertThat(command(CLASS, SEED)).startsWith("JUNIT_SEED=42 ./gradlew ");
    }

    // sbt

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sbt.ForkMain 36191",
                "xsbt.boot.Boot test",
                "/usr/share/sbt/bin/sbt-launch.jar test",
                "C:\\sbt\\sbt-launch-1.10.7.jar",
                "../sbt-launch-1.10.7.jar testOnly com.acme.DrawTest"
            })
    void sbtTakesSettingsFromTheEnvironmentAndSelectsClasses(String command) {
        properties.put("sun.java.command", command);

        assertThat(command(TEST, SEED, AFTER))
                .isEqualTo("JUNIT_SEED=42 JUNIT_SEED_AFTER='com.acme.A$B#adds one;com.acme.C'"
                        + " sbt 'testOnly com.acme.ShuffleTest'");
        assertThat(command(new Target(Selection.RUN, "com.acme.$Test", Optional.empty(), ""), SEED))
                .isEqualTo("JUNIT_SEED=42 sbt test");
        assertThat(command(new Target(Selection.CLASS, "com.acme.$Test", Optional.empty(), "")))
                .isEqualTo("sbt 'testOnly com.acme.$Test'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"com.acme.Main sbt-launch.jar", "sbt.ForkMainly", "my-sbt-launch/tool.jar"})
    void otherCommandsAreNotOfSbt(String command) {
        properties.put("sun.java.command", command);

        assertThat(command(TEST, SEED)).isEqualTo("-Dseed=42 (as VM options of the run configuration)");
    }

    // Ant

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`-cp `|ant",
                "-cp  test|ant test",
                "-cp /usr/share/java/a.jar -lib lib clean all;tests|ant -lib lib clean 'all;tests'",
                "-cp  -Dpassword=secret -f parts.xml test|ant -f parts.xml test",
            })
    void antRunsItsTargetsAgainWithTheEnvironment(String arguments, String repeated) {
        properties.put("sun.java.command", "org.apache.tools.ant.launch.Launcher " + arguments);

        assertThat(command(TEST, SEED, new Property("seed.pins", "ignore")))
                .isEqualTo("JUNIT_SEED=42 JUNIT_SEED_PINS=ignore " + repeated);
        assertThat(command(CLASS)).isEqualTo(repeated);
    }

    @ParameterizedTest
    @CsvSource({"build.xml,''", "parts.xml,' -f parts.xml'", "core/build.xml,' -f core/build.xml'"})
    void antTellsItsForkWhatItRuns(String buildFile, String option, @TempDir Path folder) throws IOException {
        Path file = folder.resolve("1properties");
        Files.writeString(
                file,
                "user.dir=" + folder + "\nant.file=" + folder.resolve(buildFile)
                        + "\nant.project.invoked-targets=clean,all tests\n");
        properties.put(
                "sun.java.command",
                "org.apache.tools.ant.taskdefs.optional.junitlauncher.StandaloneLauncher --properties " + file
                        + " --launch-definition " + folder.resolve("2.xml"));

        assertThat(command(TEST, SEED)).isEqualTo("JUNIT_SEED=42 ant" + option + " clean 'all tests'");

        Files.delete(file);
        assertThat(command(TEST, SEED)).isEqualTo("JUNIT_SEED=42 ant");
    }

    // ConsoleLauncher

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-cp target/classes|--class-path target/classes",
                "--class-path target/classes|--class-path target/classes",
                "--classpath target/classes|--class-path target/classes",
                "--class-path=target/classes:lib/a.jar|--class-path target/classes:lib/a.jar",
                "--class-path=$(touch)|--class-path '$(touch)'",
                "-cp target/classes -cp target/test-classes|--class-path target/classes --class-path target/test-classes",
            })
    void consoleStartsItsJar(String given, String repeated) {
        properties.put(
                "sun.java.command",
                "lib/junit-platform-console-standalone-6.1.0.jar execute " + given
                        + " --scan-class-path --config password=secret");
        properties.put("java.class.path", "lib/junit-platform-console-standalone-6.1.0.jar");

        assertThat(command(TEST, SEED, new Property("seed.pins", "ignore")))
                .isEqualTo("java -jar lib/junit-platform-console-standalone-6.1.0.jar execute " + repeated
                        + " --select 'uid:" + TEST.uniqueId() + "' --config seed=42 --config seed.pins=ignore");
    }

    @Test
    void consoleSelectsANameWithANumberSignAsAMethod() {
        properties.put(
                "sun.java.command", "org.junit.platform.console.ConsoleLauncher execute -c com.acme.ShuffleTest");
        properties.put("java.class.path", "lib/all.jar");
        Target kotlin = new Target(
                Selection.TEST,
                "com.acme.ShuffleTest",
                Optional.of("fixes issue #12"),
                "[engine:junit-jupiter]/[class:com.acme.ShuffleTest]/[method:fixes issue #12(java.util.Random)]");

        assertThat(command(kotlin, SEED))
                .isEqualTo("java -cp lib/all.jar org.junit.platform.console.ConsoleLauncher execute"
                        + " --select-method 'com.acme.ShuffleTest#fixes issue #12(java.util.Random)' --config seed=42");
    }

    @ParameterizedTest
    @CsvSource({
        "US-ASCII, gr%C3%B6%C3%9Fer%F0%9F%98%80",
        "ISO-8859-1, größer%F0%9F%98%80",
        "UTF-8, größer😀",
        "unknown, größer😀"
    })
    void consoleEscapesWhatTheCommandLineCannotCarry(String charset, String escaped) {
        properties.put(
                "sun.java.command", "org.junit.platform.console.ConsoleLauncher execute -c com.acme.ShuffleTest");
        properties.put("java.class.path", "lib/all.jar");
        properties.put("sun.jnu.encoding", charset);
        String start = "[engine:junit-jupiter]/[class:com.acme.ShuffleTest]/[method:";
        Target target = new Target(
                Selection.TEST, "com.acme.ShuffleTest", Optional.of("größer😀"), start + "größer😀(int%5B%5D)]");

        assertThat(command(target))
                .isEqualTo("java -cp lib/all.jar org.junit.platform.console.ConsoleLauncher execute --select 'uid:"
                        + start + escaped + "(int%5B%5D)]'");
        assertThat(UniqueId.parse(start + escaped + "(int%5B%5D)]")).isEqualTo(UniqueId.parse(target.uniqueId()));
    }

    @Test
    void consoleRepeatsWhatItsJvmWasGiven() {
        properties.put(
                "sun.java.command",
                "org.junit.platform.console.ConsoleLauncher execute --class-path lib/all.jar -c com.acme.ShuffleTest");
        properties.put("java.class.path", "lib/all.jar");
        List<String> options = List.of("-Djunit.jupiter.extensions.autodetection.enabled=true", "-Dpassword=secret");

        assertThat(new Host(properties::get, name -> null, () -> options)
                        .replay(Optional.empty())
                        .command(CLASS, List.of(SEED)))
                .isEqualTo("java -cp lib/all.jar org.junit.platform.console.ConsoleLauncher execute --select 'uid:"
                        + CLASS.uniqueId()
                        + "' --config junit.jupiter.extensions.autodetection.enabled=true --config seed=42");
    }

    @Test
    void consoleLeavesOutOfAClassWhatWasLeftOut() {
        properties.put(
                "sun.java.command",
                "org.junit.platform.console.ConsoleLauncher execute -t fast & !db --exclude-tag=slow -c com.acme.ShuffleTest"
                        + " --include-methodname .*Works --details tree");
        properties.put("java.class.path", "lib/all.jar");

        String start = "java -cp lib/all.jar org.junit.platform.console.ConsoleLauncher execute --select 'uid:";
        assertThat(command(CLASS, SEED))
                .isEqualTo(start + CLASS.uniqueId()
                        + "' -t 'fast & !db' --exclude-tag slow --include-methodname '.*Works' --config seed=42");
        assertThat(command(TEST, SEED)).isEqualTo(start + TEST.uniqueId() + "' --config seed=42");
    }

    @Test
    void consoleRepeatsOptionsOfItsJvm() {
        properties.put(
                "sun.java.command", "org.junit.platform.console.ConsoleLauncher execute -c com.acme.ShuffleTest");
        properties.put("java.class.path", "lib/all.jar");
        // Those of the environment come once more.
        List<String> options = List.of(
                "-ea", "-Xmx1g", "-da", "-ea", "-Duser.language=tr", "-Dpassword=secret", "--add-opens=a/b=c", "-ea");

        assertThat(new Host(properties::get, name -> null, () -> options)
                        .replay(Optional.empty())
                        .command(CLASS, List.of(SEED)))
                .isEqualTo("java -da -Duser.language=tr --add-opens=a/b=c -ea -cp lib/all.jar"
                        + " org.junit.platform.console.ConsoleLauncher execute --select 'uid:" + CLASS.uniqueId()
                        + "' --config seed=42");
    }

    @Test
    void consoleStartsItsModule() {
        properties.put(
                "sun.java.command",
                "org.junit.platform.console/org.junit.platform.console.ConsoleLauncher execute -o com.acme");
        properties.put("jdk.module.path", "mods:lib");
        properties.put("java.class.path", "");
        List<String> options = List.of("--add-modules=com.acme", "-javaagent:seeded.jar");

        assertThat(new Host(properties::get, name -> null, () -> options)
                        .replay(Optional.empty())
                        .command(CLASS, List.of(SEED)))
                .isEqualTo("java --add-modules=com.acme -javaagent:seeded.jar -p mods:lib"
                        + " -m org.junit.platform.console/org.junit.platform.console.ConsoleLauncher execute"
                        + " --select 'uid:" + CLASS.uniqueId() + "' --config seed=42");
    }

    @Test
    void consoleStartsItsClass() {
        properties.put(
                "sun.java.command", "org.junit.platform.console.ConsoleLauncher execute -c com.acme.ShuffleTest");
        properties.put("java.class.path", "lib/*:target/test-classes");

        assertThat(command(CLASS, SEED))
                .isEqualTo("java -cp 'lib/*:target/test-classes' org.junit.platform.console.ConsoleLauncher execute"
                        + " --select 'uid:" + CLASS.uniqueId() + "' --config seed=42");
    }

    @Test
    void consoleRepeatsAgentsAndParametersOfJUnit() {
        properties.put(
                "sun.java.command",
                "org.junit.platform.console.ConsoleLauncher execute -c com.acme.ShuffleTest --class-path a.jar"
                        + " --config=junit.jupiter.testclass.order.default=dev.seeded.SeededOrder$Classes"
                        + " --config password=secret --config seed=42");
        properties.put("java.class.path", "lib/*");
        Replay replay = new Host(
                        properties::get,
                        name -> null,
                        () -> List.of("-Xmx1g", "-javaagent:my lib/seeded.jar", "-Dpassword=secret"))
                .replay(Optional.empty());

        String start = "java '-javaagent:my lib/seeded.jar' -cp 'lib/*' org.junit.platform.console.ConsoleLauncher"
                + " execute --class-path a.jar";
        String order = " --config 'junit.jupiter.testclass.order.default=dev.seeded.SeededOrder$Classes'";
        assertThat(replay.command(CLASS, List.of(SEED)))
                .isEqualTo(start + " --select 'uid:" + CLASS.uniqueId() + "'" + order + " --config seed=42");
        assertThat(replay.command(
                        new Target(Selection.RUN, "com.acme.ShuffleTest", Optional.empty(), "[engine:junit-jupiter]"),
                        List.of(SEED)))
                .isEqualTo(start + " -c com.acme.ShuffleTest" + order + " --config seed=42");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "-m com.acme.ShuffleTest#mixes(int, long) | -m 'com.acme.ShuffleTest#mixes(int, long)'",
                "--select-method=com.acme.ShuffleTest#a(int, long) | '--select-method=com.acme.ShuffleTest#a(int, long)'"
            })
    void consoleQuotesArgumentsWithBlanksAgain(String given, String quoted) {
        properties.put(
                "sun.java.command",
                "org.junit.platform.console.ConsoleLauncher execute " + given + " --details tree"
                        + " --class-path my classes --config junit.jupiter.execution.timeout.default=900 ms @more.txt");
        properties.put("java.class.path", "lib/*");

        assertThat(command(
                        new Target(Selection.RUN, "com.acme.ShuffleTest", Optional.empty(), "[engine:junit-jupiter]"),
                        SEED))
                .isEqualTo(
                        "java -cp 'lib/*' org.junit.platform.console.ConsoleLauncher execute --class-path 'my classes'"
                                + " " + quoted + " --details tree @more.txt"
                                + " --config 'junit.jupiter.execution.timeout.default=900 ms' --config seed=42");
    }

    @ParameterizedTest
    @ValueSource(strings = {"arguments", "my own arguments"})
    void consoleReadsTheSameFilesOfArguments(String name, @TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve(name), """
                # of all builds
                --class-path 'target/test classes' "--config=junit.jupiter.extensions.autodetection.enabled=true"
                -c com.acme.ShuffleTest
                """);
        properties.put(
                "sun.java.command", "org.junit.platform.console.ConsoleLauncher execute @" + file + " --details tree");
        properties.put("java.class.path", "lib/all.jar");

        assertThat(command(TEST, SEED))
                .isEqualTo("java -cp lib/all.jar org.junit.platform.console.ConsoleLauncher execute"
                        + " --class-path 'target/test classes' --select 'uid:" + TEST.uniqueId()
                        + "' --config junit.jupiter.extensions.autodetection.enabled=true --config seed=42");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-m com.acme.ShuffleTest#mixes()",
                "--select-unique-id=[engine:junit-jupiter]/[class:com.acme.ShuffleTest]/[method:mixes()]",
                "--select method:com.acme.ShuffleTest#mixes() -t fast"
            })
    void consoleSelectsForAClassTheSingleTestsThatRan(String given) {
        properties.put("sun.java.command", "org.junit.platform.console.ConsoleLauncher execute " + given);
        properties.put("java.class.path", "lib/*");

        assertThat(command(CLASS, SEED).replace("'", ""))
                .isEqualTo("java -cp lib/* org.junit.platform.console.ConsoleLauncher execute " + given
                        + " --config seed=42");
    }

    @Test
    void consoleReadsTheSameFilesOfParameters() {
        properties.put(
                "sun.java.command",
                "org.junit.platform.console.ConsoleLauncher execute --config-resource=my.properties -c com.acme.ShuffleTest");
        properties.put("java.class.path", "lib/*");

        String start = "java -cp 'lib/*' org.junit.platform.console.ConsoleLauncher execute ";
        assertThat(command(TEST, SEED))
                .isEqualTo(start + "--select 'uid:" + TEST.uniqueId() + "' --config-resource my.properties"
                        + " --config seed=42");
        assertThat(command(new Target(Selection.RUN, "", Optional.empty(), ""), SEED))
                .isEqualTo(start + "-c com.acme.ShuffleTest --config-resource my.properties --config seed=42");
    }

    // An IDE, or what is unknown

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "com.intellij.rt.junit.JUnitStarter -ideVersion5",
                "my-junit-platform-console-standalone.jarx",
                "com.acme.Main org.junit.platform.console.ConsoleLauncher"
            })
    void elseTheBareProperties(String command) {
        properties.put("sun.java.command", command);

        assertThat(command(TEST, SEED)).isEqualTo("-Dseed=42 (as VM options of the run configuration)");
        assertThat(command(TEST, SEED, new Property("seed.pins", "ignore")))
                .isEqualTo("-Dseed=42 -Dseed.pins=ignore (as VM options of the run configuration)");
        assertThat(command(TEST, AFTER))
                .isEqualTo(
                        "\"-Dseed.after=com.acme.A$B#adds one;com.acme.C\" (as VM options of the run configuration)");
        assertThat(command(TEST)).isEqualTo("run it again");
    }

    // The user's own

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "bazel test --test_filter={class}#{method} --seed={seed}"
                        + "|bazel test --test_filter='com.acme.ShuffleTest$Empty'#stays --seed=42",
                "run '{class}' \"{class}\" {class}"
                        + "|run 'com.acme.ShuffleTest$Empty' \"com.acme.ShuffleTest\\$Empty\" 'com.acme.ShuffleTest$Empty'",
                "run '{class}#{method}'|run 'com.acme.ShuffleTest$Empty#stays'",
                "run \\'{seed} {class}|run \\'42 'com.acme.ShuffleTest$Empty'",
                "run \"it's {class}\"|run \"it's com.acme.ShuffleTest\\$Empty\"",
                "run \"\\\"{class}\"|run \"\\\"com.acme.ShuffleTest\\$Empty\"",
                "run '\\' {class}|run '\\' 'com.acme.ShuffleTest$Empty'",
                "run '\\{method}'|run '\\stays'",
                "run {Class} {} {seed}{seed} $HOME|run {Class} {} 4242 $HOME",
                "run|run",
            })
    void templateIsFilledIn(String template, String command) {
        assertThat(new TemplateReplay(template).command(TEST, List.of(SEED))).isEqualTo(command);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bazel test {settings} -Dseed={seed}|bazel test -Dseed.zone=UTC -Dseed.after='com.acme.A$B#adds one;com.acme.C' -Dseed=42",
                "mvn test -Dseed={seed}|mvn test -Dseed=42 -Dseed.zone=UTC -Dseed.after='com.acme.A$B#adds one;com.acme.C'",
                "run {seed}|run 42  # these settings are needed too: -Dseed.zone=UTC -Dseed.after='com.acme.A$B#adds one;com.acme.C'"
            })
    void templateHasAllSettings(String template, String command) {
        assertThat(new TemplateReplay(template).command(TEST, List.of(SEED, new Property("seed.zone", "UTC"), AFTER)))
                .isEqualTo(command);
    }

    @Test
    void templateSelectsEveryMethodOfAClass() {
        assertThat(new TemplateReplay("run {class} {method} -Dseed={seed}").command(CLASS, List.of()))
                .isEqualTo("run com.acme.ShuffleTest '*' -Dseed=''");
    }

    // Bazel

    @Test
    void bazelTakesSettingsFromTheEnvironmentAndAPatternForAName() {
        Replay replay = new Host(properties::get, Map.of("TEST_TARGET", "//cart:tests")::get, List::of)
                .replay(Optional.empty());

        assertThat(replay.command(TEST, List.of(SEED)))
                .isEqualTo("bazel test //cart:tests --test_filter=com.acme.ShuffleTest.Empty#stays"
                        + " --test_env=JUNIT_SEED=42 --nocache_test_results");
        assertThat(replay.command(CLASS, List.of(SEED, AFTER)))
                .isEqualTo("bazel test //cart:tests --test_filter=com.acme.ShuffleTest --test_env=JUNIT_SEED=42"
                        + " --test_env=JUNIT_SEED_AFTER='com.acme.A$B#adds one;com.acme.C' --nocache_test_results");
        assertThat(replay.command(new Target(Selection.RUN, "", Optional.empty(), ""), List.of(SEED)))
                .isEqualTo("bazel test //cart:tests --test_env=JUNIT_SEED=42 --nocache_test_results");
        assertThat(replay.command(
                        new Target(Selection.TEST, "com.acme.A", Optional.of("it's $1, `so`"), ""), List.of()))
                .isEqualTo("bazel test //cart:tests --test_filter=com.acme.A#it.s..1...so. --nocache_test_results");
    }

    @Test
    void templateGoesFirst() {
        properties.put("org.gradle.test.worker", "1");

        assertThat(new Host(properties::get, name -> null, List::of)
                        .replay(Optional.of("{seed}"))
                        .command(TEST, List.of(SEED)))
                .isEqualTo("42");
    }

    private void runGradle(Path project) {
        properties.put("org.gradle.test.worker", "3");
        properties.put("user.dir", project.toString());
    }

    private String command(Target test, Property... settings) {
        return new Host(properties::get, name -> null, List::of)
                .replay(Optional.empty())
                .command(test, List.of(settings));
    }
}
