package dev.seeded.internal.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SurefireForkTests {

    @TempDir
    Path folder;

    @Test
    void knowsTheClassesThatComeOneByOneAndToHowManyJvms() throws IOException {
        write(
                "surefire-20261126121148101_1tmp",
                "preferTestsFromInStream=true\ntc.0=a.One\ntc.1=a.Two\nforkNumber=1\n");
        write(
                "surefire-20261126121148101_2tmp",
                "preferTestsFromInStream=true\ntc.0=a.One\ntc.1=a.Two\nforkNumber=2\n");
        write("surefire_0-20261126121148101_3tmp", "basedir=/a\n");
        write("surefire-20261125121148101_1tmp", "left=by an earlier build\n");

        assertThat(fork("surefire-20261126121148101_2tmp")).contains(new SurefireFork(List.of("a.One", "a.Two"), 2, 0));
    }

    @Test
    void knowsHowOftenFailedTestsRunAgain() throws IOException {
        write("surefire-1_1tmp", "preferTestsFromInStream=false\ntc.0=a.One\nrerunFailingTestsCount=3\n");

        assertThat(fork("surefire-1_1tmp")).contains(new SurefireFork(List.of(), 1, 3));
    }

    @Test
    void isAbsentWhereNothingOfItIsThere() throws IOException {
        write("surefire-1_2tmp", "rerunFailingTestsCount=often\n");

        assertThat(fork("surefire-1_1tmp")).isEmpty();
        assertThat(fork("surefire-1_2tmp")).isEmpty();
        assertThat(SurefireFork.of("")).isEmpty();
        assertThat(SurefireFork.of("com.acme.Main a b c")).isEmpty();
    }

    private Optional<SurefireFork> fork(String file) {
        return SurefireFork.of("/tmp/a b/surefirebooter-1.jar " + folder + " 2026-11-26T12-11-47_214-jvmRun2 " + file
                + " surefire_0-1_3tmp");
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }
}
