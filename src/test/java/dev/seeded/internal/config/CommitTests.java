package dev.seeded.internal.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.seeded.Seed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommitTests {

    private static final String ID = "0a1b2c3d4e5f60718293a4b5c6d7e8f901234567";
    private static final String OTHER = "ffffffffffffffffffffffffffffffffffffffff";

    private final Map<String, String> environment = new HashMap<>();

    @TempDir
    private Path project;

    @Test
    void givesARunSeedThatStaysTheSame() {
        // Pinned: whoever changes this, changes the seeds of every commit.
        assertThat(new Commit(ID, "HEAD").seed()).isEqualTo(Seed.of(355_578_323_520_492L));
        assertThat(new Commit(OTHER, "HEAD").seed()).isEqualTo(Seed.of((1L << 53) - 1));
    }

    @Test
    void isTheOneThatTheCiSystemNames() throws IOException {
        write(".git/HEAD", OTHER);
        environment.put("GIT_COMMIT", OTHER);
        environment.put("CI_COMMIT_SHA", ID);
        environment.put("GITHUB_SHA", " ");

        assertThat(find()).isEqualTo(new Commit(ID, "CI_COMMIT_SHA"));
        assertThat(find()).hasToString("commit 0a1b2c3d4e5f of CI_COMMIT_SHA");
    }

    @Test
    void isTheBranchThatIsCheckedOut() throws IOException {
        write(".git/HEAD", "ref: refs/heads/main\n");
        write(".git/refs/heads/main", ID + "\n");

        assertThat(find().id()).isEqualTo(ID);
        assertThat(Commit.checkedOut(environment::get, Files.createDirectories(project.resolve("core/src")))
                        .id())
                .isEqualTo(ID);
    }

    @Test
    void mayBeDetachedOrPacked() throws IOException {
        write(".git/HEAD", ID);
        assertThat(find().id()).isEqualTo(ID);

        write(".git/HEAD", "ref: refs/heads/main");
        write(
                ".git/packed-refs",
                "# pack-refs with: peeled\n" + OTHER + " refs/heads/domain\n" + ID + " refs/heads/main\n");
        assertThat(find().id()).isEqualTo(ID);
    }

    @Test
    void isFoundInAWorktree() throws IOException {
        write(".git", "gitdir: store/worktrees/feature\n");
        write("store/worktrees/feature/HEAD", "ref: refs/heads/feature\n");
        write("store/worktrees/feature/commondir", "../..\n");
        write("store/refs/heads/feature", ID);
        assertThat(find().id()).isEqualTo(ID);

        Files.delete(project.resolve("store/refs/heads/feature"));
        write("store/packed-refs", ID + " refs/heads/feature\n");
        assertThat(find().id()).isEqualTo(ID);
    }

    @Test
    void mayBeMissingOrNone() throws IOException {
        environment.put("GITHUB_SHA", "main");
        assertThatIllegalArgumentException()
                .isThrownBy(this::find)
                .withMessage("seed=commit needs a commit, but 'main' (environment variable GITHUB_SHA) is none: it has"
                        + " 40 or 64 hexadecimal digits");

        environment.clear();
        write(".git/HEAD", "ref: refs/heads/main");
        assertThatIllegalArgumentException()
                .isThrownBy(this::find)
                .withMessageContaining("'refs/heads/main', which ")
                .withMessageEndingWith(" names, has none: commit something, or give a number instead");
    }

    private Commit find() {
        return Commit.checkedOut(environment::get, project);
    }

    private void write(String file, String content) throws IOException {
        Path path = project.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, content);
    }
}
