package dev.seeded.internal.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seeded.internal.replay.Replay.Property;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MavenReplayTests {

    private static final List<Property> SEED = List.of(new Property("seed", "42"));

    private final Map<String, String> properties = new HashMap<>();
    private final Map<String, String> variables = new HashMap<>();
    private final List<String> options = new ArrayList<>();

    /** Where Maven was called. */
    private Path root;

    @BeforeEach
    void callMaven(@TempDir Path folder) throws IOException {
        root = folder.toRealPath();
        pom(root, "<artifactId>acme</artifactId>");
        variables.put("MAVEN_PROJECTBASEDIR", root.toString());
        testModule(root);
    }

    @Test
    void selectsTheTest() {
        assertThat(command("com.acme.ShuffleTest", "keepsItsElements"))
                .isEqualTo("mvn test -Dtest='com.acme.ShuffleTest#keepsItsElements' -Dseed=42");
    }

    @Test
    void selectsTheClass() {
        assertThat(command("com.acme.ShuffleTest", null)).isEqualTo("mvn test -Dtest='com.acme.ShuffleTest' -Dseed=42");
    }

    @Test
    void selectsANestedClass() {
        assertThat(command("com.acme.ShuffleTest$Empty$Twice", "staysEmpty"))
                .isEqualTo("mvn test -Dtest='com.acme.ShuffleTest$Empty$Twice#staysEmpty' -Dseed=42");
    }

    @Test
    void setsWhatTheRunDependsOn() {
        Target test = name("com.acme.ShuffleTest", "keepsItsElements");

        assertThat(replay().command(test, List.of(new Property("seed", "-1"), new Property("seed.pins", "ignore"))))
                .isEqualTo("mvn test -Dtest='com.acme.ShuffleTest#keepsItsElements' -Dseed=-1 -Dseed.pins=ignore");
        assertThat(replay().command(test, List.of()))
                .isEqualTo("mvn test -Dtest='com.acme.ShuffleTest#keepsItsElements'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ShuffleIT",
                "com.acme.ShuffleIT",
                "com.acme.ITShuffle",
                "com.acme.ShuffleITCase",
                "com.acme.ShuffleIT$Empty",
                "com.acme.IT"
            })
    void callsFailsafeForItsNames(String className) throws IOException {
        addFailsafe(root);

        assertThat(command(className, "works"))
                .isEqualTo("mvn verify -Dit.test='" + className + "#works' -Dtest=none"
                        + " -Dsurefire.failIfNoSpecifiedTests=false -Dseed=42");
    }

    /** Names that Surefire runs too: there they failed, or Failsafe would not have been reached. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "com.acme.ITShuffleTest", "com.acme.ITShuffleTests", "com.acme.ITShuffleTestCase", "com.acme.TestIT",
                "com.acme.UNITTest", "com.acme.IT.ShuffleTest", "com.acme.ShuffleTest$IT", "com.acme.ItemTest",
                "ITest"
            })
    void callsSurefireForItsNames(String className) throws IOException {
        addFailsafe(root);

        assertThat(command(className, "works")).isEqualTo("mvn test -Dtest='" + className + "#works' -Dseed=42");
    }

    @Test
    void callsSurefireWhereNoPomHasFailsafe() throws IOException {
        assertThat(command("com.acme.ShuffleIT", "works"))
                .isEqualTo("mvn test -Dtest='com.acme.ShuffleIT#works' -Dseed=42");

        testModule(pom(root.resolve("core"), "<artifactId>acme-core</artifactId>"));
        assertThat(command("com.acme.ShuffleIT", "works")).startsWith("mvn test -pl :acme-core -am -Dtest=");
        addFailsafe(root);
        assertThat(command("com.acme.ShuffleIT", "works")).startsWith("mvn verify -pl :acme-core -am -Dit.test=");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "test|test",
                " clean test -q -Pci|test",
                "package|test",
                "surefire:test|test",
                "-pl test verify|verify",
                "clean install|verify",
                "integration-test|verify",
                "failsafe:integration-test|verify",
                "-q|verify",
                "''|verify"
            })
    void callsFailsafeIfThePhaseMayHaveReachedIt(String typed, String phase) throws IOException {
        addFailsafe(root);
        variables.put("MAVEN_CMD_LINE_ARGS", typed);

        assertThat(command("com.acme.ShuffleIT", "works")).containsPattern("^mvn " + phase + " ");
    }

    @ParameterizedTest
    @CsvSource({"ShuffleIT,test", "com.acme.ShuffleIT#works,test", "*IT,test", "none,verify", "OtherIT,verify"})
    void callsSurefireForWhatItWasToldToRun(String selected, String phase) throws IOException {
        addFailsafe(root);
        variables.put("MAVEN_CMD_LINE_ARGS", "verify");
        properties.put("test", selected);

        assertThat(command("com.acme.ShuffleIT", "works")).startsWith("mvn " + phase + " ");
    }

    @Test
    void callsFailsafeWhereTheModuleIsPackaged() {
        properties.put(
                "surefire.test.class.path",
                root.resolve("target/test-classes") + File.pathSeparator + root.resolve("target/acme-1.0.jar"));

        assertThat(command("com.acme.ShuffleTest", "works"))
                .isEqualTo("mvn verify -Dit.test='com.acme.ShuffleTest#works' -Dtest=none"
                        + " -Dsurefire.failIfNoSpecifiedTests=false -Dseed=42");
    }

    @Test
    void takesNoOtherJarForTheModule() {
        properties.put(
                "surefire.test.class.path",
                root.resolve("target/classes")
                        + File.pathSeparator
                        + root.resolve("lib/junit.jar")
                        + File.pathSeparator
                        + root.resolveSibling("other/target/other.jar"));

        assertThat(command("com.acme.ShuffleTest", "works")).startsWith("mvn test -Dtest=");
    }

    @Test
    void selectsTheWholeRunOfTheModule() throws IOException {
        Target run = new Target(Selection.RUN, "com.acme.ShuffleTest", Optional.empty(), "[engine:junit-jupiter]");
        assertThat(replay().command(run, SEED)).isEqualTo("mvn test -Dseed=42");

        testModule(pom(root.resolve("core"), "<artifactId>acme-core</artifactId>"));
        assertThat(replay().command(run, SEED)).isEqualTo("mvn test -pl :acme-core -am -Dseed=42");
    }

    @Test
    void repeatsParametersOfJUnit() {
        variables.put(
                "MAVEN_CMD_LINE_ARGS",
                " test -Dpassword=secret -Djunit.jupiter.testclass.order.default=dev.seeded.SeededOrder$Classes");

        assertThat(command("com.acme.ShuffleTest", "works"))
                .isEqualTo("mvn test '-Djunit.jupiter.testclass.order.default=dev.seeded.SeededOrder$Classes'"
                        + " -Dtest='com.acme.ShuffleTest#works' -Dseed=42");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-Duser.timezone=Asia/Tokyo",
                "-Duser.language=tr",
                "-Dfile.encoding=UTF-8",
                "-DenableAssertions=false"
            })
    void repeatsWhatAJvmIsGiven(String option) {
        variables.put("MAVEN_CMD_LINE_ARGS", " test -Duser.name=acme " + option);

        assertThat(command("com.acme.ShuffleTest", "works"))
                .isEqualTo("mvn test " + option + " -Dtest='com.acme.ShuffleTest#works' -Dseed=42");
    }

    @Test
    void repeatsOptionsOfTheJvmThatWereTyped() {
        options.addAll(
                List.of("-Xmx1g", "-da:com.acme...", "-Duser.language=tr", "-Duser.country=TR", "-Dpassword=secret"));
        variables.put(
                "MAVEN_CMD_LINE_ARGS", " test -DargLine=-Xmx1g -da:com.acme... -Duser.language=tr -Dpassword=secret");

        assertThat(command("com.acme.ShuffleTest", "works"))
                .isEqualTo("mvn test -Duser.language=tr '-DargLine=-da:com.acme... -Duser.language=tr'"
                        + " -Dtest='com.acme.ShuffleTest#works' -Dseed=42");
    }

    @Test
    void leavesOutOfMoreThanATestWhatWasLeftOut() {
        properties.put("groups", "fast & !db");
        properties.put("excludedGroups", "slow");

        assertThat(command("com.acme.ShuffleTest", "works"))
                .isEqualTo("mvn test -Dtest='com.acme.ShuffleTest#works' -Dseed=42");
        assertThat(command("com.acme.ShuffleTest", null))
                .isEqualTo(
                        "mvn test -Dtest='com.acme.ShuffleTest' '-Dgroups=fast & !db' -DexcludedGroups=slow -Dseed=42");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ShuffleTest#a*+b*,DeckTest|ShuffleTest#a*+b*,DeckTest",
                "!ShuffleTest#slow|!ShuffleTest#slow",
                "ShuffleTest,DeckTest|com.acme.ShuffleTest"
            })
    void selectsNoMoreThanWasSelected(String told, String ofClass) {
        Target run = new Target(Selection.RUN, "com.acme.ShuffleTest", Optional.empty(), "[engine:junit-jupiter]");
        properties.put("test", told);

        assertThat(command("com.acme.ShuffleTest", null)).isEqualTo("mvn test -Dtest='" + ofClass + "' -Dseed=42");
        assertThat(replay().command(run, SEED)).isEqualTo("mvn test -Dtest='" + told + "' -Dseed=42");
        assertThat(command("com.acme.ShuffleTest", "works"))
                .isEqualTo("mvn test -Dtest='com.acme.ShuffleTest#works' -Dseed=42");
    }

    @Test
    void repeatsAgentsThatWereTyped() {
        options.addAll(List.of("-javaagent:/of/the/pom.jar", "-javaagent:/a b/seeded.jar", "-Xmx1g"));
        variables.put("MAVEN_CMD_LINE_ARGS", " test -DargLine=-javaagent:/a b/seeded.jar");

        assertThat(command("com.acme.ShuffleTest", "works"))
                .isEqualTo("mvn test '-DargLine=-javaagent:/a b/seeded.jar' -Dtest='com.acme.ShuffleTest#works'"
                        + " -Dseed=42");
    }

    @Test
    void namesTheModuleOfAReactor() throws IOException {
        testModule(addFailsafe(pom(root.resolve("core"), "<artifactId>acme-core</artifactId>")));

        assertThat(command("com.acme.ShuffleTest", "works"))
                .isEqualTo("mvn test -pl :acme-core -am -Dtest='com.acme.ShuffleTest#works'"
                        + " -Dsurefire.failIfNoSpecifiedTests=false -Dseed=42");
        assertThat(command("com.acme.ShuffleIT", "works"))
                .isEqualTo("mvn verify -pl :acme-core -am -Dit.test='com.acme.ShuffleIT#works'"
                        + " -Dfailsafe.failIfNoSpecifiedTests=false -Dtest=none"
                        + " -Dsurefire.failIfNoSpecifiedTests=false -Dseed=42");
    }

    @Test
    void namesAModuleBesideItsReactor() throws IOException {
        variables.put(
                "MAVEN_PROJECTBASEDIR",
                pom(root.resolve("parent"), "<artifactId>parent</artifactId>").toString());
        testModule(pom(root.resolve("core"), "<artifactId>acme-core</artifactId>"));

        assertThat(command("com.acme.ShuffleTest", "works")).startsWith("mvn test -pl :acme-core -am ");
    }

    @Test
    void readsTheArtifactIdOfTheProjectItself() throws IOException {
        testModule(pom(root.resolve("core"), """
                <!-- <artifactId>comment</artifactId> -->
                <parent>
                  <artifactId>parent</artifactId>
                </parent>
                <dependencies><dependency><artifactId>dependency</artifactId></dependency></dependencies>
                <build><plugins><plugin><artifactId>plugin</artifactId></plugin></plugins></build>
                <artifactId>
                  acme-core
                </artifactId>
                """));

        assertThat(command("com.acme.ShuffleTest", "works")).startsWith("mvn test -pl :acme-core -am ");
    }

    @Test
    void readsAPomWithoutNamespace() throws IOException {
        Path module = pom(root.resolve("core"), "");
        Files.writeString(module.resolve("pom.xml"), "<project><artifactId>acme-core</artifactId></project>");
        testModule(module);

        assertThat(command("com.acme.ShuffleTest", "works")).startsWith("mvn test -pl :acme-core -am ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<project><artifactId>acme",
                "no XML",
                "",
                "<project/>",
                "<project><artifactId/></project>",
                "<project><artifactId>acme_${scala.version}</artifactId></project>",
                "<project><artifactId><b/></artifactId></project>",
                "<!DOCTYPE p [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><project><artifactId>&e;</artifactId></project>"
            })
    void namesTheFolderWhereThePomDoesNotTell(String pom) throws IOException {
        Path module = pom(root.resolve("parts/the core"), "");
        Files.writeString(module.resolve("pom.xml"), pom);
        testModule(module);

        assertThat(command("com.acme.ShuffleTest", "works")).startsWith("mvn test -pl 'parts/the core' -am -Dtest=");
    }

    @Test
    void namesTheFolderWherePomIsMissing() {
        testModule(root.resolve("core"));

        assertThat(command("com.acme.ShuffleTest", "works")).startsWith("mvn test -pl core -am -Dtest=");
    }

    @Test
    void findsTheWrapperWhereMavenWasCalled() throws IOException {
        Files.createFile(root.resolve("mvnw"));

        assertThat(command("com.acme.ShuffleTest", "works"))
                .isEqualTo("./mvnw test -Dtest='com.acme.ShuffleTest#works' -Dseed=42");
    }

    @Test
    void knowsAFolderByItsLinks() throws IOException {
        Path folder = pom(root.resolve("folder"), "<artifactId>acme</artifactId>");
        testModule(folder);
        variables.put(
                "MAVEN_PROJECTBASEDIR",
                Files.createSymbolicLink(root.resolve("link"), folder).toString());

        assertThat(command("com.acme.ShuffleTest", "works"))
                .isEqualTo("mvn test -Dtest='com.acme.ShuffleTest#works' -Dseed=42");
    }

    @Test
    void asksNoShell() throws IOException {
        // Surefire starts its JVM by a shell that has gone to the module's folder.
        variables.put(
                "PWD",
                pom(root.resolve("core"), "<artifactId>acme-core</artifactId>").toString());
        testModule(root.resolve("core"));

        assertThat(command("com.acme.ShuffleTest", "works")).startsWith("mvn test -pl :acme-core -am ");
    }

    @Test
    void takesTheModuleAloneWhereNothingTellsTheFolder() throws IOException {
        testModule(pom(root.resolve("core"), "<artifactId>acme-core</artifactId>"));
        variables.clear();

        assertThat(command("com.acme.ShuffleTest", "works"))
                .isEqualTo("mvn test -Dtest='com.acme.ShuffleTest#works' -Dseed=42");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-f app/pom.xml", "-fapp/pom.xml", "--file app/pom.xml", "--file=app/pom.xml"})
    void repeatsThePom(String option) throws IOException {
        testModule(pom(root.resolve("app"), "<artifactId>app</artifactId>"));
        variables.put("MAVEN_PROJECTBASEDIR", root.resolve("app").toString());
        variables.put("MAVEN_CMD_LINE_ARGS", " -q " + option + " test ");

        assertThat(command("com.acme.ShuffleTest", "works"))
                .isEqualTo("mvn test -f app/pom.xml -Dtest='com.acme.ShuffleTest#works' -Dseed=42");

        testModule(pom(root.resolve("app/core"), "<artifactId>core</artifactId>"));
        assertThat(command("com.acme.ShuffleTest", "works"))
                .isEqualTo("mvn test -f app/pom.xml -pl :core -am -Dtest='com.acme.ShuffleTest#works'"
                        + " -Dsurefire.failIfNoSpecifiedTests=false -Dseed=42");
    }

    @Test
    void repeatsAFolderAsPom() throws IOException {
        testModule(pom(root.resolve("app"), "<artifactId>app</artifactId>"));
        variables.put("MAVEN_PROJECTBASEDIR", root.resolve("app").toString());
        variables.put("MAVEN_CMD_LINE_ARGS", " --file=../app verify");

        assertThat(command("com.acme.ShuffleTest", "works"))
                .isEqualTo("mvn test -f ../app -Dtest='com.acme.ShuffleTest#works' -Dseed=42");
    }

    @Test
    void repeatsAnotherPomOfTheFolder() throws IOException {
        Files.createFile(root.resolve("pom-ci.xml"));
        variables.put("MAVEN_CMD_LINE_ARGS", "-fae -fn -f pom-ci.xml test");

        assertThat(command("com.acme.ShuffleTest", "works"))
                .isEqualTo("mvn test -f pom-ci.xml -Dtest='com.acme.ShuffleTest#works' -Dseed=42");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-f", "--file", "--filet pom.xml", "-fae", "-fail-fast x", "-fn", "-ff", "-fos"})
    void repeatsNoPomThatIsNone(String option) {
        variables.put("MAVEN_CMD_LINE_ARGS", option);

        assertThat(command("com.acme.ShuffleTest", "works"))
                .isEqualTo("mvn test -Dtest='com.acme.ShuffleTest#works' -Dseed=42");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-P ci|-P ci",
                "-Pci,jdk17|-P ci,jdk17",
                "--activate-profiles ci|-P ci",
                "--activate-profiles=ci|-P ci",
                "-P ci -q -Pjdk17|-P ci -P jdk17",
                "-P !slow|-P '!slow'",
                "-P $(touch)|-P '$(touch)'",
                "-P|",
            })
    void repeatsTheProfiles(String given, String repeated) {
        variables.put("MAVEN_CMD_LINE_ARGS", "test " + given);

        assertThat(command("com.acme.ShuffleTest", "works"))
                .isEqualTo("mvn test " + (repeated == null ? "" : repeated + " ")
                        + "-Dtest='com.acme.ShuffleTest#works' -Dseed=42");
    }

    @Test
    void repeatsNothingElse() {
        variables.put(
                "MAVEN_CMD_LINE_ARGS",
                " clean verify -pl :acme -am -Dpassword=secret -DPIN=secret --define token=secret -s secret.xml"
                        + " --projects secret -Pci -Dtest=secret -ssecret -Dseed=7 -e");

        assertThat(command("com.acme.ShuffleTest", "works"))
                .isEqualTo("mvn test -P ci -Dtest='com.acme.ShuffleTest#works' -Dseed=42");
    }

    @Test
    void needsSurefireAndItsModule() {
        properties.remove("basedir");
        assertThat(MavenReplay.in(host())).isEmpty();

        testModule(root);
        properties.remove("surefire.test.class.path");
        assertThat(MavenReplay.in(host())).isEmpty();
    }

    private static Path pom(Path folder, String content) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(
                folder.resolve("pom.xml"),
                "<?xml version='1.0'?><project xmlns='http://maven.apache.org/POM/4.0.0'>" + content + "</project>");
        return folder;
    }

    private static Path addFailsafe(Path module) throws IOException {
        Path pom = module.resolve("pom.xml");
        Files.writeString(
                pom,
                Files.readString(pom)
                        .replace("</project>", "<!-- ä --><artifactId>maven-failsafe-plugin</artifactId></project>"));
        return module;
    }

    private void testModule(Path module) {
        properties.put("basedir", module.toString());
        properties.put(
                "surefire.test.class.path",
                module.resolve("target/test-classes").toString());
    }

    private Host host() {
        return new Host(properties::get, variables::get, () -> options);
    }

    private Replay replay() {
        return host().replay(Optional.empty());
    }

    private static Target name(String className, String method) {
        return new Target(
                method == null ? Selection.CLASS : Selection.TEST,
                className,
                Optional.ofNullable(method),
                "[engine:junit-jupiter]/[class:X]");
    }

    private String command(String className, String method) {
        return replay().command(name(className, method), SEED);
    }
}
