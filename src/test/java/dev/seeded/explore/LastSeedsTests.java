package dev.seeded.explore;

import static dev.seeded.explore.ClaimTests.launch;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.seeded.Seed;
import dev.seeded.Seeded;
import dev.seeded.SeededOrder;
import dev.seeded.explore.ClaimTests.UnseededTestCase;
import dev.seeded.explore.ExploringTests.KindsTestCase;
import dev.seeded.explore.ExploringTests.RareTestCase;
import dev.seeded.internal.config.Settings;
import dev.seeded.internal.export.ReportLine.How;
import dev.seeded.internal.memory.KeptSeed;
import dev.seeded.internal.memory.Memory;
import dev.seeded.internal.replay.Selection;
import dev.seeded.internal.seed.Identity;
import dev.seeded.testing.ChildJvm;
import dev.seeded.testing.Counter;
import dev.seeded.testing.ErrorOutput;
import dev.seeded.testing.Fixtures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestClassOrder;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.platform.commons.JUnitException;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.listeners.TestExecutionSummary;
import org.junit.platform.testkit.engine.EngineExecutionResults;

/** Runs failed tests again with the seeds that they failed with: {@code -Dseed=last}. */
@ResourceLock(Resources.SYSTEM_ERR)
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class LastSeedsTests {

    @Test
    void runsFailedTestsAgainWithTheirSeeds(@TempDir Path memory) {
        ErrorOutput.of(() -> remembering(4, memory).with("seed.runs", 400).explore(RareTestCase.class));
        Object failing = Fixtures.logged("rare").get(Fixtures.logged("rare").size() - 1);

        String written = ErrorOutput.of(() -> remembering("last", memory)
                .explore(RareTestCase.class, KindsTestCase.class)
                .testEvents()
                .assertStatistics(stats -> stats.failed(1)));

        assertThat(Fixtures.logged("rare")).containsExactly(failing);
        assertThat(Fixtures.logged("plain")).isEmpty();
        assertThat(written)
                .contains("failsForOneSeedInTwenty(Random): the remembered failing seed still fails")
                .doesNotContain("plain");
    }

    /** A single run shows no difference, and so no fix either. */
    @Test
    void leavesToCheckWhatOnlyCheckFinds(@TempDir Path memory) {
        Path file = memory.resolve("failed-seeds.jsonl");
        UnseededDrawTestCase.differs = true;
        ErrorOutput.of(() -> remembering(42, memory)
                .with("seed.check", true)
                .with("seed.check.jvm", false)
                .explore(UnseededDrawTestCase.class)
                .testEvents()
                .assertStatistics(stats -> stats.failed(1)));
        assertThat(file).content().contains("\"seed.check\":\"true\"");

        String written = ErrorOutput.of(() -> remembering("last", memory)
                .explore(UnseededDrawTestCase.class)
                .testEvents()
                .assertStatistics(stats -> stats.started(0)));
        assertThat(written)
                .contains(
                        "Seeded: seed=last does not run these tests, which passed and failed only in seed.check=true: "
                                + UnseededDrawTestCase.class.getName() + ".draws");
        assertThat(file).content().contains("UnseededDrawTestCase");

        UnseededDrawTestCase.differs = false;
        ErrorOutput.of(() -> remembering(42, memory)
                .with("seed.check", true)
                .with("seed.check.jvm", false)
                .explore(UnseededDrawTestCase.class));
        assertThat(file).content().doesNotContain("UnseededDrawTestCase");
    }

    @Test
    @Tag("slow")
    void forgetsASeedOfThisJvmWithWhichALaterPlanPasses(@TempDir Path memory) {
        Path file = memory.resolve("failed-seeds.jsonl");

        int failed = new ChildJvm()
                .property("seed.memory", memory.toString())
                .run(FirstRunTestCase.class)
                .exitCode();
        assertThat(failed).isEqualTo(1);
        assertThat(file).content().contains("FirstRunTestCase");

        new ChildJvm()
                .property("seed.memory", memory.resolve("again").toString())
                .plans(2)
                .run(FirstRunTestCase.class);
        assertThat(memory.resolve("again").resolve("failed-seeds.jsonl"))
                .content()
                .doesNotContain("FirstRunTestCase");
    }

    @Test
    void forgetsASeedWithWhichTheTestPasses(@TempDir Path memory) throws IOException {
        String entry = "/[class:" + KindsTestCase.class.getName() + "]/[test-template:repeated(java.util.Random)]";
        keep(
                memory,
                new KeptSeed(entry + "/[test-template-invocation:#7]", Seed.of(1)),
                new KeptSeed(entry, Seed.of(2)),
                new KeptSeed("/[class:com.acme.Gone]", Seed.of(3)));

        String written = ErrorOutput.of(() -> remembering("last", memory).explore(KindsTestCase.class));

        assertThat(Fixtures.logged("repeated")).hasSize(4);
        assertThat(written).contains("repeated(Random): none of the 2 remembered failing seeds fails any more");
        assertThat(memory(memory).read().byTest()).containsOnlyKeys("/[class:com.acme.Gone]");
    }

    @Test
    void keepsASeedThatFailsInAFreshJvmWhereAnotherRunLeftSomething(@TempDir Path memory) throws IOException {
        CountingTestCase.runs = 0;
        String entry = "/[class:" + CountingTestCase.class.getName() + "]/[method:";
        keep(
                memory,
                new KeptSeed(entry + "fails(java.util.Random)]", Seed.of(7)),
                new KeptSeed(entry + "isSecond(java.util.Random)]", Seed.of(7), new How(Selection.CLASS, Map.of())));

        String written = ErrorOutput.of(() -> remembering("last", memory).explore(CountingTestCase.class));

        assertThat(written).contains("isSecond(Random): the remembered failing seed still fails");
        assertThat(memory(memory).read().byTest())
                .containsOnlyKeys(entry + "fails(java.util.Random)]", entry + "isSecond(java.util.Random)]");
    }

    @Test
    void keepsASeedWhoseOrderOfClassesMayDecide(@TempDir Path memory) throws IOException {
        String entry = "/[class:" + KindsTestCase.class.getName() + "]/[method:plain(java.util.Random)]";
        keep(memory, new KeptSeed(entry, Seed.of(7), new How(Selection.RUN, Map.of())));

        String written = ErrorOutput.of(() -> remembering("last", memory)
                .with("junit.jupiter.testclass.order.default", SeededOrder.Classes.class.getName())
                .explore(KindsTestCase.class));

        assertThat(written)
                .contains(
                        "plain(Random): the remembered failing seed no longer fails; what passes is kept until the build"
                                + " is cleaned, because other classes may have run before it");
        assertThat(memory(memory).read().byTest()).containsOnlyKeys(entry);
    }

    private static ChildJvm jvm(Path memory, String... properties) {
        ChildJvm jvm = new ChildJvm().property("seed.memory", memory.toString());
        for (String property : properties) {
            String[] parts = property.split("=", 2);
            jvm.property(parts[0], parts[1]);
        }
        return jvm;
    }

    @Test
    @Tag("slow")
    @Tag("long")
    void runsTheWholeClassWhoseOrderDecides(@TempDir Path memory) {
        int seed = 1;
        while (jvm(memory, "seed=" + seed).run(OrderedTestCase.class).exitCode() == 0) {
            seed++;
        }

        ChildJvm.Result again = jvm(memory, "seed=last").run(OrderedTestCase.class);
        assertThat(again.err())
                .contains("Seeded: seed=last runs each test with the seeds that it failed with")
                .anyMatch(line -> line.endsWith("isClean(): the remembered failing seed still fails"))
                .noneMatch(line -> line.contains("(fresh)"));
        assertThat(again.exitCode()).isEqualTo(1);
        assertThat(again.out().toString()).contains("ran=[dirties, isClean]");
        assertThat(memory.resolve("failed-seeds.jsonl")).content().contains("isClean", "\"select\":\"class\"");

        ChildJvm.Result fixed = jvm(memory, "seed=last", "fixed=true").run(OrderedTestCase.class);
        assertThat(fixed.err())
                .anyMatch(line -> line.endsWith("isClean(): the remembered failing seed no longer fails"));
        assertThat(memory.resolve("failed-seeds.jsonl")).isEmptyFile();
    }

    /** A plain run finds out only when the test fails that its class keeps state, and says so in what is kept. */
    @Test
    void runsAsMuchAsIsKeptToBeNeeded(@TempDir Path memory) throws IOException {
        String identity = "/[class:" + StatefulTestCase.class.getName() + "]/[method:second(java.util.Random)]";
        keep(memory, new KeptSeed(identity, Seed.of(7), new How(Selection.CLASS, Map.of())));
        StatefulTestCase.hasRun = false;

        String written = ErrorOutput.of(() -> remembering("last", memory)
                .explore(StatefulTestCase.class)
                .testEvents()
                .assertStatistics(stats -> stats.started(1).failed(1)));

        assertThat(written).contains("second(Random): the remembered failing seed still fails");
        assertThat(memory(memory).read().all()).hasSize(1);
    }

    /** State is elsewhere: the run that is repeated runs no second time, and so is looked at as a plain one is. */
    @Test
    void selectsTheClassWhoseTestsLeaveSomethingInAnother(@TempDir Path memory) throws IOException {
        assertThat(failureOfClass(LeavingTestCase.class, "[method:second(java.util.Random)]", memory)
                        .getSuppressed()[0])
                .hasMessageContaining("\t  reason  needs the tests before it, as the static field "
                        + LeavingTestCase.class.getName() + "$Shared.COUNTER may keep state from earlier tests")
                .message()
                .doesNotContain("#second'", "  pin  ");
    }

    /** Another seed of the class has run before it. */
    @Test
    @Tag("slow")
    void promisesNoMessageThatTellsWhatAnotherReplayLeft(@TempDir Path memory) throws IOException {
        String identity = "/[class:" + SayingTestCase.class.getName() + "]/[method:";
        keep(
                memory,
                new KeptSeed(identity + "first(java.util.Random)]", Seed.of(7), How.ALONE),
                new KeptSeed(identity + "second(java.util.Random)]", Seed.of(8), How.ALONE));
        AtomicReference<EngineExecutionResults> results = new AtomicReference<>();
        ErrorOutput.of(() -> results.set(remembering("last", memory).explore(SayingTestCase.class)));

        assertThat(Fixtures.failures(results.get()))
                .hasSize(2)
                .last()
                .satisfies(
                        failure -> assertThat(failure.getSuppressed()[0])
                                .hasMessageContaining(
                                        "cannot be promised: with the same seed it fails with another message in a fresh JVM\n"));
    }

    @Test
    void runsTheTestsOfAClassInTheirOrder(@TempDir Path memory) throws IOException {
        CountedTestCase.ran = 0;
        UniqueId last = Fixtures.withSeed(7)
                .run(CountedTestCase.class)
                .testEvents()
                .failed()
                .list()
                .get(0)
                .getTestDescriptor()
                .getUniqueId();
        keep(memory, new KeptSeed(Identity.of(last.toString()), Seed.of(7), new How(Selection.CLASS, Map.of())));
        CountedTestCase.ran = 0;

        String written = ErrorOutput.of(() -> remembering("last", memory)
                .explore(CountedTestCase.class)
                .testEvents()
                .assertStatistics(stats -> stats.started(1).failed(1)));

        assertThat(written).contains("(Random): the remembered failing seed still fails");
    }

    @Test
    @Tag("slow")
    void runsTheTestsOfAClassAfterOneThatHangs(@TempDir Path memory) throws IOException {
        String identity = "/[class:" + HangingTestCase.class.getName() + "]/[method:%s(java.util.Random)]";
        How wholeClass = new How(Selection.CLASS, Map.of("seed.timeout", "1s"));
        keep(
                memory,
                new KeptSeed(identity.formatted("second"), Seed.of(7), wholeClass),
                new KeptSeed(identity.formatted("third"), Seed.of(8), new How(Selection.CLASS, Map.of())));

        String written = ErrorOutput.of(() -> remembering("last", memory)
                .with("seed.timeout", "1s")
                .explore(HangingTestCase.class)
                .testEvents()
                .assertStatistics(stats -> stats.failed(2)));

        assertThat(written)
                .contains("second(Random): the remembered failing seed still fails")
                .contains("third(Random): the remembered failing seed still fails");
    }

    @Test
    void runsTheNestedClassThatFailedWithoutThoseAround(@TempDir Path memory) {
        AtomicReference<EngineExecutionResults> results = new AtomicReference<>();
        String inner = AroundTestCase.InnerTestCase.class.getName();
        ErrorOutput.of(
                () -> results.set(remembering(4, memory).with("seed.runs", 1).explore(AroundTestCase.class)));
        String line = Fixtures.onlyFailure(results.get()).getSuppressed()[0].getMessage();
        assertThat(line).contains("-Dtest='" + inner + "' ");
        List<Object> drawn = Fixtures.logged("inner");

        String written = ErrorOutput.of(() -> results.set(remembering("last", memory)
                .explore(List.of(DiscoverySelectors.selectUniqueId(UniqueId.forEngine("seeded")
                        .append("class", AroundTestCase.class.getName())
                        .append("nested-class", "InnerTestCase")
                        .append("method", "fails()"))))));

        assertThat(written).contains("fails(): the remembered failing seed still fails");
        assertThat(Fixtures.logged("inner")).isEqualTo(drawn);
        assertThat(Fixtures.logged("around")).isEmpty();
        assertThat(Fixtures.onlyFailure(results.get()).getSuppressed()[0]).hasMessage(line);
    }

    /** Its tests are not seeded: only the orders are. */
    @Test
    void selectsAsMuchAsRan(@TempDir Path memory) throws IOException {
        assertThat(failureOfClass(NestedInOrderTestCase.class, "[nested-class:InnerTestCase]/[method:fails()]", memory)
                        .getSuppressed()[0])
                .hasMessageContaining("-Dtest='" + NestedInOrderTestCase.class.getName() + "' ");
    }

    /** The extension sees only the second test, and so no state that another left. */
    @Test
    void selectsTheClassWhereAnUnseededTestRan(@TempDir Path memory) throws IOException {
        assertThat(failureOfClass(UnseededFirstTestCase.class, "[method:second(java.util.Random)]", memory))
                .hasMessage("ran after 1")
                .satisfies(failure -> assertThat(failure.getSuppressed()[0])
                        .hasMessageContaining("-Dtest='" + UnseededFirstTestCase.class.getName() + "' ")
                        .message()
                        .doesNotContain("pin"));
    }

    /** While exploring, classes run one by one, whatever their order: a fresh JVM has confirmed no more than that. */
    @Test
    void keepsTheClassThatRanWhereClassesAreInOrder(@TempDir Path memory) {
        AtomicReference<EngineExecutionResults> results = new AtomicReference<>();
        ErrorOutput.of(() -> results.set(remembering(4, memory)
                .with("seed.runs", 1)
                .with("junit.jupiter.testclass.order.default", SeededOrder.Classes.class.getName())
                .explore(TwoTestCase.class)));

        assertThat(Fixtures.failures(results.get()))
                .hasSize(2)
                .allSatisfy(failure -> assertThat(failure.getSuppressed()[0])
                        .hasMessageContaining("-Dtest='" + TwoTestCase.class.getName() + "' "));
        assertThat(memory.resolve("failed-seeds.jsonl")).content().contains("\"select\":\"class\"");
    }

    @Test
    void promisesNoLineOfAWholeRunThatWasNotTheFirst(@TempDir Path memory) throws IOException {
        String identity = "/[class:" + TwoTestCase.class.getName() + "]/[method:%s(java.util.Random)]";
        How whole = new How(Selection.RUN, Map.of());
        keep(
                memory,
                new KeptSeed(identity.formatted("first"), Seed.of(7), whole),
                new KeptSeed(identity.formatted("second"), Seed.of(8), whole));
        AtomicReference<EngineExecutionResults> results = new AtomicReference<>();
        ErrorOutput.of(() -> results.set(remembering("last", memory)
                .with("junit.jupiter.testclass.order.default", SeededOrder.Classes.class.getName())
                .explore(TwoTestCase.class)));

        assertThat(Fixtures.failures(results.get()))
                .extracting(failure -> failure.getSuppressed()[0]
                        .getMessage()
                        .contains("cannot be promised: other runs"
                                + " came before it in this JVM, and no fresh JVM has confirmed it"))
                .containsExactly(false, true);
    }

    @Test
    @Tag("slow")
    void playsTheDrawsWithWhichATestFailed(@TempDir Path memory) throws IOException {
        List<Throwable> shrunk = new ArrayList<>();
        ErrorOutput.of(() -> shrunk.addAll(Fixtures.failures(remembering(1, memory.resolve("shrunk"))
                .with("seed.runs", 5)
                .with("seed.shrink", "30s")
                .explore(LargeTestCase.class))));
        Matcher line = Pattern.compile("seed=(\\d+) (?:-D|--config )seed\\.draws=([\\w-]+)")
                .matcher(shrunk.get(0).getSuppressed()[0].getMessage());
        assertThat(line.find()).isTrue();
        keep(
                memory,
                new KeptSeed(
                        "/[class:" + LargeTestCase.class.getName() + "]/[method:isSmall(java.util.Random)]",
                        Seed.parse(line.group(1)),
                        new How(Selection.TEST, Map.of("seed.draws", line.group(2)))));

        List<Throwable> again = new ArrayList<>();
        ErrorOutput.of(
                () -> again.addAll(Fixtures.failures(remembering("last", memory).explore(LargeTestCase.class))));

        assertThat(again)
                .singleElement()
                .satisfies(failure -> assertThat(failure).hasMessage("drew 1000"));
        assertThat(again.get(0).getSuppressed()[0].getMessage()).contains("seed.draws=" + line.group(2));
    }

    @Test
    void hasTheSettingsWithWhichATestFailed(@TempDir Path memory) throws IOException {
        String identity = "/[class:" + GermanTestCase.class.getName() + "]/[method:isNotGerman(java.util.Random)]";
        How german = new How(Selection.TEST, Map.of("seed.locale", "de", "seed.zone", "Europe/Berlin"));
        keep(memory, new KeptSeed(identity, Seed.of(7), german), new KeptSeed(identity, Seed.of(7)));

        String written = ErrorOutput.of(() -> remembering("last", memory).explore(GermanTestCase.class));

        assertThat(written).contains("isNotGerman(Random): 1 of the 2 remembered failing seeds still fails");
        assertThat(memory(memory).read().all()).extracting(KeptSeed::how).containsExactly(german);
    }

    @Test
    @Tag("slow")
    @Tag("long")
    void runsAllClassesWhoseOrderDecides(@TempDir Path memory) {
        String order = "junit.jupiter.testclass.order.default=" + SeededOrder.Classes.class.getName();
        int seed = 1;
        while (jvm(memory, order, "seed=" + seed)
                        .run(DirtyingTestCase.class, CleanTestCase.class)
                        .exitCode()
                == 0) {
            seed++;
        }

        ChildJvm.Result again = jvm(memory, order, "seed=last").run(DirtyingTestCase.class, CleanTestCase.class);
        assertThat(again.err())
                .contains("Seeded: seed=last runs each test with the seeds that it failed with")
                .anyMatch(line -> line.endsWith("isClean(): the remembered failing seed still fails"))
                .noneMatch(line -> line.contains("(fresh)"));
        assertThat(again.exitCode()).isEqualTo(1);

        ChildJvm.Result alone = jvm(memory, order, "seed=last").run(CleanTestCase.class);
        assertThat(alone.err())
                .anyMatch(line -> line.contains("isClean(): the remembered failing seed no longer fails"));
        assertThat(memory.resolve("failed-seeds.jsonl")).content().contains("isClean", "\"select\":\"run\"");
    }

    @Test
    void failsWhereTheNamedFileIsNotThere(@TempDir Path folder) {
        assertThatExceptionOfType(JUnitException.class)
                .isThrownBy(
                        () -> remembering("last", folder.resolve("seeds.jsonl")).explore(RareTestCase.class))
                .havingCause()
                .withMessage("seed.memory=" + folder.resolve("seeds.jsonl") + " names no file or folder: there is no "
                        + folder.resolve("seeds.jsonl") + "; give the file that has the failed seeds");
        ChildJvm.Result jvm = jvm(folder.resolve("seeds.jsonl"), "seed=last").run(RareTestCase.class);
        assertThat(jvm.exitCode()).isNotZero();
        assertThat(jvm.err())
                .first()
                .asString()
                .startsWith("Seeded: -Dseed.memory=" + folder.resolve("seeds.jsonl") + " names no file or folder");
    }

    @Test
    void failsWhereTheSeedsCannotBeRead(@TempDir Path folder) throws IOException {
        Path file = Files.createDirectory(folder.resolve("failed-seeds.jsonl"));
        assertThatExceptionOfType(JUnitException.class)
                .isThrownBy(() -> remembering("last", folder).explore(RareTestCase.class))
                .havingCause()
                .withMessage("The failed seeds in " + file + " cannot be read: Is a directory");

        Path foreign = Files.writeString(folder.resolve("pom.xml"), "<xml/>");
        assertThatExceptionOfType(JUnitException.class)
                .isThrownBy(() -> remembering("last", foreign).explore(RareTestCase.class))
                .havingCause()
                .withMessage(foreign + " has no failed seeds: line 1: no JSON at character 1");
    }

    @Test
    void readsAFileOfManyTestsThatAreNotHere(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("seeds.jsonl");
        Files.write(
                file,
                IntStream.range(0, 100_000)
                        .mapToObj(number ->
                                "{\"format\":1,\"kind\":\"kept\",\"id\":\"/[class:com.acme.\\u001b[31m\\u202eT" + number
                                        + "]/[method:a()]\",\"runSeed\":\"1\"}")
                        .map(line -> line.replace("[31m", "%5B31m"))
                        .toList());

        String written = ErrorOutput.of(() -> remembering("last", file).explore(RareTestCase.class));

        assertThat(written.lines())
                .singleElement()
                .asString()
                .startsWith("Seeded: seeds are kept for tests that are gone, or in another module: com.acme.\\u001B[31m"
                        + "\\u202ET0.a(), ")
                .endsWith(" and 990 more (of the first 1,000 of 100,000 tests, which alone were looked for)");
    }

    @Test
    void runsNothingElseWithTheLastSeeds(@TempDir Path memory) {
        ErrorOutput.of(() -> launch(
                request -> request.configurationParameter("seed", "4")
                        .configurationParameter("seed.runs", "400")
                        .configurationParameter("seed.memory", memory.toString()),
                RareTestCase.class));

        TestExecutionSummary summary = launch(
                request -> request.configurationParameter("seed", "last")
                        .configurationParameter("seed.runs", "")
                        .configurationParameter("seed.memory", memory.toString()),
                RareTestCase.class,
                KindsTestCase.class,
                UnseededTestCase.class);

        assertThat(summary.getTestsFoundCount()).isEqualTo(1);
        assertThat(Fixtures.logged()).containsOnlyKeys("rare");
    }

    @Test
    void saysThatNothingIsKept(@TempDir Path memory) {
        String written = ErrorOutput.of(() -> {
            remembering("last", memory).explore(RareTestCase.class);
            remembering("last", memory).explore(KindsTestCase.class);
        });

        assertThat(written.lines())
                .containsExactly("Seeded: seed=last runs nothing, because no failed seed is kept in "
                        + memory.resolve("failed-seeds.jsonl"));
    }

    @Test
    void namesKeptTestsThatAreGone(@TempDir Path memory) throws IOException {
        String kinds = "/[class:" + KindsTestCase.class.getName() + "]";
        keep(
                memory,
                Stream.of(
                                kinds + "/[method:plain(java.util.Random)]",
                                kinds + "/[nested-class:Inner]/[method:nested(java.util.Random)]",
                                kinds + "/[test-template:renamed()]/[test-template-invocation:#7]",
                                "/[class:com.acme.Gone]/[method:test()]")
                        .map(identity -> new KeptSeed(identity, Seed.of(3)))
                        .toArray(KeptSeed[]::new));

        assertThat(ErrorOutput.of(() -> remembering("last", memory).explore(KindsTestCase.class))
                        .lines())
                .contains("Seeded: seeds are kept for tests that are gone: com.acme.Gone.test(), "
                        + KindsTestCase.class.getName() + ".renamed()");
    }

    @Test
    void doesNotMixSeedsOldAndNew() {
        assertThat(Fixtures.onlyFailure(
                        Fixtures.withSeed("last").with("seed.check", true).explore(RareTestCase.class)))
                .hasMessage("seed.check=true cannot be given with seed=last: leave out one or the other");
    }

    private static Memory memory(Path folder) {
        return Memory.of(new Settings(name -> folder.toString(), name -> null, name -> null));
    }

    /** Returns the one failure where a test is kept as one that needs its class, and the last seeds run. */
    private static Throwable failureOfClass(Class<?> type, String test, Path memory) throws IOException {
        String identity = "/[class:" + type.getName() + "]/" + test;
        keep(memory, new KeptSeed(identity, Seed.of(7), new How(Selection.CLASS, Map.of())));
        AtomicReference<EngineExecutionResults> results = new AtomicReference<>();
        ErrorOutput.of(() -> results.set(remembering("last", memory).explore(type)));
        return Fixtures.onlyFailure(results.get());
    }

    private static void keep(Path folder, KeptSeed... seeds) throws IOException {
        memory(folder).update(before -> before.with(List.of(seeds)));
    }

    @Seeded
    @TestMethodOrder(MethodOrderer.MethodName.class)
    static class CountingTestCase {

        private static int runs;

        @Test
        void fails(Random random) {
            runs++;
            throw new AssertionError();
        }

        @Test
        void isSecond(Random random) {
            runs++;
            assertThat(runs).isNotEqualTo(2);
        }
    }

    @Seeded
    @TestMethodOrder(MethodOrderer.MethodName.class)
    static class LeavingTestCase {

        private static final class Shared {
            private static final Counter COUNTER = new Counter();
        }

        @Test
        void first(Random random) {
            Shared.COUNTER.next();
        }

        @Test
        void second(Random random) {
            assertThat(Shared.COUNTER.next()).isEqualTo(1);
        }
    }

    @Seeded
    @TestMethodOrder(MethodOrderer.MethodName.class)
    static class SayingTestCase {

        private static final class Shared {
            private static final Counter COUNTER = new Counter();
        }

        @Test
        void first(Random random) {
            throw new AssertionError("number " + Shared.COUNTER.next() + ", drew " + random.nextInt());
        }

        @Test
        void second(Random random) {
            throw new AssertionError("number " + Shared.COUNTER.next() + ", drew " + random.nextInt());
        }
    }

    private static Fixtures remembering(Object seed, Path memory) {
        return Fixtures.withSeed(seed).with("seed.memory", memory);
    }

    @Seeded
    static class CountedTestCase {

        private static int ran;

        @Test
        void one(Random random) {
            step(random);
        }

        @Test
        void two(Random random) {
            step(random);
        }

        @Test
        void three(Random random) {
            step(random);
        }

        private static void step(Random random) {
            ran++;
            assertThat(ran).as("%s", random.nextInt()).isNotEqualTo(3);
        }
    }

    @Seeded
    @TestMethodOrder(MethodOrderer.MethodName.class)
    static class HangingTestCase {

        private static boolean hasHung;

        @Test
        void first(Random random) throws Exception {
            hasHung = true;
            TimeUnit.MINUTES.sleep(random.nextInt(5, 10));
        }

        @Test
        void second(Random random) {
            assertThat(hasHung).isFalse();
        }

        @Test
        void third(Random random) {
            assertThat(hasHung).isFalse();
        }
    }

    @Seeded
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    static class AroundTestCase {

        private final Random own;

        AroundTestCase(Random random) {
            own = random;
        }

        @Test
        void draws() {
            Fixtures.log("around", own.nextInt());
        }

        @Nested
        @TestMethodOrder(MethodOrderer.MethodName.class)
        class InnerTestCase {

            @Test
            void alsoDraws() {
                Fixtures.log("inner", own.nextInt());
            }

            @Test
            void fails() {
                Fixtures.log("inner", own.nextInt());
                throw new AssertionError();
            }
        }
    }

    @TestMethodOrder(MethodOrderer.MethodName.class)
    static class UnseededFirstTestCase {

        private static int ran;

        @Test
        void first() {
            ran = 1;
        }

        @Test
        @Seeded
        void second(Random random) {
            throw new AssertionError("ran after " + ran);
        }
    }

    @TestClassOrder(SeededOrder.Classes.class)
    static class NestedInOrderTestCase {

        @Nested
        class AnotherTestCase {
            @Test
            void runs() {}
        }

        @Nested
        @TestMethodOrder(SeededOrder.Methods.class)
        class InnerTestCase {
            @Test
            void fails() {
                throw new AssertionError();
            }
        }
    }

    @Seeded
    @TestMethodOrder(MethodOrderer.MethodName.class)
    static class TwoTestCase {

        @Test
        void first(Random random) {
            throw new AssertionError(random.nextInt());
        }

        @Test
        void second(Random random) {
            throw new AssertionError(random.nextInt());
        }
    }

    @TestMethodOrder(SeededOrder.Methods.class)
    static class OrderedTestCase {

        private static boolean dirty;

        @Test
        void dirties() {
            Fixtures.log("ran", "dirties");
            dirty = !Boolean.getBoolean("fixed");
        }

        @Test
        void isClean() {
            Fixtures.log("ran", "isClean");
            assertThat(dirty).isFalse();
        }
    }

    @Seeded
    @TestMethodOrder(MethodOrderer.MethodName.class)
    static class StatefulTestCase {

        private static boolean hasRun;

        @Test
        void first(Random random) {
            hasRun = true;
        }

        @Test
        void second(Random random) {
            assertThat(hasRun).isFalse();
        }
    }

    @Seeded
    static class GermanTestCase {

        @Test
        void isNotGerman(Random random) {
            assertThat(Locale.getDefault()).isNotEqualTo(Locale.GERMAN);
        }
    }

    static class DirtyingTestCase {

        private static boolean dirty;

        @Test
        void dirties() {
            dirty = true;
        }
    }

    static class CleanTestCase {

        @Test
        void isClean() {
            assertThat(DirtyingTestCase.dirty).isFalse();
        }
    }

    @Seeded
    static class LargeTestCase {

        @Test
        void isSmall(Random random) {
            int drawn = random.nextInt(1_000_000);
            if (drawn >= 1000) {
                throw new IllegalStateException("drew " + drawn);
            }
        }
    }

    @Seeded
    static class UnseededDrawTestCase {

        private static boolean differs;
        private static int runs;

        @Test
        void draws(Random random) {
            runs++;
            random.nextInt(differs ? runs : 10);
        }
    }

    @Seeded
    static class FirstRunTestCase {

        private static int runs;

        @Test
        void passesTheSecondTime(Random random) {
            runs++;
            assertThat(runs).isGreaterThan(1);
        }
    }
}
