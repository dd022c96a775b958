package dev.seeded.internal.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.seeded.Seed;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CommitTests {

    private static final String ID = "0a1b2c3d4e5f60718293a4b5c6d7e8f901234567";
    private static final String OTHER = "ffffffffffffffffffffffffffffffffffffffff";

    private final Map<String, String> environment = new HashMap<>();

    @Test
    void givesARunSeedThatStaysTheSame() {
        // Pinned: whoever changes this, changes the seeds of every commit.
        assertThat(new Commit(ID, "HEAD").seed()).isEqualTo(Seed.of(355_578_323_520_492L));
        assertThat(new Commit(OTHER, "HEAD").seed()).isEqualTo(Seed.of((1L << 53) - 1));
    }

    @Test
    void isTheOneThatTheCiSystemNames() {
        environment.put("GIT_COMMIT", OTHER);
        environment.put("CI_COMMIT_SHA", ID);
        environment.put("GITHUB_SHA", " ");

        assertThat(find()).isEqualTo(new Commit(ID, "CI_COMMIT_SHA"));
        assertThat(find()).hasToString("commit 0a1b2c3d4e5f of CI_COMMIT_SHA");
    }

    @Test
    void mayBeMissingOrNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(this::find)
                .withMessage("seed=commit needs a commit, but none of GITHUB_SHA, CI_COMMIT_SHA, GIT_COMMIT is set: set"
                        + " GIT_COMMIT=$(git rev-parse HEAD), or give a number instead");

        environment.put("GITHUB_SHA", "main");
        assertThatIllegalArgumentException()
                .isThrownBy(this::find)
                .withMessage("seed=commit needs a commit, but 'main' (environment variable GITHUB_SHA) is not one: a"
                        + " commit has 40 or 64 hexadecimal digits");
    }

    private Commit find() {
        return Commit.checkedOut(environment::get);
    }
}
